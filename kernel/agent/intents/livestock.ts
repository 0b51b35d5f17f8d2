import { ask, type Intent } from "../intent.ts";
import type { Matter } from "../matter.ts";
import type { Assumption, Step } from "../plan.ts";
import { defaultFactors } from "./default-factors.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Animals as the tables of default factors call them, and where their factors differ: by region, or by development. */
const animals: Readonly<Record<string, { readonly activity: string; readonly by: "region" | "development" }>> = {
  "Dairy cattle": { activity: "dairy cattle", by: "region" },
  Sheep: { activity: "sheep", by: "development" },
  Goats: { activity: "goats", by: "development" },
  "Swine / pigs": { activity: "swine", by: "development" },
  Buffalo: { activity: "buffalo", by: "development" },
  Horses: { activity: "horses", by: "development" },
  Camels: { activity: "camels", by: "development" },
  Cattle: { activity: "other cattle", by: "region" },
};

const regions = [
  "North America",
  "Western Europe",
  "Eastern Europe",
  "Oceania",
  "Latin America",
  "Asia",
  "Africa and Middle East",
  "Indian Subcontinent",
];
const developments = ["developed countries", "developing countries"];

/** Cattle that are not said to be dairy cattle count as the others. */
const otherCattle: Assumption = {
  slot: "product",
  value: "other cattle",
  label: { en: "cattle other than dairy cattle", zh: "非奶牛的牛" },
  because: { en: "they are not said to be dairy cattle", zh: "未说明为奶牛" },
  rivals: [],
};

/** Methane of the digestion of a number of animals, by the default factor of a region. */
export const livestockIntent: Intent = {
  id: "enteric fermentation",
  title: { en: "methane of animals", zh: "牲畜肠道甲烷" },
  ofGivenAmounts: true,
  read(matter) {
    const gases = matter.all("gas").map(({ meaning }) => meaning.value);
    const product = matter.all("product").find(({ meaning }) => animals[String(meaning.value)]);
    if (!product || (gases.length > 0 && !gases.every((gas) => gas === "CH4"))) return null;
    const [amount, ...others] = matter.quantities().filter(({ quantity }) => quantity.measured === "head");
    const [number] = amount ? [] : matter.numbers();
    const heads = amount?.quantity.value ?? number?.number;
    if (heads === undefined || others.length > 0) return null;
    // “Methane of 1000 sheep” is of their digestion; their manure is another source.
    if (matter.links.some(({ words }) => /manure|dung|粪/i.test(words))) return null;
    const isDigestion = matter.all("term").length > 0 || gases.includes("CH4");
    if (!isDigestion) return null;
    for (const kind of ["measure", "database", "sector", "material"] as const) matter.all(kind);
    matter.takes("operation", "factor", "series", "total", "mean");
    matter.unit();
    const { activity, by } = animals[String(product.meaning.value)]!;
    const words = matter.links.map((link) => link.words.toLowerCase()).join(" ");
    const named =
      by === "region" ? regions.find((region) => words.includes(region.toLowerCase())) : developmentOf(matter);
    matter.all("region");
    for (const link of matter.links)
      if (named?.toLowerCase().includes(link.words.toLowerCase()) && link.words.length > 3) matter.use(link);
    if (!named) {
      const question =
        by === "region"
          ? { en: "In which region are the animals?", zh: "牲畜在哪个区域？" }
          : { en: "In developed or in developing countries?", zh: "在发达国家还是发展中国家？" };
      const kind = by === "region" ? "region" : "technology";
      return ask(
        kind,
        question,
        (by === "region" ? regions : developments).map((value) => ({
          value,
          label: matter.lexicon.conceptLabel(kind, value),
        })),
      );
    }
    const factor: Step = {
      id: "factor",
      tool: "factors.select",
      args: { wanted: { category: "3.A.1", activity, parameter: "EF", gas: "CH4", region: named } },
    };
    const emissions: Step = {
      id: "emissions",
      tool: "quantity.multiply",
      args: {
        left: { value: heads, unit: "head" },
        right: { value: { $from: factor.id, path: "factor.value" }, unit: { $from: factor.id, path: "factor.unit" } },
      },
    };
    return figureDraft({
      steps: [factor, emissions],
      assumed: [defaultFactors, ...(activity === "other cattle" ? [otherCattle] : [])],
      wants: [
        wanted(emissions.id, "value", { path: "unit" }, { en: "methane of digestion", zh: "肠道甲烷" }),
        wanted(factor.id, "factor.value", { path: "factor.unit" }, { en: "emission factor", zh: "排放因子" }, false),
      ],
      subject: {
        en: ["Enteric methane of ", { quoted: (amount ?? number)!.words }, " ", { name: product.meaning.label.en }],
        zh: [{ quoted: (amount ?? number)!.words }, { name: product.meaning.label.zh }, "的肠道甲烷"],
      },
    });
  },
};

/** Whether the animals are in developed or developing countries, as the words say. */
function developmentOf(matter: Matter): string | undefined {
  const found = matter.find("technology").find(({ meaning }) => developments.includes(String(meaning.value)));
  matter.use(found?.link);
  return found && String(found.meaning.value);
}
