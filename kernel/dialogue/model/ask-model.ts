import type { Turn } from "../../../lib/dialogue/conversation.ts";
import { type AskDraft, ask } from "../../../lib/dialogue/intent.ts";
import type { Lexicon } from "../../../lib/dialogue/lexicon/lexicon.ts";
import type { Link } from "../../../lib/dialogue/link.ts";
import type { Choice, Json, Slot } from "../../../lib/dialogue/plan.ts";
import type { DatasetEntry } from "../../services/catalogue.ts";
import { answerSchema } from "./answer-schema.ts";
import { checkedPlan } from "./checked-plan.ts";
import { type Dropped, drop } from "./dropped.ts";
import { type ModelDraft, modelDraft } from "./model-draft.ts";
import type { ModelProvider } from "./provider.ts";
import { type ModelAnswer, readAnswer } from "./read-answer.ts";
import { plainRemark } from "./remark.ts";
import { type ModelView, viewOf } from "./view.ts";

/** What a model's answer comes to: a plan to be run, a question back, a remark on the refusal, or nothing, with a reason. */
export type ModelOutcome = ModelDraft | AskDraft | { readonly kind: "remark"; readonly words: string } | Dropped;

/** What a model is asked about. */
export interface ModelQuestion {
  readonly turn: Turn;
  readonly links: readonly Link[];
  readonly lexicon: Lexicon;
  readonly catalogue: readonly DatasetEntry[];
}

/** Longer answers are given up, in characters. */
const LONGEST_ANSWER = 20_000;
/** An answer that takes longer is given up, in milliseconds. */
const PATIENCE_MS = 120_000;
/** A sloppy answer is asked for once more, with why it was not used. */
const TRIES = 2;

/** Asks a model how a question is to be answered. Rejects only with the signal's reason: whatever the model does wrong is dropped. */
export async function askModel(
  provider: ModelProvider,
  question: ModelQuestion,
  signal?: AbortSignal,
): Promise<ModelOutcome> {
  const view = viewOf(question.turn, question.links, question.catalogue);
  let outcome: ModelOutcome = drop("empty");
  for (let tried = 0; tried < TRIES; tried++) {
    const seen = outcome.kind === "dropped" && tried > 0 ? { ...view, rejected: outcome.because.en } : view;
    signal?.throwIfAborted();
    const text = await textOf(provider, seen, signal);
    signal?.throwIfAborted();
    outcome = typeof text === "string" ? await outcomeOf(readAnswer(text), view, question, provider) : text;
    if (outcome.kind !== "dropped" || !outcome.again) break;
  }
  return outcome;
}

/** The whole answer, or why there is none. Ends the stream at whatever comes first: its end, its limit, the signal. */
async function textOf(
  provider: ModelProvider,
  view: ModelView,
  signal: AbortSignal | undefined,
): Promise<string | Dropped> {
  const own = new AbortController();
  const late = setTimeout(() => own.abort(), provider.patience ?? PATIENCE_MS);
  const stop = () => own.abort();
  signal?.addEventListener("abort", stop);
  // A stream that does not heed its signal is left alone.
  const stopped = new Promise<null>((resolve) => own.signal.addEventListener("abort", () => resolve(null)));
  let stream: AsyncIterator<{ readonly text: string }> | undefined;
  try {
    stream = provider.propose(view, answerSchema(view), own.signal)[Symbol.asyncIterator]();
    let text = "";
    for (;;) {
      const next = await Promise.race([stream.next(), stopped]);
      if (next === null) return drop("tooSlow", false);
      if (next.done) return text;
      text += String(next.value.text);
      if (text.length > LONGEST_ANSWER) return drop("tooLong");
    }
  } catch {
    return drop(own.signal.aborted ? "tooSlow" : "failed", false);
  } finally {
    clearTimeout(late);
    signal?.removeEventListener("abort", stop);
    own.abort();
    void Promise.resolve(stream?.return?.()).catch(() => {});
  }
}

async function outcomeOf(
  answer: ModelAnswer | Dropped,
  view: ModelView,
  question: ModelQuestion,
  provider: ModelProvider,
): Promise<ModelOutcome> {
  switch (answer.kind) {
    case "dropped":
      return answer;
    case "say": {
      const words = plainRemark(answer.words);
      return words === null ? drop("figuresInRemark") : { kind: "remark", words };
    }
    case "ask":
      return questionBack(answer.slot, answer.options, question.lexicon);
    case "plan":
      return draftOf(answer, view, question, provider);
  }
}

/** Slots of which the lexicon knows the values. */
const known = [
  "place",
  "group",
  "principle",
  "metric",
  "method",
  "basis",
  "boundary",
  "gas",
  "sector",
  "product",
  "region",
  "material",
  "technology",
] as const satisfies readonly Slot[];

/** A question back in the program's own words, with those of the options that are values of the slot. */
function questionBack(slot: Slot, values: readonly Json[], lexicon: Lexicon): AskDraft | Dropped {
  const kind = known.find((each) => each === slot);
  const choices = kind ? lexicon.choices(kind) : [];
  const options = choices.filter(({ value }: Choice) => values.includes(value));
  if (options.length < 2) return drop("noOptions");
  return ask(slot, { en: "Which of these is meant?", zh: "指的是其中哪一个？" }, options);
}

async function draftOf(
  answer: Extract<ModelAnswer, { kind: "plan" }>,
  view: ModelView,
  question: ModelQuestion,
  provider: ModelProvider,
): Promise<ModelDraft | Dropped> {
  const plan = await checkedPlan(answer, view, question);
  return "kind" in plan ? plan : modelDraft(plan, provider, question.links);
}
