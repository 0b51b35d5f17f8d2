import { messageOf } from "../../lib/message/fault.ts";
import { type MessageValue, messages } from "../../lib/message/message.ts";
import { isGenerator } from "../runtime/source.ts";
import { type Draw, type Percentile, Sampled } from "./draw.ts";
import { type BuiltinMaker, builtinsOf, nameInDraw } from "./draw-names.ts";
import { NotSampled } from "./not-sampled.ts";
import type { Plan, PlannedCell } from "./plan.ts";
import { Prose, stub } from "./prose.ts";
import type { Sample } from "./sample.ts";
import type { CallService } from "./service-request.ts";
import { type Given, type Leaf, readNumbers, type Shape, shapeOf } from "./slots.ts";
import { unpack } from "./wire.ts";

const texts = messages("sampling", {
  upstreamCell: {
    en: "Cell {place} lies between the uncertain inputs and this cell. {message}",
    zh: "第 {place} 个单元格位于不确定的输入与此单元格之间。{message}",
  },
  failedOutside: {
    en: "Cell {place} failed outside of the page: {reason}",
    zh: "第 {place} 个单元格在页面之外求值失败：{reason}",
  },
  failedOnDraw: {
    en: "Cell {place} failed on draw {number}, where {where}: {reason}",
    zh: "第 {place} 个单元格在第 {number} 次抽样中失败，其时 {where}：{reason}",
  },
  changedShape: {
    en: "On draw {number} the cell gives {count} numbers, but {expected} on the page. The number of results must be the same in every draw.",
    zh: "第 {number} 次抽样中该单元格给出 {count} 个数，而页面上为 {expected} 个：抽样时结果的形状不能改变。",
  },
  notFinite: {
    en: "On draw {number} {name} is {found}, where {drawn}. Narrow the variable at fault, such as by {call}.",
    zh: "第 {number} 次抽样中 {name} 为 {found}，其时 {drawn}。请收窄出错的变量，例如用 {call}。",
  },
  draws: {
    en: "This cell draws a figure, which has no number of its own. See the numbers that it reads.",
    zh: "此单元格只作图，本身没有数值。请查看它所读取的数。",
  },
  noNumber: {
    en: "This cell shows no number.",
    zh: "此单元格没有显示任何数。",
  },
  changesByItself: {
    en: "It is a generator: its value changes over time.",
    zh: "它会自行变化：它是一个生成器。",
  },
  nothingDrawn: {
    en: "nothing was drawn",
    zh: "没有抽取任何量",
  },
  itsValue: {
    en: "its value",
    zh: "其值",
  },
});

// biome-ignore lint/security/noGlobalEval: a draw evaluates the author's code, inside the sandbox
const evaluate = globalThis.eval;

/** The maximum number of concurrent draws of cells that call services of the page. */
const CONCURRENT_DRAWS = 8;

/** A range of draws. With columns, their percentiles come from a design; otherwise from the random streams. */
export interface Rows {
  /** The number of the first draw. */
  readonly first: number;
  readonly count: number;
  /** `count` percentiles for each variable. */
  readonly columns?: Readonly<Record<string, Float64Array>>;
  /** The index of the number to return for each draw; all numbers by default. */
  readonly leaf?: number;
}

/** The result of the central draw: the structure of the cell's numbers, and their values. */
export interface Opening {
  readonly shape: Shape;
  readonly central: Float64Array;
  /** Whether cells call services of the page: then fewer draws are made per chunk. */
  readonly waits: boolean;
  readonly samples: readonly Sample[];
}

interface Step extends PlannedCell {
  readonly body: (...values: unknown[]) => unknown;
  /** Indices of its inputs and outputs among the values of a draw. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly builtins: readonly BuiltinMaker[];
}

/** Evaluates a plan draw by draw, in a worker or in Node. It accesses the page only through `callService`. */
export class DrawEngine {
  readonly #plan: Plan;
  readonly #sampled: Sampled;
  readonly #places = new Map<string, number>();
  readonly #base: unknown[] = [];
  readonly #steps: Step[];
  #shape!: Shape;
  #central!: Float64Array;
  #serviceCalls = 0;

  constructor(plan: Plan, callService: CallService) {
    this.#plan = plan;
    this.#sampled = new Sampled(plan.chance.seed, plan.samples);
    for (const [name, value] of Object.entries(plan.fixed)) this.#base[this.#placeOf(name)] = unpack(value);
    const builtins = builtinsOf(plan.chance, this.#sampled, (request) => {
      ++this.#serviceCalls;
      return callService(request);
    });
    this.#steps = plan.cells.map((cell) => this.#stepOf(cell, builtins));
  }

  /** Evaluates the cells that are evaluated once, and the central draw. */
  async open(): Promise<Opening> {
    const once = this.#draw(-1, () => 0.5);
    for (const step of this.#steps) if (step.once) await this.#run(step, this.#base, once);
    const central = await this.#given(this.#draw(-1, () => 0.5));
    const { shape, numbers } = shapeOf(central);
    this.#shape = shape;
    this.#central = numbers;
    if (shape.leaves.length === 0) throw this.#withoutNumbers(central);
    const samples = this.#sampled.samples.map(({ name, spec, group, r }) => ({
      name,
      spec,
      ...(group === undefined ? {} : { group }),
      ...(r === undefined ? {} : { r }),
    }));
    return { shape, central: numbers, waits: this.#serviceCalls > 0, samples };
  }

  /** The numbers of a range of draws: all of each draw, or the requested one. */
  async rows({ first, count, columns, leaf }: Rows): Promise<Float64Array> {
    const width = this.#shape.leaves.length;
    const all = new Float64Array(width);
    const out = new Float64Array(count * (leaf === undefined ? width : 1));
    const total = width + this.#shape.beyond;
    const take = (i: number, draw: Draw, given: Given) => {
      const row = leaf === undefined ? out.subarray(i * width, (i + 1) * width) : all;
      this.#check(row, readNumbers(given, row), draw, total);
      if (leaf !== undefined) out[i] = row[leaf]!;
    };
    const open = (i: number) =>
      this.#draw(
        first + i,
        columns ? percentilesOfRow(columns, i, this.#sampled, first + i) : this.#sampled.percentileOf(first + i),
      );
    let waiting: Promise<void>[] = [];
    for (let i = 0; i < count; ++i) {
      const draw = open(i);
      const given = this.#given(draw);
      if (!(given instanceof Promise)) {
        take(i, draw, given);
        continue;
      }
      waiting.push(given.then((value) => take(i, draw, value)));
      if (waiting.length < CONCURRENT_DRAWS) continue;
      await Promise.all(waiting);
      waiting = [];
    }
    await Promise.all(waiting);
    return out;
  }

  #placeOf(name: string): number {
    let place = this.#places.get(name);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(name, place);
      this.#base[place] = nameInDraw(name);
    }
    return place;
  }

  #stepOf(cell: PlannedCell, builtins: Readonly<Record<string, BuiltinMaker>>): Step {
    return {
      ...cell,
      body: evaluate(cell.code) as Step["body"],
      from: cell.inputs.map((name) => this.#placeOf(name)),
      to: cell.outputs.map((name) => this.#placeOf(name)),
      builtins: cell.parameters.map((name) => builtins[name] ?? (() => undefined)),
    };
  }

  #draw(number: number, percentile: Percentile): Draw {
    return { number, percentile, drawn: [], shown: [] };
  }

  /** The result of the target cell in a draw; a promise only if something is asynchronous. */
  #given(draw: Draw): Given | Promise<Given> {
    return this.#from(0, this.#base.slice(), draw);
  }

  #from(start: number, values: unknown[], draw: Draw): Given | Promise<Given> {
    let last: unknown;
    for (let at = start; at < this.#steps.length; ++at) {
      const step = this.#steps[at]!;
      if (step.once) continue;
      const outcome = this.#run(step, values, draw);
      if (outcome instanceof Promise) {
        return outcome.then((value) =>
          at + 1 === this.#steps.length ? this.#resultOf(value, values, draw) : this.#from(at + 1, values, draw),
        );
      }
      last = outcome;
    }
    return this.#resultOf(last, values, draw);
  }

  /** The target cell is the last one. */
  #resultOf(value: unknown, values: readonly unknown[], draw: Draw): Given {
    const step = this.#steps.at(-1)!;
    if (step.expression) return { ...(step.autodisplay ? { value } : {}), names: {}, shown: draw.shown };
    const names = Object.fromEntries(step.outputs.map((name, i) => [name, values[step.to[i]!]]));
    return { names, shown: draw.shown };
  }

  /** Evaluates one cell and stores its outputs. */
  #run(step: Step, values: unknown[], draw: Draw): unknown {
    const isTarget = step.id === this.#plan.target && !step.once;
    try {
      const given = step.from.map((place) => values[place]);
      const bound = step.builtins.map((make) => make(draw, step.id, isTarget));
      const outcome = step.body(...given, ...bound, noGuard);
      if (!isThenable(outcome)) return this.#store(step, outcome, values, draw);
      return Promise.resolve(outcome).then(
        (settled) => this.#store(step, settled, values, draw),
        (error) => this.#fail(step, error, draw),
      );
    } catch (error) {
      return this.#fail(step, error, draw);
    }
  }

  #store(step: Step, outcome: unknown, values: unknown[], draw: Draw): unknown {
    if (step.expression) {
      if (!(outcome instanceof Prose) && isGenerator(outcome)) return this.#fail(step, changing(), draw);
      return outcome;
    }
    const record = (outcome ?? {}) as Record<string, unknown>;
    const waiting: PromiseLike<void>[] = [];
    for (const [i, name] of step.outputs.entries()) {
      const value = record[name];
      if (isThenable(value)) {
        waiting.push(
          value.then((settled) => {
            values[step.to[i]!] = settled;
          }),
        );
      } else if (!(value instanceof Prose) && isGenerator(value)) return this.#fail(step, changing(), draw);
      else values[step.to[i]!] = value;
    }
    if (waiting.length === 0) return undefined;
    return Promise.all(waiting).then(
      () => undefined,
      (error) => this.#fail(step, error, draw),
    );
  }

  #fail(step: Step, error: unknown, { number, drawn }: Draw): never {
    if (error instanceof NotSampled) {
      if (step.id === this.#plan.target) throw error;
      throw new NotSampled(error.obstacle, texts.upstreamCell({ place: step.place, message: error.said }), step.inputs);
    }
    const reason = messageOf(error);
    const where = writeDrawn(drawn);
    throw new NotSampled(
      "failed",
      number < 0
        ? texts.failedOutside({ place: step.place, reason })
        : texts.failedOnDraw({ place: step.place, number: number + 1, where, reason }),
    );
  }

  #check(row: Float64Array, count: number, { number, drawn }: Draw, expected: number): void {
    if (count !== expected) throw new NotSampled("failed", texts.changedShape({ number: number + 1, count, expected }));
    for (let i = 0; i < row.length; ++i) {
      // A number that is not finite on the page may also be so in a draw.
      if (Number.isFinite(row[i]) || !Number.isFinite(this.#central[i])) continue;
      const { path, slot } = this.#shape.leaves[i]!;
      const name = writeLeaf(this.#shape.slots[slot]!.name, path) || texts.itsValue();
      throw new NotSampled(
        "failed",
        texts.notFinite({
          number: number + 1,
          name,
          found: row[i]!,
          drawn: writeDrawn(drawn),
          call: "truncated(…, {lo: 0})",
        }),
      );
    }
  }

  #withoutNumbers({ shown, names, ...rest }: Given): NotSampled {
    const step = this.#steps.at(-1)!;
    const all = ["value" in rest ? rest.value : undefined, ...Object.values(names), ...shown];
    const instead = step.inputs.filter((name) => this.#steps.some(({ outputs }) => outputs.includes(name)));
    return all.includes(stub) || step.inputs.some((name) => ["Plot", "charts", "document"].includes(name))
      ? new NotSampled("draws", texts.draws(), instead)
      : new NotSampled("failed", texts.noNumber(), instead);
  }
}

/** The percentiles of a row of a design; for variables that are not in it, those of their streams. */
function percentilesOfRow(
  columns: Readonly<Record<string, Float64Array>>,
  row: number,
  sampled: Sampled,
  draw: number,
): Percentile {
  const own = sampled.percentileOf(draw);
  return (key) => columns[key]?.[row] ?? own(key);
}

function changing(): NotSampled {
  return new NotSampled("waits", texts.changesByItself());
}

function noGuard(): void {}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return value !== stub && typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

function writeDrawn(drawn: readonly (string | number)[]): MessageValue {
  const parts: string[] = [];
  for (let i = 0; i + 1 < drawn.length && parts.length < 6; i += 2) parts.push(`${drawn[i]} = ${drawn[i + 1]}`);
  return parts.length > 0 ? parts : texts.nothingDrawn();
}

/** `series[3].co2` */
export function writeLeaf(name: string, path: Leaf["path"]): string {
  const rest = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
  return name + rest;
}
