import type { CellName } from "../name.ts";

/** What the place that runs a notebook gives to all its cells. */
export const ofLibrary = [
  { name: "Plot", gives: "library", draws: "drawing", summary: "Observable Plot, for charts." },
  {
    name: "Inputs",
    gives: "library",
    draws: "own",
    summary: "Observable Inputs: controls whose values cells read by `view`.",
  },
  { name: "d3", gives: "library", draws: "own", summary: "D3, for scales, shapes, maps and statistics." },
  { name: "topojson", gives: "library", draws: "drawing", summary: "TopoJSON: features and meshes of maps." },
  {
    name: "exercise",
    gives: "library",
    draws: "refused",
    summary:
      'An exercise: it checks what the reader\'s cell declares under the name `answer`, has hints and a solution, and keeps progress. `exercise({id: "carbon", title: "Carbon and CO₂", answer: "co2", unit: "t CO2", value: ({mass}) => mass * 44 / 12, solution: "const co2 = mass * 44 / 12;"}, {mass})`. `yuheng lesson pack` makes its checks and solution unreadable.',
    declarations: [
      `function exercise(
  exercise: import("../../../kernel/exercise/declaration.ts").Exercise | string,
  given?: Readonly<Record<string, unknown>>,
): Promise<HTMLElement>`,
    ],
  },
  {
    name: "html",
    gives: "library",
    draws: "text",
    summary:
      "An element from HTML. Values in `${}` are escaped; nodes, lists of nodes, attributes and listeners stand as they are.",
    declarations: ['const html: import("./elements.d.ts").Template<HTMLElement>'],
  },
  {
    name: "svg",
    gives: "library",
    draws: "drawing",
    summary: "A node from SVG, such as `svg`<circle r=4>``.",
    declarations: ['const svg: import("./elements.d.ts").Template<SVGElement>'],
  },
  {
    name: "md",
    gives: "library",
    draws: "text",
    summary: "Markdown with values in `${}`: nodes stand where they were put, all else as text.",
    declarations: ['const md: typeof import("../../../kernel/stdlib/markdown.ts").md'],
  },
  {
    name: "tex",
    gives: "library",
    draws: "own",
    summary: "TeX, inline; `tex.block` gives a line of its own.",
    declarations: ['const tex: typeof import("../../../kernel/stdlib/tex.ts").tex'],
  },
  {
    name: "Generators",
    gives: "library",
    draws: "waits",
    summary: "Generators: `Generators.observe`, `input`, `range`, `now`, `queue`.",
    declarations: ['const Generators: typeof import("../../../kernel/stdlib/generators.ts")'],
  },
  {
    name: "Mutable",
    gives: "library",
    draws: "waits",
    summary:
      "`Mutable(0)` is a value that other cells may change by assigning `.value`, and whose readers run again when they do.",
    declarations: ['const Mutable: typeof import("../../../kernel/stdlib/mutable.ts").Mutable'],
  },
  {
    name: "amount",
    gives: "library",
    draws: "own",
    summary:
      'A number with its unit, gas, basis and metric, which looks after them: `amount(1000, "TJ").times(amount(94.6, "t CO2/TJ"))` is 94600 t CO2. Adding t to kt without saying so, or one metric to another, fails with a sentence.',
    declarations: ['const amount: typeof import("../../../kernel/stdlib/amount.ts").amount'],
  },
  {
    name: "activitySheet",
    gives: "library",
    draws: "refused",
    summary:
      'An input for activity data of one\'s own: a CSV or XLSX file whose columns are mapped once; rows and mapping stay with the notebook. `const sheet = view(activitySheet())`, then `inventory.compile({...sheet, region: "CHN"})`.',
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
  {
    name: "normal",
    gives: "library",
    draws: "own",
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
  {
    name: "lognormal",
    gives: "library",
    draws: "own",
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
  {
    name: "triangular",
    gives: "library",
    draws: "own",
    summary: "From lo over the mode to hi, which are its ends.",
    declarations: ["function triangular(given: { lo: number; mode: number; hi: number }): Distribution"],
  },
  {
    name: "uniform",
    gives: "library",
    draws: "own",
    summary: "Anywhere from lo to hi, equally likely.",
    declarations: ["function uniform(given: { lo: number; hi: number }): Distribution"],
  },
  {
    name: "beta",
    gives: "library",
    draws: "own",
    summary: "The beta distribution of shapes α and β from lo to hi (0 to 1 if left out).",
    declarations: ["function beta(given: { alpha: number; beta: number; lo?: number; hi?: number }): Distribution"],
  },
  {
    name: "pert",
    gives: "library",
    draws: "own",
    summary: "The PERT distribution: least, most likely, greatest.",
    declarations: ["function pert(given: { lo: number; mode: number; hi: number; lambda?: number }): Distribution"],
  },
  {
    name: "pedigree",
    gives: "library",
    draws: "own",
    summary: "A lognormal distribution by the scores of the pedigree matrix.",
    declarations: [
      `function pedigree(given: {
  median: number;
  basic?: number;
  scores: Readonly<Record<string, number>>;
}): Distribution`,
    ],
  },
  {
    name: "factorBounds",
    gives: "library",
    draws: "own",
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
  {
    name: "discrete",
    gives: "library",
    draws: "own",
    summary: "Single values, each with its probability.",
    declarations: [
      "function discrete(given: { values: readonly number[]; probabilities: readonly number[] }): Distribution",
    ],
  },
  {
    name: "empirical",
    gives: "library",
    draws: "own",
    summary: "The values of a sample, all equally likely.",
    declarations: ["function empirical(given: { values: readonly number[] } | Iterable<number>): Distribution"],
  },
  {
    name: "truncated",
    gives: "library",
    draws: "own",
    summary:
      "The part of a distribution from lo to hi; of `factorBounds` the published bounds stay the 95 % bounds of the part.",
    declarations: ["function truncated(of: Distribution, bounds: { lo?: number; hi?: number }): Distribution"],
  },
  {
    name: "width",
    gives: "library",
    draws: "fixed",
    summary: "The width of the reading column in pixels. Cells that read it run again when it changes.",
    declarations: ["const width: number"],
  },
] as const satisfies readonly CellName[];
