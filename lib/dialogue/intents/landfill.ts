import { ask, type Intent, type Outcome } from "../intent.ts";
import type { Assumption, Step } from "../plan.ts";
import { defaultFactors } from "./default-factors.ts";
import { factorValueOf, guidelineFactor } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Kinds of waste that decay, by the values of their words, as the tables of the guidelines call them. */
const decaying: Readonly<Record<string, string>> = {
  "waste:food": "food",
  "waste:garden": "garden",
  "waste:paper": "paper",
  "waste:wood": "wood straw",
  "waste:textiles": "textiles",
};
const sites = [
  "managed anaerobic",
  "managed semi aerobic",
  "unmanaged deep or high water table",
  "unmanaged shallow",
  "uncharacterised",
];

const allOfIt: Assumption = {
  slot: "boundary",
  value: "all years",
  label: { en: "over all years of decay, none of it collected or oxidised", zh: "全部降解年份合计，不计收集与氧化" },
  because: { en: "no year and no collection are given", zh: "未给出年份和收集情况" },
  rivals: [],
};

/** The methane that a mass of waste gives in a landfill, over all years. */
export const landfillIntent: Intent = {
  id: "landfill",
  title: { en: "methane of waste in a landfill", zh: "填埋废弃物的甲烷" },
  ofGivenAmounts: true,
  read(matter) {
    const [mass, ...others] = matter.quantities();
    if (!mass || others.length > 0 || mass.quantity.gas !== null) return null;
    if (!/^(?:kg|t|kt|Mt|Gg)$/.test(mass.quantity.measured)) return null;
    if (!matter.takes("technology", "Landfill", ...sites)) return null;
    const gases = matter.all("gas");
    if (gases.length === 0 || gases.some(({ meaning }) => meaning.value !== "CH4")) return null;
    matter.emissions("CH4");
    matter.takes("database", "IPCC");
    matter.takes("operation", "total", "factor", "convert");
    matter.takes("process", "production account", "route");
    matter.takes("principle", "territorial");
    matter.unit();
    const wastes = matter.find("material").filter(({ meaning }) => String(meaning.value).startsWith("waste:"));
    matter.use(...wastes.map(({ link }) => link));
    const kinds = [...new Set(wastes.map(({ meaning }) => String(meaning.value)))].filter((kind) => decaying[kind]);
    if (kinds.length > 1) return null;
    const [kind] = kinds;
    if (kind === undefined)
      return ask(
        "material",
        {
          en: "Of what is the waste? What it holds of degradable carbon decides.",
          zh: "废弃物是什么？其可降解有机碳含量起决定作用。",
        },
        Object.keys(decaying).map((value) => ({ value, label: matter.lexicon.conceptLabel("material", value) })),
      );
    const site = matter
      .find("technology")
      .filter(({ meaning }) => sites.includes(String(meaning.value)))
      .at(-1);
    matter.use(site?.link);
    if (!site)
      return ask(
        "technology",
        { en: "In what kind of landfill?", zh: "在哪种填埋场？" },
        sites.map((value) => ({ value, label: matter.lexicon.conceptLabel("technology", value) })),
      );
    return potential(kind, String(site.meaning.value), mass, matter.lexicon.conceptLabel("material", kind));
  },
};

function potential(
  kind: string,
  site: string,
  {
    words,
    quantity,
  }: { readonly words: string; readonly quantity: { readonly value: number; readonly measured: string } },
  label: { readonly en: string; readonly zh: string },
): Outcome {
  const factor = (id: string, activity: string, parameter: string) =>
    guidelineFactor(id, { category: "4.A", activity, parameter });
  const factors = [
    factor("carbonContent", decaying[kind]!, "DOC"),
    factor("decomposing", "all", "DOCf"),
    factor("correction", site, "MCF"),
    factor("methaneShare", "all", "F"),
  ];
  const [content, decomposing, correction, share] = factors.map(({ id }) => factorValueOf(id));
  const carbon: Step = {
    id: "carbon",
    tool: "inventory.equation",
    args: {
      equation: "V5 Eq 3.2",
      inputs: {
        W: { value: quantity.value, unit: quantity.measured },
        DOC: { ...content!, unit: "kg C/kg" },
        DOCf: decomposing!,
        MCF: correction!,
      },
    },
  };
  const methane: Step = {
    id: "methane",
    tool: "inventory.equation",
    args: {
      equation: "V5 Eq 3.3",
      inputs: { DDOCm: { value: { $from: carbon.id, path: "value" }, unit: "Gg C" }, F: share! },
    },
  };
  const emissions: Step = {
    id: "emissions",
    tool: "quantity.convert",
    args: { value: { $from: methane.id, path: "value" }, from: "Gg CH4", to: "t CH4" },
  };
  return figureDraft({
    steps: [...factors, carbon, methane, emissions],
    assumed: [defaultFactors, allOfIt],
    wants: [
      wanted(emissions.id, "value", { path: "unit" }, { en: "methane", zh: "甲烷" }),
      wanted(
        "carbonContent",
        "factor.value",
        { path: "factor.unit" },
        { en: "degradable carbon", zh: "可降解有机碳" },
        false,
      ),
    ],
    subject: {
      en: ["Methane of ", { quoted: words }, " of ", { name: label.en }, " in a landfill"],
      zh: ["填埋", { quoted: words }, { name: label.zh }, "的甲烷"],
    },
  });
}
