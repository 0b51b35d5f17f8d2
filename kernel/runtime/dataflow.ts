import type { Module } from "@observablehq/runtime";
import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { equalData } from "../values/equal.ts";
import { sentenceFields } from "./cell-error.ts";
import type { CellDefinition } from "./definition.ts";
import { DormantCells } from "./dormant-cells.ts";
import type { Exports } from "./exports.ts";
import { GlobalNames } from "./global-names.ts";
import { buildGraph, downstream, type Graph } from "./graph.ts";
import type { DataflowHost } from "./host.ts";
import { IdleTracker } from "./idle-tracker.ts";
import { ImmediateRuntime } from "./immediate-runtime.ts";
import { Names } from "./names.ts";
import { Node, type NodeHost, variableName } from "./node.ts";
import { RunEnded } from "./run.ts";
import type { Source } from "./source.ts";
import { SLICE_MS, StartQueue } from "./start-queue.ts";
import type { Cause, CellState } from "./state.ts";

const texts = messages("runtime", {
  inputFailed: {
    en: "An input failed.",
    zh: "有一项输入未能得出。",
  },
  cellPaused: {
    en: "The cell is paused.",
    zh: "单元格已暂停。",
  },
  cellStale: {
    en: "The cell is stale.",
    zh: "单元格待更新。",
  },
});

export interface DataflowOptions {
  /** Names that every notebook may read: each definition is called once, when the name is first read. */
  library?: Record<string, () => unknown>;
  /** Resolves a name that neither a cell nor the library defines; undefined if it does not exist. */
  global?(name: string): unknown;
  /** What to use instead of a name that other systems have. */
  elsewhere?(name: string): Message | undefined;
}

/**
 * The reactive engine: @observablehq/runtime orders each wave of computations; this class adds the guarantees of a notebook.
 *
 * Invariants
 * - The runtime never sees a cycle: every cell that takes part gets the error instead. Nor does it see a duplicate: the cells
 *   that define the name run, and those that read it get the error.
 * - Every await of a run races with the end of the run, so a superseded run blocks nothing, whether or not it ever settles.
 * - A body runs only if its inputs changed as data, or it was forced (edited, asked). Otherwise the last outcome is kept,
 *   with the same identities, and therefore also for the readers.
 * - A dormant cell is not known to the runtime. All cells that an active cell reads are active; anything that may invalidate a
 *   dormant cell's output (a newer value, an edit, a re-run above it) wakes it.
 * - State changes only through `transitionCell`.
 */
export class Dataflow {
  readonly #host: NodeHost;
  readonly #runtime: ImmediateRuntime;
  readonly #module: Module;
  readonly #startQueue: StartQueue;
  readonly #globals: GlobalNames;
  readonly #nodes = new Map<number, Node>();
  readonly #names: Names;
  readonly #dormant = new DormantCells();
  readonly #idle = new IdleTracker<Node>(() => {
    // Sources may deliver their pending values.
    for (const source of this.#sources) source.settled();
  });
  readonly #sources = new Set<Source>();
  /** The cells with which the next wave begins, which the runtime has not reached yet. */
  readonly #next = new Set<number>();
  #graph: Graph = buildGraph([]);
  #lazy = false;
  #disposed = false;

  constructor(host: DataflowHost, options: DataflowOptions = {}) {
    this.#host = {
      now: () => host.now(),
      state: (cell, state) => {
        if (!this.#disposed) host.state(cell, state);
      },
      display: (run, value, replace) => host.display(run, value, replace),
      begin: (run) => host.begin(run),
      end: (run) => host.end(run),
      isBusyBelow: (cell) => this.#isBusyBelow(cell),
      emit: (name, cell) => this.#emit(name, cell),
      follow: (source, run) => {
        this.#sources.add(source);
        run.invalidation.then(() => this.#sources.delete(source));
      },
      release: (names) => {
        for (const name of names) this.#names.release(name);
      },
      exportsSettled: () => this.#idle.check(),
    };
    this.#globals = new GlobalNames(options.library, options.global, options.elsewhere);
    this.#startQueue = new StartQueue(() => host.now());
    this.#runtime = new ImmediateRuntime(this.#globals.library, this.#globals.global, () => this.#isNextShort());
    this.#module = this.#runtime.module();
    this.#names = new Names(this.#module, (name, value, cell) => {
      if (!this.#disposed) host.value?.(name, value, cell);
    });
  }

  get graph(): Graph {
    return this.#graph;
  }

  stateOf(cell: number): CellState | undefined {
    return this.#nodes.get(cell)?.state;
  }

  /** The last value of a name that its readers received. */
  valueOf(name: string): unknown {
    return this.#names.valueOf(name);
  }

  /** The input values of a cell's last run, by name; undefined until one has finished. */
  inputsOf(cell: number): Record<string, unknown> | undefined {
    const node = this.#nodes.get(cell);
    if (!node?.memo) return undefined;
    const { values } = node.memo;
    return Object.fromEntries(node.definition.inputs.map((name, i) => [name, values[i]]));
  }

  /** A cell's position in the notebook, from 1. */
  placeOf(cell: number): number {
    return (this.#nodes.get(cell)?.order ?? 0) + 1;
  }

  /**
   * Updates the whole notebook, in document order. A definition that is the same object as before is unchanged. New cells
   * in `dormant` do not run: their output was kept from an earlier run with the same code and inputs. They run when an
   * active cell reads them, or when a change above them or `wake` wakes them. Without a cause, changed cells are treated as after
   * a change of their inputs: in lazy mode they become stale.
   */
  update(
    definitions: readonly CellDefinition[],
    cause: Cause | null = { kind: "edited" },
    dormant: ReadonlySet<number> = new Set(),
  ): void {
    const wanted = new Set(definitions.map(({ id }) => id));
    for (const [id, node] of this.#nodes) if (!wanted.has(id)) this.#remove(id, node);
    const dirty = new Set<Node>();
    const changed: number[] = [];
    for (const [order, definition] of definitions.entries()) {
      const known = this.#nodes.get(definition.id);
      const node = known ?? this.#create(definition);
      node.order = order;
      if (!known && dormant.has(definition.id) && !definition.error) {
        this.#dormant.add(definition.id);
        node.move({ type: "keep" });
        continue;
      }
      if (node.definition === definition && (node.ticket > 0 || this.isDormant(definition.id))) continue;
      if (known) {
        changed.push(definition.id);
        // Its kept outcome belongs to other code.
        if (!cause) node.forget();
      }
      node.definition = definition;
      this.#dormant.delete(definition.id);
      node.force = node.ticket === 0 ? { kind: "first" } : cause;
      dirty.add(node);
    }
    this.#relink(dirty);
    this.#activate(downstream(this.#graph, changed), dirty);
    for (const node of dirty) this.#redefine(node);
  }

  /** Wakes dormant cells, and the dormant cells that depend on them. */
  wake(cells: Iterable<number>): void {
    const dirty = new Set<Node>();
    const ids = [...cells];
    this.#activate([...ids, ...downstream(this.#graph, ids)], dirty);
    for (const node of dirty) this.#redefine(node);
  }

  isDormant(cell: number): boolean {
    return this.#dormant.has(cell);
  }

  /** Whether a cell's value or output can change by itself: a view, a generator. Known once it has run. */
  isChanging(cell: number): boolean {
    const outcome = this.#nodes.get(cell)?.memo?.outcome;
    return outcome !== undefined && "exports" in outcome && outcome.exports.changing;
  }

  /** Runs cells even if nothing changed. */
  run(cells: Iterable<number>, cause: Cause = { kind: "asked" }): void {
    const ids = [...cells];
    this.wake(ids);
    for (const cell of ids) {
      const node = this.#nodes.get(cell);
      if (!node) continue;
      node.force = cause;
      this.#redefine(node);
    }
  }

  /** Runs every stale cell, and the cells blocked by one. */
  runStale(): void {
    this.run([...this.#nodes].filter(([, { state }]) => state.status === "stale").map(([id]) => id));
  }

  /** Reports an error of a cell's code that came when its body was over: the cell gets a warning. */
  failLate(cell: number, error: unknown): void {
    this.#nodes.get(cell)?.failLate(error);
  }

  /** Ends a cell's run, or every run; the cell reports that it was stopped. */
  interrupt(cell?: number): void {
    for (const [id, node] of this.#nodes) if (cell === undefined || cell === id) node.run?.end("stopped");
  }

  /** A paused cell does not run, and neither do its readers. */
  pause(cell: number, paused: boolean): void {
    const node = this.#nodes.get(cell);
    if (!node || node.paused === paused) return;
    node.paused = paused;
    if (paused) node.run?.end("paused");
    else node.force = { kind: "resumed" };
    const dirty = new Set([node]);
    this.#activate([cell, ...downstream(this.#graph, [cell])], dirty);
    this.#relink(dirty);
    for (const each of dirty) this.#redefine(each);
  }

  isPaused(cell: number): boolean {
    return this.#nodes.get(cell)?.paused ?? false;
  }

  get lazy(): boolean {
    return this.#lazy;
  }

  /** In lazy mode a change marks readers as stale instead of running them. Leaving it runs all stale cells. */
  set lazy(lazy: boolean) {
    this.#lazy = lazy;
    if (!lazy) this.runStale();
  }

  /** Resolves when no cell is queued or running. */
  settled(): Promise<void> {
    return this.#idle.allSettled(() => [...this.#nodes.values()].some(({ state }) => state.status === "running"));
  }

  /** Resolves when a cell is neither queued nor running, regardless of other cells. */
  cellSettled(cell: number): Promise<void> {
    return this.#idle.until(() => {
      const node = this.#nodes.get(cell);
      return node !== undefined && (this.#idle.isPending(node) || node.state.status === "running");
    });
  }

  dispose(): void {
    this.#disposed = true;
    for (const [id, node] of this.#nodes) this.#remove(id, node);
    this.#runtime.dispose();
  }

  // Structure

  #create(definition: CellDefinition): Node {
    const id = definition.id;
    const variable = this.#module.variable({
      pending: () => this.#pending(node),
      fulfilled: () => this.#idle.settle(node),
      rejected: () => this.#rejected(node),
    });
    const node: Node = new Node(definition, variable, this.#host);
    this.#nodes.set(id, node);
    return node;
  }

  #remove(id: number, node: Node): void {
    this.#nodes.delete(id);
    this.#dormant.delete(id);
    this.#next.delete(id);
    node.run?.end("removed");
    node.forget();
    node.variable.delete();
    this.#idle.settle(node);
  }

  /** Updates graph, faults and names; nodes whose fault changed are added to `dirty`. */
  #relink(dirty: Set<Node>): void {
    const nodes = [...this.#nodes.values()].sort((a, b) => a.order - b.order);
    const paused = new Set(nodes.filter((node) => node.paused).map(({ definition }) => definition.id));
    this.#graph = buildGraph(
      nodes.map(({ definition }) => definition),
      paused,
    );
    const faulted: number[] = [];
    for (const node of nodes) {
      const { id, remarks = [] } = node.definition;
      node.remark([...remarks, ...(this.#graph.warnings.get(id) ?? [])]);
      const fault = node.definition.error ?? this.#graph.errors.get(node.definition.id);
      if (equalData(fault, node.fault)) continue;
      node.fault = fault;
      node.force ??= { kind: "edited" };
      this.#dormant.delete(node.definition.id);
      dirty.add(node);
      faulted.push(node.definition.id);
    }
    this.#activate(
      [...this.#dormant.neededBy(this.#nodes.keys(), this.#graph), ...downstream(this.#graph, faulted)],
      dirty,
    );
    for (const [name, owners] of this.#graph.definers) if (!this.isDormant(owners[0]!)) this.#names.own(name, owners);
    this.#names.keep(this.#graph.definers);
  }

  /** Activates dormant cells and their inputs: defines their names and adds them to `dirty`. */
  #activate(cells: Iterable<number>, dirty: Set<Node>): void {
    for (const id of this.#dormant.wake(cells, this.#graph)) {
      const node = this.#nodes.get(id)!;
      node.force = { kind: "first" };
      dirty.add(node);
      for (const name of node.definition.outputs) this.#names.own(name, this.#graph.definers.get(name) ?? []);
    }
  }

  #redefine(node: Node): void {
    this.#idle.expect(node);
    const { id, inputs } = node.definition;
    this.#next.add(id);
    if (node.fault || node.paused) {
      // Without inputs, so that the cell reports its own error and not that of an input.
      node.variable.define(variableName(id), [], () => this.#compute(node, []));
    } else {
      node.variable.define(variableName(id), inputs, (...values: unknown[]) => this.#compute(node, values));
    }
  }

  // The wave

  /** The runtime is about to compute the cell (again): the current run is superseded. */
  #pending(node: Node): void {
    if (this.#nodes.get(node.definition.id) !== node) return;
    this.#next.delete(node.definition.id);
    ++node.ticket;
    this.#idle.expect(node);
    node.run?.end("superseded");
    node.move({ type: "queue" });
  }

  #rejected(node: Node): void {
    if (this.#nodes.get(node.definition.id) !== node) return;
    if (node.entered !== node.ticket) this.#explainInput(node);
    this.#idle.settle(node);
  }

  /** An input failed, so the body was never reached: reports which input, and why. */
  #explainInput(node: Node): void {
    const reads = this.#graph.reads.get(node.definition.id);
    for (const name of node.definition.inputs) {
      const cell = reads?.get(name);
      if (cell === undefined) {
        const refusal = this.#globals.refusal(name, this.#graph.definers.keys());
        if (!refusal) continue;
        const error = { ...refusal, ...node.definition.placeOf?.(name) };
        node.forget();
        node.fail(error);
        return;
      }
      const status = this.#nodes.get(cell)?.state.status;
      const withheld = status === "paused" || status === "stale";
      if (withheld || status === "failed" || status === "blocked" || this.#names.hasFailed(name)) {
        const as = withheld ? status : "blocked";
        if (as !== "stale") node.forget();
        node.move({ type: "block", by: { cell, name }, as });
        return;
      }
    }
    node.fail({ name: "Error", ...sentenceFields(texts.inputFailed()) });
  }

  async #compute(node: Node, values: readonly unknown[]): Promise<Exports> {
    const ticket = node.ticket;
    node.entered = ticket;
    if (node.paused) {
      node.move({ type: "pause" });
      throw new Fault(texts.cellPaused());
    }
    if (node.fault) {
      node.forget();
      node.fail(node.fault);
      throw new Error(node.fault.message);
    }
    const { memo, force } = node;
    if (!force && memo?.matches(values)) {
      node.move({ type: "keep" });
      return memo.exports;
    }
    if (this.#lazy && !force && node.state.runs > 0) {
      node.move({ type: "mark-stale" });
      throw new Fault(texts.cellStale());
    }
    await this.#startQueue.wait(node.order);
    if (ticket !== node.ticket || this.#nodes.get(node.definition.id) !== node) throw new RunEnded("superseded");
    const { inputs } = node.definition;
    const cause = force ?? { kind: "input", names: memo?.changed(inputs, values) ?? inputs };
    node.force = null;
    return node.start(values, cause);
  }

  /** A source has a newer value: its name is computed, and thereby its readers. */
  #emit(name: string, cell: number): void {
    if (!this.#names.isOf(name, cell)) return;
    const readers = [...(this.#graph.readers.get(cell) ?? [])].filter((reader) =>
      this.#nodes.get(reader)?.definition.inputs.includes(name),
    );
    this.wake(readers);
    for (const reader of readers) this.#next.add(reader);
    // Readers count as busy as soon as their source has changed, not only when the runtime reaches them.
    for (const reader of readers) {
      const node = this.#nodes.get(reader);
      if (node && !node.paused && !node.fault) this.#idle.expect(node);
    }
    this.#names.renew(name);
  }

  /** Whether the next wave is expected to end within a slice, by the last runs of its cells. */
  #isNextShort(): boolean {
    let expected = 0;
    for (const cell of new Set([...this.#next, ...downstream(this.#graph, this.#next)])) {
      // A cell that has not run yet may take any time.
      expected += this.#nodes.get(cell)?.state.elapsed ?? SLICE_MS;
      if (expected >= SLICE_MS) return false;
    }
    return true;
  }

  #isBusyBelow(cell: number): boolean {
    for (const reader of downstream(this.#graph, [cell])) {
      const node = this.#nodes.get(reader);
      if (node && (this.#idle.isPending(node) || node.run)) return true;
    }
    return false;
  }
}
