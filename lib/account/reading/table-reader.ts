import type { Message } from "../../message/message.ts";
import type { LeftOut, ReadLine } from "../line-shape.ts";
import { batchMass } from "./batch-mass.ts";
import type { Measure } from "./column-shapes.ts";
import { isCountedElsewhere } from "./counted-elsewhere.ts";
import { isBlank, type Row, textOf } from "./find-tables.ts";
import { TotalsFinder } from "./find-totals.ts";
import { leftOutRow } from "./left-out-rows.ts";
import { isNoPurchase } from "./no-purchase.ts";
import { cellAmount } from "./read-amount.ts";
import { isPart } from "./read-head.ts";
import { readUnit } from "./read-unit.ts";
import { texts } from "./reading-texts.ts";
import { isMeasured, type Measured, RowAmounts, type Unmeasured } from "./row-amounts.ts";
import { RowAssemblies } from "./row-assemblies.ts";
import { RowLabels } from "./row-label.ts";
import { RowLines } from "./row-lines.ts";
import { isEnergySum, isIntensity, RowProperties } from "./row-property.ts";
import { RowSections } from "./row-sections.ts";
import { cellAt } from "./table-columns.ts";
import { columnNameOf, headOf, placeOf, type TableRequest } from "./table-request.ts";
import { TableSums } from "./table-sums.ts";

/** Texts from which on a row is a note, and the fewest filled cells of a row of data without a name. */
const LONG_TEXT = 60;
const FEWEST_CELLS = 3;
/** Rows around a sum of energy in which its lines are looked for. */
const NEAR = 50;

/** Reads the rows of one table into lines; what is no line is left out with its reason. */
export class TableReader {
  readonly lines: ReadLine[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly #request: TableRequest;
  readonly #amounts: RowAmounts;
  readonly #labels: RowLabels;
  readonly #sections: RowSections;
  readonly #assemblies: RowAssemblies;
  readonly #sums: TableSums;
  readonly #totals: TotalsFinder;
  readonly #rowLines: RowLines;
  readonly #properties = new RowProperties();
  readonly #seen = new Map<string, number>();
  /** Whether the last row that is no part of another had an amount. */
  #isAfterLine = false;

  constructor(request: TableRequest) {
    this.#request = request;
    this.#amounts = new RowAmounts(request);
    this.#labels = new RowLabels(request.columns);
    this.#sections = new RowSections(request, this.#amounts);
    this.#assemblies = new RowAssemblies(request, this.#amounts);
    this.#sums = new TableSums(request.columns.measures);
    this.#totals = new TotalsFinder(request, this.#amounts, this.#sections, this.#sums);
    this.#rowLines = new RowLines(request, this.#amounts, this.#sections, this.#assemblies);
  }

  /** Throws a Fault for more lines than an account takes. */
  read(): void {
    const { rows, table, count, limit } = this.#request;
    for (let r = table.first; r < table.body; r++)
      this.#out(r, "head", isBlank(rows[r]!) ? texts.empty() : texts.head());
    for (let r = table.body; r < table.end; r++) {
      const before = this.lines.length;
      this.#readRow(r, rows[r]!);
      count.next();
      limit.take(this.lines.length - before, placeOf(this.#request, r));
    }
  }

  #out(r: number, kind: LeftOut["kind"], reason: Message, column: string | null = null): void {
    this.leftOut.push(leftOutRow({ ...placeOf(this.#request, r), column }, this.#request.rows[r]!, kind, reason));
  }

  #readRow(r: number, row: Row): void {
    this.#assemblies.endAbove(r);
    if (isBlank(row)) {
      this.#sections.clear();
      this.#out(r, "empty", texts.empty());
      return;
    }
    if (this.#isHeadAgain(row)) {
      this.#out(r, "head", texts.headAgain());
      return;
    }
    const measured = this.#request.columns.measures.map((measure) => this.#amounts.of(r, measure));
    const found = measured.filter(isMeasured);
    if (found.length === 0 && this.#sections.isHeading(row)) {
      const { kind, reason } = this.#sections.begin(r);
      if (kind === "title") this.#sums.end();
      this.#out(r, kind, reason);
      return;
    }
    if (found.length > 1 && isIntensity(row.map(textOf).find((text) => text !== "") ?? "")) {
      this.#out(r, "note", texts.ratio());
      return;
    }
    if (this.#isOfOthers(r, row, found)) return;
    this.#isAfterLine = found.length > 0;
    const [one] = found;
    if (one === undefined) this.#withoutAmount(r, row);
    else if (one.measure.shareOf !== undefined && batchMass(this.#request, r, one.measure) === null) {
      this.#out(r, "unreadable", texts.shareAlone({ ...placeOf(this.#request, r), share: one.value }));
      this.#sums.of(one.measure).add(one.value);
    } else {
      this.#lines(r, row, found);
      this.#outCells(r, measured);
    }
  }

  #isHeadAgain(row: Row): boolean {
    const { heads } = this.#request.table;
    return heads.length > 0 && row.every((cell, c) => textOf(cell) === "" || textOf(cell) === heads[c]?.text);
  }

  /** Whether the amounts of a row are those of other rows: of its parts, or of rows that it sums or is a part of. */
  #isOfOthers(r: number, row: Row, found: readonly Measured[]): boolean {
    const label = this.#labels.of(row);
    const total = this.#totals.find(r, label, found);
    if (total !== null) {
      this.#out(r, "total", total);
      return true;
    }
    const assembly = this.#assemblies.begin(r, found, label.text);
    if (assembly !== null) {
      this.#out(r, assembly.kind, assembly.reason);
      return true;
    }
    if (found.length === 0 || !this.#isAfterLine || !isPart(label.text)) return false;
    this.#out(r, "repeated", texts.partOf());
    return true;
  }

  /** Of a wide table the cells without an amount. */
  #outCells(r: number, measured: readonly (Measured | Unmeasured | null)[]): void {
    const { measures } = this.#request.columns;
    if (measures.length < 2) return;
    for (const [i, each] of measured.entries()) {
      const column = headOf(this.#request, measures[i]!);
      if (each === null) this.#out(r, "empty", texts.emptyCell(), column);
      else if (!isMeasured(each)) this.#out(r, "unreadable", each.reason, column);
    }
  }

  /** A row without a physical amount: its money, its distance, its pieces, or nothing. */
  #withoutAmount(r: number, row: Row): void {
    const { measures, money } = this.#request.columns;
    const instead = money ? this.#amounts.of(r, money) : null;
    if (isMeasured(instead)) {
      this.#lines(r, row, [{ ...instead, notes: [...instead.notes, texts.money()] }]);
      return;
    }
    const other = this.#distanceAlone(row) ?? this.#piecesAlone(row);
    if (other !== null) {
      this.#lines(r, row, [other]);
      return;
    }
    const written = measures.map((measure) => this.#amounts.of(r, measure)).find((each) => each !== null);
    if (written && !isMeasured(written)) {
      this.#out(r, "unreadable", written.reason);
      return;
    }
    const isNote = this.#isNote(row);
    this.#out(r, isNote ? "note" : "unreadable", isNote ? texts.note() : texts.noAmount(placeOf(this.#request, r)));
  }

  /** Of trips and nights in one table, a trip has its distance only. */
  #distanceAlone(row: Row): Measured | null {
    const { columns, table } = this.#request;
    const { distance } = columns.at;
    const way = distance === undefined ? null : cellAmount(cellAt(row, distance));
    if (way?.kind !== "number") return null;
    const unit = table.heads[distance!]?.unit ?? null;
    const measure: Measure = { ...columns.measures[0]!, columns: [distance!], unit };
    const value = this.#amounts.valueOf(way, distance!);
    return Number.isNaN(value) ? null : { measure, value, unit: way.unit, notes: [] };
  }

  #piecesAlone(row: Row): Measured | null {
    const { at, measures } = this.#request.columns;
    const pieces = at.count === undefined ? null : cellAmount(cellAt(row, at.count));
    if (pieces?.kind !== "number" || measures.length !== 1) return null;
    const measure: Measure = { ...measures[0]!, columns: [at.count!], unit: readUnit("pcs") };
    const value = this.#amounts.valueOf(pieces, at.count!);
    return Number.isNaN(value) ? null : { measure, value, unit: null, notes: [] };
  }

  #isNote(row: Row): boolean {
    const filled = row.map(textOf).filter((text) => text !== "");
    return (
      row.some((cell) => typeof cell === "string" && cell.length > LONG_TEXT) ||
      (textOf(cellAt(row, this.#request.columns.at.name)) === "" && filled.length < FEWEST_CELLS) ||
      /^(?:\*|注|备注|说明|note|source|quelle|hinweis|制表|填表|审核|prepared|checked)/i.test(filled[0] ?? "")
    );
  }

  #lines(r: number, row: Row, found: readonly Measured[]): void {
    const { row: at } = placeOf(this.#request, r);
    const key = row.join("\u0001");
    const earlier = this.#seen.get(key);
    if (earlier === undefined) this.#seen.set(key, at);
    else if (this.#isRepeatOut(r, earlier)) return;
    if (this.#isElsewhere(r, row)) {
      this.#out(r, "repeated", texts.elsewhere());
      return;
    }
    const shared = this.#rowLines.shared(row);
    for (const each of found) {
      const line = this.#rowLines.of(r, each, shared);
      const noActivity = this.#noActivity(r, line);
      if (noActivity !== null) {
        this.#out(r, noActivity.kind, noActivity.reason, line.column);
        continue;
      }
      if (each.measure.isMoney && this.#isNoPurchase(r, row)) {
        this.#sums.add(each.measure, each.value, line);
        this.#out(r, "money", texts.noPurchase(), line.column);
        continue;
      }
      const notes = line.notes as Message[];
      if (earlier !== undefined) notes.push(texts.duplicate({ row: earlier }));
      if (line.amount < 0) notes.push(texts.negative());
      if (line.amount < 0 && this.#isNegativeOut(r, each.measure, line)) continue;
      this.#sums.add(each.measure, each.value, line);
      this.lines.push(line);
    }
  }

  /** Why a line with an amount is no activity: a property, or a sum of all energy beside it. */
  #noActivity(r: number, line: ReadLine): { readonly kind: LeftOut["kind"]; readonly reason: Message } | null {
    const property = this.#properties.of(line);
    if (property !== null) return { kind: "note", reason: property };
    return isEnergySum(line) && this.#hasOtherAmounts(r) ? { kind: "total", reason: texts.energySum() } : null;
  }

  /** Whether a remark says that the row is counted elsewhere, as answered. */
  #isElsewhere(r: number, row: Row): boolean {
    const { asker, columns } = this.#request;
    const remark = textOf(cellAt(row, columns.remark ?? undefined));
    if (!isCountedElsewhere(remark)) return false;
    const place = placeOf(this.#request, r);
    const answer = asker.ask(
      {
        key: `elsewhere:${place.sheet}:${place.row}`,
        question: () => texts.askElsewhere({ ...place, remark: remark.slice(0, 120) }),
        options: [
          { value: "out", label: texts.leaveOut() },
          { value: "line", label: texts.isLine() },
        ],
        assumed: "out",
      },
      place,
    );
    return answer === "out";
  }

  /** Whether an account of a ledger is left out, as answered. */
  #isNoPurchase(r: number, row: Row): boolean {
    const { asker, columns } = this.#request;
    const { name, scope } = columns.at;
    const accounts = [name, columns.otherName ?? undefined, scope].map((c) => textOf(cellAt(row, c)));
    if (!accounts.some(isNoPurchase)) return false;
    const place = placeOf(this.#request, r);
    const answer = asker.ask(
      {
        key: `noPurchase:${place.sheet}`,
        question: (count) => texts.askNoPurchase({ ...place, count }),
        options: [
          { value: "out", label: texts.leaveOut() },
          { value: "keep", label: texts.keep() },
        ],
        assumed: "out",
      },
      place,
    );
    return answer === "out";
  }

  /** Whether rows close to a row have amounts, too. */
  #hasOtherAmounts(r: number): boolean {
    const { rows, table } = this.#request;
    const near = rows.slice(Math.max(table.body, r - NEAR), Math.min(table.end, r + NEAR));
    return near.some((row) => row !== rows[r] && this.#amounts.isIn(row));
  }

  #isRepeatOut(r: number, earlier: number): boolean {
    const place = placeOf(this.#request, r);
    const { sheet, row } = place;
    const answer = this.#request.asker.ask(
      {
        key: `duplicates:${sheet}`,
        question: (count) => texts.askDuplicates({ sheet, count, row }),
        options: [
          { value: "keep", label: texts.keepAll() },
          { value: "first", label: texts.keepFirst() },
        ],
        assumed: "keep",
      },
      place,
    );
    if (answer !== "first") return false;
    this.#out(r, "repeated", texts.duplicate({ row: earlier }));
    return true;
  }

  #isNegativeOut(r: number, measure: Measure, line: ReadLine): boolean {
    const place = placeOf(this.#request, r);
    const { sheet, row } = place;
    const answer = this.#request.asker.ask(
      {
        key: `negative:${sheet}`,
        question: (count) => texts.askNegative({ sheet, count, row, column: columnNameOf(this.#request, measure) }),
        options: [
          { value: "keep", label: texts.keep() },
          { value: "out", label: texts.leaveOut() },
        ],
        assumed: "keep",
      },
      place,
    );
    if (answer !== "out") return false;
    this.#out(r, "note", texts.negativeOut(), line.column);
    return true;
  }
}
