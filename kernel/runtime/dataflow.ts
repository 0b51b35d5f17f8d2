import type { Module, Variable } from "@observablehq/runtime";
import { nearestName } from "../names/nearest.ts";
import type { CellError } from "./cell-error.ts";
import type { CellDefinition } from "./definition.ts";
import { equalData } from "./equal.ts";
import { Gate } from "./gate.ts";
import { buildGraph, downstream, type Graph } from "./graph.ts";
import { PromptRuntime } from "./prompt-runtime.ts";
import { type Ending, Run, RunEnded, type RunHost } from "./run.ts";
import { isGenerator, Source } from "./source.ts";
import { type Cause, type CellEvent, type CellState, initialState, transitionCell } from "./state.ts";
import { tick } from "./tick.ts";

/** What the dataflow tells, and asks of, the place it runs in. */
export interface DataflowHost {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** A cell's state changed. */
  state(cell: number, state: CellState): void;
  /** A run shows a value. */
  display(run: Run, value: unknown, replace: boolean): void;
  /** A run begins: its cell's earlier output may be let go once the run shows something or ends. */
  begin(run: Run): void;
  /** A run's body is over (it finished, failed, or was ended). */
  end(run: Run): void;
  /** A name has a (new) value or error; readers see the same. */
  value?(name: string, value: unknown, cell: number): void;
}

export interface DataflowOptions {
  /** Names every notebook may read: definitions are called once, when first read. */
  library?: Record<string, () => unknown>;
  /** Resolves a name that neither a cell nor the library defines; undefined where there is none. */
  global?(name: string): unknown;
}

/** Values and outcome of the last completed run: with the same inputs, it stands. */
interface Memo {
  values: readonly unknown[];
  run: Run;
  outcome: { record: Exports } | { error: unknown };
}

/** What a completed body exports, and the sources among it. A fresh identity means: the body ran again. */
interface Exports {
  readonly values: Record<string, unknown>;
  readonly sources: Map<string, Source>;
  /** True where the cell shows the values of a generator one after another. */
  readonly changes?: boolean;
}

/** What readers of a paused or stale cell are turned away with. */
class Withheld extends Error {
  readonly reason: "paused" | "stale";
  constructor(reason: "paused" | "stale") {
    super(`The cell is ${reason}.`);
    this.reason = reason;
  }
}

interface Node {
  definition: CellDefinition;
  order: number;
  state: CellState;
  paused: boolean;
  /** What it shows was kept from an earlier run: it does not run before something needs it or it is woken. */
  resting: boolean;
  fault: CellError | undefined;
  readonly variable: Variable;
  /** Why the next computation must run the body even if no input changed. */
  force: Cause | null;
  /** Counts computations asked of the runtime; an older one has been superseded. */
  ticket: number;
  /** The ticket for which `compute` was entered: if it is not the latest, an input failed. */
  entered: number;
  unsettled: boolean;
  run: Run | null;
  memo: Memo | null;
}

interface Name {
  readonly variable: Variable;
  owners: readonly number[];
  /** The last value handed to readers. */
  value: unknown;
  /** True while readers get an error instead of a value. */
  failed: boolean;
  release: (() => void) | null;
}

/**
 * The reactive engine: @observablehq/runtime orders the wave of computations; this class adds what a notebook promises.
 *
 * Invariants
 * - The runtime never sees a duplicate or a cycle: every cell that takes part is given the error instead.
 * - Whoever awaits a run races with its end, so a superseded run holds up nobody, whether or not it ever settles.
 * - A body runs only if its inputs changed as data, or it was forced (edited, asked). Otherwise the last outcome stands,
 *   with the same identities, and so it does for the readers.
 * - A resting cell is not known to the runtime. Whatever an awake cell reads is awake; what may have made a resting cell's
 *   output untrue (a newer value, an edit, a re-run above it) wakes it.
 * - State changes only through `transitionCell`.
 */
export class Dataflow implements RunHost {
  readonly #host: DataflowHost;
  readonly #runtime: PromptRuntime;
  readonly #module: Module;
  readonly #gate: Gate;
  readonly #global: (name: string) => unknown;
  readonly #library: Record<string, () => unknown>;
  readonly #nodes = new Map<number, Node>();
  readonly #names = new Map<string, Name>();
  readonly #idle = new Set<() => void>();
  /** Those who wait for one cell: they look whenever any has settled. */
  readonly #watching = new Set<() => void>();
  readonly #sources = new Set<Source>();
  #unsettled = 0;
  #graph: Graph = buildGraph([]);
  #lazy = false;
  #disposed = false;

  constructor(host: DataflowHost, options: DataflowOptions = {}) {
    this.#host = host;
    this.#global = options.global ?? ((name) => (globalThis as Record<string, unknown>)[name]);
    this.#library = options.library ?? {};
    this.#gate = new Gate(() => host.now());
    this.#runtime = new PromptRuntime(this.#library, (name) => {
      const value = this.#global(name);
      if (value === undefined) throw new Error(`${name} is not defined`);
      return value;
    });
    this.#module = this.#runtime.module();
  }

  get graph(): Graph {
    return this.#graph;
  }

  stateOf(cell: number): CellState | undefined {
    return this.#nodes.get(cell)?.state;
  }

  /** The last value readers of a name were given. */
  valueOf(name: string): unknown {
    return this.#names.get(name)?.value;
  }

  /** The values that a cell's last run was given, by name; undefined until one has finished. */
  inputsOf(cell: number): Record<string, unknown> | undefined {
    const node = this.#nodes.get(cell);
    if (!node?.memo) return undefined;
    const { values } = node.memo;
    return Object.fromEntries(node.definition.inputs.map((name, i) => [name, values[i]]));
  }

  /** A cell's place in the notebook, from 1. */
  placeOf(cell: number): number {
    return (this.#nodes.get(cell)?.order ?? 0) + 1;
  }

  /**
   * Takes the whole notebook in document order. A definition that is the same object as before is left alone. New cells
   * named in `rest` do not run: what they show was kept from an earlier run with the same code and inputs. They run when an
   * awake cell reads them, or when they are woken by a change above them or by `wake`.
   */
  update(
    definitions: readonly CellDefinition[],
    cause: Cause = { kind: "edited" },
    rest: ReadonlySet<number> = new Set(),
  ): void {
    const wanted = new Set(definitions.map(({ id }) => id));
    for (const [id, node] of this.#nodes) if (!wanted.has(id)) this.#remove(id, node);
    const dirty = new Set<Node>();
    const changed: number[] = [];
    for (const [order, definition] of definitions.entries()) {
      const known = this.#nodes.get(definition.id);
      const node = known ?? this.#create(definition);
      node.order = order;
      if (!known && rest.has(definition.id) && !definition.error) {
        node.resting = true;
        this.#move(node, { type: "keep" });
        continue;
      }
      if (node.definition === definition && (node.ticket > 0 || node.resting)) continue;
      if (known) changed.push(definition.id);
      node.definition = definition;
      node.resting = false;
      node.force = node.ticket === 0 ? { kind: "first" } : cause;
      dirty.add(node);
    }
    this.#relink(dirty);
    this.#rouse(downstream(this.#graph, changed), dirty);
    for (const node of dirty) this.#redefine(node);
  }

  /** Wakes resting cells, and those that rest below them. */
  wake(cells: Iterable<number>): void {
    const dirty = new Set<Node>();
    const ids = [...cells];
    this.#rouse([...ids, ...downstream(this.#graph, ids)], dirty);
    for (const node of dirty) this.#redefine(node);
  }

  isResting(cell: number): boolean {
    return this.#nodes.get(cell)?.resting ?? false;
  }

  /** Whether what a cell defines or shows changes by itself: a view, a generator. Known once it has run. */
  isChanging(cell: number): boolean {
    const outcome = this.#nodes.get(cell)?.memo?.outcome;
    return (
      outcome !== undefined && "record" in outcome && (outcome.record.sources.size > 0 || !!outcome.record.changes)
    );
  }

  /** Runs cells although nothing changed. */
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

  /** Runs every stale cell, and those that wait behind one. */
  runStale(): void {
    this.run([...this.#nodes].filter(([, { state }]) => state.status === "stale").map(([id]) => id));
  }

  /** Ends a cell's run, or every run; the cell says that it was stopped. */
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
    this.#rouse([cell, ...downstream(this.#graph, [cell])], dirty);
    this.#relink(dirty);
    for (const each of dirty) this.#redefine(each);
  }

  isPaused(cell: number): boolean {
    return this.#nodes.get(cell)?.paused ?? false;
  }

  get lazy(): boolean {
    return this.#lazy;
  }

  /** In lazy mode a change marks readers stale instead of running them. Leaving it runs what is stale. */
  set lazy(lazy: boolean) {
    this.#lazy = lazy;
    if (!lazy) this.runStale();
  }

  /** Resolves when no cell is queued or running. */
  async settled(): Promise<void> {
    await tick();
    while (this.#unsettled > 0 || [...this.#nodes.values()].some(({ state }) => state.status === "running")) {
      await new Promise<void>((resolve) => this.#idle.add(resolve));
      await tick();
    }
  }

  /** Resolves when a cell is neither queued nor running, whatever others do. */
  async cellSettled(cell: number): Promise<void> {
    await tick();
    const isMoving = (node: Node | undefined) => node && (node.unsettled || node.state.status === "running");
    while (isMoving(this.#nodes.get(cell))) {
      await new Promise<void>((resolve) => this.#watching.add(resolve));
      await tick();
    }
  }

  dispose(): void {
    this.#disposed = true;
    for (const [id, node] of this.#nodes) this.#remove(id, node);
    this.#runtime.dispose();
  }

  // RunHost

  display(run: Run, value: unknown, replace: boolean): void {
    this.#host.display(run, value, replace);
  }

  progress(run: Run, progress: Parameters<RunHost["progress"]>[1]): void {
    const node = this.#nodes.get(run.cell);
    if (node?.run === run) this.#move(node, { type: "progress", progress });
  }

  // Structure

  #create(definition: CellDefinition): Node {
    const id = definition.id;
    const variable = this.#module.variable({
      pending: () => this.#pending(node),
      fulfilled: () => this.#settle(node),
      rejected: () => this.#rejected(node),
    });
    const node: Node = {
      definition,
      order: 0,
      state: initialState,
      paused: false,
      resting: false,
      fault: undefined,
      variable,
      force: null,
      ticket: 0,
      entered: 0,
      unsettled: false,
      run: null,
      memo: null,
    };
    this.#nodes.set(id, node);
    return node;
  }

  #remove(id: number, node: Node): void {
    this.#nodes.delete(id);
    node.run?.end("removed");
    this.#forget(node);
    node.variable.delete();
    if (node.unsettled) this.#settle(node);
  }

  /** Brings graph, faults and names up to date; nodes whose fault changed join the dirty ones. */
  #relink(dirty: Set<Node>): void {
    const nodes = [...this.#nodes.values()].sort((a, b) => a.order - b.order);
    const paused = new Set(nodes.filter((node) => node.paused).map(({ definition }) => definition.id));
    this.#graph = buildGraph(
      nodes.map(({ definition }) => definition),
      paused,
    );
    const faulted: number[] = [];
    for (const node of nodes) {
      const fault = node.definition.error ?? this.#graph.errors.get(node.definition.id);
      if (equalData(fault, node.fault)) continue;
      node.fault = fault;
      node.force ??= { kind: "edited" };
      node.resting = false;
      dirty.add(node);
      faulted.push(node.definition.id);
    }
    this.#rouse([...this.#needed(), ...downstream(this.#graph, faulted)], dirty);
    for (const [name, owners] of this.#graph.definers) if (!this.isResting(owners[0]!)) this.#own(name, owners);
    for (const [name, known] of this.#names) {
      if (this.#graph.definers.has(name)) continue;
      known.release?.();
      known.variable.delete();
      this.#names.delete(name);
    }
  }

  /** Resting cells that awake ones read, directly or through others. */
  #needed(): Set<number> {
    const needed = new Set<number>();
    const open = [...this.#nodes].filter(([, node]) => !node.resting).map(([id]) => id);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const read of this.#graph.reads.get(id)?.values() ?? []) {
        if (needed.has(read) || !this.isResting(read)) continue;
        needed.add(read);
        open.push(read);
      }
    }
    return needed;
  }

  /** Lets resting cells take part, with what they need; they join the dirty ones and get their names. */
  #rouse(cells: Iterable<number>, dirty: Set<Node>): void {
    const roused: Node[] = [];
    const open = [...cells];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const node = this.#nodes.get(id);
      if (!node?.resting) continue;
      node.resting = false;
      node.force = { kind: "first" };
      roused.push(node);
      open.push(...(this.#graph.reads.get(id)?.values() ?? []));
    }
    for (const node of roused) {
      dirty.add(node);
      for (const name of node.definition.outputs) this.#own(name, this.#graph.definers.get(name) ?? []);
    }
  }

  /** One variable a name; it belongs to one cell, or carries the error of several. */
  #own(name: string, owners: readonly number[]): void {
    const known = this.#names.get(name);
    if (known && equalData(known.owners, owners)) return;
    const entry: Name = known ?? {
      variable: this.#module.variable({
        pending: () => entry.release?.(),
        fulfilled: (value) => this.#valued(name, entry, value),
        rejected: () => {
          entry.failed = true;
        },
      }),
      owners,
      value: undefined,
      failed: false,
      release: null,
    };
    entry.owners = owners;
    this.#names.set(name, entry);
    this.#define(name, entry);
  }

  #define(name: string, entry: Name): void {
    const [owner] = entry.owners;
    if (entry.owners.length !== 1) {
      entry.variable.define(name, [], () => {
        throw new Error(`\`${name}\` is defined more than once`);
      });
    } else {
      entry.variable.define(name, [variableName(owner!)], (exports: Exports) => this.#read(name, entry, exports));
    }
  }

  #valued(name: string, entry: Name, value: unknown): void {
    entry.value = value;
    entry.failed = false;
    if (!this.#disposed && entry.owners.length === 1) this.#host.value?.(name, value, entry.owners[0]!);
  }

  /** What readers of a name get: the newest of a source, the value of a promise, or the value, with its old identity if it is equal. */
  #read(name: string, entry: Name, exports: Exports): unknown {
    const source = exports.sources.get(name);
    const value = source ? source.read() : exports.values[name];
    if (!isThenable(value)) return this.#keepIdentity(entry, value);
    // A promise that never settles must not hold the name once it has another definition.
    return new Promise((resolve, reject) => {
      entry.release = () => reject(new RunEnded("superseded"));
      value.then((settled) => resolve(this.#keepIdentity(entry, settled)), reject);
    });
  }

  #keepIdentity(entry: Name, value: unknown): unknown {
    return equalData(entry.value, value) ? entry.value : value;
  }

  #redefine(node: Node): void {
    this.#expect(node);
    const { id, inputs } = node.definition;
    if (node.fault || node.paused) {
      // Without inputs, so that the error is the cell's own and not that of something it reads.
      node.variable.define(variableName(id), [], () => this.#compute(node, []));
    } else {
      node.variable.define(variableName(id), inputs, (...values: unknown[]) => this.#compute(node, values));
    }
  }

  // The wave

  #expect(node: Node): void {
    if (node.unsettled) return;
    node.unsettled = true;
    ++this.#unsettled;
  }

  /** The runtime is about to compute the cell (anew): whatever ran is superseded. */
  #pending(node: Node): void {
    if (this.#nodes.get(node.definition.id) !== node) return;
    ++node.ticket;
    this.#expect(node);
    node.run?.end("superseded");
    this.#move(node, { type: "queue" });
  }

  #rejected(node: Node): void {
    if (this.#nodes.get(node.definition.id) !== node) return;
    if (node.entered !== node.ticket) this.#explainInput(node);
    this.#settle(node);
  }

  #settle(node: Node): void {
    if (!node.unsettled) return;
    node.unsettled = false;
    --this.#unsettled;
    this.#wake();
  }

  /** Something settled: held values of sources may go, and those who wait for quiet look again. */
  #wake(): void {
    for (const source of this.#sources) source.settled();
    for (const resolve of this.#watching) resolve();
    this.#watching.clear();
    if (this.#unsettled > 0) return;
    for (const resolve of this.#idle) resolve();
    this.#idle.clear();
  }

  /** An input could not be had, so the body was never reached: says which, and why. */
  #explainInput(node: Node): void {
    const reads = this.#graph.reads.get(node.definition.id);
    for (const name of node.definition.inputs) {
      const cell = reads?.get(name);
      if (cell === undefined) {
        const refusal = this.#refusal(name);
        if (!refusal) continue;
        const error = { ...refusal, ...node.definition.placeOf?.(name) };
        this.#forget(node);
        this.#move(node, { type: "fail", at: this.#host.now(), error });
        return;
      }
      const status = this.#nodes.get(cell)?.state.status;
      const withheld = status === "paused" || status === "stale";
      if (withheld || status === "failed" || status === "blocked" || this.#names.get(name)?.failed) {
        const as = withheld ? status : "blocked";
        if (as !== "stale") this.#forget(node);
        this.#move(node, { type: "block", by: { cell, name }, as });
        return;
      }
    }
    this.#move(node, { type: "fail", at: this.#host.now(), error: { name: "Error", message: "An input failed." } });
  }

  /** Why a name that no cell defines cannot be had: nothing has it, or reading it from the global object threw. */
  #refusal(name: string): CellError | undefined {
    if (name in this.#library) return undefined;
    try {
      return this.#global(name) === undefined ? { name: "unknown name", message: this.#unknown(name) } : undefined;
    } catch (error) {
      return error instanceof Error
        ? { name: error.name, message: error.message }
        : { name: "Error", message: String(error) };
    }
  }

  #unknown(name: string): string {
    const known = [...this.#graph.definers.keys(), ...Object.keys(this.#library)];
    const near = nearestName(name, known);
    return near
      ? `\`${name}\` is not defined in this notebook. Did you mean \`${near}\`?`
      : `\`${name}\` is not defined in this notebook. Define it in a cell, or correct the name.`;
  }

  async #compute(node: Node, values: readonly unknown[]): Promise<Exports> {
    const ticket = node.ticket;
    node.entered = ticket;
    if (node.paused) {
      this.#move(node, { type: "pause" });
      throw new Withheld("paused");
    }
    if (node.fault) {
      this.#forget(node);
      this.#move(node, { type: "fail", at: this.#host.now(), error: node.fault });
      throw new Error(node.fault.message);
    }
    const { memo, force } = node;
    if (!force && memo && sameValues(memo.values, values)) {
      this.#move(node, { type: "keep" });
      if ("error" in memo.outcome) throw memo.outcome.error;
      return memo.outcome.record;
    }
    if (this.#lazy && !force && node.state.runs > 0) {
      this.#move(node, { type: "mark-stale" });
      throw new Withheld("stale");
    }
    await this.#gate.turn(node.order);
    if (ticket !== node.ticket || this.#nodes.get(node.definition.id) !== node) throw new RunEnded("superseded");
    const cause = force ?? { kind: "input", names: changedNames(node.definition.inputs, memo?.values, values) };
    node.force = null;
    return this.#start(node, values, cause);
  }

  async #start(node: Node, values: readonly unknown[], cause: Cause): Promise<Exports> {
    const { definition } = node;
    this.#forget(node);
    this.#move(node, { type: "start", at: this.#host.now(), cause });
    const run = new Run(definition.id, node.state.runs, cause, this);
    node.run = run;
    this.#host.begin(run);
    try {
      const result = await run.race(Promise.resolve(definition.start(values, run)));
      const record = this.#export(node, result, run);
      node.memo = { values, run, outcome: { record } };
      this.#finish(node, run, record);
      return record;
    } catch (error) {
      this.#fail(node, run, values, error);
      throw error;
    }
  }

  /** Turns what a body returned into what readers get; generators become sources that live as long as the run. */
  #export(node: Node, result: unknown, run: Run): Exports {
    const { definition } = node;
    const sources = new Map<string, Source>();
    if (definition.expression) {
      if (definition.shows !== false) this.#show(node, result, run);
      return { values: {}, sources, changes: isGenerator(result) };
    }
    const values = (result ?? {}) as Record<string, unknown>;
    for (const name of definition.outputs) {
      const value = values[name];
      if (!isGenerator(value)) continue;
      const source = new Source(value, {
        busy: () => this.#busyBelow(definition.id),
        changed: () => this.#emit(name, definition.id),
        failed: (error) => this.#sourceFailed(node, run, error),
      });
      sources.set(name, source);
      this.#sources.add(source);
      run.invalidation.then(() => {
        source.stop();
        this.#sources.delete(source);
      });
    }
    return { values, sources };
  }

  /** An expression cell shows its value; a generator shows each of its values in place of the one before. */
  #show(node: Node, value: unknown, run: Run): void {
    if (!isGenerator(value)) {
      run.display(value, true);
      return;
    }
    const source: Source = new Source(value, {
      busy: () => false,
      changed: () => run.display(source.read(), true),
      failed: (error) => this.#sourceFailed(node, run, error),
    });
    run.invalidation.then(() => source.stop());
    Promise.resolve(source.read()).then(
      (first) => run.display(first, true),
      () => {},
    );
  }

  /** A generator threw, perhaps long after its cell had finished: the cell that made it says so. */
  #sourceFailed(node: Node, run: Run, error: unknown): void {
    if (!run.valid) return;
    this.#move(node, { type: "fail", at: this.#host.now(), error: explain(node.definition, error) });
  }

  /** The body is over. The cell stays running until the promises that it exports have settled too. */
  #finish(node: Node, run: Run, record: Exports): void {
    const promises = node.definition.outputs
      .map((name) => (record.sources.has(name) ? record.sources.get(name)!.read() : record.values[name]))
      .filter(isThenable);
    if (promises.length === 0) {
      node.run = null;
      this.#host.end(run);
      this.#move(node, { type: "finish", at: this.#host.now() });
      return;
    }
    run.race(Promise.all(promises)).then(
      () => {
        if (node.run !== run) return;
        node.run = null;
        this.#host.end(run);
        this.#move(node, { type: "finish", at: this.#host.now() });
        this.#wake();
      },
      (error) => {
        if (node.run !== run) return;
        this.#fail(node, run, node.memo?.values ?? [], error);
        this.#reset(node, run);
        this.#wake();
      },
    );
  }

  /** After a late end (an exported promise failed or was stopped), the names must not stay pending: they fail as the cell did. */
  #reset(node: Node, run: Run): void {
    if (node.memo) return; // an error of the promise itself: its readers see it already
    if (run.valid) return;
    for (const name of node.definition.outputs) this.#names.get(name)?.release?.();
  }

  #fail(node: Node, run: Run, values: readonly unknown[], error: unknown): void {
    if (node.run === run) node.run = null;
    this.#host.end(run);
    const ending: Ending | undefined = error instanceof RunEnded ? error.ending : undefined;
    if (ending && ending !== "stopped") {
      node.memo = null;
      return;
    }
    if (ending) {
      node.memo = null;
      this.#move(node, {
        type: "fail",
        at: this.#host.now(),
        error: { name: "stopped", message: (error as Error).message },
      });
      return;
    }
    node.memo = { values, run, outcome: { error } };
    this.#move(node, { type: "fail", at: this.#host.now(), error: explain(node.definition, error) });
  }

  /** A source has a newer value: its name, and through it the readers, are computed. */
  #emit(name: string, cell: number): void {
    const entry = this.#names.get(name);
    if (!entry || !equalData(entry.owners, [cell])) return;
    const readers = [...(this.#graph.readers.get(cell) ?? [])].filter((reader) =>
      this.#nodes.get(reader)?.definition.inputs.includes(name),
    );
    this.wake(readers);
    // Readers count as busy from the moment their source changed, not only when the runtime comes to them.
    for (const reader of readers) {
      const node = this.#nodes.get(reader);
      if (node && !node.paused && !node.fault) this.#expect(node);
    }
    this.#define(name, entry);
  }

  #busyBelow(cell: number): boolean {
    for (const reader of downstream(this.#graph, [cell])) {
      const node = this.#nodes.get(reader);
      if (node && (node.unsettled || node.run)) return true;
    }
    return false;
  }

  /** What the last run made is no longer in use. */
  #forget(node: Node): void {
    node.memo?.run.invalidate();
    node.memo = null;
  }

  #move(node: Node, event: CellEvent): void {
    const state = transitionCell(node.state, event);
    if (state === node.state) return;
    node.state = state;
    if (!this.#disposed) this.#host.state(node.definition.id, state);
  }
}

function explain(definition: CellDefinition, error: unknown): CellError {
  if (definition.explain) return definition.explain(error);
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: "Error", message: String(error) };
}

function variableName(cell: number): string {
  return `cell:${cell}`;
}

function isThenable(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

function sameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}

function changedNames(
  names: readonly string[],
  old: readonly unknown[] | undefined,
  values: readonly unknown[],
): string[] {
  return names.filter((_, i) => !old || !Object.is(old[i], values[i]));
}
