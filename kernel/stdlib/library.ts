import * as Inputs from "@observablehq/inputs";
import * as Plot from "@observablehq/plot";
import { html, svg } from "htl";
import * as topojson from "topojson-client";
import { readRowsByColumns } from "../../lib/files/arrow/arrow-rows.ts";
import { d3Modules, type LibraryName, type ModuleName } from "../cell/names.ts";
import { observePlots } from "../output/figure/observe-plots.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import { amount } from "../values/amount.ts";
import { type ChartsModule, chartsBuiltin } from "./charts.ts";
import { d3 } from "./d3.ts";
import { distributions } from "./distributions.ts";
import { dotTag, type GraphvizModule } from "./dot.ts";
import { formatNumber } from "./format-number.ts";
import { type FormsModule, formsBuiltin } from "./forms.ts";
import * as Generators from "./generators.ts";
import { inUnit } from "./in-unit.ts";
import { md } from "./markdown.ts";
import { Mutable } from "./mutable.ts";
import * as DOM from "./observable/dom.ts";
import * as Files from "./observable/files.ts";
import * as Promises from "./observable/promises.ts";
import { localizeIn, type ReaderLanguage } from "./reader-language.ts";
import { resizeAt } from "./resize.ts";
import { type SqliteClients, type SqliteModule, sqliteClientOf } from "./sqlite-client.ts";
import { tex } from "./tex.ts";

observePlots();
readRowsByColumns();

/** Libraries that a cell may also import by name. */
export const modules: Readonly<Record<ModuleName, unknown>> = {
  "@observablehq/plot": Plot,
  "@observablehq/inputs": Inputs,
  d3,
  "topojson-client": topojson,
  htl: { html, svg },
  ...(Object.fromEntries(d3Modules.map((name) => [name, d3])) as Record<(typeof d3Modules)[number], unknown>),
};

const constructors = Object.fromEntries(
  Object.entries(distributions).map(([name, make]) => [name, () => make]),
) as unknown as Readonly<Record<keyof typeof distributions, () => unknown>>;

/** What differs between the hosts of a notebook. */
export interface LibraryHost {
  /** The width of the reading column in pixels. */
  width(): unknown;
  /** The time in milliseconds since 1970. */
  now(): unknown;
  /** The width for `resize` where nothing is laid out. */
  readonly fixedWidth?: number | undefined;
  readonly language: ReaderLanguage;
  readonly catalogue: readonly DatasetEntry[];
  loadCharts(): Promise<ChartsModule>;
  loadForms(): Promise<FormsModule>;
  loadGraphviz(): Promise<GraphvizModule>;
  loadSqlite(): Promise<SqliteModule>;
}

/** The library names that every host provides; each value is made when it is first read. */
export type Library = Readonly<Record<Exclude<LibraryName, "activitySheet" | "exercise">, () => unknown>> & {
  readonly SQLiteDatabaseClient: () => SqliteClients;
};

export function library({
  width,
  now,
  fixedWidth,
  language,
  catalogue,
  loadCharts,
  loadForms,
  loadGraphviz,
  loadSqlite,
}: LibraryHost): Library {
  return {
    Plot: () => Plot,
    charts: chartsBuiltin(
      width,
      language.each((tag) => tag),
      catalogue,
      loadCharts,
    ),
    forms: formsBuiltin(language, catalogue, loadForms),
    Inputs: () => Inputs,
    d3: () => d3,
    topojson: () => topojson,
    dot: () => dotTag(loadGraphviz),
    SQLiteDatabaseClient: () => sqliteClientOf(loadSqlite),
    htl: () => modules.htl,
    html: () => html,
    svg: () => svg,
    md: () => md,
    tex: () => tex,
    Generators: () => (fixedWidth === undefined ? Generators : { ...Generators, width: widthAt(fixedWidth) }),
    Mutable: () => Mutable,
    amount: () => amount,
    inUnit: () => inUnit,
    formatNumber: () => formatNumber,
    ...constructors,
    width,
    resize: () => resizeAt(fixedWidth),
    now,
    dark: () => Generators.dark(),
    DOM: () => DOM,
    Files: () => Files,
    Promises: () => Promises,
    language: language.each((tag) => tag),
    localize: language.each(localizeIn),
  };
}

/** `Generators.width` where nothing is laid out: every element has this width. */
function widthAt(fixed: number): typeof Generators.width {
  return () =>
    Generators.observe<number>((change) => {
      change(fixed);
      return undefined;
    });
}
