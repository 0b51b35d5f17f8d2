import type { Message } from "../../message/message.ts";
import type { Ask } from "../line-shape.ts";

/** Places of a question that are listed. */
const SHOWN = 20;

type Question = Omit<Ask, "rows" | "question"> & { readonly question: (count: number) => Message };

/** Collects questions, each once, with the rows that they are about, and gives what answers them. */
export class Asker {
  readonly #answers: ReadonlyMap<string, string>;
  readonly #asks = new Map<
    string,
    { readonly ask: Question; readonly rows: { sheet: string; row: number }[]; count: number }
  >();

  constructor(answers: Readonly<Record<string, string>>) {
    this.#answers = new Map(Object.entries(answers));
  }

  /** The answer, else what is assumed; the question is asked again only without an answer. */
  ask(ask: Question, place: { readonly sheet: string; readonly row: number }): string | null {
    const answer = this.#answers.get(ask.key);
    if (answer !== undefined) return answer;
    const known = this.#asks.get(ask.key) ?? { ask, rows: [], count: 0 };
    known.count++;
    if (known.rows.length < SHOWN) known.rows.push({ sheet: place.sheet, row: place.row });
    this.#asks.set(ask.key, known);
    return ask.assumed;
  }

  get asks(): Ask[] {
    return [...this.#asks.values()].map(({ ask, rows, count }) => ({ ...ask, question: ask.question(count), rows }));
  }
}
