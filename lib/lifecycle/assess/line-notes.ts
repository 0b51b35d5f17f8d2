import { type Message, messages } from "../../message/message.ts";
import { factorBetween } from "../graph/unit-names.ts";
import type { AssessedLine } from "./assessment.ts";
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

type Line = Omit<AssessedLine, "share">;

/**
 * A line with what its data say of themselves: a range by laws where one data set of the very name stands for it, and in its reason why
 * it has no range, and what the data leave out.
 *
 * @param reason that of its kind, as `reasonOf` gives it.
 */
export function withData(line: Line, data: LineData | null, reason: Message): Line {
  if (line.score === null) return line;
  let { lo, hi } = line;
  if (isRangedByLaws(line, data)) {
    const reach = NORMAL_95 * data!.sd;
    [lo, hi] = [line.score - reach, line.score + reach];
  }
  const missing = missingOf(line, data);
  const said = missing
    ? texts.missing({ reason, kg: digits(missing.kg), names: missing.names.slice(0, NAMED) })
    : reason;
  return { ...line, lo, hi, reason: said, missing };
}

/** Why a line of a kind has what it has, whatever its amount. */
export function reasonOf(line: Line, data: LineData | null): Message {
  if (line.score === null) return line.reason;
  const reason = rangeOf(line, data);
  return isTranslated(line.called ?? line.name) ? texts.translated({ reason }) : reason;
}

function rangeOf(line: Line, data: LineData | null): Message {
  const { match, lo, hi, reason } = line;
  if (lo !== hi) return reason;
  if (isRangedByLaws(line, data)) return texts.laws({ reason, ...data!.laws });
  if (match === "grid") return texts.oneGrid({ reason });
  return (match === "exact" ? texts.noLaws : texts.oneCandidate)({ reason });
}

const isRangedByLaws = ({ match, lo, hi }: Line, data: LineData | null) =>
  lo === hi && match === "exact" && data !== null && data.sd > 0;

/** What is left out, if it is material: by the mass of the line, or, of a material that is not counted by mass, at all. */
function missingOf({ amount, unit, material }: Line, data: LineData | null): AssessedLine["missing"] {
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
