import type { Message } from "../../message/message.ts";
import type { LeftOut, ReadLine } from "../line-shape.ts";
import type { Asker } from "./asker.ts";
import type { Measure } from "./column-shapes.ts";
import { gasWords } from "./column-words.ts";
import { type Cell, type FoundTable, isBlank, type Row, textOf } from "./find-tables.ts";
import { type Parent, parentsIn } from "./outline.ts";
import { type CellAmount, cellAmount } from "./read-amount.ts";
import { isPart } from "./read-head.ts";
import { isCurrency, readUnit, timesPower, unitAsWritten, type WrittenUnit } from "./read-unit.ts";
import { texts } from "./reading-texts.ts";
import type { SheetContext } from "./sheet-context.ts";
import { yearIn } from "./sheet-context.ts";
import { cellAt, type TableColumns } from "./table-columns.ts";
import { isExactSum, isSum, namesSite, RunningSums, totalByWords } from "./total-rows.ts";
import { americanUnits } from "./unit-words.ts";

/** What a table is read with. */
export interface TableRequest {
  readonly sheet: string;
  /** The row of the file that the row at place 0 is. */
  readonly first: number;
  readonly rows: readonly Row[];
  readonly table: FoundTable;
  readonly columns: TableColumns;
  readonly context: SheetContext;
  readonly decimals: ReadonlyMap<number, "." | ",">;
  readonly asker: Asker;
  readonly isAmerican: boolean;
}

type UnitFrom = ReadLine["unitFrom"];
interface Measured {
  readonly measure: Measure;
  readonly value: number;
  readonly unit: WrittenUnit | null;
  readonly notes: readonly Message[];
}

/** What all amounts of a row share. */
type SharedFields = Pick<ReadLine, "site" | "place" | "year" | "period" | "supplier" | "scope" | "code" | "distance">;

/** Texts of a row that are kept. */
const LONGEST_TEXT = 300;
const LONGEST_NAME = 300;
const LONGEST_REMARK = 200;
/** Rows below a total that may be its parts. */
const MOST_BELOW = 2_000;

/** Reads the rows of one table into lines; what is no line is left out with its reason. */
export class TableReader {
  readonly lines: ReadLine[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly #request: TableRequest;
  readonly #sums: RunningSums[];
  readonly #parents: ReadonlyMap<number, Parent>;
  readonly #parts = new Map<number, readonly { plain: number; counted: number }[]>();
  readonly #down = new Map<number, Float64Array>();
  readonly #seen = new Map<string, number>();
  /** What was last said in columns whose cells are merged down, and by headings. */
  #carried = new Map<number, Cell>();
  #section: { site: string | null; scope: string | null; year: number | null } = {
    site: null,
    scope: null,
    year: null,
  };
  /** Masses of all pieces, where the file has that of one: a total may sum these. */
  readonly #pieces = new RunningSums();
  #units = new Set<string>();
  /** Sums of the amounts above, as they are written, by their unit. */
  readonly #ofUnit = new Map<string, { sum: number; count: number }>();
  /** Columns without words of sums: of amounts, units and suppliers. */
  readonly #unlabelled: ReadonlySet<number>;
  /** The rows with parts that a row is below, the innermost last. */
  #assemblies: { readonly last: number; readonly name: string }[] = [];
  /** Whether the last row that is no part of another had an amount. */
  #isAfterLine = false;

  constructor(request: TableRequest) {
    this.#request = request;
    this.#sums = request.columns.measures.map(() => new RunningSums());
    const { at, measures } = request.columns;
    const unlabelled = [at.unit, at.supplier, ...measures.flatMap(({ columns }) => columns)];
    this.#unlabelled = new Set(unlabelled.filter((c) => c !== undefined));
    this.#parents = parentsIn(request);
    this.#sumParts();
  }

  read(): void {
    const { rows, table } = this.#request;
    for (let r = table.first; r < table.body; r++)
      this.#out(r, "head", isBlank(rows[r]!) ? texts.empty() : texts.head());
    for (let r = table.body; r < table.end; r++) this.#readRow(r, rows[r]!);
  }

  #out(r: number, kind: LeftOut["kind"], reason: Message, column: string | null = null): void {
    const { sheet, first, rows } = this.#request;
    const text = rows[r]!.map(textOf).join("\t").replace(/\t+$/, "").slice(0, LONGEST_TEXT);
    this.leftOut.push({ sheet, row: first + r, column, text, kind, reason });
  }

  #readRow(r: number, row: Row): void {
    const { columns, table } = this.#request;
    while (this.#assemblies.length > 0 && this.#assemblies.at(-1)!.last < r) this.#assemblies.pop();
    if (isBlank(row)) {
      this.#carried.clear();
      this.#out(r, "empty", texts.empty());
      return;
    }
    if (
      table.heads.length > 0 &&
      row.every((cell, c) => textOf(cell) === "" || textOf(cell) === table.heads[c]?.text)
    ) {
      this.#out(r, "head", texts.headAgain());
      return;
    }
    const measured = columns.measures.map((measure) => this.#measure(r, row, measure));
    const found = measured.filter((each): each is Measured => each !== null && "value" in each);
    if (found.length === 0 && this.#isHeading(row)) {
      this.#heading(r, row);
      return;
    }
    const label = this.#labelOf(row);
    if (this.#isTotal(r, row, label, found)) return;
    if (this.#isParent(r, row, found, label)) return;
    if (found.length > 0 && this.#isAfterLine && isPart(label.text)) {
      this.#out(r, "repeated", texts.partOf());
      return;
    }
    this.#isAfterLine = found.length > 0;
    if (found.length === 0) {
      this.#withoutAmount(r, row);
      return;
    }
    this.#lines(r, row, found);
    if (columns.measures.length > 1)
      measured.forEach((each, i) => {
        if (each === null) this.#out(r, "empty", texts.emptyCell(), this.#headOf(columns.measures[i]!));
        else if (!("value" in each)) this.#out(r, "unreadable", each.reason, this.#headOf(columns.measures[i]!));
      });
  }

  /** The amount of a measure in a row; null if it is empty. */
  #measure(r: number, row: Row, measure: Measure): Measured | { readonly reason: Message } | null {
    if (measure.columns.length > 1) return this.#sumOf(row, measure);
    const [column] = measure.columns;
    const cell = cellAt(row, column);
    const amount = cellAmount(cell);
    if (amount.kind === "missing") return null;
    if (amount.kind === "none") {
      const { sheet, first } = this.#request;
      return { reason: texts.unreadable({ sheet, row: first + r, text: textOf(cell).slice(0, 60) }) };
    }
    const value = this.#valueOf(amount, column!);
    if (Number.isNaN(value)) {
      const { sheet, first } = this.#request;
      return { reason: texts.unreadable({ sheet, row: first + r, text: textOf(cell).slice(0, 60) }) };
    }
    return { measure, value, unit: amount.unit, notes: amount.isAbout ? [texts.about()] : [] };
  }

  #valueOf({ point, comma }: CellAmount, column: number): number {
    return point === comma ? point : (this.#request.decimals.get(column) ?? ".") === "," ? comma : point;
  }

  #sumOf(row: Row, measure: Measure): Measured | null {
    let sum = 0;
    let unit: WrittenUnit | null = null;
    const empty: string[] = [];
    measure.columns.forEach((column, i) => {
      const amount = cellAmount(cellAt(row, column));
      const value = amount.kind === "number" ? this.#valueOf(amount, column) : Number.NaN;
      if (Number.isNaN(value)) empty.push(measure.periods[i] ?? "");
      else sum += value;
      unit ??= amount.unit;
    });
    const total = measure.total === null ? null : cellAmount(cellAt(row, measure.total));
    const said = total?.kind === "number" ? this.#valueOf(total, measure.total!) : Number.NaN;
    const names = [measure.periods[0] ?? "", measure.periods.at(-1) ?? ""].join(" – ");
    const count = measure.columns.length - empty.length;
    if (count === 0) return Number.isNaN(said) ? null : { measure, value: said, unit, notes: [texts.fromTotal()] };
    const value = cleanSum(sum);
    const notes = [empty.length > 0 ? texts.monthsLack({ count, names, empty }) : texts.months({ count, names })];
    if (!Number.isNaN(said) && !isSum(said, value)) notes.push(texts.rowTotalDiffers({ total: said, sum: value }));
    return { measure, value, unit, notes };
  }

  /** Whether a row has a text in one of its first columns and nothing else that is read. */
  #isHeading(row: Row): boolean {
    const filled = row.flatMap((cell, c) => (textOf(cell) === "" ? [] : [c]));
    return filled.length === 1 && !/^\d/.test(textOf(row[filled[0]!]));
  }

  #heading(r: number, row: Row): void {
    const text = row.map(textOf).find((each) => each !== "")!;
    const rest = this.#request.rows.slice(r + 1, Math.min(this.#request.table.end, r + 6));
    const hasMore = rest.some((next) =>
      this.#request.columns.measures.some(({ columns }) =>
        columns.some((c) => cellAmount(cellAt(next, c)).kind === "number"),
      ),
    );
    if (!hasMore || text.length > 80) {
      this.#out(r, "note", texts.note());
      return;
    }
    this.#carried.clear();
    for (const sums of this.#sums) sums.end();
    const year = yearIn(text);
    const bare = text.replace(/^[^:：]{1,20}[:：]\s*/, "").trim();
    if (namesSite(text)) this.#section = { site: bare || text, scope: null, year: year ?? this.#section.year };
    else if (year !== null && text.length < 16) this.#section = { ...this.#section, year };
    else this.#section = { ...this.#section, scope: text, year: year ?? this.#section.year };
    this.#out(r, "title", texts.section());
  }

  #labelOf(row: Row): { readonly text: string; readonly byWords: "all" | "part" | null } {
    const { at, otherName } = this.#request.columns;
    let part: string | null = null;
    for (let c = 0; c < Math.min(row.length, 12); c++) {
      const cell = row[c];
      if (typeof cell !== "string" || this.#unlabelled.has(c)) continue;
      const byWords = totalByWords(cell);
      if (byWords === "all") return { text: cell.trim(), byWords };
      if (
        byWords === "part" &&
        (c === at.name || c === otherName || c === at.site || c === at.position || c === at.scope || c === 0)
      )
        part ??= cell.trim();
    }
    return part !== null
      ? { text: part, byWords: "part" }
      : {
          text: textOf(cellAt(row, at.name ?? at.site)) || textOf(cellAt(row, otherName ?? undefined)),
          byWords: null,
        };
  }

  #isTotal(
    r: number,
    row: Row,
    label: { readonly text: string; readonly byWords: "all" | "part" | null },
    found: readonly Measured[],
  ): boolean {
    const { sheet, first, asker, columns } = this.#request;
    const place = { sheet, row: first + r };
    const sumsOf = (each: Measured) => this.#sums[columns.measures.indexOf(each.measure)]!;
    if (label.byWords === null) return this.#isWordlessSum(r, row, label.text, found);
    if (found.length === 0) {
      this.#out(r, "total", texts.totalByWord());
      return true;
    }
    const fits =
      found.every((each) => sumsOf(each).fits(each.value)) ||
      this.#pieces.fits(found[0]!.value) ||
      this.#fitsBelow(r, found);
    const end = () => {
      for (const each of found) sumsOf(each).end(each.value);
    };
    if (fits || (label.byWords === "all" && this.#units.size > 1)) {
      this.#out(r, "total", fits ? texts.total() : texts.totalByWord());
      end();
      return true;
    }
    const [one] = found;
    const all = cleanSum(sumsOf(one!).all);
    const answer = asker.ask(
      {
        key: `total:${sheet}:${place.row}`,
        question: () => texts.askTotal({ ...place, name: label.text, sum: all, value: one!.value }),
        options: [
          { value: "total", label: texts.isTotal() },
          { value: "line", label: texts.isLine() },
        ],
        assumed:
          label.byWords === "all" ? "total" : this.#units.size > 1 || sumsOf(one!).since.count > 1 ? "total" : "line",
      },
      place,
    );
    if (answer !== "total") return false;
    this.#out(r, "total", texts.totalDiffers({ value: one!.value, sum: all }));
    end();
    return true;
  }

  /** Whether the rows below a total that stands first sum to it. */
  #fitsBelow(r: number, found: readonly Measured[]): boolean {
    const { table, columns } = this.#request;
    const last = Math.min(table.end, r + MOST_BELOW);
    return found.every(({ measure, value }) => {
      const sums = this.#sumsDown(columns.measures.indexOf(measure));
      const above = sums[r + 1 - table.body]!;
      for (let k = r + 3; k <= last; k++) if (isSum(value, sums[k - table.body]! - above)) return true;
      return false;
    });
  }

  /** The sum of a measure before each row of the table. */
  #sumsDown(i: number): Float64Array {
    const known = this.#down.get(i);
    if (known) return known;
    const { rows, table, columns } = this.#request;
    const sums = new Float64Array(table.end - table.body + 1);
    for (let r = table.body; r < table.end; r++) {
      const each = this.#measure(r, rows[r]!, columns.measures[i]!);
      sums[r - table.body + 1] = sums[r - table.body]! + (each !== null && "value" in each ? each.value : 0);
    }
    this.#down.set(i, sums);
    return sums;
  }

  /** A row that equals the sum of those above it, without a word for it. */
  #isWordlessSum(r: number, row: Row, name: string, found: readonly Measured[]): boolean {
    const { sheet, first, asker, columns, table } = this.#request;
    if (found.length === 0) return false;
    const fits = found.every((each) => {
      const { sum, count } = this.#sums[columns.measures.indexOf(each.measure)]!.since;
      return count >= 2 && each.value !== 0 && isExactSum(each.value, sum);
    });
    const isOfUnit = !(fits && this.#units.size <= 1);
    if (isOfUnit && !this.#isSumOfUnit(row, found)) return false;
    const others = row.filter(
      (cell, c) =>
        textOf(cell) !== "" && !columns.measures.some((measure) => measure.columns.includes(c) || measure.total === c),
    );
    const count = this.#sums[0]!.since.count;
    const place = { sheet, row: first + r };
    const next = this.#request.rows[r + 1] ?? [];
    const isLast = r + 1 >= table.end || isBlank(next) || this.#isHeading(next);
    if (others.length > 0) {
      const digits = String(found[0]!.value).replace(/\D/g, "").replace(/0+$/, "").length;
      const answer = asker.ask(
        {
          key: `sum:${sheet}:${place.row}`,
          question: () => texts.askSum({ ...place, name }),
          options: [
            { value: "total", label: texts.isTotal() },
            { value: "line", label: texts.isLine() },
          ],
          assumed: count >= 3 && digits >= 4 && isLast ? "total" : "line",
        },
        place,
      );
      if (answer !== "total") return false;
    }
    this.#out(r, "total", texts.sumWithoutWord());
    for (const sums of this.#sums) sums.end();
    return true;
  }

  /** Whether an amount is the sum of all above it in its unit, where rows have other units. */
  #isSumOfUnit(row: Row, found: readonly Measured[]): boolean {
    const { at, measures } = this.#request.columns;
    if (measures.length !== 1 || at.unit === undefined || this.#units.size <= 1) return false;
    const sums = this.#ofUnit.get(unitAsWritten(textOf(cellAt(row, at.unit))).unit);
    const { value } = found[0]!;
    return sums !== undefined && value !== 0 && sums.count >= 3 && isExactSum(value, sums.sum);
  }

  /** An assembly or an upper level of an outline, whose parts follow. */
  #isParent(r: number, row: Row, found: readonly Measured[], label: { readonly text: string }): boolean {
    const parent = this.#parents.get(r);
    if (parent === undefined || (found.length === 0 && parent.kind === "unproven")) return false;
    const { sheet, first, asker, columns } = this.#request;
    const begin = () => {
      const { otherName } = this.#request.columns;
      const name = textOf(cellAt(row, otherName ?? undefined)) || label.text;
      if (name !== "") this.#assemblies.push({ last: parent.last, name: name.slice(0, LONGEST_NAME) });
    };
    if (found.length === 0) {
      begin();
      this.#out(r, "title", texts.section());
      return true;
    }
    const count = this.#countIn(row);
    const sums = found.map(({ measure }) => this.#parts.get(r)![columns.measures.indexOf(measure)]!);
    const fits = found.every(({ value }, i) => {
      const { plain, counted } = sums[i]!;
      return isSum(value, counted) || isSum(value * count, counted) || isSum(value, plain);
    });
    if (!fits && parent.kind === "unproven") return false;
    const place = { sheet, row: first + r };
    const said = { ...place, name: label.text, value: found[0]!.value, sum: cleanSum(sums[0]!.counted) };
    const answer = fits
      ? "parts"
      : asker.ask(
          {
            key: `parts:${sheet}:${place.row}`,
            question: () => texts.askParts(said),
            options: [
              { value: "parts", label: texts.useParts() },
              { value: "both", label: texts.useBoth() },
            ],
            assumed: parent.kind === "sure" ? "parts" : "both",
          },
          place,
        );
    if (answer !== "parts") return false;
    begin();
    this.#out(r, "repeated", texts.repeated());
    return true;
  }

  /** Sums of the parts of each row that has parts: of amounts, and of amounts times pieces. The parts of a part count in its place. */
  #sumParts(): void {
    const { columns, rows } = this.#request;
    for (const r of [...this.#parents.keys()].sort((a, b) => b - a)) {
      const sums = columns.measures.map(() => ({ plain: 0, counted: 0 }));
      const { last } = this.#parents.get(r)!;
      for (let k = r + 1; k <= last; k++) {
        const inner = this.#parents.get(k);
        const ofInner = inner && inner.kind !== "unproven" ? this.#parts.get(k) : undefined;
        columns.measures.forEach((measure, i) => {
          if (ofInner) {
            sums[i]!.plain += ofInner[i]!.plain;
            sums[i]!.counted += ofInner[i]!.counted;
            return;
          }
          const part = this.#measure(k, rows[k]!, measure);
          if (part === null || !("value" in part)) return;
          sums[i]!.plain += part.value;
          sums[i]!.counted += part.value * (i === 0 ? this.#countIn(rows[k]!) : 1);
        });
        if (ofInner) k = inner!.last;
        // A part that states its amount stands for the parts below it.
        else if (inner && this.#hasAmount(rows[k]!)) k = inner.last;
      }
      this.#parts.set(r, sums);
    }
  }

  #hasAmount(row: Row): boolean {
    return this.#request.columns.measures.some(({ columns }) =>
      columns.some((c) => cellAmount(cellAt(row, c)).kind === "number"),
    );
  }

  /** Pieces of a row where the mass is that of one. */
  #countIn(row: Row): number {
    const { at } = this.#request.columns;
    if (at.count === undefined || at["mass each"] === undefined) return 1;
    const { kind, point } = cellAmount(cellAt(row, at.count));
    return kind === "number" ? point : 1;
  }

  /** A row without a physical amount: its money, its pieces, or nothing. */
  #withoutAmount(r: number, row: Row): void {
    const { columns, sheet, first } = this.#request;
    const money = columns.money ? this.#measure(r, row, columns.money) : null;
    if (money !== null && "value" in money) {
      this.#lines(r, row, [{ ...money, notes: [...money.notes, texts.money()] }]);
      return;
    }
    const { distance } = columns.at;
    const way = distance === undefined ? null : cellAmount(cellAt(row, distance));
    if (way?.kind === "number") {
      // Of trips and nights in one table, a trip has its distance only.
      const measure = {
        ...columns.measures[0]!,
        columns: [distance!],
        unit: this.#request.table.heads[distance!]?.unit ?? null,
      };
      this.#lines(r, row, [{ measure, value: this.#valueOf(way, distance!), unit: way.unit, notes: [] }]);
      return;
    }
    const { count } = columns.at;
    const pieces = count === undefined ? null : cellAmount(cellAt(row, count));
    if (pieces?.kind === "number" && columns.measures.length === 1) {
      const measure = { ...columns.measures[0]!, columns: [count!], unit: readUnit("pcs") };
      this.#lines(r, row, [{ measure, value: pieces.point, unit: null, notes: [] }]);
      return;
    }
    const written = columns.measures.map((measure) => this.#measure(r, row, measure)).find((each) => each !== null);
    if (written && "reason" in written) {
      this.#out(r, "unreadable", written.reason);
      return;
    }
    const isLong = row.some((cell) => typeof cell === "string" && cell.length > 60);
    const name = textOf(cellAt(row, columns.at.name));
    const isNote =
      isLong ||
      (name === "" && row.filter((cell) => textOf(cell) !== "").length < 3) ||
      /^(?:\*|注|备注|说明|note|source|quelle|hinweis|制表|填表|审核|prepared|checked)/i.test(
        row.map(textOf).find((each) => each !== "") ?? "",
      );
    this.#out(r, isNote ? "note" : "unreadable", isNote ? texts.note() : texts.noAmount({ sheet, row: first + r }));
  }

  #headOf({ columns }: Measure): string {
    return this.#request.table.heads[columns[0]!]?.text ?? "";
  }

  #lines(r: number, row: Row, found: readonly Measured[]): void {
    const { columns, sheet, first } = this.#request;
    const key = row.join("\u0001");
    const earlier = this.#seen.get(key);
    if (earlier === undefined) this.#seen.set(key, first + r);
    else if (this.#isRepeatOut(r, earlier)) return;
    const shared = this.#sharedFields(row);
    let written = 0;
    for (const each of found) {
      const line = this.#lineOf(r, row, each, shared);
      if (earlier !== undefined) (line.notes as Message[]).push(texts.duplicate({ row: earlier }));
      if (line.amount < 0 && this.#isNegativeOut(r, line)) continue;
      const i = columns.measures.indexOf(each.measure);
      if (i >= 0) this.#sums[i]!.add(each.value);
      this.#pieces.add(line.amount);
      this.#units.add(line.unit);
      const { sum, count } = this.#ofUnit.get(line.unit) ?? { sum: 0, count: 0 };
      this.#ofUnit.set(line.unit, { sum: sum + each.value, count: count + 1 });
      this.lines.push(line);
      written++;
    }
    if (written === 0 && found.length === 0) this.#out(r, "unreadable", texts.noAmount({ sheet, row: first + r }));
  }

  #isRepeatOut(r: number, earlier: number): boolean {
    const { sheet, first, asker } = this.#request;
    const place = { sheet, row: first + r };
    const answer = asker.ask(
      {
        key: `duplicates:${sheet}`,
        question: (count) => texts.askDuplicates({ sheet, count, row: place.row }),
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

  #isNegativeOut(r: number, line: ReadLine): boolean {
    const { sheet, first, asker } = this.#request;
    const place = { sheet, row: first + r };
    (line.notes as Message[]).push(texts.negative());
    const answer = asker.ask(
      {
        key: `negative:${sheet}`,
        question: (count) => texts.askNegative({ sheet, count, row: place.row }),
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

  #sharedFields(row: Row): SharedFields {
    const { at } = this.#request.columns;
    const { heads } = this.#request.table;
    const text = (column: number | undefined) => textOf(cellAt(row, column)).slice(0, LONGEST_NAME) || null;
    const carried = (column: number | undefined) => {
      const own = text(column);
      if (own !== null && column !== undefined) this.#carried.set(column, own);
      return own ?? (column === undefined ? null : (this.#carried.get(column) as string | undefined)) ?? null;
    };
    const period = carried(at.period);
    const year = carried(at.year);
    const distance = at.distance === undefined ? null : cellAmount(cellAt(row, at.distance));
    return {
      site: carried(at.site) ?? this.#section.site ?? this.#assemblies.at(-1)?.name ?? this.#request.context.site,
      place: carried(at.place),
      year: (year === null ? null : yearIn(year)) ?? (period === null ? null : yearIn(period)) ?? this.#section.year,
      period,
      supplier: text(at.supplier),
      scope: carried(at.scope) ?? this.#section.scope,
      code: text(at.code),
      distance:
        distance?.kind === "number"
          ? {
              amount: this.#valueOf(distance, at.distance!),
              unit: distance.unit?.unit ?? heads[at.distance!]?.unit?.unit ?? "km",
            }
          : null,
    };
  }

  #lineOf(r: number, row: Row, each: Measured, shared: SharedFields): ReadLine {
    const { columns, sheet, first, context } = this.#request;
    const { measure } = each;
    const notes = [...each.notes, ...(measure.notes ?? [])];
    const name = this.#nameOf(row, measure, notes);
    const unit = this.#unitOf(r, row, each, name, notes);
    let amount = timesPower(each.value, unit.power);
    if (unit.power !== 0) notes.push(texts.power({ power: unit.power, unit: unit.unit }));
    amount = this.#ofPieces(r, row, each, amount, unit.unit, notes);
    if (namesSeveral(name)) notes.push(texts.several());
    if (shared.distance && isMass(unit.unit)) notes.push(texts.moved(shared.distance));
    const remark = textOf(cellAt(row, columns.remark ?? undefined)).slice(0, LONGEST_REMARK);
    const year = measure.year ?? shared.year ?? context.year;
    if (isCurrency(unit.unit) && year === null) this.#askPriceYear(r);
    return {
      sheet,
      row: first + r,
      column: columns.measures.length > 1 ? this.#headOf(measure) : null,
      name,
      amount,
      unit: unit.unit,
      unitFrom: unit.from,
      ...(unit.calorific ? { basis: unit.calorific === "gross" ? "GCV" : "NCV" } : {}),
      ...shared,
      site: measure.site ?? shared.site,
      year,
      period: shared.period ?? (measure.periods.length > 0 ? `${measure.periods[0]}–${measure.periods.at(-1)}` : null),
      ...(remark === "" ? {} : { remark }),
      notes,
    };
  }

  #nameOf(row: Row, measure: Measure, notes: Message[]): string {
    const { at } = this.#request.columns;
    const own = textOf(cellAt(row, at.name)).replace(/\s+/g, " ").slice(0, LONGEST_NAME);
    if (own !== "" && at.name !== undefined) this.#carried.set(at.name, own);
    if (measure.name !== null)
      return own === "" ? measure.name : `${measure.name}${measure.site === null ? ` · ${own}` : ""}`;
    if (own !== "") return own;
    const other = textOf(cellAt(row, this.#request.columns.otherName ?? undefined)).replace(/\s+/g, " ");
    if (other !== "" && at.name !== undefined) return other.slice(0, LONGEST_NAME);
    const above = at.name === undefined ? undefined : this.#carried.get(at.name);
    if (above !== undefined) {
      notes.push(texts.carried({ what: texts.theName() }));
      return String(above);
    }
    const fallback = this.#request.context.name ?? this.#headOf(measure);
    if (fallback === "") notes.push(texts.noName());
    return fallback;
  }

  /** Pieces times the mass of one, where the file has both. */
  #ofPieces(r: number, row: Row, { measure }: Measured, amount: number, unit: string, notes: Message[]): number {
    const { at } = this.#request.columns;
    const column = measure.columns[0];
    if (at.count === undefined || column === at.count) return amount;
    const pieces = cellAmount(cellAt(row, at.count));
    if (pieces.kind !== "number") return amount;
    const count = pieces.point;
    const each = at["mass each"];
    if (column === at["total mass"]) {
      const one = cellAmount(cellAt(row, each));
      if (one.kind === "number" && each !== undefined) {
        const sameUnit = this.#request.table.heads[each]?.unit?.unit === this.#request.table.heads[column!]?.unit?.unit;
        const product = count * this.#valueOf(one, each);
        if (sameUnit && !isSum(amount, product))
          notes.push(
            texts.eachDiffers({ count, each: this.#valueOf(one, each), product: cleanSum(product), total: amount }),
          );
      }
      return amount;
    }
    if (column !== each || (count === 1 && at.count !== undefined)) return amount;
    if (!this.#isOfOne(r, column!)) return amount;
    notes.push(texts.each({ count, each: amount, unit }));
    return cleanSum(count * amount);
  }

  /** Whether a mass beside a count is that of one piece: by its words, else as answered. */
  #isOfOne(r: number, column: number): boolean {
    const { sheet, first, asker, table } = this.#request;
    const head = table.heads[column];
    if (head?.role === "mass each") return true;
    const place = { sheet, row: first + r };
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

  #askPriceYear(r: number): void {
    const { sheet, first, asker } = this.#request;
    const place = { sheet, row: first + r };
    asker.ask(
      { key: `priceYear:${sheet}`, question: () => texts.askPriceYear(place), options: [], assumed: null },
      place,
    );
  }

  /** The unit of an amount: of the head, the column of units, the cell, the name, the title. */
  #unitOf(
    r: number,
    row: Row,
    { measure, unit: ofCell }: Measured,
    name: string,
    notes: Message[],
  ): { unit: string; power: number; from: UnitFrom; calorific?: WrittenUnit["calorific"] } {
    const { columns, context, asker, sheet, first } = this.#request;
    const { at } = columns;
    const isMoney = measure.isMoney;
    const inColumn = textOf(cellAt(row, isMoney ? at.currency : at.unit));
    const ofName = unitInName(name);
    const sources: { readonly from: UnitFrom; readonly unit: WrittenUnit }[] = [];
    // What stands nearest to the amount says most.
    if (ofCell) sources.push({ from: "cell", unit: ofCell });
    if (
      inColumn !== "" &&
      !(
        at.count !== undefined &&
        columns.measures[0] === measure &&
        measure.columns[0] !== at.count &&
        isOfPieces(inColumn, measure)
      )
    )
      sources.push({ from: "column", unit: unitAsWritten(inColumn) });
    if (measure.unit) sources.push({ from: "head", unit: measure.unit });
    if (ofName && !isMoney) sources.push({ from: "name", unit: ofName });
    if (sources.length === 0 && context.unit && isCurrency(context.unit.unit) === isMoney)
      sources.push({ from: "title", unit: context.unit });
    const place = { sheet, row: first + r };
    let taken = sources.find(({ unit }) => unit.isKnown) ?? sources[0];
    const other =
      taken &&
      sources.find(
        ({ unit, from }) =>
          from !== taken!.from &&
          unit.isKnown &&
          (unit.unit !== taken!.unit.unit || (unit.power !== taken!.unit.power && from !== "cell")),
      );
    if (taken && other) taken = this.#settle(place, taken, other, notes);
    if (!taken) {
      const column = this.#headOf(measure);
      const key = isMoney ? `currency:${sheet}:${column}` : `unit:${sheet}:${column}`;
      const question = () =>
        isMoney ? texts.askCurrency({ sheet, column }) : texts.askUnitOf({ sheet, column, row: place.row });
      const answer = asker.ask({ key, question, options: [], assumed: null }, place);
      const unit = answer === null ? null : unitAsWritten(answer);
      return { unit: unit?.unit ?? "", power: unit?.power ?? 0, from: "none" };
    }
    if (taken.from === "head" && inColumn === "" && at.unit !== undefined && !isMoney)
      notes.push(texts.unitOfHead({ unit: taken.unit.unit }));
    if (taken.unit.calorific) notes.push(taken.unit.calorific === "gross" ? texts.gross() : texts.net());
    if (taken.unit.either) {
      const [one, two] = taken.unit.either;
      const isOfGas = gasWords.some((word) => name.toLowerCase().includes(word));
      const of = isOfGas === isVolume(one) ? one : two;
      notes.push(texts.either({ first: one.unit, second: two.unit, taken: of.unit }));
      return { unit: of.unit, power: of.power, from: taken.from };
    }
    const unit = taken.unit.mayBe.length > 0 ? this.#askTon(place) : taken.unit.unit;
    const { calorific } = taken.unit;
    const power = taken.from === "cell" ? 0 : taken.unit.power;
    return { unit, power, from: taken.from, ...(calorific ? { calorific } : {}) };
  }

  #settle<T extends { readonly from: UnitFrom; readonly unit: WrittenUnit }>(
    place: { sheet: string; row: number },
    taken: T,
    other: T,
    notes: Message[],
  ): T {
    const where = {
      head: texts.whereHead(),
      column: texts.whereColumn(),
      cell: texts.whereCell(),
      name: texts.whereName(),
      title: texts.whereTitle(),
      none: texts.whereTitle(),
    };
    const said = {
      first: taken.unit.unit,
      second: other.unit.unit,
      where: where[taken.from],
      other: where[other.from],
    };
    const answer = this.#request.asker.ask(
      {
        key: `unit:${place.sheet}:${taken.from}-${other.from}:${taken.unit.unit}-${other.unit.unit}`,
        question: () => texts.askContradiction({ ...place, ...said }),
        options: [
          { value: taken.from, label: where[taken.from] },
          { value: other.from, label: where[other.from] },
        ],
        assumed: taken.from,
      },
      place,
    );
    if (answer === other.from) return other;
    notes.push(texts.contradiction(said));
    return taken;
  }

  #askTon(place: { sheet: string; row: number }): string {
    const answer = this.#request.asker.ask(
      {
        key: `ton:${place.sheet}`,
        question: () => texts.askTon(place),
        options: [
          { value: "t", label: texts.tonne() },
          { value: "ton_short", label: texts.shortTon() },
        ],
        assumed: this.#request.isAmerican ? "ton_short" : "t",
      },
      place,
    );
    return answer === "ton_short" ? "ton_short" : "t";
  }
}

/** Whether a unit in a column is that of the pieces, and not of the mass beside them. */
function isOfPieces(inColumn: string, { unit }: Measure): boolean {
  const written = readUnit(inColumn)?.unit ?? "";
  return written === "item" || (unit !== null && isMass(unit.unit) && !isMass(written));
}

function isMass(unit: string): boolean {
  return /^(?:t|kg|g|kt|lb|ton_short|ton_long)$/.test(unit);
}

/** "Copper / PVC", "硅钢片/铜": materials or fuels of which each has an amount of its own. */
function namesSeveral(name: string): boolean {
  return name.length <= 80 && /(?:\p{Script=Han}|\p{L}{3}) ?[/／] ?(?:\p{Script=Han}|\p{L}{3})/u.test(name);
}

function isVolume({ unit }: WrittenUnit): boolean {
  return /^(?:N?m3|L|kL|ft3|scf|gal)$/.test(unit);
}

/** "Diesel (l)", "Diesel (l) of the generator": the unit at the end of a name, else in brackets within it. */
function unitInName(name: string): WrittenUnit | null {
  const [, last] = /[([（［,，]\s*(?:in\s+)?([^()[\]（）［］,，]{1,20})\s*[)\]）］]?$/.exec(name) ?? [];
  const within = [...name.matchAll(/[([（［]\s*(?:in\s+)?([^()[\]（）［］]{1,20})[)\]）］]/g)].map(
    ([, inner]) => inner!,
  );
  for (const inner of [...(last === undefined ? [] : [last]), ...within.reverse()]) {
    const unit = /[a-zA-Z\p{Script=Han}€$£]/u.test(inner) ? readUnit(inner) : null;
    if (unit) return unit;
  }
  return null;
}

/** A sum without the digits that only binary fractions have. */
export function cleanSum(sum: number): number {
  return Number(sum.toPrecision(14));
}

/** Whether units of the United States stand in a sheet. */
export function hasAmericanUnits(rows: readonly Row[], columns: TableColumns): boolean {
  const units = columns.measures.flatMap(({ unit }) => (unit ? [unit.unit] : []));
  const { unit } = columns.at;
  if (unit !== undefined)
    for (const row of rows.slice(0, 2_000)) units.push(readUnit(textOf(cellAt(row, unit)))?.unit ?? "");
  return units.some((each) => americanUnits.has(each));
}
