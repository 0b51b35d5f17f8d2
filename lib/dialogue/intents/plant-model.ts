import { plantsMaking, withTechnology } from "../../industry/plant/making-plants.ts";
import { ask, type Intent, type Outcome } from "../intent.ts";
import type { Found, Matter } from "../matter.ts";
import type { Assumption, Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Products without a default factor in the guidelines' tables here, but with a plant of the library. */
const products: ReadonlySet<string> = new Set(["methanol", "ethylene", "urea", "paper"]);

const typical: Assumption = {
  slot: "method",
  value: "plant model",
  label: { en: "a plant of the library at typical parameters", zh: "库中工厂的典型参数" },
  because: { en: "no data of a real plant are given", zh: "未给出实际工厂数据" },
  rivals: [],
};

const MAKING = /^(?:mak(?:e|es|ing)|made|produc\w*|manufactur\w*|生产|制造|制取|制备|合成)$/i;

/** CO2 of the stacks of a plant that makes an amount of a product, or of electricity, by the unit models of the library. */
export const plantModelIntent: Intent = {
  id: "plant model",
  title: { en: "CO2 of making a product by a plant model", zh: "按工厂模型计算产品的 CO2" },
  ofGivenAmounts: true,
  read(matter) {
    const materials = matter.find("material");
    const power = materials.find(({ meaning }) => String(meaning.value).startsWith("power:"));
    const product = materials.find(({ meaning }) => products.has(String(meaning.value).replace("process:", "")));
    const made = power ?? product;
    const [amount, ...others] = matter.quantities();
    if (!made || !amount || others.length > 0 || amount.quantity.gas !== null || amount.quantity.per !== null)
      return null;
    if (matter.all("gas").some(({ meaning }) => meaning.value !== "CO2")) return null;
    const isFit = power ? /Wh$/ : /^(?:kg|t|kt|Mt)$/;
    if (!isFit.test(amount.quantity.measured)) return null;
    const makes = matter.links.filter(({ words }) => MAKING.test(words));
    matter.use(made.link, ...makes);
    for (const kind of ["measure", "product", "sector", "fuel", "material", "commodity"] as const)
      for (const { link } of matter.find(kind))
        if (
          kind === "measure" ||
          link === made.link ||
          link.meanings.some(({ value }) => value === "energy:electricity")
        )
          matter.use(link);
    matter.takes("process", "plant", "process emissions");
    matter.takes("operation", "total", "convert", "factor");
    matter.takes("principle", "production");
    matter.unit();
    if (power) return ofPower(power, amount.words, amount.quantity.value, amount.quantity.measured);
    const name = String(product!.meaning.value).slice("process:".length);
    if (name === "urea" && makes.length === 0)
      return ask("context", { en: "Of making the urea or of its use?", zh: "指生产尿素还是使用尿素？" }, [
        { value: "making", label: { en: "making it", zh: "生产" } },
        { value: "on fields", label: { en: "its use on fields", zh: "施于农田" } },
      ]);
    return ofProduct(
      matter,
      name,
      product!,
      { value: amount.quantity.value, unit: amount.quantity.measured },
      amount.words,
    );
  },
};

function ofProduct(
  matter: Matter,
  name: string,
  { meaning: { label } }: Found,
  mass: { readonly value: number; readonly unit: string },
  words: string,
): Outcome {
  const plants = plantsMaking(name);
  const said = matter.find("technology").filter(({ meaning }) => {
    const some = withTechnology(plants, String(meaning.value));
    return some.length > 0 && some.length < plants.length;
  });
  for (const { link } of said) matter.use(link);
  const fitting = said[0] ? withTechnology(plants, String(said[0].meaning.value)) : plants;
  const [chosen] = fitting.length === 1 ? fitting : [];
  if (!chosen)
    return ask(
      "technology",
      { en: `From what is the ${label.en} made?`, zh: `${label.zh}以什么为原料？` },
      plants.map(({ plant, label }) => ({ value: plant, label })),
    );
  const plant: Step = { id: "plant", tool: "industry.plant", args: { plant: chosen.plant } };
  return draft(plant, "scope1_kg_t", "kg CO2/t", mass, {
    en: [
      "Making ",
      { quoted: words },
      " of ",
      { name: label.en },
      ", ",
      { name: chosen.label.en },
      ", stacks of the plant",
    ],
    zh: ["生产", { quoted: words }, { name: label.zh }, "（", { name: chosen.label.zh }, "）的工厂烟囱排放"],
  });
}

function ofPower({ meaning: { value, label } }: Found, words: string, amount: number, unit: string): Outcome {
  const name = String(value).slice("power:".length);
  const plant: Step = { id: "plant", tool: "industry.powerPlant", args: { plant: name } };
  return draft(
    plant,
    "scope1_kg_MWh",
    "kg CO2/MWh",
    { value: amount, unit },
    {
      en: [{ name: label.en }, " that sends out ", { quoted: words }, ", its stacks"],
      zh: [{ name: label.zh }, "供电 ", { quoted: words }, " 的烟囱排放"],
    },
  );
}

type Subject = Parameters<typeof figureDraft>[0]["subject"];

function draft(
  plant: Step,
  path: string,
  unit: string,
  amount: { readonly value: number; readonly unit: string },
  subject: Subject,
): Outcome {
  // What burns wood gives CO2 that is in no scope: it is said beside.
  const isBiogenic = /biomass|kraft/.test(String(plant.args.plant));
  const emissions: Step = {
    id: "emissions",
    tool: "quantity.multiply",
    args: { left: { ...amount }, right: { value: { $from: plant.id, path }, unit }, unit: "t CO2" },
  };
  return figureDraft({
    steps: [plant, emissions],
    assumed: [typical],
    wants: [
      wanted(emissions.id, "value", { path: "unit" }, { en: "CO2 of the stacks", zh: "烟囱 CO2" }),
      wanted(plant.id, path, unit, { en: "by unit", zh: "单位排放" }, false),
      ...(isBiogenic
        ? [wanted(plant.id, path.replace("scope1", "biogenic"), unit, { en: "biogenic", zh: "生物源" }, false)]
        : []),
    ],
    subject,
  });
}
