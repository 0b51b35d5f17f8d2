import type { Message } from "../../message/message.ts";
import type { Ask, ReadLine } from "../line-shape.ts";

/** Rows that a question names. */
export const MOST_ROWS = 20;

/** What is asked of several lines, once for each key, with the first rows that it is about. */
export class Asks {
  readonly #asks = new Map<string, { ask: Omit<Ask, "rows">; rows: { sheet: string; row: number }[] }>();

  add(
    line: Pick<ReadLine, "sheet" | "row"> | null,
    key: string,
    question: Message,
    options: readonly Ask["options"][number][],
    assumed: string | null,
  ): void {
    let known = this.#asks.get(key);
    if (!known) {
      known = { ask: { key, question, options: [...options], assumed }, rows: [] };
      this.#asks.set(key, known);
    }
    if (line && known.rows.length < MOST_ROWS) known.rows.push({ sheet: line.sheet, row: line.row });
  }

  list(): Ask[] {
    return [...this.#asks.values()].map(({ ask, rows }) => ({ ...ask, rows }));
  }
}
