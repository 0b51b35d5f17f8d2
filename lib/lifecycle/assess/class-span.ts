import { factorBetween } from "../graph/unit-names.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import type { Candidate, NodeScores } from "./bill-match.ts";
import type { Density, MaterialClass } from "./material-classes.ts";
import type { MaterialFactor } from "./material-factors.ts";

/**
 * What may stand for a line: a product of the background, or a factor of a table. Scores in kg CO2e for the whole line; lo and hi by the
 * densities of the class, where a factor by mass stands for a volume.
 */
export type Option =
  | { readonly kind: "product"; readonly of: Candidate; readonly score: number }
  | ({ readonly kind: "factor"; readonly of: MaterialFactor } & FactorScore);

interface FactorScore {
  readonly score: number;
  readonly lo: number;
  readonly hi: number;
  /** By which a mass stands for a volume, or the other way round; null if the units convert without it. */
  readonly density: Density | null;
}

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
    const scored = scoreByFactor(of, amount, unit, material.density);
    return scored === null ? [] : [{ kind: "factor", of, ...scored }];
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

/** What an amount scores by a factor; by the density of the class between masses and volumes. Null if the units do not convert. */
export function scoreByFactor(
  { unit: own, factor }: MaterialFactor,
  amount: number,
  unit: string,
  density: Density | undefined,
): FactorScore | null {
  const converted = factorBetween(unit, own);
  if (converted !== null) {
    const score = factor * converted * amount;
    return { score, lo: score, hi: score, density: null };
  }
  if (density === undefined) return null;
  const [volume, mass] = [factorBetween(unit, "m3"), factorBetween("kg", own)];
  const [kilograms, volumes] = [factorBetween(unit, "kg"), factorBetween("m3", own)];
  const by = (kg_m3: number) =>
    volume !== null && mass !== null
      ? volume * kg_m3 * mass
      : kilograms !== null && volumes !== null
        ? (kilograms / kg_m3) * volumes
        : null;
  const bounds = [density.kilograms, density.lo, density.hi].flatMap((each) => by(each) ?? []);
  if (bounds.length === 0) return null;
  const [score, ...ends] = bounds.map((units) => factor * units * amount) as [number, number, number];
  return { score, lo: Math.min(...ends), hi: Math.max(...ends), density };
}
