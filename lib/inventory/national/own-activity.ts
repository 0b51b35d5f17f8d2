import { z } from "zod";
import { isLulucf } from "../../classification/categories.ts";
import { type Message, messages } from "../../message/message.ts";
import { convert, quantity } from "../../quantity/quantity.ts";
import type { InputOf } from "../../tool/shape.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { InventoryError } from "../account/inventory-error.ts";
import type { Activity } from "./national-line.ts";

const texts = messages("inventory", {
  ownSource: { en: "own data: {source}", zh: "自有数据：{source}" },
  ownTwice: {
    en: 'own[{at}]: "{activity}" of {category} is given twice. Give one amount, or the sum of both.',
    zh: "own[{at}]：{category} 的“{activity}”给出了两次。请只给一个数量，或给出两者之和。",
  },
  ownNegative: {
    en: 'own[{at}]: the amount of "{activity}" in {category} is {amount} {unit}; an activity is 0 or more.',
    zh: "own[{at}]：{category} 的“{activity}”为 {amount} {unit}；活动数据应不小于 0。",
  },
  noSuchLine: {
    en: 'own: there is no line "{activity}" in {category} for {region} {year}. Lines: {lines}.',
    zh: "own：{region} {year} 年的 {category} 中没有“{activity}”一行。现有：{lines}。",
  },
});

export const percentIn = z.union([
  numberIn("%").min(0),
  z.strictObject({ lo: numberIn("%").min(0), hi: numberIn("%").min(0) }),
]);

/** An amount of one's own for a line of the inventory. */
export const ownRowShape = z.strictObject({
  category: z.string(),
  activity: z.string().describe("The line's name"),
  amount: numberIn(siblingUnit),
  unit: z.string(),
  source: z.string(),
  error: percentIn.optional().describe("Half of the 95 % interval"),
});
export type OwnRow = InputOf<typeof ownRowShape>;

/** Own amounts, which go before any table. */
export class OwnActivity {
  readonly #rows = new Map<string, OwnRow>();
  readonly #used = new Set<string>();

  /** Throws InventoryError for a row that comes twice or is negative. */
  constructor(rows: readonly OwnRow[]) {
    for (const [at, row] of rows.entries()) {
      const { category, activity, amount, unit } = row;
      const key = `${category}\t${activity}`;
      if (this.#rows.has(key)) throw new InventoryError("own", texts.ownTwice({ at, category, activity }));
      // A change of carbon stocks has a sign; all other activities are amounts.
      if (amount < 0 && !isLulucf(category))
        throw new InventoryError("own", texts.ownNegative({ at, category, activity, amount, unit }));
      this.#rows.set(key, row);
    }
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
    return { amount, unit, source: texts.ownSource({ source: row.source }), error: row.error ?? null };
  }

  /** Throws InventoryError for the first row that no line took. */
  requireUsed(region: string, year: number, lines: readonly string[]): void {
    for (const [key, { category, activity }] of this.#rows)
      if (!this.#used.has(key))
        throw new InventoryError(
          "own",
          texts.noSuchLine({ activity, category, region, year, lines }) satisfies Message,
        );
  }
}
