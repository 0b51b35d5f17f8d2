import type { Message } from "../../message/message.ts";
import { textOf } from "./find-tables.ts";
import { cellAmount } from "./read-amount.ts";
import { texts } from "./reading-texts.ts";
import type { Measured, RowAmounts } from "./row-amounts.ts";
import type { RowAssemblies } from "./row-assemblies.ts";
import { cellAt } from "./table-columns.ts";
import { placeOf, type TableRequest } from "./table-request.ts";
import { cleanSum, isSum } from "./total-rows.ts";

/** Pieces times the mass of one, where a table has both. */
export class PieceAmounts {
  readonly #request: TableRequest;
  readonly #amounts: RowAmounts;

  constructor(request: TableRequest, amounts: RowAmounts) {
    this.#request = request;
    this.#amounts = amounts;
  }

  /** The amount of all pieces of a row. @param notes take what is to be said of it */
  of(r: number, { measure }: Measured, amount: number, unit: string, notes: Message[]): number {
    const { at } = this.#request.columns;
    const [column] = measure.columns;
    if (at.count === undefined || column === at.count) return amount;
    const cell = cellAt(this.#request.rows[r]!, at.count);
    const pieces = cellAmount(cell);
    if (pieces.kind !== "number") return amount;
    const count = this.#amounts.valueOf(pieces, at.count);
    if (Number.isNaN(count)) {
      notes.push(texts.countUnread({ ...placeOf(this.#request, r), text: textOf(cell) }));
      return amount;
    }
    if (column === at["total mass"]) {
      this.#compare(r, column!, count, amount, notes);
      return amount;
    }
    if (column !== at["mass each"] || count === 1 || !this.#isOfOne(r, column!)) return amount;
    notes.push(texts.each({ count, each: amount, unit }));
    return cleanSum(count * amount);
  }

  /** Of parts of an assembly that a product has several times: all of them, if a list has the parts of one, else as answered. */
  inAssemblies(r: number, { measure }: Measured, amount: number, around: RowAssemblies, notes: Message[]): number {
    const { asker, columns } = this.#request;
    const { count, name } = around;
    if (count === 1 || measure.columns[0] !== columns.at["mass each"]) return amount;
    const place = placeOf(this.#request, r);
    const answer = asker.ask(
      {
        key: `nested:${place.sheet}`,
        question: () => texts.askNested({ ...place, name: name ?? "", count }),
        options: [
          { value: "one", label: texts.ofOneAssembly() },
          { value: "all", label: texts.ofAllAssemblies() },
        ],
        assumed: "one",
      },
      place,
    );
    if (answer !== "one") return amount;
    notes.push(texts.nested({ name: name ?? "", count }));
    return cleanSum(count * amount);
  }

  /** Notes where the mass of all pieces is not that of one times their number. */
  #compare(r: number, column: number, count: number, total: number, notes: Message[]): void {
    const { columns, rows, table } = this.#request;
    const at = columns.at["mass each"];
    const one = cellAmount(cellAt(rows[r]!, at));
    if (one.kind !== "number" || at === undefined) return;
    const each = this.#amounts.valueOf(one, at);
    if (Number.isNaN(each)) return;
    const product = count * each;
    const isSameUnit = table.heads[at]?.unit?.unit === table.heads[column]?.unit?.unit;
    if (isSameUnit && !isSum(total, product))
      notes.push(texts.eachDiffers({ count, each, product: cleanSum(product), total }));
  }

  /** Whether a mass beside a count is that of one piece: by its words, else as answered. */
  #isOfOne(r: number, column: number): boolean {
    const { asker, table } = this.#request;
    const head = table.heads[column];
    if (head?.role === "mass each") return true;
    const place = placeOf(this.#request, r);
    const { sheet } = place;
    const answer = asker.ask(
      {
        key: `each:${sheet}`,
        question: () => texts.askEach({ sheet, column: head?.text ?? "" }),
        options: [
          { value: "one", label: texts.ofOne() },
          { value: "all", label: texts.ofAll() },
        ],
        assumed: "one",
      },
      place,
    );
    return answer === "one";
  }
}
