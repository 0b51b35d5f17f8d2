/** The names of the libraries that every notebook may read. The place that runs notebooks gives each its value. */
export const libraryNames = [
  "Plot",
  "Inputs",
  "d3",
  "topojson",
  "exercise",
  "html",
  "svg",
  "md",
  "tex",
  "Generators",
  "Mutable",
  "amount",
  "activitySheet",
  "normal",
  "lognormal",
  "triangular",
  "uniform",
  "beta",
  "pert",
  "pedigree",
  "factorBounds",
  "discrete",
  "empirical",
  "truncated",
  "width",
] as const;

export type LibraryName = (typeof libraryNames)[number];

/** The libraries that a cell may also import by name. */
export const moduleNames = ["@observablehq/plot", "@observablehq/inputs", "d3", "topojson-client", "htl"] as const;

export type ModuleName = (typeof moduleNames)[number];
