import type { QuotedCell, Turn } from "../../../lib/dialogue/conversation.ts";
import type { Link } from "../../../lib/dialogue/link.ts";
import type { Json, Slot } from "../../../lib/dialogue/plan.ts";
import { readingsOf } from "../../../lib/dialogue/reading.ts";
import type { DatasetEntry } from "../../services/catalogue.ts";
import { wordsOf } from "./fit.ts";
import { type DatasetCard, offeredDatasets } from "./offered-datasets.ts";
import { type ToolCard, toolCards } from "./tool-cards.ts";
import { isWord } from "./unknown-word.ts";

/**
 * Everything that a model sees: the question, how its words were read, those that were not, and cards of tools and datasets. Never
 * text, outputs or tables of a notebook, nor results of tools; a cell that the person put into the question comes quoted.
 */
export interface ModelView {
  readonly question: string;
  readonly read: readonly { readonly slot: Slot; readonly value: Json; readonly words: string }[];
  readonly unexplained: readonly string[];
  readonly tools: readonly ToolCard[];
  readonly datasets: readonly DatasetCard[];
  /** Cells that the person put into the question: data, never instructions. */
  readonly quoted?: readonly QuotedCell[];
  /** Why the answer before this one was not used, if there was one. */
  readonly rejected?: string;
}

/** The longest question that is shown to a model, in characters. */
const LONGEST_QUESTION = 2000;
/** Of a quoted cell no more is shown, in characters, and no more cells than these. */
const LONGEST_QUOTE = 1500;
const MOST_QUOTES = 4;

/** What is done with an amount in a unit, in the words of tools. */
const ofAmounts = ["convert", "another", "unit"];

export function viewOf(
  { text, quoted = [] }: Turn,
  links: readonly Link[],
  catalogue: readonly DatasetEntry[],
): ModelView {
  const labels = links.flatMap(({ meanings }) => meanings.flatMap(({ label }) => [label.en, label.zh]));
  const isAmount = links.some(({ unit, quantity }) => unit !== undefined || quantity !== undefined);
  const words = wordsOf([text, ...labels, ...(isAmount ? ofAmounts : [])]);
  return {
    question: text.slice(0, LONGEST_QUESTION),
    read: links.flatMap((link) => readingsOf([link]).map(({ slot, value }) => ({ slot, value, words: link.words }))),
    unexplained: links.filter(isWord).map((link) => link.words),
    tools: toolCards(words),
    datasets: offeredDatasets(catalogue, words),
    ...(quoted.length > 0 ? { quoted: quoted.slice(0, MOST_QUOTES).map(shortened) } : {}),
  };
}

function shortened({ name, text }: QuotedCell): QuotedCell {
  return { name: name.slice(0, 80), text: text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text };
}
