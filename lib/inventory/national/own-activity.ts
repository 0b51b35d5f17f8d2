import { type Message, messages } from "../../message/message.ts";
import { convert, quantity } from "../../quantity/quantity.ts";
import { InventoryError } from "../account/inventory-error.ts";
import type { Percent } from "../uncertainty/inventory-source.ts";
import type { Activity } from "./national-line.ts";

const said = messages("inventory", {
  ownSource: { en: "own data: {source}", zh: "自有数据：{source}" },
  noSuchLine: {
    en: 'own: there is no line "{activity}" in {category} for {region} {year}. Lines: {lines}.',
    zh: "own：{region} {year} 年的 {category} 中没有“{activity}”一行。现有：{lines}。",
  },
});

/** An amount of one's own for a line of the inventory. */
export interface OwnRow {
  readonly category: string;
  /** The line's name. */
  readonly activity: string;
  readonly amount: number;
  readonly unit: string;
  readonly source: string;
  /** Half of the 95 % interval, %. */
  readonly error?: Percent | undefined;
}

/** Own amounts, which go before any table. */
export class OwnActivity {
  readonly #rows = new Map<string, OwnRow>();
  readonly #used = new Set<string>();

  constructor(rows: readonly OwnRow[]) {
    for (const row of rows) this.#rows.set(`${row.category}\t${row.activity}`, row);
  }

  has(category: string, name: string): boolean {
    return this.#rows.has(`${category}\t${name}`);
  }

  /** The own amount of a line in `unit`, else the given one. Throws QuantityError where the units do not agree. */
  or(category: string, name: string, unit: string, given: Activity | null): Activity | null {
    const key = `${category}\t${name}`;
    const row = this.#rows.get(key);
    if (!row) return given;
    this.#used.add(key);
    const amount = convert(quantity(row.amount, row.unit), unit).value;
    return { amount, unit, source: said.ownSource({ source: row.source }), error: row.error ?? null };
  }

  /** Throws InventoryError for the first row that no line took. */
  requireUsed(region: string, year: number, lines: readonly string[]): void {
    for (const [key, { category, activity }] of this.#rows)
      if (!this.#used.has(key))
        throw new InventoryError("own", said.noSuchLine({ activity, category, region, year, lines }) satisfies Message);
  }
}
