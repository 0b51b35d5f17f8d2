import type { CellDefinition } from "./definition.ts";
import type { Run } from "./run.ts";
import { isGenerator, Source } from "./source.ts";

/** Receives the changes of a cell's sources. */
export interface ExportSink {
  /** Whether cells that read the cell have not settled yet. */
  busy(): boolean;
  /** Called when a source that the cell defines has a newer value (or error). */
  changed(name: string): void;
  /** Called when a generator threw, perhaps long after its cell had finished. */
  failed(error: unknown): void;
}

/**
 * The results of a completed body for its readers; generators become sources that live as long as the run. A new object means
 * that the body ran again.
 */
export class Exports {
  readonly #values: Record<string, unknown> = {};
  readonly #sources = new Map<string, Source>();
  /** Whether the cell displays the successive values of a generator. */
  readonly #shows: boolean = false;

  constructor(definition: CellDefinition, result: unknown, run: Run, sink: ExportSink) {
    if (definition.expression) {
      if (definition.shows !== false) show(result, run, sink);
      this.#shows = isGenerator(result);
      return;
    }
    this.#values = (result ?? {}) as Record<string, unknown>;
    for (const name of definition.outputs) {
      const value = this.#values[name];
      if (!isGenerator(value)) continue;
      const { busy, failed } = sink;
      const source = new Source(value, { busy, changed: () => sink.changed(name), failed });
      this.#sources.set(name, source);
      run.invalidation.then(() => source.stop());
    }
  }

  get sources(): Iterable<Source> {
    return this.#sources.values();
  }

  /** Whether the cell's value or output can change by itself: a view, a generator. */
  get changing(): boolean {
    return this.#sources.size > 0 || this.#shows;
  }

  /** The value of a name: the newest value of a source, or the exported value, which may be a promise. */
  read(name: string): unknown {
    const source = this.#sources.get(name);
    return source ? source.read() : this.#values[name];
  }

  /** The promises among the values of names. */
  promises(names: readonly string[]): Promise<unknown>[] {
    return names.map((name) => this.read(name)).filter(isThenable);
  }
}

/** Displays the value of an expression cell; each value of a generator replaces the previous one. */
function show(value: unknown, run: Run, { failed }: ExportSink): void {
  if (!isGenerator(value)) {
    run.display(value, true);
    return;
  }
  const source: Source = new Source(value, {
    busy: () => false,
    changed: () => run.display(source.read(), true),
    failed,
  });
  run.invalidation.then(() => source.stop());
  Promise.resolve(source.read()).then(
    (first) => run.display(first, true),
    () => {},
  );
}

export function isThenable(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}
