import { type Message, messages } from "../message/message.ts";
import type { ReadLine } from "./line-shape.ts";
import type { Mapping } from "./mapping-shape.ts";
import { MappingEntries, type MappingEntry } from "./matching/mapping-entries.ts";
import type { OwnFactor } from "./own-factor.ts";

const texts = messages("account.settled", {
  converted: {
    en: "{amount} {unit} × {factor} {to} per {unit}, by the mapping",
    zh: "{amount} {unit} × 每 {unit} {factor} {to}（按映射表）",
  },
  convertedBy: {
    en: "{amount} {unit} × {factor} {to} per {unit}, by the mapping ({source})",
    zh: "{amount} {unit} × 每 {unit} {factor} {to}（按映射表，{source}）",
  },
  part: { en: "{share} % of “{name}”, by the mapping", zh: "“{name}”的 {share}%（按映射表）" },
  noUnit: { en: "one", zh: "一份" },
});

/** A line as a mapping settles it: converted, taken for something, left out, or a part of one that is split. */
export interface SettledLine {
  /** Name, amount and unit are those of the part, after the conversion. */
  readonly line: ReadLine;
  /** `id` of what the mapping takes it for; null if it says nothing. */
  readonly to: string | null;
  /** Why the mapping leaves it out; null if it does not. */
  readonly skip: string | null;
  /** The person's own factor for it; null if it has none, is left out, or is a part of a line that is split. */
  readonly own: OwnFactor | null;
  /** The line that it is a part of; null if it is whole. */
  readonly splitFrom: string | null;
  /** The conversion and the share; null if there is none. */
  readonly how: Message | null;
}

/** The lines as a mapping settles them, in their order; the parts of a split line stand in its place. */
export function settleLines(lines: readonly ReadLine[], mapping: Mapping): SettledLine[] {
  const entries = new MappingEntries(mapping);
  return lines.flatMap((line) => settle(line, entries.find(line)));
}

function settle(given: ReadLine, entry: MappingEntry | null): SettledLine[] {
  const { line, how } = converted(given, entry?.convert);
  const [to, skip] = [entry?.to ?? null, entry?.skip ?? null];
  const own = skip === null ? (entry?.factor ?? null) : null;
  const whole: SettledLine = { line, to, skip, own, splitFrom: null, how };
  if (!entry?.split) return [whole];
  return entry.split.map(({ to, share, name }, at) => ({
    line: { ...line, name: name ?? `${line.name} (${at + 1})`, amount: line.amount * share },
    to,
    skip: null,
    own: null,
    splitFrom: given.name,
    how: texts.part({ share: Number((100 * share).toPrecision(4)), name: given.name }),
  }));
}

function converted(line: ReadLine, convert: MappingEntry["convert"]): Pick<SettledLine, "line" | "how"> {
  if (!convert) return { line, how: null };
  const { factor, unit: to, source } = convert;
  const { amount } = line;
  const values = { amount, unit: line.unit === "" ? texts.noUnit() : line.unit, factor, to };
  const how = source === undefined ? texts.converted(values) : texts.convertedBy({ ...values, source });
  return { line: { ...line, amount: amount * factor, unit: to }, how };
}
