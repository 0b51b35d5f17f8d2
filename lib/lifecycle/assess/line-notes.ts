import { type Message, messages } from "../../message/message.ts";
import { factorBetween } from "../graph/unit-names.ts";
import type { AssessedLine, GivenLine, LineKind } from "./assessment.ts";
import type { LineData } from "./line-data.ts";
import { isTranslated } from "./material-terms.ts";
import { digits } from "./phase-draft.ts";

const texts = messages("lifecycle.line", {
  oneCandidate: { en: "{reason} One candidate; no range.", zh: "{reason}只有一个候选，没有范围。" },
  oneGrid: { en: "{reason} One factor; no range.", zh: "{reason}只有一个因子，没有范围。" },
  noLaws: {
    en: "{reason} One data set, which states no uncertainty; no range.",
    zh: "{reason}只有一项数据，且未注明不确定性，没有范围。",
  },
  laws: {
    en: "{reason} Range by the uncertainties that the inventory states, for {count} of {of} amounts behind it (± 1.96 standard deviations, to first order).",
    zh: "{reason}范围按清单注明的不确定性计算，涉及其背后 {of} 个数量中的 {count} 个（一阶，±1.96 倍标准差）。",
  },
  translated: {
    en: "{reason} The name is read from another language by this library's own translation: check that it is what you mean.",
    zh: "{reason}该外文名称按本库自行翻译识别，请核对是否所指。",
  },
  missing: {
    en: "{reason} Its data leave out {kg} kg of what they take ({names:and}).",
    zh: "{reason}其数据缺少所需投入 {kg} kg（{names:and}）。",
  },
});

/** Quantile of the standard normal law for a 95 % interval. */
const NORMAL_95 = 1.96;
/** Share of a line's own mass from which it is said what its data leave out: the tolerance of a balance of mass. */
const LEAST_MISSING = 0.05;
const NAMED = 3;

type UnitLine = LineKind["line"];

/** A line whose share of the score is known once all lines are. */
export type UnsharedLine = AssessedLine & { share: number | null };

/**
 * A line with what stands for it, and with what its data say of themselves: a range by laws where one data set of the very name stands for
 * it, and in its reason why it has no range, and what the data leave out. Field by field, so that all lines have one shape: of a hundred
 * thousand lines a spread takes longer than all else.
 *
 * @param data for its amount
 * @param said the reason of its kind, as `reasonOf` gives it
 */
export function assessedLine(given: GivenLine, kind: LineKind, data: LineData | null, said: Message): UnsharedLine {
  const { line } = kind;
  const { amount } = given;
  const score = line.score && line.score * amount;
  let [lo, hi] = [line.lo && line.lo * amount, line.hi && line.hi * amount];
  if (score !== null && isRangedByLaws(line, data)) {
    const reach = NORMAL_95 * data!.sd;
    [lo, hi] = [score - reach, score + reach];
  }
  const missing = score === null ? null : missingOf(line, amount, data);
  const reason = missing
    ? texts.missing({ reason: said, kg: digits(missing.kg), names: missing.names.slice(0, NAMED) })
    : said;
  return {
    name: given.name,
    called: line.name,
    stage: line.stage,
    amount,
    unit: line.unit,
    origin: line.origin,
    match: line.match,
    activity: line.activity,
    activityName: line.activityName,
    location: line.location,
    isElsewhere: line.isElsewhere,
    reason,
    material: line.material,
    isEstimate: line.isEstimate,
    metric: line.metric,
    score,
    lo,
    hi,
    share: null,
    missing,
    kind,
  };
}

/** Why a line of a kind has what it has, whatever its amount. */
export function reasonOf({ line }: LineKind, data: LineData | null): Message {
  if (line.score === null) return line.reason;
  const reason = rangeOf(line, data);
  return line.match !== "own" && isTranslated(line.name) ? texts.translated({ reason }) : reason;
}

function rangeOf(line: UnitLine, data: LineData | null): Message {
  const { match, lo, hi, reason } = line;
  if (lo !== hi) return reason;
  if (isRangedByLaws(line, data)) return texts.laws({ reason, ...data!.laws });
  if (match === "grid" || match === "own") return texts.oneGrid({ reason });
  return (match === "exact" ? texts.noLaws : texts.oneCandidate)({ reason });
}

const isRangedByLaws = ({ match, lo, hi }: UnitLine, data: LineData | null) =>
  lo === hi && match === "exact" && data !== null && data.sd > 0;

/** What is left out, if it is material: by the mass of the line, or, of a material that is not counted by mass, at all. */
function missingOf({ unit, material }: UnitLine, amount: number, data: LineData | null): AssessedLine["missing"] {
  if (!data || data.missing.kg === 0) return null;
  const perUnit = factorBetween(unit, "kg");
  const isMaterial = perUnit === null ? material !== null : data.missing.kg >= LEAST_MISSING * amount * perUnit;
  return isMaterial ? { kg: data.missing.kg, names: [...data.missing.names] } : null;
}

/** Shares of the size of a score: of lines that have a range. Null without a score. */
export function rangedShare(lines: readonly Pick<AssessedLine, "score" | "lo" | "hi">[]): number | null {
  const size = (list: typeof lines) => list.reduce((sum, { score }) => sum + Math.abs(score ?? 0), 0);
  const whole = size(lines);
  return whole === 0 ? null : size(lines.filter(({ lo, hi }) => lo !== hi)) / whole;
}

/** What the data of all lines leave out, together. */
export function allMissing(lines: readonly Pick<AssessedLine, "missing" | "name">[]): {
  readonly kg: number;
  readonly lines: readonly string[];
} {
  const some = lines.filter(({ missing }) => missing !== null);
  return {
    kg: some.reduce((sum, { missing }) => sum + missing!.kg, 0),
    lines: some.map(({ name }) => name),
  };
}
