import { molarMassOf } from "../../industry/substance/atomic-weights.ts";
import { ask, type Intent } from "../intent.ts";
import type { Link } from "../link.ts";
import type { Matter } from "../matter.ts";
import type { Assumption, Step } from "../plan.ts";
import { defaultFactors } from "./default-factors.ts";
import { emissionOf, factorValueOf, guidelineFactor, quantityOf } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Nitrogen of fertilisers by mass, by their formulas: CO(NH2)2, NH4NO3, (NH4)2SO4, NH4HCO3. */
const nitrogenOf: Readonly<Record<string, number>> = {
  urea: molarMassOf({ N: 2 }) / molarMassOf({ C: 1, O: 1, N: 2, H: 4 }),
  "ammonium nitrate": molarMassOf({ N: 2 }) / molarMassOf({ N: 2, H: 4, O: 3 }),
  "ammonium sulphate": molarMassOf({ N: 2 }) / molarMassOf({ N: 2, H: 8, S: 1, O: 4 }),
  "ammonium bicarbonate": molarMassOf({ N: 1 }) / molarMassOf({ N: 1, H: 5, C: 1, O: 3 }),
};

const editions = { IPCC: "2006", "IPCC 2019": "2019" } as const;

const massOfNitrogen: Assumption = {
  slot: "basis",
  value: "N",
  label: { en: "the mass is that of nitrogen, not of the product", zh: "质量指氮（折纯），不是肥料实物" },
  because: { en: "the words name nitrogen", zh: "问题说的是氮" },
  rivals: [],
};
const pure: Assumption = {
  slot: "basis",
  value: "pure",
  label: { en: "pure fertiliser, its nitrogen by its formula", zh: "纯品，含氮量按化学式" },
  because: { en: "no content of nitrogen is given", zh: "未给出含氮量" },
  rivals: [],
};
const oneHectare: Assumption = {
  slot: "amount",
  value: 1,
  label: { en: "one hectare", zh: "一公顷" },
  because: { en: "a rate is given and no area", zh: "只给出单位面积用量，未给出面积" },
  rivals: [],
};

/** N2O of nitrogen on fields, direct and indirect; CO2 of urea, limestone and dolomite on fields. */
export const soilsIntent: Intent = {
  id: "managed soils",
  title: { en: "emissions of fertiliser and lime on fields", zh: "施肥与施石灰的排放" },
  ofGivenAmounts: true,
  read(matter) {
    const materials = matter.find("material");
    const soils = materials.filter(({ meaning }) => String(meaning.value).startsWith("soil:"));
    // “Nitrogen on rice fields” goes where the field says.
    const soil = soils.find(({ meaning }) => meaning.value !== "soil:nitrogen") ?? soils[0];
    const product = materials.find(({ meaning }) =>
      /^process:(?:urea|ammonium (?:nitrate|sulphate|bicarbonate)|limestone|dolomite)$/.test(String(meaning.value)),
    );
    const onFields = matter.has("process", "on fields") || matter.links.some(({ words }) => APPLIED.test(words));
    const gases = [...new Set(matter.find("gas").map(({ meaning }) => String(meaning.value)))];
    const nitrogen = matter.links.some(({ quantity }) => quantity?.gas === "N");
    if (!soil && !nitrogen && !(product && (onFields || gases.includes("N2O")))) return null;
    if (gases.some((gas) => gas !== "N2O" && gas !== "CO2")) return null;
    const applied = appliedOf(matter);
    if (!applied) return null;
    matter.use(...soils.map(({ link }) => link), product?.link);
    matter.takes("process", "on fields");
    matter.use(...matter.links.filter(({ words }) => /^(?:appl(?:y|ies|ied)|spread|肥|施|施用)$/i.test(words)));
    matter.emissions(...gases);
    // The crop on which it is put changes nothing but for flooded rice.
    matter.one("product");
    matter.takes("operation", "total", "factor", "convert");
    matter.unit();
    const key = product ? String(product.meaning.value).slice("process:".length) : null;
    if (key === "limestone" || key === "dolomite") {
      if (gases.includes("N2O")) return null;
      return figureDraft(carbonOf(key, applied));
    }
    if (key === "urea" && gases.length === 0)
      return ask("gas", { en: "Which gas of the urea?", zh: "尿素的哪种气体？" }, [
        { value: "N2O", label: { en: "N2O", zh: "N2O" } },
        { value: "CO2", label: { en: "CO2", zh: "CO2" } },
      ]);
    const isBoth = key === "urea" && gases.length === 2;
    if (key === "urea" && gases.includes("CO2") && !isBoth) return figureDraft(carbonOf(key, applied));
    if (gases.includes("CO2") && !isBoth) return null;
    const isNitrogen = applied.isNitrogen || soils.some(({ link }) => /nitrogen|氮|\bn\b/i.test(link.words));
    if (!key && !isNitrogen)
      return ask("material", { en: "Of what is the mass?", zh: "质量是哪种物质的？" }, [
        { value: "soil:nitrogen", label: { en: "nitrogen", zh: "氮（折纯）" } },
        { value: "process:urea", label: { en: "urea", zh: "尿素" } },
      ]);
    const named = matter.find("database").filter(({ meaning }) => String(meaning.value) in editions);
    for (const { link } of named) matter.use(link);
    const direct = matter.links.filter(({ words }) => DIRECT.test(words));
    matter.use(...direct);
    const kind = kinds[String(soil?.meaning.value)] ?? "synthetic";
    // On fields that are not flooded both editions have one direct factor.
    const isOne = direct.length > 0 && kind !== "floodedRice" && named.length === 0;
    if (named.length !== 1 && !isOne)
      return ask("edition", { en: "By which edition of the guidelines?", zh: "按指南的哪一版？" }, [
        { value: "IPCC", label: { en: "IPCC 2006 Guidelines", zh: "IPCC 2006指南" } },
        { value: "IPCC 2019", label: { en: "2019 Refinement", zh: "2019修订版" } },
      ]);
    const edition = editions[(named[0]?.meaning.value ?? "IPCC") as keyof typeof editions];
    const share = key && !applied.isNitrogen ? nitrogenOf[key] : undefined;
    const nitrous = nitrousOxide(applied, { edition, kind, share, isDirect: direct.length > 0 });
    if (!isBoth) return figureDraft(nitrous);
    const carbon = carbonOf("urea", applied);
    return figureDraft({
      steps: [...nitrous.steps, ...carbon.steps],
      assumed: [...nitrous.assumed, ...carbon.assumed.filter((each) => !nitrous.assumed.includes(each))],
      wants: [...nitrous.wants.filter(({ primary }) => primary), ...carbon.wants.filter(({ primary }) => primary)],
      subject: { en: ["Urea on fields (", ...nitrous.words, ")"], zh: ["农田施用尿素（", ...nitrous.words, "）"] },
    });
  },
};

/** Where nitrogen goes in the equation; synthetic fertiliser if the words do not say it. */
const kinds: Readonly<Record<string, "organic" | "floodedRice">> = {
  "soil:manure": "organic",
  "soil:rice": "floodedRice",
};

interface Applied {
  readonly value: number;
  /** Of mass. */
  readonly unit: string;
  readonly isNitrogen: boolean;
  /** Hectares, where the mass is per hectare. */
  readonly area: number | null;
  readonly isAreaGiven: boolean;
  readonly words: readonly string[];
}

/** Words of the sentence that say of a fertiliser that it is used. */
const APPLIED = /^(?:apply|applied|applies|applying)$/i;
const MASS = /^(?:kg|t|kt|Mt|g)$/;
/** What is emitted on the field itself, without what comes down elsewhere. */
const DIRECT = /^(?:direct|directly|直接)$/i;

/** What is applied: a mass, or a mass a hectare with an area. */
function appliedOf(matter: Matter): Applied | null {
  const quantities = matter.links.filter(
    (link): link is Link & { quantity: NonNullable<Link["quantity"]> } => !!link.quantity,
  );
  const masses = quantities.filter(({ quantity }) => MASS.test(quantity.measured));
  const areas = quantities.filter(({ quantity }) => quantity.measured === "ha" && quantity.per === null);
  const [mass] = masses;
  if (!mass || masses.length > 1 || areas.length > 1 || masses.length + areas.length !== quantities.length) return null;
  if (mass.quantity.gas !== null && mass.quantity.gas !== "N") return null;
  const spoken = matter.takes("process", "per hectare");
  const isRate = mass.quantity.per === "ha" || spoken;
  if (mass.quantity.per !== null && mass.quantity.per !== "ha") return null;
  // “100 kg on 50 ha” may be on each or on all of them.
  if (!isRate && areas.length > 0) return null;
  matter.use(...quantities);
  return {
    value: mass.quantity.value,
    unit: mass.quantity.measured,
    isNitrogen: mass.quantity.gas === "N",
    area: isRate ? (areas[0]?.quantity.value ?? 1) : null,
    isAreaGiven: areas.length > 0,
    words: quantities.map(({ words }) => words),
  };
}

/** The mass that is applied in all, in its unit. */
function massStep({ value, unit, area }: Applied, share: number, of: string): Step {
  return {
    id: of === "" ? "mass" : "applied",
    tool: "quantity.multiply",
    args: {
      left: { value: area ?? 1, unit: area === null ? "1" : "ha" },
      right: { value: value * share, unit: area === null ? `${unit}${of}` : `${unit}${of}/ha` },
      unit: `kg${of}`,
    },
  };
}

function nitrousOxide(
  applied: Applied,
  {
    edition,
    kind,
    share,
    isDirect,
  }: {
    readonly edition: string;
    readonly kind: "synthetic" | "organic" | "floodedRice";
    /** Of nitrogen in the fertiliser; undefined where the mass is of nitrogen. */
    readonly share: number | undefined;
    readonly isDirect: boolean;
  },
) {
  const mass = massStep(applied, share ?? 1, " N");
  const direct = guidelineFactor("EF1", {
    category: "3.C.4",
    activity: "managed soils",
    parameter: "EF1",
    gas: "N2O",
    edition,
  });
  const indirect = ["EF4", "EF5", "FracGASF", "FracGASM", "FracLEACH"].map((parameter) =>
    guidelineFactor(parameter.charAt(0).toLowerCase() + parameter.slice(1), {
      category: "3.C.5",
      activity: "managed soils",
      parameter,
      edition,
      ...(parameter.startsWith("EF") ? { gas: "N2O" } : {}),
    }),
  );
  const factors = [{ ...direct, id: "eF1" }, ...indirect];
  const flooded = guidelineFactor("floodedFactor", {
    category: "3.C.4",
    activity: "managed soils",
    parameter: "EF1FR",
    gas: "N2O",
    edition,
  });
  const soils: Step = {
    id: "soils",
    tool: "inventory.managedSoils",
    args: {
      [kind]:
        kind === "floodedRice"
          ? { nitrogen: quantityOf(mass.id), factor: factorValueOf(flooded.id) }
          : quantityOf(mass.id),
      ...Object.fromEntries(factors.map(({ id }) => [id.charAt(0).toUpperCase() + id.slice(1), factorValueOf(id)])),
    },
  };
  const total: Step = {
    id: "total",
    tool: "quantity.add",
    args: { quantities: [emissionOf(soils.id, 0), emissionOf(soils.id, 1)] },
  };
  const words = applied.words.flatMap((each, i) => [...(i === 0 ? [] : [", "]), { quoted: each }]);
  return {
    words,
    steps: [mass, ...factors, ...(kind === "floodedRice" ? [flooded] : []), soils, total],
    assumed: [
      defaultFactors,
      ...(share === undefined ? [massOfNitrogen] : [pure]),
      ...(applied.area !== null && !applied.isAreaGiven ? [oneHectare] : []),
    ],
    wants: [
      ...(isDirect ? [] : [wanted(total.id, "value", { path: "unit" }, { en: "N2O of soils", zh: "土壤 N2O" })]),
      wanted(
        soils.id,
        "emissions.0.value",
        { path: "emissions.0.unit" },
        { en: "direct nitrous oxide", zh: "直接氧化亚氮" },
        isDirect,
      ),
      // What comes down elsewhere is not asked for, and differs by edition.
      ...(isDirect
        ? []
        : [wanted(soils.id, "emissions.1.value", { path: "emissions.1.unit" }, { en: "indirect", zh: "间接" }, false)]),
      wanted(mass.id, "value", { path: "unit" }, { en: "nitrogen", zh: "施氮" }, false),
    ],
    subject: {
      en: [isDirect ? "Direct nitrous oxide" : "Nitrous oxide", " of nitrogen on fields (", ...words, ")"],
      zh: ["农田施氮（", ...words, isDirect ? "）的直接氧化亚氮" : "）的氧化亚氮"],
    },
  };
}

const equations = {
  urea: { equation: "V4 Eq 11.13", category: "3.C.3", label: { en: "urea on fields", zh: "农田施用尿素" } },
  limestone: { equation: "V4 Eq 11.12", category: "3.C.2", label: { en: "limestone on fields", zh: "农田施用石灰石" } },
  dolomite: { equation: "V4 Eq 11.12", category: "3.C.2", label: { en: "dolomite on fields", zh: "农田施用白云石" } },
} as const;

/** CO2 of urea or lime that dissolves on fields. */
function carbonOf(key: keyof typeof equations, applied: Applied) {
  const { equation, category, label } = equations[key];
  const mass = massStep(applied, 1, "");
  const factor = guidelineFactor("factor", { category, activity: key, parameter: "EF" });
  const isLimestone = key === "limestone";
  const carbon: Step = {
    id: "carbon",
    tool: "inventory.equation",
    args: {
      equation,
      inputs:
        key === "urea"
          ? { M: quantityOf(mass.id), EF: factorValueOf(factor.id) }
          : {
              Ml: isLimestone ? quantityOf(mass.id) : 0,
              EFl: isLimestone ? factorValueOf(factor.id) : 0,
              Md: isLimestone ? 0 : quantityOf(mass.id),
              EFd: isLimestone ? 0 : factorValueOf(factor.id),
            },
    },
  };
  const gas: Step = {
    id: "emissions",
    tool: "quantity.convert",
    args: { from: "t C", value: { $from: carbon.id, path: "value" }, to: "t CO2" },
  };
  const words = applied.words.flatMap((each, i) => [...(i === 0 ? [] : [", "]), { quoted: each }]);
  return {
    steps: [mass, factor, carbon, gas],
    assumed: [defaultFactors, ...(applied.area !== null && !applied.isAreaGiven ? [oneHectare] : [])],
    wants: [
      wanted(gas.id, "value", { path: "unit" }, { en: "CO2 of the fields", zh: "农田 CO2" }),
      wanted(factor.id, "factor.value", { path: "factor.unit" }, { en: "emission factor", zh: "排放因子" }, false),
    ],
    subject: {
      en: [{ name: "CO2" }, " of ", { name: label.en }, " (", ...words, ")"],
      zh: [{ name: label.zh }, "（", ...words, "）的 ", { name: "CO2" }],
    },
  };
}
