import type { Assumption, Choice, Slot, Step } from "../../lib/dialogue/plan.ts";
import type { Nearest, PlannedCell, RefusalReason, Reply, SourcePart, Value } from "../../lib/dialogue/reply.ts";
import { writeReply } from "../../lib/dialogue/write-reply.ts";
import type { Text } from "../../lib/message/message.ts";

/** A figure of a reply, as a cell gets it. */
export interface CellValue {
  readonly name: Text;
  readonly value: number | string | boolean;
  /** `iso3` of places, `year` of calendar years, `1` of ratios, `text` of names. */
  readonly unit: string;
  /** The rows of datasets on which it depends. */
  readonly source: readonly SourcePart[];
  readonly lo?: number;
  readonly hi?: number;
  /** Whether it is what was asked for, not what explains it. */
  readonly primary?: true;
}

/** A way to go on from a question back: ask again with `{text, chosen: {[slot]: value}}` as the last turn. */
export interface CellOption extends Choice {
  /** The figures that this choice would give. */
  readonly effect: readonly CellValue[];
}

/** A reply as plain data: what `ask` gives to a cell. Fields that a kind has not are empty. */
export interface CellReply {
  readonly kind: Reply["kind"];
  /** The sentence with its figures: the answer, the question back, or why there is none. `localize(reply.text)` is the reader's. */
  readonly text: Text;
  readonly values: readonly CellValue[];
  /** The calls of the library from which the figures come. */
  readonly plan: readonly Step[];
  /** The same as cells, which can be put into a notebook. */
  readonly cells: readonly PlannedCell[];
  /** What the question left open and was taken by declared default. */
  readonly assumed: readonly Assumption[];
  /** Of a question back: what it asks for, and what may be chosen. */
  readonly slot: Slot | null;
  readonly options: readonly CellOption[];
  /** Of a refusal: why, and questions near it that have an answer. */
  readonly reason: RefusalReason | null;
  readonly nearest: readonly Nearest[];
}

/** The plain data of a reply. */
export function cellReply(reply: Reply): CellReply {
  const { steps, assumed } = reply.kind === "answer" ? reply.plan : reply.pending;
  return {
    kind: reply.kind,
    text: { en: writeReply(reply, "en").text, zh: writeReply(reply, "zh").text },
    values: reply.kind === "ask" ? [] : reply.values.map(cellValue),
    plan: steps,
    cells: reply.kind === "answer" ? reply.cells : [],
    assumed,
    slot: reply.kind === "ask" ? reply.slot : null,
    options:
      reply.kind === "ask"
        ? reply.options.map(({ value, label, effect = [] }) => ({ value, label, effect: effect.map(cellValue) }))
        : [],
    reason: reply.kind === "refuse" ? reply.reason : null,
    nearest: reply.kind === "refuse" ? reply.nearest : [],
  };
}

function cellValue({ name, value, unit, source, lo, hi, primary }: Value): CellValue {
  return {
    name,
    value,
    unit,
    source,
    ...(lo === undefined ? {} : { lo }),
    ...(hi === undefined ? {} : { hi }),
    ...(primary ? { primary } : {}),
  };
}
