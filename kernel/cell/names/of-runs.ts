import type { CellName } from "../name.ts";

/** What each run of a cell is given anew. */
export const ofRuns = [
  {
    name: "display",
    gives: "core",
    draws: "own",
    shows: true,
    summary:
      "Shows a value below the cell's earlier output, and gives it back. Nodes stand as they are, Arrow tables as tables, all else is inspected. A cell that is one expression displays itself.",
    declarations: ["function display<T>(value: T): T"],
  },
  {
    name: "view",
    gives: "core",
    draws: "waits",
    shows: true,
    summary:
      "Shows an input and gives its value to the other cells, which run again when it changes: `const year = view(Inputs.range([2000, 2016], {step: 1}))`. In other cells `year` is the number.",
    declarations: ["function view<T = any>(input: EventTarget & { value?: T }): AsyncGenerator<T, void, unknown>"],
  },
  {
    name: "invalidation",
    gives: "core",
    draws: "own",
    summary:
      "Resolves when this run of the cell is over: because an input changed, or the cell was edited, stopped or deleted.",
    declarations: ["const invalidation: Promise<void>"],
  },
  {
    name: "signal",
    gives: "core",
    draws: "own",
    summary: "Aborted when this run of the cell is over. Hand it to what can be cancelled.",
    declarations: ["const signal: AbortSignal"],
  },
  {
    name: "visibility",
    gives: "core",
    draws: "own",
    summary: "Resolves when the cell's output is on the screen: `await visibility()`.",
    declarations: ["function visibility(): Promise<void>"],
  },
  {
    name: "sql",
    gives: "run",
    draws: "own",
    summary:
      "Runs SQL on the shipped datasets, which are tables by their names. Values in `${}` become parameters. The result is an Arrow table.",
    declarations: [
      'function sql(strings: TemplateStringsArray, ...values: unknown[]): Promise<import("./arrow.d.ts").Table>',
    ],
  },
  {
    name: "datasets",
    gives: "run",
    draws: "own",
    summary: "The shipped datasets: their catalogue, and the data in it.",
  },
  {
    name: "sample",
    gives: "run",
    draws: "own",
    yields: true,
    summary:
      'An uncertain number: the central value, as the page shows it, which ± of any cell draws anew. The name is the number\'s own: two samples of one name are the same number. `const ef = sample("coal EF", lognormal({mean: 94.6, lo: 89.5, hi: 99.7}))`',
    declarations: ["function sample(name: string, distribution: Distribution, options?: SampleOptions): number"],
  },
  {
    name: "spread",
    gives: "run",
    draws: "own",
    yields: true,
    summary:
      'How uncertain a value of another cell is: its records with `lo`, `p50`, `hi`, `mean` and `sd` beside their own fields. `Plot.areaY(await spread(series), {x: "year", y1: "lo", y2: "hi"})` draws the band.',
    declarations: [
      "function spread(value: number, options?: SpreadOptions): Promise<SpreadFields & { readonly value: number }>",
      `function spread<Row extends object>(
  rows: Iterable<Row>,
  options?: SpreadOptions,
): Promise<(Row & SpreadFields)[]>`,
      `function spread(
  numbers: Iterable<number>,
  options?: SpreadOptions,
): Promise<(SpreadFields & { readonly index: number; readonly value: number })[]>`,
    ],
  },
  {
    name: "compute",
    gives: "run",
    draws: "own",
    summary:
      "Runs a function in a worker of the frame and promises its result. The function sees its inputs and the language only; after the inputs it is given `{progress}`. It ends with the run of the cell.",
    declarations: ['const compute: import("../../../kernel/stdlib/compute.ts").Compute'],
  },
  {
    name: "trace",
    gives: "run",
    draws: "own",
    summary:
      "Where a value comes from: a link to its trail, which carries the trail as `value`: the cells it went through, the datasets and the methods.",
    declarations: [
      `function trace(value: unknown): HTMLElement & {
  readonly value: {
    readonly cells: readonly {
      readonly place: number;
      readonly source: string;
      readonly outputs: readonly string[];
      readonly distance: number;
    }[];
    readonly datasets: readonly string[];
    readonly tools: readonly string[];
  };
}`,
    ],
  },
  {
    name: "test",
    gives: "run",
    shows: true,
    yields: true,
    summary:
      'A test of the notebook: it shows whether what its function expects holds, in the page and in `yuheng test`. `test("production is consumption", () => expect(produced).toBeCloseTo(consumed, {relative: 1e-9}))`',
    declarations: ['const test: import("../../../kernel/assertion/test.ts").Test'],
  },
  {
    name: "expect",
    gives: "run",
    yields: true,
    summary:
      "Begins an expectation of a test: `expect(total).toBeCloseTo(35, {relative: 1e-6})`. Amounts are compared in one unit.",
    declarations: ['const expect: typeof import("../../../kernel/assertion/expect.ts").expect'],
  },
  {
    name: "random",
    gives: "run",
    draws: "own",
    summary: "A number in [0, 1) of the notebook's seeded stream: the same notebook draws the same numbers.",
    declarations: ["function random(): number"],
  },
  {
    name: "Math",
    gives: "run",
    draws: "own",
    summary: "Mathematics of the language; in a reproducible notebook its `random` is the seeded stream.",
  },
  {
    name: "Date",
    gives: "run",
    draws: "own",
    summary: "Dates of the language; in a reproducible notebook the clock stands still.",
  },
] as const satisfies readonly CellName[];
