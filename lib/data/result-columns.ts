import { messages } from "../message/message.ts";
import { aggregateOf, ofAnyType } from "./aggregate.ts";
import type { Cell } from "./cell.ts";
import { DataError } from "./data-error.ts";
import { groupsOf } from "./groups.ts";
import { MeasuredColumn, mustBeNumbers } from "./measured-column.ts";
import { type Pair, type PairValue, pairOf, pairValue } from "./pair.ts";
import type { Relation } from "./relation.ts";
import type { Aggregate, Selected } from "./request.ts";

const texts = messages("data", {
  notInGroup: {
    en: "`{column}` is neither aggregated nor in group. Add it to group, or say how it is aggregated: sum, mean, min, max, count, median, first, last or sd.",
    zh: "`{column}` 既未聚合，也不在 group 中。请将其加入 group，或指明聚合方式：sum、mean、min、max、count、median、first、last 或 sd。",
  },
  sameName: {
    en: "Two selected columns are called `{name}`. Give one of them another name by as.",
    zh: "有两个所选的列都叫 `{name}`。请用 as 为其中一个另取名称。",
  },
  selectForGroup: {
    en: "A query with group needs select: the columns of the group, and what is aggregated.",
    zh: "带 group 的查询须给出 select：分组的列以及要聚合的列。",
  },
  missingLeftOut: {
    en: "{missing} of {rows} rows have no `{column}`: they are left out of `{name}`.",
    zh: "{rows} 行中有 {missing} 行缺少 `{column}`，未计入 `{name}`。",
  },
});

/** A column of the result, with its unit, which is empty if there is none. */
export interface ResultColumn {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly unit: string;
}

/** The columns of a result, what there is to order its rows by besides, and notes. */
export interface ResultColumns {
  readonly columns: readonly ResultColumn[];
  readonly rows: number;
  /** The cells of a column that is not selected, but has one value in each row of the result. */
  readonly unselected: (name: string) => readonly Cell[] | undefined;
  readonly notes: readonly ReturnType<typeof texts.missingLeftOut>[];
}

/** The selected columns of a relation, aggregated if there are groups or aggregates. Throws DataError. */
export function resultColumns(
  relation: Relation,
  select: readonly Selected[],
  group: readonly string[] | undefined,
): ResultColumns {
  if (group && select.length === 0) throw new DataError("select", texts.selectForGroup());
  for (const [i, column] of (group ?? []).entries()) relation.mustHave(column, `group[${i}]`);
  const wanted = select.length === 0 ? relation.names : select;
  const isAggregated = group !== undefined || wanted.some((entry) => typeof entry !== "string" && entry.aggregate);
  const result = isAggregated ? new Aggregated(relation, group ?? []) : new EachRow(relation);
  const columns = wanted.map((entry, i) => result.column(entry, `select[${i}]`));
  const names = new Set<string>();
  for (const [i, { name }] of columns.entries()) {
    if (names.has(name)) throw new DataError(`select[${i}]`, texts.sameName({ name }));
    names.add(name);
  }
  return { columns, rows: result.rows, unselected: (name) => result.unselected(name), notes: result.notes };
}

type Entry = Exclude<Selected, string>;
/** One column. */
type Single = Entry & { readonly column: string };

function singleOf(entry: Selected): Single {
  return typeof entry === "string" ? { column: entry } : (entry as Single);
}

/** One row of the result for each row of the relation. */
class EachRow {
  readonly #relation: Relation;
  readonly rows: number;
  readonly notes = [];

  constructor(relation: Relation) {
    this.#relation = relation;
    this.rows = relation.length;
  }

  column(entry: Selected, field: string): ResultColumn {
    const pair = pairOf(entry);
    if (pair) return this.#pair(pair, field);
    const { column, as = column, unit } = singleOf(entry);
    this.#relation.mustHave(column, field);
    const measured = MeasuredColumn.of(this.#relation, column, unit, field);
    return { name: as, cells: measured.cells, unit: measured.commonUnit(allOf(this.rows)) ?? measured.declaredUnit };
  }

  unselected(name: string): readonly Cell[] | undefined {
    return this.#relation.has(name) ? this.#relation.cells(name) : undefined;
  }

  #pair(pair: Pair, field: string): ResultColumn {
    const [first, second] = partsOf(this.#relation, pair, field);
    const rows = [...allOf(this.rows)].filter((row) => first.cells[row] !== null && second.cells[row] !== null);
    const value = pairValueOf(pair, first, second, rows, field);
    const cells = new Array<Cell>(this.rows).fill(null);
    for (const row of rows) cells[row] = value.of(first.cells[row] as number, second.cells[row] as number);
    return { name: pair.as, cells, unit: value.unit };
  }
}

/** One row of the result for each group of rows. */
class Aggregated {
  readonly #relation: Relation;
  readonly #group: readonly string[];
  readonly #groups: readonly Int32Array[];
  readonly notes: ReturnType<typeof texts.missingLeftOut>[] = [];

  constructor(relation: Relation, group: readonly string[]) {
    this.#relation = relation;
    this.#group = group;
    this.#groups = groupsOf(relation, group);
  }

  get rows(): number {
    return this.#groups.length;
  }

  column(entry: Selected, field: string): ResultColumn {
    const pair = pairOf(entry);
    if (pair) return this.#pair(pair, field);
    const { column, as = column, unit, aggregate } = singleOf(entry);
    this.#relation.mustHave(column, field);
    if (aggregate === undefined && !this.#group.includes(column))
      throw new DataError(field, texts.notInGroup({ column }));
    if (aggregate !== undefined && !ofAnyType.has(aggregate)) mustBeNumbers(this.#relation, column, field);
    const measured = MeasuredColumn.of(this.#relation, column, unit, field);
    if (aggregate === "count") return this.#of(as, measured, aggregate, () => "1");
    if (aggregate === undefined)
      return this.#of(as, measured, "first", (rows) => measured.commonUnit(rows) ?? measured.declaredUnit);
    this.#noteMissing(as, column, measured.cells);
    return this.#of(as, measured, aggregate, (rows) => measured.oneUnit(rows, field));
  }

  unselected(name: string): readonly Cell[] | undefined {
    return this.#group.includes(name) ? this.#groups.map(([row]) => this.#relation.cells(name)[row!]!) : undefined;
  }

  #of(
    name: string,
    measured: MeasuredColumn,
    aggregate: Aggregate,
    unitOf: (rows: Int32Array) => string,
  ): ResultColumn {
    const units = new Set<string>();
    const cells = this.#groups.map((rows) => {
      const value = aggregateOf(aggregate, measured.cells, rows);
      if (value !== null) units.add(unitOf(rows));
      return value;
    });
    const [unit = ""] = units;
    return { name, cells, unit: units.size > 1 ? measured.declaredUnit : unit || measured.commonUnit([]) || "" };
  }

  #pair(pair: Pair, field: string): ResultColumn {
    const [first, second] = partsOf(this.#relation, pair, field);
    const isKnown = (row: number) => first.cells[row] !== null && second.cells[row] !== null;
    const known = this.#groups.map((rows) => rows.filter(isKnown));
    const all = known.flatMap((rows) => [...rows]);
    const value = pairValueOf(pair, first, second, all, field);
    const cells = known.map((rows) => {
      if (rows.length === 0) return null;
      const [a, b] = [first, second].map((part) => aggregateOf("sum", part.cells, rows) as number);
      return value.of(a!, b!);
    });
    for (const part of [first, second]) this.#noteMissing(pair.as, part.name, part.cells);
    return { name: pair.as, cells, unit: value.unit };
  }

  #noteMissing(name: string, column: string, cells: readonly Cell[]): void {
    const missing = cells.reduce<number>((count, cell) => count + (cell === null ? 1 : 0), 0);
    if (missing > 0) this.notes.push(texts.missingLeftOut({ missing, rows: cells.length, column, name }));
  }
}

function* allOf(rows: number): Iterable<number> {
  for (let row = 0; row < rows; row++) yield row;
}

function partsOf(relation: Relation, { kind, columns }: Pair, field: string): [MeasuredColumn, MeasuredColumn] {
  const [first, second] = columns.map((column) => {
    relation.mustHave(column, `${field}.${kind}`);
    mustBeNumbers(relation, column, `${field}.${kind}`);
    return MeasuredColumn.of(relation, column, undefined, field);
  });
  return [first!, second!];
}

function pairValueOf(
  pair: Pair,
  first: MeasuredColumn,
  second: MeasuredColumn,
  rows: Iterable<number>,
  field: string,
): PairValue {
  return pairValue(pair, first.oneUnit(rows, field), second.oneUnit(rows, field), field);
}
