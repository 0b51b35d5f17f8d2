import type { Text } from "../../message/message.ts";
import { ask, type Intent, type Outcome } from "../intent.ts";
import type { Step } from "../plan.ts";
import type { Part } from "../template.ts";
import { defaultFactors } from "./default-factors.ts";
import { emissionOf, guidelineFactor } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Kinds of waste by the values of their words, as the tables of the guidelines call them. */
const burnt: Readonly<Record<string, string>> = {
  "waste:plastic": "plastics",
  "waste:paper": "paper and cardboard",
  "waste:food": "food waste",
  "waste:garden": "garden and park waste",
  "waste:wood": "wood",
  "waste:textiles": "textiles",
};
/** Kinds that are composted or digested. */
const organic: ReadonlySet<string> = new Set(["waste:food", "waste:garden", "waste:household"]);
const STOKER = "continuous incineration, stoker";

/** Composting, digestion and incineration of a mass of waste by the default factors of the guidelines. */
export const wasteTreatmentIntent: Intent = {
  id: "waste treatment",
  title: { en: "emissions of composting, digestion and incineration", zh: "堆肥、厌氧消化与焚烧的排放" },
  ofGivenAmounts: true,
  read(matter) {
    const wastes = matter.find("material").filter(({ meaning }) => String(meaning.value).startsWith("waste:"));
    const ways = matter
      .find("technology")
      .filter(({ meaning }) => ["composting", "anaerobic digestion", "incineration"].includes(String(meaning.value)));
    const [way] = ways;
    const amounts = matter.quantities();
    const [amount] = amounts;
    if (!way || amounts.length !== 1 || !amount || amount.quantity.gas !== null) return null;
    if (!/^(?:kg|t|kt|Mt|Gg)$/.test(amount.quantity.measured)) return null;
    if (new Set(ways.map(({ meaning }) => meaning.value)).size > 1) return null;
    const kinds = [...new Set(wastes.map(({ meaning }) => String(meaning.value)))];
    if (kinds.length > 1) return null;
    for (const { link } of [...wastes, ...ways]) matter.use(link);
    const gases = [...new Set(matter.all("gas").map(({ meaning }) => String(meaning.value)))];
    matter.emissions(...gases);
    matter.takes("operation", "burn", "total", "factor", "convert");
    matter.unit();
    const mass = { value: amount.quantity.value, unit: amount.quantity.measured };
    const words: Part = { quoted: amount.words };
    const [kind] = kinds;
    if (way.meaning.value !== "incineration") {
      if (kind !== undefined && !organic.has(kind)) return null;
      if (gases.some((gas) => gas !== "CH4" && gas !== "N2O")) return null;
      return biological(String(way.meaning.value), way.meaning.label, mass, words);
    }
    if (gases.some((gas) => !["CO2", "CH4", "N2O"].includes(gas))) return null;
    const burning = kind === undefined ? undefined : burnt[kind];
    if (burning === undefined)
      return ask(
        "material",
        {
          en: "Of what is the waste? What it holds of fossil carbon decides.",
          zh: "废弃物是什么？其化石碳含量起决定作用。",
        },
        Object.keys(burnt).map((value) => ({ value, label: matter.lexicon.conceptLabel("material", value) })),
      );
    return incineration(burning, matter.lexicon.conceptLabel("material", kind!), mass, words);
  },
};

interface Mass {
  readonly value: number;
  readonly unit: string;
}

/** One of the emissions in tonnes: the equations give gigagrams. */
function inTonnes(id: string, of: string, place: number, gas: string): Step {
  return {
    id,
    tool: "quantity.add",
    args: { quantities: [emissionOf(of, place)], unit: `t ${gas}` },
  };
}

/** Methane and nitrous oxide of composting, wet; of digestion the guidelines have no nitrous oxide. */
function biological(treatment: string, label: Text, mass: Mass, words: Part): Outcome {
  const factorOf = (id: string, gas: string) => ({
    id,
    tool: "data.query",
    args: {
      dataset: "factors_waste",
      select: ["value", "unit"],
      where: { category: "4.B", activity: treatment, parameter: "EF", gas, unit: `g ${gas}/kg wet waste` },
    },
  });
  const isCompost = treatment === "composting";
  const value = (id: string) => ({ value: { $from: id, path: "rows.0.value" }, unit: "g/kg" });
  const gasOf = (id: string, gas: string) => ({ ...value(id), unit: `g ${gas}/kg` });
  const steps = [
    factorOf("methaneFactor", "CH4"),
    ...(isCompost ? [factorOf("nitrousFactor", "N2O")] : []),
    {
      id: "treatment",
      tool: "inventory.biologicalTreatment",
      args: {
        kinds: [
          {
            treatment,
            mass: { ...mass },
            CH4: gasOf("methaneFactor", "CH4"),
            N2O: isCompost ? gasOf("nitrousFactor", "N2O") : 0,
          },
        ],
      },
    },
    inTonnes("methane", "treatment", 0, "CH4"),
    ...(isCompost ? [inTonnes("nitrousOxide", "treatment", 1, "N2O")] : []),
  ];
  return figureDraft({
    steps,
    assumed: [
      defaultFactors,
      {
        slot: "basis",
        value: "wet",
        label: { en: "the mass is wet", zh: "质量为湿基" },
        because: { en: "no dry mass is given", zh: "未说明为干基" },
        rivals: [],
      },
    ],
    wants: [
      wanted("methane", "value", { path: "unit" }, { en: "methane", zh: "甲烷" }),
      ...(isCompost
        ? [wanted("nitrousOxide", "value", { path: "unit" }, { en: "nitrous oxide", zh: "氧化亚氮" })]
        : []),
    ],
    subject: {
      en: ["Emissions of ", { name: label.en }, " of ", words],
      zh: [words, { name: label.zh }, "的排放"],
    },
  });
}

/** CO2 of the fossil carbon, and the other gases of a continuous stoker. */
function incineration(waste: string, label: Text, mass: Mass, words: Part): Outcome {
  const parts = ["dm", "CF", "FCF"].map((parameter) =>
    guidelineFactor(parameter.toLowerCase(), { category: "4.C", activity: waste, parameter }),
  );
  const ofStoker = (id: string, parameter: string, gas?: string) =>
    guidelineFactor(id, {
      category: "4.C.1",
      activity: "municipal waste",
      parameter,
      technology: STOKER,
      ...(gas === undefined ? {} : { gas }),
    });
  const percent = (step: string) => ({ value: { $from: step, path: "factor.value" }, unit: "%" });
  const perTonne = (step: string, gas: string) => ({
    value: { $from: step, path: "factor.value" },
    unit: `g ${gas}/t`,
  });
  const steps = [
    ...parts,
    ofStoker("oxidation", "OF"),
    ofStoker("methaneFactor", "EF", "CH4"),
    ofStoker("nitrousFactor", "EF", "N2O"),
    {
      id: "incineration",
      tool: "inventory.incineration",
      args: {
        wastes: [{ waste, mass: { ...mass }, dm: percent("dm"), CF: percent("cf"), FCF: percent("fcf") }],
        OF: percent("oxidation"),
        CH4: perTonne("methaneFactor", "CH4"),
        N2O: perTonne("nitrousFactor", "N2O"),
      },
    },
    inTonnes("fossil", "incineration", 0, "CO2"),
    inTonnes("methane", "incineration", 1, "CH4"),
    inTonnes("nitrousOxide", "incineration", 2, "N2O"),
  ];
  const figure = (id: string, name: Text, primary: boolean) => wanted(id, "value", { path: "unit" }, name, primary);
  return figureDraft({
    steps,
    assumed: [
      defaultFactors,
      {
        slot: "technology",
        value: STOKER,
        label: { en: "a continuous stoker", zh: "连续式炉排炉" },
        because: { en: "no incinerator is named; its CO2 does not depend on it", zh: "未说明焚烧炉；CO2 与其无关" },
        rivals: [],
      },
    ],
    wants: [
      figure("fossil", { en: "fossil CO2", zh: "化石源 CO2" }, true),
      figure("methane", { en: "methane", zh: "甲烷" }, false),
      figure("nitrousOxide", { en: "nitrous oxide", zh: "氧化亚氮" }, false),
    ],
    subject: {
      en: ["Fossil ", { name: "CO2" }, " of incineration of ", words, " of ", { name: label.en }],
      zh: ["焚烧", words, { name: label.zh }, "的化石源 ", { name: "CO2" }],
    },
  });
}
