import { messages } from "../../message/message.ts";
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
