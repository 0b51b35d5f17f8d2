import type { NameHelp } from "../name.ts";
import type { libraryEntries } from "./library-entries.ts";
import type { runEntries } from "./run-entries.ts";

/** Help for each name, apart from the table, so that programs that only run cells do not include it. */
export const help: Readonly<Record<(typeof runEntries | typeof libraryEntries)[number]["name"], NameHelp>> = {
  display: {
    summary:
      "Shows a value below the cell's earlier output, and gives it back. Nodes stand as they are, Arrow tables as tables, all else is inspected. A cell that is one expression displays itself.",
    declarations: ["function display<T>(value: T): T"],
  },
  view: {
    summary:
      "Shows an input and gives its value to the other cells, which run again when it changes: `const year = view(Inputs.range([2000, 2016], {step: 1}))`. In other cells `year` is the number.",
    declarations: ["function view<T = any>(input: EventTarget & { value?: T }): AsyncGenerator<T, void, unknown>"],
  },
  invalidation: {
    summary:
      "Resolves when this run of the cell is over: because an input changed, or the cell was edited, stopped or deleted.",
    declarations: ["const invalidation: Promise<void>"],
  },
  signal: {
    summary: "Aborted when this run of the cell is over. Hand it to what can be cancelled.",
    declarations: ["const signal: AbortSignal"],
  },
  visibility: {
    summary: "Resolves when the cell's output is on the screen: `await visibility()`.",
    declarations: ["function visibility(): Promise<void>"],
  },
  sql: {
    summary:
      "Runs SQL on the shipped datasets, which are tables by their names. Values in `${}` become parameters. The result is an Arrow table.",
    declarations: [
      'function sql(strings: TemplateStringsArray, ...values: unknown[]): Promise<import("./arrow.d.ts").Table>',
    ],
  },
  db: {
    summary:
      "The notebook's database as a client: `db.query(text, values)`, `db.queryRow`, `db.describeColumns({table})`. A cell that declares `db`, such as `const db = DuckDBClient.of({cars})`, gives SQL cells its tables.",
    declarations: ["const db: DuckDBClient"],
  },
  DuckDBClient: {
    summary:
      'Queries on tables of one\'s own, besides those of the notebook\'s database: `const db = DuckDBClient.of({cars: FileAttachment("cars.csv"), limits: [{fuel: "coal", most: 3}]})`, then `db.sql`, `db.query(text, values)`, `db.queryRow`, or an SQL cell with `database="var:db"`. Rows of lists go with each query: up to a million values.',
    declarations: [
      'type DuckDBClient = import("./duckdb.d.ts").DuckDBClient',
      'const DuckDBClient: import("./duckdb.d.ts").DuckDBClients',
    ],
  },
  FileAttachment: {
    summary:
      'A file of the notebook, added by "+ Data" or beside its file: `await FileAttachment("data.csv").csv({typed: true})`. Tables in added files are also datasets: `from data` in SQL.',
    declarations: [
      'type NotebookFile = import("./files.d.ts").NotebookFile',
      "function FileAttachment(name: FileName | (string & {})): NotebookFile",
    ],
  },
  datasets: { summary: "The shipped datasets: their catalogue, and the data in it." },
  sample: {
    summary:
      'An uncertain number: the central value, as the page shows it, which ± of any cell draws anew. The name is the number\'s own: two samples of one name are the same number. `const ef = sample("coal EF", lognormal({mean: 94.6, lo: 89.5, hi: 99.7}))`',
    declarations: ["function sample(name: string, distribution: Distribution, options?: SampleOptions): number"],
  },
  spread: {
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
  ask: {
    summary:
      'Answers a question in words, in English or Chinese, from the shipped datasets and the library, without a model: `const reply = await ask("How much CO2 did China emit in 2022?")`. `reply.kind` is "answer", "ask" (the question has several meanings: `reply.options`) or "refuse" (`reply.nearest` has an answer); `localize(reply.text)` is the sentence, and `reply.values` are its figures, each `{name, value, unit, source, lo?, hi?}`. Several turns: `ask({turns: ["CO2 of China in 2022", "and India?"]})`.',
    declarations: ['const ask: import("../../../kernel/stdlib/ask.ts").Ask'],
  },
  compute: {
    summary:
      "Runs a function in a worker of the frame and promises its result. The function sees its inputs and the language only; after the inputs it is given `{progress}`. It ends with the run of the cell.",
    declarations: ['const compute: import("../../../kernel/stdlib/compute.ts").Compute'],
  },
  trace: {
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
  test: {
    summary:
      'A test of the notebook: it shows whether what its function expects holds, in the page and in `yuheng test`. `test("production is consumption", () => expect(produced).toBeCloseTo(consumed, {relative: 1e-9}))`',
    declarations: ['const test: import("../../../kernel/assertion/test.ts").Test'],
  },
  expect: {
    summary:
      "Begins an expectation of a test: `expect(total).toBeCloseTo(35, {relative: 1e-6})`. Amounts are compared in one unit.",
    declarations: ['const expect: typeof import("../../../kernel/assertion/expect.ts").expect'],
  },
  random: {
    summary: "A number in [0, 1) of the notebook's seeded stream: the same notebook draws the same numbers.",
    declarations: ["function random(): number"],
  },
  Math: { summary: "Mathematics of the language; in a reproducible notebook its `random` is the seeded stream." },
  Date: { summary: "Dates of the language; in a reproducible notebook the clock stands still." },
  Plot: { summary: "Observable Plot, for charts." },
  charts: {
    summary:
      'Charts by name, for results of the library and for lists of records: `charts.ladder(panorama.ladder({regions: ["CHN"], year: 2022}))`. Title, unit, source and alternative text are computed; every option of `Plot.plot` replaces the chart\'s own, `marks` are drawn on top, and `charts.ladder.options(…)` gives the options themselves.',
    declarations: ['const charts: import("../../../kernel/charts/chart-options.ts").Charts'],
  },
  forms: {
    summary:
      "Forms by name: `view(forms.questions(asks))` asks the questions of a result one at a time and gives the answers by their keys; `forms.report(account)` has the buttons that save the report of an account.",
    declarations: ['const forms: import("../../../kernel/forms/form-options.ts").Forms'],
  },
  Inputs: { summary: "Observable Inputs: controls whose values cells read by `view`." },
  d3: { summary: "D3, for scales, shapes, maps and statistics." },
  SQLiteDatabaseClient: {
    summary:
      'Opens a database of SQLite, of which it has a copy: `const db = FileAttachment("data.db").sqlite()`, or `SQLiteDatabaseClient.open(bytes)`, then `db.sql`, `db.query(text, values)`, `db.queryRow`, `db.describeTables()`, or an SQL cell with `database="var:db"`.',
    declarations: [
      'type SQLiteDatabaseClient = import("./sqlite.d.ts").SQLiteDatabaseClient',
      'const SQLiteDatabaseClient: import("./sqlite.d.ts").SQLiteDatabaseClients',
    ],
  },
  dot: {
    summary:
      "Draws a graph in the language of Graphviz: `dot`digraph {coal -> power -> steel}``. A cell of the kind DOT is such a text. The element is an SVG in the colour of the text.",
    declarations: ["function dot(strings: TemplateStringsArray, ...values: unknown[]): SVGSVGElement"],
  },
  topojson: { summary: "TopoJSON: features and meshes of maps." },
  exercise: {
    summary:
      'An exercise: it checks what the reader\'s cell declares under the name `answer`, has hints and a solution, and keeps progress. `exercise({id: "carbon", title: "Carbon and CO₂", answer: "co2", unit: "t CO2", value: ({mass}) => mass * 44 / 12, solution: "const co2 = mass * 44 / 12;"}, {mass})`. `yuheng lesson pack` makes its checks and solution unreadable.',
    declarations: [
      `function exercise(
  exercise: import("../../../kernel/lesson/declaration.ts").Exercise | string,
  given?: Readonly<Record<string, unknown>>,
): Promise<HTMLElement>`,
    ],
  },
  htl: {
    summary: "Hypertext Literal: the tags `html` and `svg` as one object.",
    declarations: ['const htl: typeof import("./htl.d.ts")'],
  },
  html: {
    summary:
      "An element from HTML. Values in `${}` are escaped; nodes, lists of nodes, attributes and listeners stand as they are.",
    declarations: ['const html: import("./elements.d.ts").Template<HTMLElement>'],
  },
  svg: {
    summary: "A node from SVG, such as `svg`<circle r=4>``.",
    declarations: ['const svg: import("./elements.d.ts").Template<SVGElement>'],
  },
  md: {
    summary: "Markdown with values in `${}`: nodes stand where they were put, all else as text.",
    declarations: ['const md: typeof import("../../../kernel/stdlib/markdown.ts").md'],
  },
  tex: {
    summary: "TeX, inline; `tex.block` gives a line of its own.",
    declarations: ['const tex: typeof import("../../../kernel/stdlib/tex.ts").tex'],
  },
  Generators: {
    summary: "Generators: `Generators.observe`, `input`, `range`, `now`, `dark`, `width`, `queue`.",
    declarations: ['const Generators: typeof import("../../../kernel/stdlib/generators.ts")'],
  },
  Mutable: {
    summary:
      "`Mutable(0)` is a value that other cells may change by assigning `.value`, and whose readers run again when they do.",
    declarations: ['const Mutable: typeof import("../../../kernel/stdlib/mutable.ts").Mutable'],
  },
  amount: {
    summary:
      'A number with its unit, gas, basis and metric, which looks after them: `amount(1000, "TJ").times(amount(94.6, "t CO2/TJ"))` is 94600 t CO2. Adding t to kt without saying so, or one metric to another, fails with a sentence.',
    declarations: ['const amount: typeof import("../../../kernel/values/amount.ts").amount'],
  },
  inUnit: {
    summary:
      'A table with the columns that convert to a unit in that unit, and all others as they are: `inUnit(accounts.balance, "Mt")`.',
    declarations: ["function inUnit<Row>(table: Table<Row>, unit: string): Table<Row>"],
  },
  formatNumber: {
    summary:
      'A number as figures write it, with thin spaces from 10 000 on and a true minus: `formatNumber(35013.2)`. Decimals, a plus before positive numbers and a unit on request: `formatNumber(change, {decimals: 1, sign: true, unit: "%"})`. With `halfWidth`, half of the number\'s interval, digits that it leaves unknown are not written.',
    declarations: ['const formatNumber: typeof import("../../../kernel/stdlib/format-number.ts").formatNumber'],
  },
  activitySheet: {
    summary:
      'An input for activity data of one\'s own: a workbook or CSV file whose columns are mapped once; rows and mapping stay with the notebook. `const sheet = view(activitySheet())`, then `inventory.compile({...sheet, region: "CHN"})`.',
    declarations: [
      `function activitySheet(): HTMLElement & {
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
}`,
    ],
  },
  normal: {
    summary:
      "A normal distribution: a mean with sd, variance, halfWidth (half of the 95 % interval), halfWidthPercent, or lo and hi.",
    declarations: [
      `function normal(given: {
  mean?: number;
  sd?: number;
  variance?: number;
  /** Half of the 95 % interval. */
  halfWidth?: number;
  /** The same in per cent of the mean: the ± U % of the IPCC Guidelines. */
  halfWidthPercent?: number;
  lo?: number;
  hi?: number;
}): Distribution`,
    ],
  },
  lognormal: {
    summary:
      "A lognormal distribution: a mean or median with geometricSd, sd, or the 95 % bounds lo and hi; the bounds alone are enough.",
    declarations: [
      `function lognormal(given: {
  mean?: number;
  median?: number;
  /** exp σ, above 1 */
  geometricSd?: number;
  sd?: number;
  /** 2.5 % quantile */
  lo?: number;
  /** 97.5 % quantile */
  hi?: number;
}): Distribution`,
    ],
  },
  triangular: {
    summary: "From lo over the mode to hi, which are its ends.",
    declarations: ["function triangular(given: { lo: number; mode: number; hi: number }): Distribution"],
  },
  uniform: {
    summary: "Anywhere from lo to hi, equally likely.",
    declarations: ["function uniform(given: { lo: number; hi: number }): Distribution"],
  },
  beta: {
    summary: "The beta distribution of shapes α and β from lo to hi (0 to 1 if left out).",
    declarations: ["function beta(given: { alpha: number; beta: number; lo?: number; hi?: number }): Distribution"],
  },
  pert: {
    summary: "The PERT distribution: least, most likely, greatest.",
    declarations: ["function pert(given: { lo: number; mode: number; hi: number; lambda?: number }): Distribution"],
  },
  pedigree: {
    summary: "A lognormal distribution by the scores of the pedigree matrix.",
    declarations: [
      `function pedigree(given: {
  median: number;
  basic?: number;
  scores: Readonly<Record<string, number>>;
}): Distribution`,
    ],
  },
  factorBounds: {
    summary:
      "The distribution of a factor from its value and 95 % bounds, as emission-factor tables give them: the bounds are kept exactly, the value is the median, and the law leans as the bounds do.",
    declarations: [
      `function factorBounds(factor: {
  value: number;
  lo: number;
  hi: number;
  law?: "normal" | "lognormal" | "triangular" | "uniform" | null;
}): Distribution`,
    ],
  },
  discrete: {
    summary: "Single values, each with its probability.",
    declarations: [
      "function discrete(given: { values: readonly number[]; probabilities: readonly number[] }): Distribution",
    ],
  },
  empirical: {
    summary: "The values of a sample, all equally likely.",
    declarations: ["function empirical(given: { values: readonly number[] } | Iterable<number>): Distribution"],
  },
  truncated: {
    summary:
      "The part of a distribution from lo to hi; of `factorBounds` the published bounds stay the 95 % bounds of the part.",
    declarations: ["function truncated(of: Distribution, bounds: { lo?: number; hi?: number }): Distribution"],
  },
  width: {
    summary: "The width of the reading column in pixels. Cells that read it run again when it changes.",
    declarations: ["const width: number"],
  },
  resize: {
    summary:
      "An element whose content is drawn at its own width, and again when that changes: `resize((width) => Plot.plot({width, marks}))`. A function of two parameters also gets the height.",
    declarations: ["function resize(render: (width: number, height: number) => unknown): HTMLElement"],
  },
  now: {
    summary:
      "The time in milliseconds since 1970. Cells that read it run again with each picture; in a reproducible notebook it stands still, and without a page it has one value.",
    declarations: ["const now: number"],
  },
  dark: {
    summary: "Whether the page is dark. Cells that read it run again when that changes; without a page it is light.",
    declarations: ["const dark: boolean"],
  },
  DOM: {
    summary: "Functions of Observable's older notebooks that make elements. New ones write `html` and `document`.",
    declarations: ['const DOM: typeof import("../../../kernel/stdlib/observable/dom.ts")'],
  },
  Files: {
    summary: "Functions of Observable's older notebooks that read a chosen file. New ones call its own methods.",
    declarations: ['const Files: typeof import("../../../kernel/stdlib/observable/files.ts")'],
  },
  Promises: {
    summary: "Promises of Observable's older notebooks: `Promises.delay`, `when` and `tick`.",
    declarations: ['const Promises: typeof import("../../../kernel/stdlib/observable/promises.ts")'],
  },
  language: {
    summary:
      'The language that the reader has chosen, as a tag such as `"en"` or `"zh-CN"`. Cells that read it run again when the reader switches: `total.toLocaleString(language)`.',
    declarations: ["const language: string"],
  },
  localize: {
    summary:
      'The value for the reader\'s language; without one, the value in English, or else the first. Values may be anything: texts, templates, Maps, functions. A sentence of a tool\'s result, which cells get in English, is given by itself: `climbed.notes.map((d) => localize(d))`. Cells that read it run again when the reader switches, and inputs keep their values. `view(Inputs.range([2000, 2022], {label: localize({en: "Year", zh: "年份"}), step: 1}))`',
    declarations: [
      "function localize(sentence: string): string",
      "function localize<Value>(values: Readonly<Record<string, Value>>): Value",
    ],
  },
};
