import type { mappingShape } from "../../../lib/account/mapping-shape.ts";
import { entryOf, type NamedLine } from "../../../lib/account/matching/entry-of.ts";
import type { OwnFactor } from "../../../lib/account/own-factor.ts";
import type { InputOf } from "../../../lib/tool/shape.ts";

/** A mapping with all its fields. */
export type Mapping = InputOf<typeof mappingShape>;

type Entry = Mapping["entries"][number];
/** A part of a split line: its share of the amount, and what it is taken for. */
export type Part = NonNullable<Entry["split"]>[number];

/** What a person decides on the lines of one name. */
export type Decision =
  | { readonly is: "to"; readonly to: string }
  | { readonly is: "split"; readonly parts: readonly Part[] }
  | { readonly is: "skip"; readonly reason: string }
  /** A factor of one's own, for what the line is taken for. */
  | { readonly is: "own"; readonly factor: OwnFactor }
  /** Without it: what the line is taken for stays. */
  | { readonly is: "noOwn" }
  /** As it is found without the mapping. */
  | { readonly is: "found" };

/** A mapping in which nothing is decided. */
export const emptyMapping: Mapping = {
  format: "yuheng-mapping",
  version: 1,
  entries: [],
  places: {},
  answers: {},
};

/** The mapping after a decision on the lines of a name and unit. What was settled on their conversion stays. */
export function decide(mapping: Mapping, line: NamedLine, decision: Decision): Mapping {
  const before = entryOf(mapping, line);
  const others = mapping.entries.filter((entry) => entry !== before);
  if (decision.is === "found") return { ...mapping, entries: others };
  const to = decision.is === "to" ? decision.to : isOfFactor(decision) ? before?.to : undefined;
  const isNothing = decision.is === "noOwn" && to === undefined && !before?.convert;
  if (isNothing) return { ...mapping, entries: others };
  const entry: Entry = {
    name: line.name,
    ...(line.unit === "" ? {} : { unit: line.unit }),
    ...(to === undefined ? {} : { to }),
    ...(decision.is === "own" ? { factor: decision.factor } : {}),
    ...(decision.is === "split" ? { split: [...decision.parts] } : {}),
    ...(decision.is === "skip" ? { skip: decision.reason } : {}),
    ...(before?.convert && decision.is !== "skip" ? { convert: before.convert } : {}),
  };
  return { ...mapping, entries: [...others, entry] };
}

const isOfFactor = ({ is }: Decision) => is === "own" || is === "noOwn";

/** The mapping with a place for a site, or for a place as the file writes it; null takes it back. */
export function withPlace(mapping: Mapping, site: string, region: string | null): Mapping {
  return { ...mapping, places: withKey(mapping.places, site, region) };
}

/** The mapping with an answer to what was asked; null takes it back. */
export function withAnswer(mapping: Mapping, key: string, value: string | null): Mapping {
  return { ...mapping, answers: withKey(mapping.answers, key, value) };
}

/** Names come from files, so no key of a prototype is set. */
function withKey(record: Readonly<Record<string, string>>, key: string, value: string | null): Record<string, string> {
  const others = Object.entries(record).filter(([each]) => each !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value]]);
}

/** Why parts cannot stand for a line: fewer than two, one without a share or a target, or shares that are not one together. */
export type SplitProblem = "few" | "open" | "sum";

/** Null if the parts can stand for a line. Shares of a bill may leave a rounding error of a thousandth. */
export function splitProblem(parts: readonly Part[]): SplitProblem | null {
  if (parts.length < 2) return "few";
  if (parts.some(({ to, share }) => to === "" || !(share > 0))) return "open";
  const sum = parts.reduce((all, { share }) => all + share, 0);
  return Math.abs(sum - 1) > 1e-3 ? "sum" : null;
}
