import { factorBetween } from "../graph/unit-names.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import type { Candidate, NodeScores } from "./bill-match.ts";
import type { MaterialClass } from "./material-classes.ts";
import type { MaterialFactor } from "./material-factors.ts";

/** What may stand for a line: a product of the background, or a factor of a table. Scores in kg CO2e for the whole line. */
export type Option =
  | { readonly kind: "product"; readonly of: Candidate; readonly score: number }
  | { readonly kind: "factor"; readonly of: MaterialFactor; readonly score: number };

/** What is asked of a class: so much of it in a unit, as the words of the line narrow it. */
export interface ClassDemand {
  readonly material: MaterialClass;
  readonly words: readonly string[];
  readonly amount: number;
  readonly unit: string;
  readonly places: readonly string[];
}

/** Everything that ships of a class of materials, by score. */
export function classSpan(
  inventory: OpenedInventory,
  { material, words, amount, unit, places }: ClassDemand,
  scores: NodeScores,
): Option[] {
  const products = inventory.bill
    .ofClass(material, words, unit, places, scores)
    .map((of): Option => ({ kind: "product", of, score: scores.productScores[of.node]! * of.factor * amount }));
  const factors = factorsOf(inventory, material).flatMap((of): Option[] => {
    const units = unitsOfFactor(of, unit, material.density);
    return units === null ? [] : [{ kind: "factor", of, score: of.factor * units * amount }];
  });
  return [...products, ...factors].sort((p, q) => p.score - q.score);
}

/** The units in which data of a class ship. */
export function unitsOfClass(inventory: OpenedInventory, material: MaterialClass, words: readonly string[]): string[] {
  const own = inventory.bill.unitsOfClass(material, words);
  return [...new Set([...own, ...factorsOf(inventory, material).map(({ unit }) => unit)])].sort();
}

/** Of a class that stands for a line itself, the middle: of what is of the line's origin, if any is. The lower of two. */
export function middleOf(span: readonly Option[]): Option | undefined {
  const atOrigin = span.filter((each) => each.kind === "product" && each.of.isAtOrigin);
  const among = atOrigin.length > 0 ? atOrigin : span;
  return among[Math.floor((among.length - 1) / 2)];
}

const factorsOf = ({ materials }: OpenedInventory, { factors }: MaterialClass): MaterialFactor[] =>
  factors.flatMap((item) => materials.get(item) ?? []);

/** Units of a factor that one unit of a line is; by the density of the class between masses and volumes. */
export function unitsOfFactor({ unit: own }: MaterialFactor, unit: string, density: number | undefined): number | null {
  const converted = factorBetween(unit, own);
  if (converted !== null || density === undefined) return converted;
  const [kilograms, volume] = [factorBetween(unit, "kg"), factorBetween("m3", own)];
  return kilograms === null || volume === null ? null : (kilograms / density) * volume;
}
