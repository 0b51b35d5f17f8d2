import { messages } from "../../message/message.ts";
import { allOf, firstOf } from "./clues.ts";
import type { Finder } from "./finding.ts";
import type { Target } from "./target.ts";

const texts = messages("account.company", {
  given: { en: "The file gives the emission itself ({category}).", zh: "文件直接给出排放量（{category}）。" },
  givenNoCategory: {
    en: "The file gives an emission, but not in which scope and category it is: write them beside it.",
    zh: "文件给出了排放量，但没有写明范围和类别：请在旁边写明。",
  },
  givenSource: { en: "The file itself", zh: "文件本身" },
  givenMetric: {
    en: "The file does not say by which metric its CO2e is; {metric} is assumed.",
    zh: "文件没有说明 CO2e 的折算指标；按 {metric} 计。",
  },
});

/** Emissions that the file states itself, as masses of CO2e or of a gas. */
export const findGiven: Finder = (clues) => {
  const { unit, written } = clues;
  if (unit.dimension !== "emission") return null;
  const place = placeOf(
    written.scope,
    written.category,
    written.source,
    allOf(clues, "energy")[0] ?? null,
    firstOf(clues, "fuel") !== null,
    allOf(clues, "use"),
  );
  if (place === null) return { kind: "none", target: null, others: [], how: texts.givenNoCategory() };
  const target: Target = {
    id: `given|${place.scope}|${place.category}`,
    ...place,
    activity: clues.name,
    technology: null,
    label: texts.given({ category: `${place.scope} · ${place.category}` }),
    units: [],
    factor: null,
    factorUnit: null,
    source: texts.givenSource(),
    year: null,
    place: null,
    isBiogenic: false,
  };
  const isStated = unit.substance !== "CO2e";
  return {
    kind: written.scope === null ? "class" : "name",
    target,
    others: [],
    how: texts.given({ category: `${place.scope} · ${place.category}` }),
    conversion: {
      unit: isStated ? unit.text! : `${unit.text} CO2e {metric}`,
      factor: null,
      byDistance: false,
      how: [],
    },
  };
};

export const givenMetric = texts.givenMetric;

function placeOf(
  scope: string | null,
  category: string | null,
  source: string | null,
  energy: string | null,
  isFuel: boolean,
  uses: readonly string[],
): Pick<Target, "scope" | "category"> | null {
  if (scope === "3" && category !== null) return { scope: "3", category };
  if (scope === "2" || (scope === null && energy !== null && energy !== "compressed air"))
    return { scope: "2", category: energy ?? "electricity" };
  if (source !== null && /^\d/.test(source)) return { scope: "1", category: source };
  if (source === "process") return { scope: "1", category: "2" };
  if (isFuel || uses.length > 0) return { scope: "1", category: uses[0] === "vehicle" ? "1.A.3.b" : "1.A.2" };
  return scope === "1" ? { scope: "1", category: "1.A.2" } : null;
}
