import type { z } from "zod";
import type { Assumption, Choice, Json, Slot, Step, Want } from "../dialogue/plan.ts";
import type { Template } from "../dialogue/template.ts";
import type { Text } from "../message/message.ts";
import type { AgentState, Return } from "./state.ts";

/** A condition of a phase, computed from its results. */
export interface Check {
  readonly name: string;
  readonly passed: boolean;
  /** What was found, with the tolerance and its reason. */
  readonly sentence: Text;
  /** Whether the next phase stays closed until it passes; the others are for whoever reviews the result. */
  readonly blocks: boolean;
}

/** What a phase does: values that it writes down, calls of tools, and what it assumed in order to make them. */
export interface PhaseWork {
  /** Values by name, which become cells of their own, before those of the steps, which may take them by `$from`. */
  readonly values?: { readonly [name: string]: Json };
  readonly steps: readonly Step[];
  readonly assumed: readonly Assumption[];
}

/** What a phase must know before it can do anything: the answer fills the slot of the request. */
export interface Question {
  readonly ask: Slot;
  readonly question: Text;
  readonly options: readonly Choice[];
  /** What every answer says beside its slot, as the unit in which the options are given. */
  readonly implied?: { readonly [slot: string]: Json };
}

/** The parts of a request that an answer to a question fills. */
export function answersOf({ ask, implied }: Question, value: Json): { readonly [slot: string]: Json } {
  return { ...implied, [ask]: value };
}

/** A part of an agent's work. Its artefact is the values of its cells, and all its functions are pure in the state. */
export interface Phase<Request> {
  readonly name: string;
  readonly title: Text;
  /** Slots about which it may ask. */
  readonly asks: readonly Slot[];
  /** What it does on what stands before it, or what it must ask first. */
  work(state: AgentState<Request>): PhaseWork | Question;
  /** Its conditions, computed when all its steps have results. */
  gate(state: AgentState<Request>): readonly Check[];
  /** The earlier phase to which a check that failed leads back, and why; nothing where a person must decide. */
  backTo?(state: AgentState<Request>, failed: Check): Pick<Return, "to" | "because"> | undefined;
}

/** What an agent says when all its phases stand. */
export interface Report {
  readonly wants: readonly Want[];
  readonly text: Template;
  /** Facts about the result that a test or another program may check. */
  readonly properties: { readonly [name: string]: Json };
}

/**
 * A plan that grows: phases in order, each with its steps and its gate. It has no memory of its own: what has been done is the values
 * of its cells.
 */
export interface Agent<Request = unknown> {
  readonly name: string;
  readonly title: Text;
  /** Reads what is asked of it; what is not said is not filled in here, but asked or assumed by a phase. */
  readonly request: z.ZodType<Request>;
  readonly phases: readonly Phase<Request>[];
  report(state: AgentState<Request>): Report;
}

/** Declares an agent. */
export function defineAgent<Request>(agent: Agent<Request>): Agent<Request> {
  return agent;
}

export function isQuestion(work: PhaseWork | Question): work is Question {
  return "ask" in work;
}
