import { type Message, messages } from "../../lib/message/message.ts";
import { coverageOfColumn } from "../../lib/uncertainty/coverage/declared-columns.ts";
import type { CellSource, CompiledCell } from "../compile/cell.ts";
import { waits } from "../montecarlo/plan.ts";
import type { Graph } from "../runtime/graph.ts";
import type { ColumnLaw, ColumnUncertainty, DatasetEntry } from "../services/catalogue.ts";
import type { Step } from "../services/step.ts";
import type { Candidate } from "./candidate.ts";
import { CellCode, type Range } from "./cell-code.ts";
import { columnAliases } from "./column-aliases.ts";
import { findConstants } from "./constants.ts";
import { isUsedAsList } from "./list-uses.ts";
import { countOf, namingFields, type RowList, rowListsOf } from "./row-lists.ts";

const texts = messages("proposals", {
  boundsOfResult: {
    en: "bounds that {tool} gives with its result, read as its 2.5 % and 97.5 % quantiles",
    zh: "{tool} 随结果给出的上下限，视为 2.5 % 与 97.5 % 分位数",
  },
  heldAgainst: {
    en: "{origin}; of {of} figures of {against}, {inside} lie within 95 % of this law",
    zh: "{origin}；{against}的 {of} 个数值中，有 {inside} 个在该分布居中的 95 % 之内",
  },
});

/** With more rows that have bounds of their own, the spread could not be divided among them in reasonable time. */
const MOST_OWN_ERRORS = 200;

/** The notebook in which candidates are searched. */
export interface ProposalSource {
  readonly graph: Graph;
  readonly catalogue: readonly DatasetEntry[];
  cellOf(cell: number): CellSource | undefined;
  compiledOf(cell: number): CompiledCell | undefined;
  placeOf(cell: number): number;
  valueOf(name: string): unknown;
  /** The service requests of a cell's last run. */
  stepsOf(cell: number): readonly Step[];
}

/**
 * What can be made uncertain so that a cell depends on it: found in the cell and in all cells that it depends on. Proposals with
 * a source come first, then what is nearest to the cell.
 */
export function candidatesOf(target: number, source: ProposalSource): Candidate[] {
  const found: Candidate[] = [];
  for (const cell of nearestFirst(target, source)) found.push(...new CellCandidates(cell, source).all());
  return [...found.filter(({ proposal }) => proposal), ...found.filter(({ proposal }) => !proposal)];
}

/** A cell and the cells that it depends on, by distance and then in document order. */
function nearestFirst(target: number, { graph, placeOf }: ProposalSource): number[] {
  const order: number[] = [];
  const seen = new Set([target]);
  for (let frontier = [target]; frontier.length > 0; ) {
    order.push(...frontier.sort((a, b) => placeOf(a) - placeOf(b)));
    frontier = frontier
      .flatMap((cell) => [...(graph.reads.get(cell)?.values() ?? [])])
      .filter((cell) => {
        const isNew = !seen.has(cell);
        seen.add(cell);
        return isNew;
      });
  }
  return order;
}

/** The candidates that one cell defines. */
class CellCandidates {
  readonly #cell: number;
  readonly #source: ProposalSource;

  constructor(cell: number, source: ProposalSource) {
    this.#cell = cell;
    this.#source = source;
  }

  all(): Candidate[] {
    const cell = this.#source.cellOf(this.#cell);
    const compiled = this.#source.compiledOf(this.#cell);
    if (!cell || !compiled) return [];
    const code = CellCode.of(cell);
    const isWaiting = waits(compiled);
    const constants = code && !isWaiting ? this.#constants(code) : [];
    const named = compiled.outputs.flatMap((name) => {
      const binding = code?.syntax.program ? code.bindingOf(name) : null;
      const isOutput = cell.attributes?.output === name;
      if (!binding && !isOutput) return [];
      if (binding && code?.isView(name)) return this.#input(name, binding);
      return isWaiting ? [] : this.#columns(name, isOutput ? null : binding);
    });
    return [...named, ...constants];
  }

  #constants(code: CellCode): Candidate[] {
    return findConstants(code.syntax).map(({ name, value, from, to }) => {
      const range = code.rangeOf({ from, to });
      return {
        ...this.#base(`${range.from}`, name, value),
        subject: { kind: "constant", ...range },
        proposal: null,
      };
    });
  }

  #input(name: string, binding: Range): Candidate[] {
    const value = this.#source.valueOf(name);
    if (typeof value !== "number" || !Number.isFinite(value)) return [];
    return [{ ...this.#base(name, name, value), subject: { kind: "input", name, binding }, proposal: null }];
  }

  /** Columns that the datasets of the cell's own requests declare as quantities, by their own name or under an alias. */
  #columns(name: string, binding: Range | null): Candidate[] {
    const steps = this.#source.stepsOf(this.#cell);
    if (steps.length === 0) return [];
    const declared = new DeclaredColumns(steps, this.#source.catalogue);
    return rowListsOf(this.#source.valueOf(name)).flatMap((list) => {
      if (list.isTable && !this.#isUsedAsList(name)) return [];
      return Object.keys(list.rows[0] ?? {}).flatMap((column) => this.#column(name, binding, list, column, declared));
    });
  }

  #column(name: string, binding: Range | null, list: RowList, column: string, declared: DeclaredColumns): Candidate[] {
    const { field, rows, isSingle } = list;
    const values = rows.map((row) => row[column]);
    const isMissing = (each: unknown) => each === null || each === undefined || Number.isNaN(each);
    if (!values.some((each) => typeof each === "number")) return [];
    if (!values.every((each) => typeof each === "number" || isMissing(each))) return [];
    const found = declared.of(column, list);
    if (!found) return [];
    const { proposal } = found;
    const byRow = proposal?.law.kind === "bounds" ? [proposal.law.lo, proposal.law.hi] : [];
    if (proposal?.law.kind === "sigma") byRow.push(proposal.law.column);
    if (byRow.length > 0 && rows.length > MOST_OWN_ERRORS) return [];
    const naming = isSingle ? [] : namingFields(rows);
    const isNumbered = byRow.length > 0 && !isSingle && countOf(rows, naming) < rows.length;
    const stem = field === null ? name : `${name}.${field}`;
    return [
      {
        ...this.#base(`${stem}.${column}`, `${stem}.${column}`, isSingle ? (values[0] as number) : null),
        subject: {
          kind: "column",
          name,
          binding,
          field,
          isSingle,
          column,
          rows: rows.length,
          naming,
          hasGaps: rows.some((row) => [column, ...byRow].some((each) => isMissing(row[each]))),
          isNumbered,
        },
        proposal,
      },
    ];
  }

  /** Whether all readers of a name take a list of records as well as an Arrow table. */
  #isUsedAsList(name: string): boolean {
    const { graph, compiledOf } = this.#source;
    return [...(graph.readers.get(this.#cell) ?? [])].every((reader) => {
      const compiled = compiledOf(reader);
      return !compiled?.inputs.includes(name) || isUsedAsList(compiled.code, name);
    });
  }

  #base(part: string, name: string, value: number | null) {
    const cell = this.#cell;
    return { id: `${cell} ${part}`, cell, place: this.#source.placeOf(cell), name, value };
  }
}

/** What the datasets that a cell read declare of their columns. */
class DeclaredColumns {
  readonly #entries: readonly DatasetEntry[];
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #tool: string | undefined;

  constructor(steps: readonly Step[], catalogue: readonly DatasetEntry[]) {
    const names = steps.flatMap((step) =>
      step.kind === "dataset" ? [step.dataset] : "datasets" in step ? step.datasets : [],
    );
    this.#entries = catalogue.filter(({ name }) => names.includes(name));
    this.#aliases = new Map(steps.flatMap((step) => (step.kind === "query" ? [...columnAliases(step.sql)] : [])));
    this.#tool = steps.find((step) => step.kind === "tool")?.tool;
  }

  /** A quantity: its uncertainty, or null if none is declared. Undefined for a column that is no declared quantity. */
  of(column: string, { rows }: RowList): { proposal: Candidate["proposal"] } | undefined {
    const own = this.#aliases.get(column.toLowerCase()) ?? column;
    for (const { name, uncertainty = [] } of this.#entries) {
      const stated = uncertainty.find((each) => each.column === own);
      if (!stated || !this.#hasItsColumns(stated, rows)) continue;
      return { proposal: { law: lawIn(stated.law, rows), origin: this.#originOf(name, stated) } };
    }
    // A tool's result has fields of its own, which share no more than a name with the columns of a dataset.
    if (this.#tool !== undefined) return undefined;
    const isQuantity = this.#entries.some(({ columns }) =>
      columns.some(({ name, unit }) => name === own && unit !== "none"),
    );
    return isQuantity ? { proposal: null } : undefined;
  }

  /** Whether the rows have the columns with bounds or standard deviations, with numbers in one of the rows. */
  #hasItsColumns({ law }: ColumnUncertainty, rows: RowList["rows"]): boolean {
    const needed = law.kind === "bounds" ? [law.lo, law.hi] : law.kind === "sigma" ? [law.column] : [];
    // A tool applies what a dataset states of its own values; only bounds come with the result.
    if (this.#tool !== undefined && law.kind !== "bounds") return false;
    return rows.some((row) => needed.every((each) => typeof row[each] === "number"));
  }

  /** Who states it, with how many published figures lie inside. */
  #originOf(dataset: string, { column, origin }: ColumnUncertainty): Message {
    if (this.#tool !== undefined) return texts.boundsOfResult({ tool: this.#tool });
    const stated = { code: "", texts: origin, values: {} };
    const coverage = coverageOfColumn(dataset, column);
    return coverage === null ? stated : texts.heldAgainst({ origin: stated, ...coverage });
  }
}

/** The law as the rows carry it: a query may have left the column out that names the distribution. */
function lawIn(law: ColumnLaw, rows: RowList["rows"]): ColumnLaw {
  if (law.kind !== "bounds" || law.distribution === undefined || law.distribution in rows[0]!) return law;
  return { kind: "bounds", lo: law.lo, hi: law.hi };
}
