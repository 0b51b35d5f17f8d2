import type { Text } from "../message/message.ts";
import type { AgentName } from "./agent-name.ts";
import type { Choice, Json, Plan, Slot } from "./plan.ts";
import type { RangeKind } from "./range-kind.ts";
import type { Template } from "./template.ts";

/** A part of a dataset that a value depends on. */
export interface SourcePart {
  readonly dataset: string;
  /** The rows, as an SQL condition; empty for all. */
  readonly where: string;
}

/** A figure of a reply. It comes from a cell, and the hash is that of the cell's value. */
export interface Value {
  readonly name: Text;
  readonly value: number | string | boolean;
  /** `iso3` of places, `year` of calendar years, `1` of ratios, `text` of names. */
  readonly unit: string;
  readonly cell: string;
  /** The path in the cell's value. */
  readonly path: string;
  readonly hash: string;
  readonly source: readonly SourcePart[];
  readonly lo?: number;
  readonly hi?: number;
  /** What the bounds are. */
  readonly range?: RangeKind;
  readonly primary?: true;
}

/** A cell that computes a figure, as it would stand in a notebook. */
export interface PlannedCell {
  /** The name that it defines. */
  readonly id: string;
  /** Its language, as in a notebook file. */
  readonly kind: "js" | "md";
  readonly source: string;
}

/** What an agent was asked. */
export interface AgentStart {
  readonly name: AgentName;
  readonly input: { readonly [slot: string]: Json };
}

export interface Answer {
  readonly kind: "answer";
  readonly plan: Plan;
  readonly values: readonly Value[];
  readonly text: Template;
  readonly cells: readonly PlannedCell[];
  /** Phases of an agent that ran, with their gates. */
  readonly phases?: readonly string[];
  /** Facts about the result that a test or another program may check. */
  readonly properties?: { readonly [name: string]: Json };
  /** The agent that answers, if one does. */
  readonly agent?: AgentStart;
}

/** A way to go on from a question back: choosing it fills the slot. */
export interface Option extends Choice {
  /** The figures that this choice would give. */
  readonly effect?: readonly Value[];
}

export interface Ask {
  readonly kind: "ask";
  readonly slot: Slot;
  readonly question: Text;
  readonly options: readonly Option[];
  /** What is understood so far. */
  readonly pending: Plan;
  /** The agent that asks, if one does. */
  readonly agent?: AgentStart;
}

export type RefusalReason =
  | "no such data"
  | "no such year"
  | "no such place"
  | "not understood"
  | "a forecast"
  | "an invention"
  | "the tool refused";

/** A question near the refused one that can be answered. Asking `question` gives the answer. */
export interface Nearest {
  readonly label: Text;
  readonly question: Text;
}

export interface Refusal {
  readonly kind: "refuse";
  readonly reason: RefusalReason;
  readonly sentence: Template;
  /** Figures of which the sentence speaks: the years that there are. */
  readonly values: readonly Value[];
  readonly nearest: readonly Nearest[];
  readonly pending: Plan;
  /** The agent that stopped at a gate, if one did. */
  readonly agent?: AgentStart;
}

export type Reply = Answer | Ask | Refusal;
