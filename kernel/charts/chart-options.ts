// The declarations of `charts` in cells: the language service reads this file, so that it imports types only.
import type { Data, Markish, PlotOptions } from "@observablehq/plot";

// biome-ignore lint/suspicious/noExplicitAny: rows and codes of cells are of any kind, and typing must not be in their way.
type Loose = any;

/** A channel: the name of a field, a function of the row, or one value for each row. */
export type Channel = string | ((row: Loose, index: number) => unknown) | readonly unknown[];

/** What a chart draws: a result of a tool, one of its tables, a table of a query or dataset, or a list of records. */
export type ChartInput = Data | object;

/** The colour of a value: one of the meanings that are the same in every chart, or any colour of CSS. */
export type ChartColour =
  | "production"
  | "consumption"
  | "trade-in"
  | "trade-out"
  | "natural"
  | "sink"
  | "avoided"
  | "neutral"
  | (string & {});

/** Options of every chart; any option of `Plot.plot` may be given as well and replaces the chart's own. */
export interface ChartOptions extends Omit<PlotOptions, "title" | "subtitle" | "caption" | "x" | "y"> {
  /** The finding, as a sentence; computed if left out, and none if null. */
  title?: string | Node | null;
  /** Measure, unit, year; computed if left out. */
  subtitle?: string | Node | null;
  /** The source, as text or as `datasets.cite(…)` gives it; that of the result if left out. */
  source?: string | Node | null;
  /** What stands under the figure instead of its source. */
  caption?: string | Node | null;
  /** What is measured, e.g. `"Fossil CO₂"`. */
  measure?: string;
  /** The unit to show: the values of a table with units are converted, other values must have it. */
  unit?: string;
  /** The year or period, for the subtitle. */
  year?: number | string;
  /** What the chart is about, e.g. a country; begins the title. */
  name?: string;
  /** Names of codes and values, as a Map, an object, or a function. */
  names?: ReadonlyMap<Loose, string> | Readonly<Record<string, string>> | ((code: Loose) => string | undefined);
  /** Colours of codes and values. */
  colours?:
    | ReadonlyMap<Loose, ChartColour>
    | Readonly<Record<string, ChartColour>>
    | ((code: Loose) => ChartColour | undefined);
  /** Which rows to draw. */
  filter?: (row: Loose) => boolean;
  /** Marks to draw on top of the chart's own. */
  marks?: Markish[];
  /** Scale options of Plot, or the channel of that name where the chart has one. */
  x?: PlotOptions["x"] | Channel;
  y?: PlotOptions["y"] | Channel;
}

export type LadderOptions = ChartOptions & {
  label?: Channel;
  value?: Channel;
  /** `"level"` or `"change"`, e.g. `() => "change"`; without it the first row is a level and the others are changes. */
  kind?: Channel;
  /** Bounds of the value; of a change, those of the change. */
  lo?: Channel;
  hi?: Channel;
  fill?: Channel;
  /** Whether the bounds are modelled or a mere range: dashed. */
  dashed?: Channel;
  /** Further lines of the tooltip. */
  note?: Channel;
};

export type BalanceOptions = ChartOptions & {
  label?: Channel;
  production?: Channel;
  consumption?: Channel;
  /** How many rows, the largest first; 12 if left out. `Infinity` keeps all. */
  count?: number;
  /** By what rows are sorted; `null` keeps their order. */
  sort?: "production" | "consumption" | "difference" | null;
  /** What the two dots are called. */
  series?: readonly [string, string];
};

export type WorldMapOptions = ChartOptions & {
  /** The map: `await datasets.load("world_110m")`. */
  atlas: unknown;
  /** The code of a row. */
  code?: Channel;
  value?: Channel;
  /** The code of a country of the map, if rows do not have its ISO 3166 alpha-3 code. */
  codeOf?: ReadonlyMap<string, Loose> | ((iso3: string) => unknown);
  /** Class limits, ascending; computed if left out. */
  thresholds?: readonly number[];
  /** The meanings of values below and above zero, or of all values. */
  meaning?: ChartColour | readonly [ChartColour, ChartColour];
  /** Further lines of the tooltip. */
  note?: Channel;
};

export type FlowsOptions = ChartOptions & {
  origin?: Channel;
  destination?: Channel;
  value?: Channel;
  /** How the flows are drawn; `"sankey"` if left out. A network has places that pass on what they receive. */
  as?: "sankey" | "network" | "chord" | "matrix" | "bars";
  /** How many flows (of a chord or a matrix: places), the largest first. */
  count?: number;
  /** The place whose flows are coloured. */
  focus?: string;
};

export type PathsOptions = ChartOptions & {
  /** The names of a chain, from the product to the emitter. */
  path?: Channel;
  value?: Channel;
  /** How many chains, the largest first; 15 if left out. */
  count?: number;
  /** The value of all chains, of which the title states the share. */
  total?: number;
};

export type SupplyOptions = ChartOptions & {
  /** The names of a chain, from the product to the supplier. */
  path?: Channel;
  /** What the chain carries, all upstream of it included. */
  value?: Channel;
  /** Of that, what its last activity causes itself. */
  direct?: Channel;
  /** How many levels, with that of the product; 4 if left out, 3 on a phone. */
  levels?: number;
  /** How many suppliers of a level stand by themselves, the largest; 6 if left out, 5 on a phone. */
  count?: number;
  /** The value of the whole, of which the title states the share. */
  total?: number;
};

export type BudgetOptions = ChartOptions & {
  term?: Channel;
  value?: Channel;
  /** `"source"`, `"sink"`, `"growth"` or `"imbalance"`. */
  side?: Channel;
  lo?: Channel;
  hi?: Channel;
};

export type TrendOptions = ChartOptions & {
  series?: Channel;
  lo?: Channel;
  hi?: Channel;
  /** Whether a series is modelled rather than reported: dashed. */
  dashed?: Channel;
  /** What changes in the coverage of a series at a time, as text: the line is broken there. */
  break?: Channel;
  /** What the band between `lo` and `hi` is; say it: without, the bounds have no name. */
  band?: string;
  /** The colour of a single series; `"production"` if left out. */
  stroke?: ChartColour;
};

export type RankingOptions = ChartOptions & {
  label?: Channel;
  value?: Channel;
  /** How many bars, the largest first; 15 if left out. `Infinity` keeps all. */
  count?: number;
  /** The meaning of all values; `"neutral"` if left out. */
  meaning?: ChartColour;
};

export type SharesOptions = ChartOptions & {
  label?: Channel;
  value?: Channel;
  /** How many parts, the largest first; 10 if left out. The others are one part. */
  count?: number;
  /** The meaning of all values; `"neutral"` if left out. */
  meaning?: ChartColour;
};

export type ScatterOptions = ChartOptions & {
  label?: Channel;
  /** What the vertical and what the horizontal axis measures. */
  measures?: readonly [string, string];
  /** The units of the vertical and of the horizontal axis, if the rows do not have them. */
  units?: readonly [string, string];
  /** Whether both axes are logarithmic; if left out, one is whose values are above zero and spread over a factor of 100. */
  log?: boolean;
  /** The meaning of all dots; `"neutral"` if left out. */
  meaning?: ChartColour;
};

export type TornadoOptions = ChartOptions & {
  label?: Channel;
  /** The result at the low and at the high end of the input, or a share of the variance with its bounds. */
  low?: Channel;
  high?: Channel;
  share?: Channel;
  lo?: Channel;
  hi?: Channel;
  /** The result with all inputs at their central values. */
  base?: number;
  count?: number;
};

export type DistributionOptions = ChartOptions & {
  /** Values, of which a histogram is made; or bins with `from`, `to` and `frequency`. */
  value?: Channel;
  from?: Channel;
  to?: Channel;
  frequency?: Channel;
  mean?: number;
  lo?: number;
  hi?: number;
  /** The meaning of the values; `"production"` if left out. */
  meaning?: ChartColour;
};

export type LorenzOptions = ChartOptions & {
  label?: Channel;
  value?: Channel;
  /** How many people, or others, a row stands for; 1 if left out. */
  weight?: Channel;
  /** What is counted by the weights, e.g. `"people"`. */
  members?: string;
  meaning?: ChartColour;
};

export type AbatementOptions = ChartOptions & {
  label?: Channel;
  /** What a measure avoids. */
  amount?: Channel;
  /** Its cost per unit of that. */
  cost?: Channel;
  costUnit?: string;
};

export type DispatchOptions = ChartOptions & {
  time?: Channel;
  series?: Channel;
  value?: Channel;
  /** Names of the series from the bottom up; those with the steadiest output first if left out. */
  order?: readonly string[];
};

/** A chart: the figure, or the options from which `Plot.plot` makes it. */
export interface Chart<Options> {
  (data: ChartInput, options?: Options): (SVGSVGElement | HTMLElement) & { scale(name: string): unknown };
  /** The options of `Plot.plot`, to be changed before drawing: `Plot.plot({...charts.ladder.options(data), grid: false})`. */
  options(data: ChartInput, options?: Options): PlotOptions;
}

/** Charts by name. Each draws a result of the library's tools or a list of records, and gives back a figure of Plot. */
export interface Charts {
  /** From one level to another, step by step (waterfall): `charts.ladder(panorama.ladder({regions: ["CHN"], year: 2022}))`. */
  readonly ladder: Chart<LadderOptions>;
  /** Production ● and consumption ○ side by side: `charts.balance(accounts.balance)`. */
  readonly balance: Chart<BalanceOptions>;
  /** Countries by value: `charts.worldMap(rows, {atlas: await datasets.load("world_110m"), code: "iso3", value: "co2"})`. */
  readonly worldMap: Chart<WorldMapOptions>;
  /** Who emits for whom, as a Sankey or chord diagram, a matrix, or bars: `charts.flows(accounts.transfers, {as: "chord"})`. */
  readonly flows: Chart<FlowsOptions>;
  /** The tree of supply chains: `charts.paths(consumption.paths(table, {product, consumer}))`. */
  readonly paths: Chart<PathsOptions>;
  /** Supply chains from raw materials to the product, as a Sankey diagram of several levels: `charts.supply(lifecycle.supply({…}))`. */
  readonly supply: Chart<SupplyOptions>;
  /** Sources above zero and sinks below, with what remains unexplained: `charts.budget(budget.carbon({rows}))`. */
  readonly budget: Chart<BudgetOptions>;
  /** Lines over time, with bands of uncertainty: `charts.trend(rows, {x: "year", y: "co2", series: "country"})`. */
  readonly trend: Chart<TrendOptions>;
  /** Values in the order of their size: `charts.ranking(rows, {label: "country", value: "co2", count: 10})`. */
  readonly ranking: Chart<RankingOptions>;
  /** The parts of a whole, each with its per cent: `charts.shares(rows, {label: "sector", value: "co2"})`. */
  readonly shares: Chart<SharesOptions>;
  /** Two values of each row against each other: `charts.scatter(rows, {label: "country", x: "gdp", y: "co2"})`. */
  readonly scatter: Chart<ScatterOptions>;
  /** Which input matters most: `charts.tornado(uncertainty.sobol({model, variables}))`. */
  readonly tornado: Chart<TornadoOptions>;
  /** How a result is distributed, with the range of 95 % of the draws: `charts.distribution(uncertainty.propagate({model, variables}))`. */
  readonly distribution: Chart<DistributionOptions>;
  /** How unequally something is distributed, with the Gini coefficient: `charts.lorenz(rows, {value: "co2", weight: "population"})`. */
  readonly lorenz: Chart<LorenzOptions>;
  /** What can be avoided at what cost: `charts.abatement(measures, {label: "measure", amount: "mt", cost: "usd"})`. */
  readonly abatement: Chart<AbatementOptions>;
  /** Generation by hour and source, stacked: `charts.dispatch(rows, {time: "hour", series: "plant", value: "mw"})`. */
  readonly dispatch: Chart<DispatchOptions>;
}
