import { Table } from "apache-arrow";
import { messages } from "../../lib/message/message.ts";
import type { CompiledCell } from "../compile/index.ts";
import type { Dataflow } from "../runtime/dataflow.ts";
import type { Run } from "../runtime/run.ts";
import { Amount } from "../values/amount.ts";
import { type LeafSummary, quantileOf } from "./leaf-summary.ts";
import { NotSampled } from "./not-sampled.ts";
import type { CellSpread, UncertaintyRun } from "./uncertainty-run.ts";

const texts = messages("sampling", {
  notNamed: {
    en: "spread takes a value that another cell gives by a name: spread(series). Name what is computed here in a cell of its own.",
    zh: "spread 接受其他单元格以名称给出的值：spread(series)。请将此处计算的内容放在单独的单元格中命名。",
  },
  noNumberInField: {
    en: "{name} has no number in a field “{of}”.",
    zh: "{name} 的字段“{of}”中没有数。",
  },
  severalFields: {
    en: "{name} has several uncertain fields: {fields}. Say which: {call}.",
    zh: "{name} 有多个不确定的字段：{fields}。请指明：{call}。",
  },
});

/** The fields that `spread` adds to a record: bounds of the central 95 % interval, median, mean and standard deviation. */
export interface SpreadFields {
  readonly lo: number;
  readonly p50: number;
  readonly hi: number;
  readonly mean: number;
  readonly sd: number;
}

export interface SpreadOptions {
  /** The field to evaluate, if records have several uncertain fields. */
  readonly of?: string;
  /** The number of draws; 1,000 by default. */
  readonly draws?: number;
}

const DRAWS = 1000;

export interface SpreadHost {
  readonly flow: Dataflow;
  /** Opens the workers on the plan of a cell. */
  open(cell: number, options: { signal: AbortSignal }): Promise<UncertaintyRun>;
  compiledOf(cell: number): CompiledCell | undefined;
}

/** `spread(series)` in cells, and the cells that must run again when a distribution changes although no number does. */
export class SpreadReaders {
  readonly #host: SpreadHost;
  /** The samples on which the spreads of a cell's last run depend. */
  readonly #dependencies = new Map<number, Set<string>>();

  constructor(host: SpreadHost) {
    this.#host = host;
  }

  /** `spread` of one run. */
  spreadOf(run: Run): (value: unknown, options?: SpreadOptions) => Promise<unknown> {
    const dependencies = new Set<string>();
    return async (value, { of, draws = DRAWS } = {}) => {
      this.#dependencies.set(run.cell, dependencies);
      const name = this.#nameOf(run.cell, value);
      const owner = this.#host.flow.graph.definers.get(name)![0]!;
      const uncertaintyRun = await run.race(this.#host.open(owner, { signal: run.signal }));
      try {
        const { opening } = uncertaintyRun;
        for (const sample of opening.samples) dependencies.add(sample.name);
        const progress = (done: number, most: number) => run.progress({ fraction: done / most, message: "draws" });
        return recordsOf(value, name, await run.race(uncertaintyRun.draws({ draws, progress })), of);
      } finally {
        uncertaintyRun.end();
      }
    };
  }

  samplesChanged(names: readonly string[]): void {
    for (const [cell, dependencies] of this.#dependencies) {
      const changed = names.filter((name) => dependencies.has(name));
      if (changed.length === 0) continue;
      this.#dependencies.delete(cell);
      // After the run that changed the sample, because its results are known only then.
      void this.#host.flow.settled().then(() => this.#host.flow.run([cell], { kind: "input", names: changed }));
    }
  }

  forget(cell: number): void {
    this.#dependencies.delete(cell);
  }

  /** The name under which a cell reads a value; of several equal ones, the one after `spread(`. */
  #nameOf(cell: number, value: unknown): string {
    const { flow } = this.#host;
    const compiled = this.#host.compiledOf(cell)!;
    const same = compiled.inputs.filter(
      (name) => flow.graph.definers.has(name) && Object.is(flow.valueOf(name), value),
    );
    const name =
      same.find((each) => new RegExp(`\\bspread\\(\\s*${each.replace("$", "\\$")}\\s*[,)]`).test(compiled.code)) ??
      same[0];
    if (name === undefined) throw new NotSampled("failed", texts.notNamed());
    return name;
  }
}

/** The records with the fields of the spread added; one record for a single number. */
function recordsOf(value: unknown, name: string, spread: CellSpread, of?: string): unknown {
  const slot = spread.shape.slots.findIndex((each) => each.kind === "name" && each.name === name);
  const rows = new Map<string | number | undefined, { field: string | number | undefined; leaf: LeafSummary }[]>();
  for (const [at, { slot: its, path }] of spread.shape.leaves.entries()) {
    if (its !== slot) continue;
    const [row, field] = path;
    const list = rows.get(row) ?? [];
    rows.set(row, list);
    list.push({ field, leaf: spread.leaves[at]! });
  }
  const one = (row: string | number | undefined) => selectLeaf(rows.get(row) ?? [], name, of);
  if (typeof value === "number") return { value, ...fieldsOf(one(undefined), value) };
  if (value instanceof Amount) return { ...value, ...fieldsOf(one(undefined), value.value) };
  const items: unknown[] =
    value instanceof Table ? value.toArray().map((row) => ({ ...row })) : [...(value as Iterable<unknown>)];
  return items.map((item, row) =>
    typeof item === "object" && item !== null
      ? { ...item, ...fieldsOf(one(row)) }
      : { index: row, value: item, ...fieldsOf(one(row), Number(item)) },
  );
}

/** The uncertain number of a row. */
function selectLeaf(
  leaves: readonly { field: string | number | undefined; leaf: LeafSummary }[],
  name: string,
  of: string | undefined,
): LeafSummary | undefined {
  if (of !== undefined) {
    const found = leaves.find(({ field }) => field === of);
    if (!found) throw new NotSampled("failed", texts.noNumberInField({ name, of }));
    return found.leaf;
  }
  const uncertain = leaves.filter(({ leaf }) => leaf.sd > 0);
  if (uncertain.length > 1)
    throw new NotSampled(
      "failed",
      texts.severalFields({
        name,
        fields: uncertain.map(({ field }) => String(field)),
        call: `spread(${name}, {of: "${uncertain[0]!.field}"})`,
      }),
    );
  return uncertain[0]?.leaf;
}

/** Without an uncertain number, all bounds are the number itself. */
function fieldsOf(leaf: LeafSummary | undefined, value = Number.NaN): SpreadFields {
  if (!leaf) return { lo: value, p50: value, hi: value, mean: value, sd: 0 };
  const [lo, p50, hi] = [0.025, 0.5, 0.975].map((p) => quantileOf(leaf, p).value) as [number, number, number];
  return { lo, p50, hi, mean: leaf.mean, sd: leaf.sd };
}
