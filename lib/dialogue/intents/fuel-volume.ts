import { ask, type Intent, refuse } from "../intent.ts";
import type { Link } from "../link.ts";
import type { Assumption, Step } from "../plan.ts";
import { defaultFactors } from "./default-factors.ts";
import { emissionOf, factorValueOf, guidelineFactor, quantityOf } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** The same fuels in the table of the United Kingdom, of which it has factors by tonne and by litre or cubic metre. */
const ofUnitedKingdom: Readonly<Record<string, string>> = {
  "Motor Gasoline": "Liquid fuels · Petrol (100% mineral petrol)",
  "Gas/Diesel Oil": "Liquid fuels · Diesel (100% mineral diesel)",
  "Jet Kerosene": "Liquid fuels · Aviation turbine fuel",
  "Other Kerosene": "Liquid fuels · Burning oil",
  "Residual Fuel Oil": "Liquid fuels · Fuel oil",
  "Liquefied Petroleum Gases": "Gaseous fuels · LPG",
  "Natural Gas": "Gaseous fuels · Natural gas (100% mineral blend)",
};

const VOLUME = /^(?:L|mL|m3|bbl|gal|ft3)$/;

const liquids: Readonly<Record<string, string>> = {
  "fuel:Motor Gasoline": "Motor Gasoline",
  "fuel:Gas/Diesel Oil": "Gas/Diesel Oil",
  "fuel:Jet Kerosene": "Jet Kerosene",
  "fuel:Other Kerosene": "Other Kerosene",
  "fuel:Residual Fuel Oil": "Residual Fuel Oil",
  "fuel:Liquefied Petroleum Gases": "Liquefied Petroleum Gases",
  "fuel:Natural Gas": "Natural Gas",
  "fuel:Crude Oil": "Crude Oil",
  "fuel:Naphtha": "Naphtha",
  Petrol: "Motor Gasoline",
  Diesel: "Gas/Diesel Oil",
};

const DENSITY_OF_UK = "density of the United Kingdom";
const densityOfUk: Assumption = {
  slot: "basis",
  value: DENSITY_OF_UK,
  label: { en: "the density behind the factors of the United Kingdom", zh: "英国因子所用的密度" },
  because: { en: "it was chosen; no density is given", zh: "由提问者选定；未给出密度" },
  rivals: [],
};

/** What the factors of one fuel by volume and by mass come to: its density. */
function densityOf(activity: string): Step[] {
  const unit = activity.endsWith("blend)") ? "m3" : "L";
  const factor = (id: string, per: string): Step => ({
    id,
    tool: "data.query",
    args: {
      dataset: "factors_value_chain_uk",
      select: ["activity", "unit", { column: "factor", as: "value" }],
      where: { activity: `WTT- fuels · ${activity}`, unit: `kg CO2e AR5.GWP100/${per}` },
    },
  });
  const of = (step: string) => ({
    value: { $from: step, path: "rows.0.value" },
    unit: { $from: step, path: "rows.0.unit" },
  });
  return [
    factor("byVolume", unit),
    factor("byMass", "t"),
    {
      id: "density",
      tool: "quantity.multiply",
      args: { left: of("byVolume"), right: of("byMass"), operation: "over", unit: unit === "L" ? "kg/L" : "kg/m3" },
    },
  ];
}

type Quantity = Link & { readonly quantity: NonNullable<Link["quantity"]> };

/** CO2 of a volume of a liquid fuel, or of a distance and a consumption per 100 km, by the density that the words give, or by one that the reader chooses. */
export const fuelVolumeIntent: Intent = {
  id: "volume of a fuel",
  title: { en: "CO2 of a volume of a fuel", zh: "按体积计的燃料 CO2" },
  ofGivenAmounts: true,
  read(matter) {
    const fuels = [...matter.find("technology"), ...matter.find("material")].filter(
      ({ meaning }) => liquids[String(meaning.value)] !== undefined,
    );
    const [fuel] = fuels;
    const all = matter.links.filter((link): link is Quantity => !!link.quantity);
    const densities = all.filter(({ quantity }) => /^(?:kg\/L|kg\/m3|g\/mL|t\/m3)$/.test(quantity.unit));
    const volumes = all.filter(({ quantity }) => VOLUME.test(quantity.unit));
    const distances = all.filter(({ quantity }) => quantity.unit === "km");
    const [volume] = volumes;
    const hundred = distances.find(({ quantity }) => quantity.value === 100);
    const way = distances.find((each) => each !== hundred);
    const isPlain = distances.length === 0;
    const isSpoken = matter.links.some(({ words }) => words.includes("百公里"));
    const isByWay = way !== undefined && (hundred ? distances.length === 2 : distances.length === 1 && isSpoken);
    if (!fuel || !volume || volumes.length > 1 || densities.length > 1 || !(isPlain || isByWay)) return null;
    if (isByWay && volume.quantity.unit !== "L") return null;
    if (densities.length + volumes.length + distances.length !== all.length) return null;
    matter.use(...all, ...fuels.map(({ link }) => link));
    matter.emissions("CO2");
    for (const { link, meaning } of matter.find("material")) if (meaning.value === "activity:car") matter.use(link);
    matter.takes("operation", "burn", "total", "convert", "factor");
    matter.takes("process", "travel", "density");
    matter.use(...matter.links.filter(({ words }) => words === "开"));
    if (hundred) matter.use(...matter.links.filter(({ words }) => /^(?:per|每)$/i.test(words)));
    matter.unit();
    const [density] = densities;
    const name = liquids[String(fuel.meaning.value)]!;
    const label = matter.lexicon.conceptLabel("material", `fuel:${name}`);
    const isBritish = matter.all("basis").some(({ meaning }) => meaning.value === DENSITY_OF_UK);
    const british = ofUnitedKingdom[name];
    if (!density && !isBritish && british)
      return ask(
        "basis",
        {
          en: "How heavy is the fuel? Give the density, such as in kg/L, or take the one behind the factors of the United Kingdom.",
          zh: "燃料的密度是多少？请给出密度（如以 kg/L 计），或采用英国因子所用的密度。",
        },
        [{ value: DENSITY_OF_UK, label: densityOfUk.label }],
      );
    if (!density && !(isBritish && british))
      return refuse("no such data", {
        en: [
          "No table of the densities of fuels is here, and the guidelines count fuels by mass. Give the density, such as in kg/L, or the mass of the ",
          { name: label.en },
          ".",
        ],
        zh: ["这里没有燃料密度表，指南按质量计算燃料。请给出密度（如以 kg/L 计）或", { name: label.zh }, "的质量。"],
      });
    const litres: Step[] =
      isByWay && way
        ? [
            {
              id: "volume",
              tool: "quantity.multiply",
              args: {
                left: { value: way.quantity.value, unit: "km" },
                right: { value: volume.quantity.value, unit: "L/(100 km)" },
                unit: "L",
              },
            },
          ]
        : [];
    const mass: Step = {
      id: "mass",
      tool: "quantity.multiply",
      args: {
        left: litres.length > 0 ? quantityOf("volume") : { value: volume.quantity.value, unit: volume.quantity.unit },
        right: density ? { value: density.quantity.value, unit: density.quantity.unit } : quantityOf("density"),
        unit: "t",
      },
    };
    const steps: readonly Step[] = [
      ...litres,
      ...(density ? [] : densityOf(british!)),
      mass,
      guidelineFactor("heatValue", { category: "1.A", activity: name, parameter: "NCV" }),
      guidelineFactor("factor", { category: "1.A", activity: name, parameter: "EF", gas: "CO2" }),
      {
        id: "combustion",
        tool: "inventory.combustion",
        args: {
          fuels: [
            {
              fuel: name,
              amount: quantityOf(mass.id),
              ncv: factorValueOf("heatValue"),
              factors: { CO2: factorValueOf("factor") },
            },
          ],
        },
      },
      { id: "emissions", tool: "quantity.add", args: { quantities: [emissionOf("combustion", 0)], unit: "t CO2" } },
    ];
    const words = [...volumes, ...distances, ...densities].flatMap((each, i) => [
      ...(i === 0 ? [] : [", "]),
      { quoted: each.words },
    ]);
    return figureDraft({
      steps,
      assumed: density ? [defaultFactors] : [defaultFactors, densityOfUk],
      wants: [
        wanted("emissions", "value", { path: "unit" }, { en: "CO2 of burning it", zh: "燃烧 CO2" }),
        wanted(mass.id, "value", { path: "unit" }, { en: "mass", zh: "质量" }, false),
        ...(density ? [] : [wanted("density", "value", { path: "unit" }, { en: "density", zh: "密度" }, false)]),
        wanted("factor", "factor.value", { path: "factor.unit" }, { en: "emission factor", zh: "排放因子" }, false),
      ],
      subject: {
        en: [{ name: "CO2" }, " of burning ", { name: label.en }, " (", ...words, ")"],
        zh: ["燃烧", { name: label.zh }, "（", ...words, "）的 ", { name: "CO2" }],
      },
    });
  },
};
