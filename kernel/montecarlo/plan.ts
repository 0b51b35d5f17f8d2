import { messages } from "../../lib/message/message.ts";
import type { DistributionSpec } from "../../lib/uncertainty/distributions/distribution-spec.ts";
import { libraryNames, namesInDraws } from "../cell/names.ts";
import type { CompiledCell } from "../compile/index.ts";
import type { Chance } from "../random/chance.ts";
import { downstream, type Graph } from "../runtime/graph.ts";
import { NotSampled } from "./not-sampled.ts";
import type { Scenario } from "./scenario.ts";
import { pack, Unsendable } from "./wire.ts";

const texts = messages("sampling", {
  notRun: {
    en: "This cell has not run yet.",
    zh: "此单元格尚未运行。",
  },
  waits: {
    en: "This cell is an input: its value is the one chosen here, so it has no uncertainty of its own.",
    zh: "此单元格是一个输入：其值由读者选定，本身没有不确定度。",
  },
  noSample: {
    en: "This number does not depend on any uncertain input yet. Give one of its inputs a distribution, such as {example}.",
    zh: "这个数还不依赖任何不确定的输入。请为其某个输入给出概率分布，例如 {example}。",
  },
  notFinished: {
    en: "Cell {place} has not finished, so its inputs are not known. Run it first.",
    zh: "第 {place} 个单元格尚未运行完，其输入未知。请先运行它。",
  },
  belongsToPage: {
    en: "Cell {source} reads `{name}`, which belongs to the page and cannot be sent to a worker.",
    zh: "第 {source} 个单元格读取 `{name}`，它属于页面，无法交给计算进程。",
  },
});

const example = 'sample("coal EF", lognormal({mean: 94.6, lo: 89.5, hi: 99.7}))';

/** A cell of a plan. Plain data. */
export interface PlannedCell {
  readonly id: number;
  /** Its position in the notebook, from 1, for messages. */
  readonly place: number;
  readonly code: string;
  readonly inputs: readonly string[];
  readonly parameters: readonly string[];
  readonly outputs: readonly string[];
  readonly expression: boolean;
  readonly autodisplay: boolean;
  /** Evaluated once before all draws: it depends on no sample, but its value cannot be sent to a worker. */
  readonly once: boolean;
}

/** The cells between samples and one cell, with everything they read: they are evaluated in every draw. */
export interface Plan {
  /** The cell whose uncertainty is evaluated; the last of `cells`. */
  readonly target: number;
  /** Cells in topological order: each after those it reads. */
  readonly cells: readonly PlannedCell[];
  /** Packed values that are constant in all draws, by name. */
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly chance: Chance;
  /** Distributions or numbers that override those of the cells, by sample. */
  readonly samples: Readonly<Record<string, DistributionSpec | number>>;
}

/** The notebook from which a plan is made. */
export interface PlanSource {
  readonly graph: Graph;
  readonly chance: Chance;
  compiledOf(cell: number): CompiledCell | undefined;
  placeOf(cell: number): number;
  /** The input values of a cell's last run, by name. */
  inputsOf(cell: number): Readonly<Record<string, unknown>> | undefined;
}

/** Names of the frame that draws replace. */
function replacedNames(): ReadonlySet<string> {
  const names = new Set(["document", "window", ...libraryNames()]);
  for (const name of namesInDraws("fixed")) names.delete(name);
  return names;
}

const waiting: ReadonlySet<string> = new Set(namesInDraws("waits"));

/** Whether the value is set by the reader or changes by itself: then its current value is used. */
export function waits({ parameters, inputs }: CompiledCell): boolean {
  return parameters.some((name) => waiting.has(name)) || inputs.some((name) => waiting.has(name));
}

/**
 * The plan for one cell. Cells that the reader sets (views) keep their current values. Values that depend on no sample are
 * taken from the page, unless they cannot be sent to a worker: then their cell is evaluated once.
 * Throws `NotSampled` if the cell depends on no sample, or waits for the reader itself.
 */
export function planOf(target: number, source: PlanSource, scenario?: Scenario): Plan {
  const { graph, chance } = source;
  const compiled = source.compiledOf(target);
  if (!compiled) throw new NotSampled("failed", texts.notRun());
  if (waits(compiled)) throw new NotSampled("waits", texts.waits());
  const above = upstream(graph, target);
  const set = new Set(Object.keys(scenario?.inputs ?? {}));
  const starts = [...above].filter((id) => {
    const cell = source.compiledOf(id)!;
    return cell.parameters.includes("sample") || cell.outputs.some((name) => set.has(name));
  });
  const reached = new Set([...starts, ...downstream(graph, starts)]);
  // A cell whose names a scenario sets is not evaluated, and neither is one that the reader sets.
  const isSet = ({ outputs }: CompiledCell) => outputs.length > 0 && outputs.every((name) => set.has(name));
  const varying = new Set(
    [...above].filter((id) => {
      const cell = source.compiledOf(id)!;
      return reached.has(id) && !waits(cell) && !isSet(cell);
    }),
  );
  if (!varying.has(target)) {
    const names = [...above].flatMap((id) => source.compiledOf(id)!.outputs).slice(0, 3);
    throw new NotSampled("no-sample", texts.noSample({ example }), names);
  }
  return new Planner(source, varying, scenario).plan(target, chance);
}

/** A cell and all cells that it depends on. */
export function upstream(graph: Graph, cell: number): Set<number> {
  const found = new Set([cell]);
  const open = [cell];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const read of graph.reads.get(id)?.values() ?? [])
      if (!found.has(read)) {
        found.add(read);
        open.push(read);
      }
  return found;
}

class Planner {
  readonly #source: PlanSource;
  readonly #varying: ReadonlySet<number>;
  readonly #scenario: Scenario | undefined;
  readonly #fixed: Record<string, unknown> = {};
  readonly #order: PlannedCell[] = [];
  readonly #seen = new Set<number>();
  readonly #replaced = replacedNames();

  constructor(source: PlanSource, varying: ReadonlySet<number>, scenario: Scenario | undefined) {
    this.#source = source;
    this.#varying = varying;
    this.#scenario = scenario;
  }

  plan(target: number, chance: Chance): Plan {
    this.#add(target);
    return { target, cells: this.#order, fixed: this.#fixed, chance, samples: this.#scenario?.samples ?? {} };
  }

  /** Adds a cell after those it reads. */
  #add(id: number): void {
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    const cell = this.#source.compiledOf(id)!;
    const given = this.#source.inputsOf(id);
    for (const name of cell.inputs) {
      const owner = this.#source.graph.reads.get(id)?.get(name);
      const isSet = Object.hasOwn(this.#scenario?.inputs ?? {}, name);
      if (owner !== undefined && this.#varying.has(owner) && !isSet) this.#add(owner);
      else if (owner !== undefined || !this.#replaced.has(name)) this.#fix(name, owner, given, id);
    }
    const { inputs, parameters, outputs, code, expression, autodisplay } = cell;
    const place = this.#source.placeOf(id);
    const once = !this.#varying.has(id);
    this.#order.push({ id, place, code, inputs, parameters, outputs, expression, autodisplay, once });
  }

  /** Adds a constant value: the one on the page, or computed once by its cell. */
  #fix(
    name: string,
    owner: number | undefined,
    given: Readonly<Record<string, unknown>> | undefined,
    reader: number,
  ): void {
    if (name in this.#fixed) return;
    const { inputs = {} } = this.#scenario ?? {};
    if (owner !== undefined && Object.hasOwn(inputs, name)) {
      this.#fixed[name] = pack(inputs[name]);
      return;
    }
    if (!given) {
      const place = this.#source.placeOf(reader);
      throw new NotSampled("failed", texts.notFinished({ place }));
    }
    // Globals of the language and the platform (Math, JSON, …) also exist in the worker.
    if (owner === undefined && given[name] === (globalThis as Record<string, unknown>)[name]) return;
    try {
      this.#fixed[name] = pack(given[name]);
    } catch (error) {
      if (!(error instanceof Unsendable)) throw error;
      if (owner === undefined || waits(this.#source.compiledOf(owner)!)) {
        throw new NotSampled("waits", texts.belongsToPage({ source: this.#source.placeOf(reader), name }));
      }
      this.#add(owner);
    }
  }
}
