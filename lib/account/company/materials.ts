import { messages } from "../../message/message.ts";
import { foldText } from "../matching/fold-text.ts";
import { allOf, firstOf, wordsFor } from "./clues.ts";
import type { Finder, Finding } from "./finding.ts";

const texts = messages("account.company", {
  material: { en: "“{words}” names the material.", zh: "“{words}”说明了材料。" },
  processed: { en: "“{words}” names what is produced or decomposed.", zh: "“{words}”说明了所生产或分解的物质。" },
  processOrPurchase: {
    en: "Is “{name}” produced or decomposed in the company's own plant (scope 1), or bought as a material (scope 3)?",
    zh: "“{name}”是企业自身生产或分解的（范围一），还是作为材料购入的（范围三）？",
  },
  notMaterial: {
    en: "There is no factor by mass of purchased “{words}”: what was paid for it, or the supplier's own factor, is needed.",
    zh: "没有外购“{words}”按质量的因子：需要采购金额或供应商自己的因子。",
  },
  pieces: {
    en: "“{name}” is counted in “{unit}”: the mass of it is needed, as a conversion to kg.",
    zh: "“{name}”以“{unit}”计：需要其质量，作为换算为 kg 的系数。",
  },
  composite: {
    en: "“{name}” names several materials: split the line by their shares in the mapping, or say which one it is.",
    zh: "“{name}”包含多种材料：请在对应表中按份额拆分该行，或指明是哪一种。",
  },
  materialUk: { en: "The factor is of materials used in the United Kingdom.", zh: "因子为英国所用材料的因子。" },
});

const groups = ["Construction", "Other", "Organic", "Electrical items", "Metal", "Plastic", "Paper"];

/** Products and carbonates of the company's own processes: scope 1. */
export const findProcess: Finder = (clues, { activities }) => {
  const [process] = allOf(clues, "process");
  if (process === undefined || clues.unit.dimension !== "mass" || clues.tags.has("waste:any")) return null;
  const [category, activity] = [process.slice(0, process.indexOf("/")), process.slice(process.indexOf("/") + 1)];
  const words = wordsFor(clues, `process:${process}`).join(", ");
  const target = activities.process(category, activity);
  const { scope, source } = clues.written;
  const isOwn = scope === "1" || source !== null || clues.tags.has("role:produced") || clues.tags.has("role:process");
  const isBought = scope === "3" || clues.tags.has("role:purchased");
  const how = texts.processed({ words });
  const material = materialsOf(clues, activities)[0] ?? null;
  if (isBought && !isOwn)
    return material === null
      ? { kind: "none", target: null, others: [target], how: texts.notMaterial({ words }) }
      : null;
  if (isOwn && !isBought)
    return { kind: clues.code !== null && source !== null ? "code" : "name", target, others: [material], how };
  return {
    kind: "class",
    target: null,
    others: [target, material],
    how,
    question: { text: texts.processOrPurchase({ name: clues.name }), assumed: false },
  };
};

/** Purchased materials by mass: category 1 of scope 3. */
export const findMaterial: Finder = (clues, { activities, country }) => {
  if (firstOf(clues, "material") === null) return null;
  const { unit } = clues;
  if (unit.dimension === "money" || unit.dimension === "energy") return null;
  const [target, ...others] = materialsOf(clues, activities);
  if (target === undefined) return null;
  if (unit.dimension !== "mass")
    return {
      kind: "none",
      target: null,
      others: [target, ...others],
      how: texts.pieces({ name: clues.name, unit: unit.text ?? "" }),
    };
  if (isComposite(clues))
    return {
      kind: "class",
      target: null,
      others: [target, ...others],
      how: texts.composite({ name: clues.name }),
      question: { text: texts.composite({ name: clues.name }), assumed: false },
    };
  const named = allOf(clues, "material")[0]!;
  const isExact = target.activity.includes(`· ${named} ·`) && named !== "Metals" && clues.own.has(`material:${named}`);
  const notes = country === "GBR" ? [] : [texts.materialUk()];
  return {
    kind: isExact ? "name" : "class",
    target,
    others,
    how: texts.material({ words: wordsFor(clues, `material:${named}`).join(", ") }),
    notes,
  } satisfies Finding;
};

/** What stands between the materials of an assembly: copper / PVC, steel + glass. */
const BETWEEN = /[/／+＋&＆、]/;

/** Whether the parts of the name are each of another material; “paper & board” is one, as is “steel / metal”. */
function isComposite(clues: Parameters<Finder>[0]): boolean {
  const parts = clues.name.split(BETWEEN).slice(0, 10).map(foldText);
  if (parts.length < 2) return false;
  const own = allOf(clues, "material").filter((of) => of !== "Metals" && clues.own.has(`material:${of}`));
  const words = own.map((of) => wordsFor(clues, `material:${of}`).map(foldText));
  const firsts = parts.map((part) => words.findIndex((each) => each.some((word) => part.includes(word))));
  return new Set(firsts.filter((of) => of >= 0)).size > 1;
}

function materialsOf(clues: Parameters<Finder>[0], activities: Parameters<Finder>[1]["activities"]) {
  const sources = clues.tags.has("quality:recycled")
    ? ["Closed-loop source", "Primary material production"]
    : ["Primary material production", "Closed-loop source"];
  return allOf(clues, "material").flatMap((named) => {
    const kind = named === "Batteries" ? "Batteries - Alkaline" : named;
    return sources.flatMap((source) =>
      groups.flatMap((group) => activities.named("1", `Material use · ${group} · ${kind} · ${source}`) ?? []),
    );
  });
}
