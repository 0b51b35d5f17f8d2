// What every cell may name, as the language service sees it. Read by the notebook's language service only, not by the
// compiler of this project: these are global names.

/**
 * Shows a value below the cell's earlier output, and gives it back. Nodes stand as they are, Arrow tables as tables, all
 * else is inspected. A cell that is one expression displays itself.
 */
declare function display<T>(value: T): T;

/**
 * Shows an input and gives its value to the other cells, which run again when it changes:
 * `const year = view(Inputs.range([2000, 2016], {step: 1}))`. In other cells `year` is the number.
 */
declare function view<T = any>(input: EventTarget & { value?: T }): AsyncGenerator<T, void, unknown>;

/** Resolves when this run of the cell is over: because an input changed, or the cell was edited, stopped or deleted. */
declare const invalidation: Promise<void>;

/** Aborted when this run of the cell is over. Hand it to what can be cancelled. */
declare const signal: AbortSignal;

/**
 * Where a value comes from: a link to its trail, which carries the trail as `value`: the cells it went through, the datasets
 * and the methods.
 */
declare function trace(value: unknown): HTMLElement & {
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
};
/**
 * A number with its unit, gas, basis and metric, which looks after them: `amount(1000, "TJ").times(amount(94.6, "t CO2/TJ"))`
 * is 94600 t CO2. Adding t to kt without saying so, or one metric to another, fails with a sentence.
 */
declare const amount: typeof import("../../../kernel/stdlib/amount.ts").amount;

/**
 * An input for activity data of one's own: a CSV or XLSX file whose columns are mapped once; rows and mapping stay with the
 * notebook. `const sheet = view(activitySheet())`, then `inventory.compile({...sheet, region: "CHN"})`.
 */
declare function activitySheet(): HTMLElement & {
  readonly value: {
    readonly file: string;
    readonly activity: readonly Readonly<Record<string, string>>[];
    readonly columns: {
      category: string;
      activity: string;
      unit: string;
      year?: string;
      value?: string;
      technology?: string;
      plant?: string;
      note?: string;
    };
  };
};

/**
 * An exercise: it checks what the reader's cell declares under the name `answer`, has hints and a solution, and keeps progress.
 * `exercise({id: "carbon", title: "Carbon and CO₂", answer: "co2", unit: "t CO2", value: ({mass}) => mass * 44 / 12,
 * solution: "const co2 = mass * 44 / 12;"}, {mass})`. `yuheng lesson pack` makes its checks and solution unreadable.
 */
declare function exercise(
  exercise: import("../../../kernel/exercise/declaration.ts").Exercise | string,
  given?: Readonly<Record<string, unknown>>,
): Promise<HTMLElement>;

/** Resolves when the cell's output is on the screen: `await visibility()`. */
declare function visibility(): Promise<void>;

/**
 * Runs SQL on the shipped datasets, which are tables by their names. Values in `${}` become parameters.
 * The result is an Arrow table.
 */
declare function sql(strings: TemplateStringsArray, ...values: unknown[]): Promise<import("./arrow.d.ts").Table>;

/** An element from HTML. Values in `${}` are escaped; nodes, lists of nodes, attributes and listeners stand as they are. */
declare const html: import("./elements.d.ts").Template<HTMLElement>;

/** A node from SVG, such as `svg`<circle r=4>``. */
declare const svg: import("./elements.d.ts").Template<SVGElement>;

/** Markdown with values in `${}`: nodes stand where they were put, all else as text. */
declare const md: typeof import("../../../kernel/stdlib/markdown.ts").md;

/** TeX, inline; `tex.block` gives a line of its own. */
declare const tex: typeof import("../../../kernel/stdlib/tex.ts").tex;

/** The width of the reading column in pixels. Cells that read it run again when it changes. */
declare const width: number;

/** Generators: `Generators.observe`, `input`, `range`, `now`, `queue`. */
declare const Generators: typeof import("../../../kernel/stdlib/generators.ts");

declare const Mutable: typeof import("../../../kernel/stdlib/mutable.ts").Mutable;
/** A value that other cells may change by assigning `.value`, and whose readers run again when they do. */
type Mutable<T> = import("../../../kernel/stdlib/mutable.ts").Mutable<T>;

/**
 * Runs a function in a worker of the frame and promises its result. The function sees its inputs and the language only;
 * after the inputs it is given `{progress}`. It ends with the run of the cell.
 */
declare const compute: import("../../../kernel/stdlib/compute.ts").Compute;

/** A number in [0, 1) of the notebook's seeded stream: the same notebook draws the same numbers. */
declare function random(): number;

/**
 * A test of the notebook: it shows whether what its function expects holds, in the page and in `yuheng test`.
 * `test("production is consumption", () => expect(produced).toBeCloseTo(consumed, {relative: 1e-9}))`
 */
declare const test: import("../../../kernel/assertion/test.ts").Test;

/** Begins an expectation of a test: `expect(total).toBeCloseTo(35, {relative: 1e-6})`. Amounts are compared in one unit. */
declare const expect: typeof import("../../../kernel/assertion/expect.ts").expect;

/** An Arrow table: what SQL cells and `datasets.load` give. */
type Table<Row = any> = import("./arrow.d.ts").Table<Row>;
