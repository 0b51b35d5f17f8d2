import { answerOf } from "../../lib/dialogue/answer.ts";
import { Context } from "../../lib/dialogue/context.ts";
import type { Conversation, Turn } from "../../lib/dialogue/conversation.ts";
import type { AgentHost, StepResult } from "../../lib/dialogue/host.ts";
import { type AgentOutcome, type AskDraft, type Draft, type RefusalDraft, refuse } from "../../lib/dialogue/intent.ts";
import { loadLexiconFacts } from "../../lib/dialogue/lexicon/facts.ts";
import type { Lexicon, TableName } from "../../lib/dialogue/lexicon/lexicon.ts";
import { openLexicon } from "../../lib/dialogue/lexicon/open-lexicon.ts";
import type { Plan, Slot } from "../../lib/dialogue/plan.ts";
import type { Planned } from "../../lib/dialogue/planner.ts";
import { readingsOf } from "../../lib/dialogue/reading.ts";
import type { Option, Reply } from "../../lib/dialogue/reply.ts";
import { checkTemplate } from "../../lib/dialogue/template.ts";
import { Fault } from "../../lib/message/fault.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { type DatasetEntry, titleOf } from "../services/catalogue.ts";
import { hashOf } from "../values/canonical.ts";
import { compileCells } from "./compile-cells.ts";
import type { Adviser } from "./model/adviser.ts";
import type { ModelOutcome } from "./model/ask-model.ts";
import type { ModelDraft } from "./model/model-draft.ts";
import { isWord } from "./model/unknown-word.ts";
import { withRemark } from "./model/with-remark.ts";
import { runPlan } from "./run-plan.ts";

/** More options get no figures of their own. */
const MOST_EFFECTS = 6;

/** What a model never fills: by which rules emissions are counted is asked of a person. */
const askedOfPersons: ReadonlySet<Slot> = new Set(["principle", "metric", "method", "basis", "boundary"]);

/** Answers questions in words by plans of tools, without a model, or with one where the words are not understood. */
export class Dialogue {
  readonly #host: AgentHost;
  readonly #lexicon: Lexicon;
  readonly #catalogue: readonly DatasetEntry[];
  readonly #titles: ReadonlySet<string>;

  constructor(host: AgentHost, lexicon: Lexicon, catalogue: readonly DatasetEntry[]) {
    this.#host = host;
    this.#lexicon = lexicon;
    this.#catalogue = catalogue;
    this.#titles = new Set(
      catalogue.flatMap(({ title, title_zh, vintage, publisher }) => [title, title_zh, vintage ?? "", publisher ?? ""]),
    );
  }

  get lexicon(): Lexicon {
    return this.#lexicon;
  }

  /**
   * The reply to the last turn; those before it are read for what it leaves out. Rejects only with the signal's reason: what a tool
   * refuses is a refusal.
   * @param model asked about the last turn, and only if the planner has not understood it
   */
  async ask(conversation: Conversation, signal?: AbortSignal, model: Adviser | null = null): Promise<Reply> {
    const context = new Context(this.#lexicon);
    let reply: Reply | null = null;
    for (const [i, turn] of conversation.turns.entries()) {
      signal?.throwIfAborted();
      const planned = context.read(turn, i);
      const isLast = i === conversation.turns.length - 1;
      reply = await this.#reply(planned, isLast ? context : null, turn, i, signal);
      context.keep(planned, reply);
      if (isLast && model && isOpen(planned, reply))
        return this.#withModel(model, { planned, context, turn, place: i, reply }, signal);
    }
    return reply ?? this.#refusal(refuse("not understood", { en: "There is no question.", zh: "没有问题。" }), []);
  }

  /** @param context of the last turn, to try the options of a question back; those of earlier turns are not tried again */
  async #reply(
    planned: Planned,
    context: Context | null,
    turn: Turn,
    place: number,
    signal?: AbortSignal,
  ): Promise<Reply> {
    const { outcome } = planned;
    if (outcome.kind === "ask") return this.#ask(outcome, planned, context, turn, place, signal);
    if (outcome.kind === "refuse") return this.#refusal(outcome, planned.links);
    if (outcome.kind === "agent") return this.#start(outcome, planned, signal);
    const reply = await this.#run(outcome, { links: planned.links }, signal);
    return "outcome" in reply ? this.#ask(reply.outcome, planned, context, turn, place, signal) : reply;
  }

  /**
   * The reply with what a model makes of the words. A plan that answers takes the place of the planner's reply, and a question back
   * that of a refusal; otherwise the reply stands, and a refusal says what came of asking.
   */
  async #withModel(model: Adviser, { planned, context, turn, place, reply }: Open, signal?: AbortSignal) {
    const question = { turn, links: planned.links, lexicon: this.#lexicon, catalogue: this.#catalogue };
    const outcome: ModelOutcome = await model.advise(question, signal);
    if (outcome.kind === "draft") {
      const answer = await this.#run(outcome, outcome, signal);
      if ("kind" in answer && answer.kind === "answer") return answer;
    }
    if (reply.kind !== "refuse") return reply;
    const by = { provider: model.provider, model: model.model };
    if (outcome.kind === "ask") return this.#ask(outcome, { ...planned, by }, context, turn, place, signal);
    const remarked = withRemark(reply, outcome, by);
    checkTemplate(remarked.sentence, remarked.values, (name) => this.#isName(name) || name === by.model);
    return remarked;
  }

  /** What an agent answers, with how the words were understood. */
  async #start({ name, input }: AgentOutcome, { links }: Planned, signal?: AbortSignal): Promise<Reply> {
    const { startAgent } = await import("./start-agent.ts");
    const reply = await startAgent(name, input, this.#host, signal);
    const read = readingsOf(links);
    const agent = { name, input };
    if (reply.kind === "answer") return { ...reply, agent, plan: { ...reply.plan, read } };
    return { ...reply, agent, pending: { ...reply.pending, read } };
  }

  /** The answer of a draft, or what it asks when its steps have run. */
  async #run(
    draft: Draft,
    { links = [], read = readingsOf(links), by = "planner", names }: Origin,
    signal?: AbortSignal,
  ): Promise<Reply | { readonly outcome: AskDraft }> {
    const results = new Map<string, StepResult>();
    const look = async (tool: string, args: Parameters<AgentHost["call"]>[1]) => {
      const called = await this.#host.call(tool, args, signal);
      return { ...called, hash: hashOf(called.result) };
    };
    let stopped: unknown = null;
    for (const step of draft.steps) {
      try {
        for (const [id, result] of await runPlan({ steps: [step] }, this.#host, signal, results))
          results.set(id, result);
      } catch (error) {
        signal?.throwIfAborted();
        stopped = error;
        break;
      }
    }
    // A step that found nothing stops those that need it; the draft says what is missing.
    const finished = await finishedOf(draft, results, look, stopped);
    if (finished.kind === "ask") return { outcome: finished };
    if (finished.kind === "refuse")
      return this.#refusal(finished, links, { steps: draft.steps, assumed: draft.assumed }, names);
    const plan: Plan = { steps: draft.steps, read, assumed: draft.assumed, wants: finished.wants, by };
    const isName = (name: string) => this.#isName(name) || names?.has(name) === true;
    try {
      return answerOf({ plan, results, finished, cells: compileCells(plan), isName });
    } catch (error) {
      // A figure that is not where it should be, or a sentence with one of its own, is no answer.
      return this.#refusal(toolRefusal(error), links, plan);
    }
  }

  /** Labels of the lexicon and of the catalogue, and units. */
  #isName(name: string): boolean {
    return this.#lexicon.isName(name) || this.#titles.has(name);
  }

  async #ask(
    outcome: AskDraft,
    { links, by = "planner" }: Pick<Planned, "links"> & { readonly by?: Plan["by"] },
    context: Context | null,
    turn: Turn,
    place: number,
    signal?: AbortSignal,
  ): Promise<Reply> {
    const options: Option[] = [];
    for (const [i, option] of outcome.options.entries()) {
      if (context === null || i >= MOST_EFFECTS) {
        options.push(option);
        continue;
      }
      const chosen = { ...turn, chosen: { ...turn.chosen, [outcome.slot]: option.value } };
      const tried = context.read(chosen, place);
      const reply =
        tried.outcome.kind === "draft" ? await this.#run(tried.outcome, { links: tried.links }, signal) : null;
      const effect =
        reply && "kind" in reply && reply.kind === "answer" ? reply.values.filter(({ primary }) => primary) : [];
      options.push(effect.length > 0 ? { ...option, effect } : option);
    }
    return {
      kind: "ask",
      slot: outcome.slot,
      question: outcome.question,
      options,
      pending: { steps: [], read: readingsOf(links), assumed: [], wants: [], by },
    };
  }

  #refusal(
    { reason, sentence, nearest, values }: RefusalDraft,
    links: Planned["links"],
    tried: Pick<Plan, "steps" | "assumed"> = { steps: [], assumed: [] },
    names?: ReadonlySet<string>,
  ): Reply {
    const pending: Plan = { ...tried, read: readingsOf(links), wants: [], by: "planner" };
    checkTemplate(sentence, values, (name) => this.#isName(name) || names?.has(name) === true);
    return { kind: "refuse", reason, sentence, values, nearest, pending };
  }
}

/** Who made a draft, from which words, and what it may name beyond the lexicon. */
type Origin = Partial<Pick<ModelDraft, "read" | "names">> & {
  readonly by?: Plan["by"];
  readonly links?: Planned["links"];
};

/** A last turn with the planner's reply, about which a model may be asked. */
interface Open {
  readonly planned: Planned;
  readonly context: Context;
  readonly turn: Turn;
  readonly place: number;
  readonly reply: Reply;
}

/** Whether the words may say more than was understood: they were refused for that, or are asked for what an unknown one may say. */
function isOpen({ links }: Planned, reply: Reply): boolean {
  if (reply.kind === "refuse") return reply.reason === "not understood";
  return reply.kind === "ask" && !askedOfPersons.has(reply.slot) && links.some(isWord);
}

async function finishedOf(
  draft: Draft,
  results: Map<string, StepResult>,
  look: Parameters<Draft["finish"]>[1],
  stopped: unknown,
) {
  if (stopped === null) return draft.finish(results, look);
  try {
    const finished = await draft.finish(results, look);
    if (finished.kind === "refuse") return finished;
  } catch {
    // Without its results the draft cannot say what is missing: the tool's own sentence does.
  }
  return toolRefusal(stopped);
}

function toolRefusal(stopped: unknown): RefusalDraft {
  const said = stopped instanceof Fault ? stopped.said : String(stopped instanceof Error ? stopped.message : stopped);
  const text = (language: "en" | "zh") => {
    const written = typeof said === "string" ? said : writeMessage(said, { tag: language });
    // Which tool says it stands in the plan; people read the sentence.
    const sentence = written.replace(/^[a-z]+\.[a-zA-Z]+(?:: |：)/, "");
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  };
  // A tool's own sentence names the fields and values that it was given.
  return refuse("the tool refused", { en: [{ quoted: text("en") }], zh: [{ quoted: text("zh") }] });
}

/** Opens the dialogue over a host's tools and the datasets that they may read. */
export async function openDialogue(host: AgentHost, catalogue: readonly DatasetEntry[]): Promise<Dialogue> {
  const facts = { ...(await loadLexiconFacts(host)), tables: tableNames(catalogue) };
  return new Dialogue(host, openLexicon(facts), catalogue);
}

/** What the lexicon holds of the datasets. */
export function tableNames(catalogue: readonly DatasetEntry[]): TableName[] {
  return catalogue.flatMap((entry) => {
    const [column] = entry.columns;
    return column ? [{ name: entry.name, title: titleOf(entry), column: column.name }] : [];
  });
}
