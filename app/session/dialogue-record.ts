import { z } from "zod";
import type { Turn } from "../../lib/dialogue/conversation.ts";
import { jsonSchema, type Plan, planSchema, slots } from "../../lib/dialogue/plan.ts";
import type { Text } from "../../lib/message/message.ts";

/** More turns are not kept in a file: the oldest go first. */
export const MOST_TURNS = 100;
/** The longest question, in characters. */
export const MOST_CHARACTERS = 500;
/** A longer script is not read, in characters. */
const MOST_TEXT = 2_000_000;
const MOST_VALUES = 64;

/** A figure of a reply as the file records it: where it came from and what it was, never the output of its cell. */
export interface RecordedValue {
  readonly name: Text;
  readonly value: number | string | boolean;
  readonly unit: string;
  /** The name of its cell: in the notebook if the cell was kept, else in the plan. */
  readonly cell: string;
  readonly path: string;
  /** The hash of the cell's value. */
  readonly hash: string;
}

/** A turn of a conversation with what was replied. */
export interface RecordedTurn {
  readonly turn: Turn;
  readonly kind: "answer" | "ask" | "refuse";
  readonly plan: Plan;
  readonly values: readonly RecordedValue[];
  /** The cells of an answer that were kept: their names in the notebook, by their ids in the reply. */
  readonly kept?: { readonly [planned: string]: string } | undefined;
}

const words = z.string().max(MOST_CHARACTERS);
const text = z.object({ en: words, zh: words });
const name = z.string().max(200);

const recordedTurn = z.object({
  turn: z.object({ text: words, chosen: z.partialRecord(z.enum(slots), jsonSchema).optional() }),
  kind: z.enum(["answer", "ask", "refuse"]),
  plan: planSchema,
  values: z
    .array(
      z.object({
        name: text,
        value: z.union([z.number(), words, z.boolean()]),
        unit: name,
        cell: name,
        path: name,
        hash: z.string().regex(/^[0-9a-f]{0,64}$/),
      }),
    )
    .max(MOST_VALUES),
  kept: z.record(name, name).optional(),
});

const record = z.object({ turns: z.array(recordedTurn).max(MOST_TURNS) });

/** Reads the conversation of a notebook file, which anybody may have written; null if it is not one. */
export function readRecord(script: string): RecordedTurn[] | null {
  if (script.length > MOST_TEXT) return null;
  try {
    const parsed = record.safeParse(JSON.parse(script));
    return parsed.success ? (parsed.data.turns as RecordedTurn[]) : null;
  } catch {
    return null;
  }
}

/** A conversation as the JSON text of its script, one turn a line; null if there is none. */
export function writeRecord(turns: readonly RecordedTurn[]): string | null {
  if (turns.length === 0) return null;
  const lines = turns.slice(-MOST_TURNS).map((turn) => JSON.stringify(turn));
  return `{"turns": [\n${lines.join(",\n")}\n]}`;
}
