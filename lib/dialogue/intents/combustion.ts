import { type AskDraft, ask, type Draft, type Intent } from "../intent.ts";
import type { QuantityMention } from "../language/quantities.ts";
import type { Link } from "../link.ts";
import type { Found, Matter } from "../matter.ts";
import type { Json, Step } from "../plan.ts";
import type { Part } from "../template.ts";
import { defaultFactors } from "./default-factors.ts";
import { figureDraft, wanted } from "./one-figure.ts";

export const ENERGY = new Set([
  "TJ",
  "GJ",
  "MJ",
  "PJ",
  "EJ",
  "kWh",
  "MWh",
  "GWh",
  "TWh",
  "MMBtu",
  "Btu",
  "therm",
  "Gcal",
  "toe",
  "tce",
  "Mtoe",
]);

/** Units of mass in which a fuel is burned. */
export const FUEL_MASS = /^(?:kg|t|kt|Mt|Gg|g|Gt|lb|ton_short|ton_long)$/;

/** What the heat was for, and when: the factor of a fuel has no year and no purpose. */
const BESIDE = /^(?:heat|heats|heated|heating|last (?:year|winter|summer|month)|供暖|取暖|去年|去年冬天|上个冬天)$/i;

/** Kinds of coal, whose factors differ. */
export const coals = ["Anthracite", "Coking Coal", "Other Bituminous Coal", "Sub-Bituminous Coal", "Lignite"];

/** Emissions of burning an amount of a fuel by the default factors of the guidelines. */
export const combustionIntent: Intent = {
  id: "combustion",
  title: { en: "emissions of burning a fuel", zh: "燃料燃烧排放" },
  ofGivenAmounts: true,
  read(matter) {
    const fuels = matter.all("material", ({ value }) => String(value).startsWith("fuel:"));
    const specific = fuels.find(({ meaning }) => meaning.value !== "fuel:coal") ?? fuels[0];
    const [given, ...others] = matter.quantities();
    // “A tonne of coal burned” is no consumption of energy.
    const isCoalBurnt = matter.find("fuel").some(({ isNested, meaning }) => isNested && meaning.value === "coal");
    if (!specific && isCoalBurnt && given && others.length === 0 && /^(?:kg|t|kt|Mt)$/.test(given.quantity.unit)) {
      matter.emissions("CO2");
      return askCoal(matter);
    }
    if (!specific || !given || others.length > 0 || given.quantity.per === "day") return null;
    // “Ammonia from natural gas, 250 kt”: the amount is of the product.
    if (!matter.has("operation", "burn") && isOfProduct(matter, specific, given)) return null;
    // What is made is not burned.
    if (!matter.has("operation", "burn") && isMade(matter, given)) return null;
    matter.takes("operation", "burn", "total", "convert", "factor", "what if", "moved");
    // “With the default heat value”: by which the mass becomes energy.
    matter.takes("process", "heat value");
    matter.unit();
    matter.takes("database", "IPCC");
    matter.use(...matter.links.filter(({ words }) => BESIDE.test(words)));
    matter.emissions("CO2");
    const fuel = String(specific.meaning.value).slice("fuel:".length);
    const said = matter.all("gas").find(({ isNested, meaning }) => !isNested || meaning.value === "CO2")?.meaning.value;
    const gas = typeof said === "string" ? said : "CO2";
    if (gas === "GHG" || !["CO2", "CH4", "N2O"].includes(gas)) return null;
    const { quantity } = given;
    // “How much coal gives 1 Mt of CO2” asks for the fuel.
    if (quantity.gas !== null) return quantity.gas === "CO2" ? fuelFor(given, specific, fuel) : null;
    const basis = matter.one("basis")?.meaning.value;
    if (fuel === "coal") return askCoal(matter);
    const isEnergy = ENERGY.has(quantity.measured);
    if (isEnergy && basis === undefined) return askHeatValue();
    const { factor, ncv } = factorSteps(fuel, gas);
    if (!isEnergy && !FUEL_MASS.test(quantity.measured)) return null;
    const combustion: Step = {
      id: "combustion",
      tool: "inventory.combustion",
      args: { fuels: [burnt(fuel, gas, quantity, basis, { factor, ncv })] },
    };
    const words: Part = { quoted: given.words };
    const { label } = specific.meaning;
    const name = { en: `${gas} of burning ${label.en}`, zh: `${label.zh}燃烧的${gas}` };
    return figureDraft({
      steps: [...(isEnergy ? [] : [ncv]), factor, combustion],
      assumed: [defaultFactors],
      wants: [
        wanted(combustion.id, "emissions.0.value", { path: "emissions.0.unit" }, name),
        wanted(factor.id, "factor.value", { path: "factor.unit" }, { en: "emission factor", zh: "排放因子" }, false),
      ],
      subject: {
        en: [{ name: gas }, " of burning ", words, " of ", { name: label.en }],
        zh: ["燃烧", words, { name: label.zh }, "的 ", { name: gas }],
      },
    });
  },
};

/** Whether a product is named beside the fuel, and the amount does not stand with the fuel. */
const MAKES =
  /^(?:produc(?:e|es|ed|ing|tion of)|makes?|made|making|manufactur(?:e|es|ed|ing)|生产|生产了|制造|产|产出)$/i;

/** Whether the amount is what somebody makes. */
function isMade(matter: Matter, amount: Link): boolean {
  const isProduct = (value: unknown) => Array.isArray(value) && value.includes("material production");
  const words = matter.links.slice(0, matter.links.indexOf(amount)).slice(-2);
  return (
    matter.find("measure").some(({ meaning }) => isProduct(meaning.value)) ||
    matter.has("material", "process:coke") ||
    words.some((link) => MAKES.test(link.words))
  );
}

function isOfProduct(matter: Matter, fuel: Found, amount: Link): boolean {
  const products = matter
    .find("material")
    .filter(({ meaning, link }) => String(meaning.value).startsWith("process:") && link !== fuel.link);
  if (products.length === 0) return false;
  const words = matter.links.filter(
    (link) => link === fuel.link || link === amount || !link.meanings.some(({ kind }) => kind === "plain"),
  );
  return Math.abs(words.indexOf(fuel.link) - words.indexOf(amount)) !== 1;
}

function askCoal(matter: Matter): AskDraft {
  return ask(
    "material",
    { en: "Which kind of coal?", zh: "哪一种煤？" },
    coals.map((name) => ({
      value: `fuel:${name}`,
      label: matter.lexicon.conceptLabel("material", `fuel:${name}`),
    })),
  );
}

/** The amount of a fuel whose burning gives an amount of CO2, by the default factors. */
function fuelFor(
  given: Link & { readonly quantity: QuantityMention },
  { meaning: { label } }: Found,
  fuel: string,
): Draft | null {
  if (fuel === "coal") return null;
  const { factor, ncv } = factorSteps(fuel, "CO2");
  const one: Step = {
    id: "oneTonne",
    tool: "inventory.combustion",
    args: {
      fuels: [
        { fuel, amount: { value: 1, unit: "t" }, ncv: quantityOf(ncv.id), factors: { CO2: quantityOf(factor.id) } },
      ],
    },
  };
  const compare: Step = {
    id: "fuel",
    tool: "quantity.compare",
    args: {
      left: { value: given.quantity.value, unit: given.quantity.unit },
      right: { value: { $from: one.id, path: "emissions.0.value" }, unit: { $from: one.id, path: "emissions.0.unit" } },
    },
  };
  return figureDraft({
    steps: [ncv, factor, one, compare],
    assumed: [defaultFactors],
    wants: [
      wanted(compare.id, "ratio", "t", { en: `amount of ${label.en}`, zh: `${label.zh}用量` }),
      wanted(one.id, "emissions.0.value", { path: "emissions.0.unit" }, { en: "of one tonne", zh: "每吨排放" }, false),
    ],
    subject: {
      en: [{ name: label.en }, " whose burning gives ", { quoted: given.words }],
      zh: ["燃烧后排放 ", { quoted: given.words }, " 的", { name: label.zh }],
    },
  });
}

/** Default factors of stationary combustion: of CO2 for all of it, of other gases for the energy industries. */
export function factorSteps(fuel: string, gas: string, suffix = ""): { factor: Step; ncv: Step } {
  const category = gas === "CO2" ? "1.A" : "1.A.1";
  return {
    factor: {
      id: `factor${suffix}`,
      tool: "factors.select",
      args: { wanted: { category, activity: fuel, parameter: "EF", gas } },
    },
    ncv: {
      id: `heatValue${suffix}`,
      tool: "factors.select",
      args: { wanted: { category: "1.A", activity: fuel, parameter: "NCV" } },
    },
  };
}

function quantityOf(step: string) {
  return { value: { $from: step, path: "factor.value" }, unit: { $from: step, path: "factor.unit" } };
}

/** Asks on which calorific value an amount of energy is. */
export function askHeatValue(): AskDraft {
  return ask(
    "basis",
    { en: "Is the energy by net or by gross calorific value?", zh: "能量是按低位热值还是高位热值？" },
    [
      { value: "NCV", label: { en: "net calorific value", zh: "低位热值" } },
      { value: "GCV", label: { en: "gross calorific value", zh: "高位热值" } },
    ],
  );
}

/** An amount of a fuel as the tool takes it: energy on a basis, or a mass with its heat value. */
export function burnt(
  fuel: string,
  gas: string,
  { value, measured }: QuantityMention,
  basis: unknown,
  { factor, ncv }: { readonly factor: Step; readonly ncv: Step },
): Json {
  const isEnergy = ENERGY.has(measured);
  return {
    fuel,
    amount: { value, unit: isEnergy ? `${measured} ${basis === "GCV" ? "GCV" : "NCV"}` : measured },
    ...(isEnergy ? {} : { ncv: quantityOf(ncv.id) }),
    ...(isEnergy && basis === "GCV" ? { netOverGross: fuel === "Natural Gas" ? 0.9 : 0.95 } : {}),
    factors: { [gas]: quantityOf(factor.id) },
  };
}
