import * as Inputs from "@observablehq/inputs";
import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import { html, svg } from "htl";
import * as topojson from "topojson-client";
import type { LibraryName, ModuleName } from "../cell/names.ts";
import { type ChartsModule, chartsBuiltin } from "../charts/charts-builtin.ts";
import { observePlots } from "../output/figure/observe-plots.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import { amount } from "./amount.ts";
import { distributions } from "./distributions.ts";
import { dotTag, type GraphvizModule } from "./dot.ts";
import { formatNumber } from "./format-number.ts";
import * as Generators from "./generators.ts";
import { inUnit } from "./in-unit.ts";
import { md } from "./markdown.ts";
import { Mutable } from "./mutable.ts";
import { localizeIn, type ReaderLanguage } from "./reader-language.ts";
import { tex } from "./tex.ts";

observePlots();

/** Libraries that a cell may also import by name. */
export const modules: Readonly<Record<ModuleName, unknown>> = {
  "@observablehq/plot": Plot,
  "@observablehq/inputs": Inputs,
  d3,
  "topojson-client": topojson,
  htl: { html, svg },
};

const constructors = Object.fromEntries(
  Object.entries(distributions).map(([name, make]) => [name, () => make]),
) as unknown as Readonly<Record<keyof typeof distributions, () => unknown>>;

/** The library names that are the same for every host; `width` is that of the reading column, in pixels. */
export function library(
  width: () => unknown,
  language: ReaderLanguage,
  catalogue: readonly DatasetEntry[],
  loadCharts: () => Promise<ChartsModule>,
  loadGraphviz: () => Promise<GraphvizModule>,
): Readonly<Record<Exclude<LibraryName, "activitySheet" | "exercise">, () => unknown>> {
  return {
    Plot: () => Plot,
    charts: chartsBuiltin(
      width,
      language.each((tag) => tag),
      catalogue,
      loadCharts,
    ),
    Inputs: () => Inputs,
    d3: () => d3,
    topojson: () => topojson,
    dot: () => dotTag(loadGraphviz),
    html: () => html,
    svg: () => svg,
    md: () => md,
    tex: () => tex,
    Generators: () => Generators,
    Mutable: () => Mutable,
    amount: () => amount,
    inUnit: () => inUnit,
    formatNumber: () => formatNumber,
    ...constructors,
    width,
    language: language.each((tag) => tag),
    localize: language.each(localizeIn),
  };
}
