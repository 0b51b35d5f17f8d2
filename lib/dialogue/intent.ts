import type { Text } from "../message/message.ts";
import type { AgentName } from "./agent-name.ts";
import type { StepResult } from "./host.ts";
import type { Matter } from "./matter.ts";
import type { Assumption, Choice, Json, Slot, Step, Want } from "./plan.ts";
import type { Nearest, RefusalReason, Value } from "./reply.ts";
import { plainTemplate, type Template } from "./template.ts";

/** Steps to be run, and how their results become an answer. */
export interface Draft {
  readonly kind: "draft";
  readonly steps: readonly Step[];
  readonly assumed: readonly Assumption[];
  /** The figures and the sentence, when the steps have run; or why there is no answer after all. */
  finish(
    results: ReadonlyMap<string, StepResult>,
    look: Look,
  ): Promise<Finished | AskDraft | RefusalDraft> | Finished | AskDraft | RefusalDraft;
}

/** A call beside the plan, to say what there is instead of what was asked for. */
export type Look = (tool: string, args: { readonly [key: string]: Json }) => Promise<StepResult>;

export interface Finished {
  readonly kind: "finished";
  readonly wants: readonly Want[];
  readonly text: Template;
  readonly properties?: { readonly [name: string]: Json };
}

export interface AskDraft {
  readonly kind: "ask";
  readonly slot: Slot;
  readonly question: Text;
  readonly options: readonly Choice[];
}

export interface RefusalDraft {
  readonly kind: "refuse";
  readonly reason: RefusalReason;
  readonly sentence: Template;
  readonly values: readonly Value[];
  readonly nearest: readonly Nearest[];
}

/** Work of several phases, for an agent. */
export interface AgentOutcome {
  readonly kind: "agent";
  readonly name: AgentName;
  readonly input: { readonly [slot: string]: Json };
}

export type Outcome = Draft | AskDraft | RefusalDraft | AgentOutcome;

/** A kind of question: what it needs, and the plan that answers it. */
export interface Intent {
  readonly id: string;
  readonly title: Text;
  /**
   * Whether its figures are of amounts that the words give: who holds or uses such an amount changes nothing. Every other word must be
   * understood there, too.
   */
  readonly ofGivenAmounts?: true;
  /**
   * The outcome for a question of this kind, or null for others. Words that it reads are marked as explained in the matter. An
   * outcome counts only if no word of the question is left over.
   */
  read(matter: Matter): Outcome | null;
}

export function ask(slot: Slot, question: Text, options: readonly Choice[]): AskDraft {
  return { kind: "ask", slot, question, options };
}

export function refuse(
  reason: RefusalReason,
  sentence: Text | Template,
  nearest: readonly Nearest[] = [],
  values: readonly Value[] = [],
): RefusalDraft {
  const template = typeof sentence.en === "string" ? plainTemplate(sentence as Text) : (sentence as Template);
  return { kind: "refuse", reason, sentence: template, nearest, values };
}
