import * as d3 from "d3";
import { messages } from "../../lib/message/message.ts";
import { namesInDraws, type OwnInDraws, type OwnLibraryInDraws } from "../cell/names.ts";
import { type Chance, chanceOf } from "../random/chance.ts";
import { timerNames } from "../random/timers.ts";
import { Run } from "../runtime/run.ts";
import type { PageClient } from "../services/page-client.ts";
import { datasetsOf } from "../stdlib/datasets.ts";
import { distributions } from "../stdlib/distributions.ts";
import { databaseOf, duckdbClientOf } from "../stdlib/duckdb-client.ts";
import { formatNumber } from "../stdlib/format-number.ts";
import { inUnit } from "../stdlib/in-unit.ts";
import { namespacesOf } from "../stdlib/namespaces.ts";
import * as Promises from "../stdlib/observable/promises.ts";
import { sqlOf } from "../stdlib/sql.ts";
import { amount } from "../values/amount.ts";
import * as elements from "./d3-elements.ts";
import type { Draw, Sampled } from "./draw.ts";
import { NotSampled } from "./not-sampled.ts";
import { proseTag, stub } from "./prose.ts";
import type { CallService } from "./service-request.ts";

const texts = messages("sampling", {
  readsWaiting: {
    en: "It reads `{name}`, whose value is set by the reader or changes over time.",
    zh: "它读取 `{name}`：其值取决于读者的操作，或会自行变化。",
  },
  showsSpread: {
    en: "It shows a spread, which is the result of all draws and has no uncertainty of its own.",
    zh: "它显示的是全部抽样的离散结果，本身没有不确定度。",
  },
  importsItself: {
    en: "It imports {module} itself. Import it in a cell of its own, whose value is then used as it is.",
    zh: "它自行导入 {module}。请在单独的单元格中导入，其值便按现状采用。",
  },
  readsCatalogue: {
    en: "The catalogue of datasets is not available in a draw. Read it in a cell of its own.",
    zh: "抽样时无法使用数据目录。请在单独的单元格中读取。",
  },
  callsChance: {
    en: "It is not a function of its inputs: it calls Math.random. Use `random`, the notebook's seeded stream, or make the notebook reproducible.",
    zh: "它不是其输入的函数：它调用了 Math.random。请使用笔记本带种子的 `random`，或将笔记本设为可复现。",
  },
  readsClock: {
    en: "It is not a function of its inputs: it reads the clock. Make the notebook reproducible, or write the date.",
    zh: "它不是其输入的函数：它读取时钟。请将笔记本设为可复现，或直接写出日期。",
  },
});

function refusing(name: string): unknown {
  const refuse = (): never => {
    throw new NotSampled("waits", texts.readsWaiting({ name }));
  };
  return new Proxy(function refusing() {}, { get: refuse, apply: refuse, construct: refuse });
}

const tex = Object.assign((strings: TemplateStringsArray, ...holes: unknown[]) => proseTag(strings, ...holes), {
  block: proseTag,
});

/** Controls are stubs, but a table input has its records as value. */
const inputs = new Proxy(stub as object, {
  get: (target, name) => (name === "table" ? (data: unknown) => data : Reflect.get(target, name)),
});

const d3InDraws = { ...d3, ...elements };

const own: Readonly<Record<OwnLibraryInDraws, unknown>> = {
  Inputs: inputs,
  htl: { html: proseTag, svg: stub },
  Promises,
  tex,
  d3: d3InDraws,
  amount,
  inUnit,
  formatNumber,
  ...distributions,
};

/** Replacements for the names of the frame in a draw: text keeps its interpolated values, drawings are stubs. */
const library: Readonly<Record<string, unknown>> = {
  ...replacementsFor("stub", () => stub),
  ...replacementsFor("text", () => proseTag),
  ...replacementsFor("waits", refusing),
  ...replacementsFor("refused", refusing),
  document: stub,
  window: stub,
  ...own,
};

function replacementsFor(draws: "stub" | "text" | "waits" | "refused", make: (name: string) => unknown) {
  return Object.fromEntries(namesInDraws(draws).map((name) => [name, make(name)]));
}

/** The value of a name that neither a cell nor the page provides. */
export function nameInDraw(name: string): unknown {
  if (Object.hasOwn(library, name)) return library[name];
  return (globalThis as Record<string, unknown>)[name];
}

/** Creates the value of a per-run name for one draw. */
export type BuiltinMaker = (draw: Draw, cell: number, isTarget: boolean) => unknown;

/** The per-run names in draws. Those that need the page or the clock throw when they are used. */
export function builtinsOf(
  chance: Chance,
  sampled: Sampled,
  callService: CallService,
): Readonly<Record<OwnInDraws, BuiltinMaker>> & Readonly<Record<string, BuiltinMaker>> {
  const page = pageOf(callService);
  // A run without output that never ends, because services are called on behalf of runs.
  const run = new Run(0, 1, { kind: "asked" }, { display() {}, progress() {} });
  const namespaces = namespacesOf(page, run);
  const datasets = {
    ...datasetsOf(page, run, [], () => "en"),
    cite: () => stub,
    list: refusedDatasets,
    describe: refusedDatasets,
  };
  const sql = sqlOf(page, run);
  const constant =
    (value: unknown): BuiltinMaker =>
    () =>
      value;
  return {
    ...Object.fromEntries(Object.entries(namespaces).map(([name, namespace]) => [name, constant(namespace)])),
    sample: (draw) => sampled.sampleOf(draw),
    display: (draw, _, isTarget) => (value: unknown) => {
      if (isTarget) draw.shown.push(value);
      return value;
    },
    sql: constant(sql),
    db: constant(databaseOf(page, run)),
    DuckDBClient: constant(duckdbClientOf(page, run, [], () => false)),
    datasets: constant(datasets),
    random: (_, cell) => chanceOf(chance, cell).random,
    Math: (_, cell) => (chance.reproducible ? chanceOf(chance, cell).Math : mathWithoutChance),
    Date: (_, cell) => (chance.reproducible ? chanceOf(chance, cell).Date : dateWithoutClock),
    ...Object.fromEntries(timerNames.map((name) => [name, constant(nameInDraw(name))])),
    view: constant(library.view),
    visibility: constant(() => Promise.resolve()),
    invalidation: constant(new Promise(() => {})),
    signal: constant(new AbortController().signal),
    trace: constant(() => stub),
    compute: constant(async (fn: (...inputs: unknown[]) => unknown, ...inputs: unknown[]) =>
      fn(...inputs, { progress() {} }),
    ),
    spread: constant(() => {
      throw new NotSampled("draws", texts.showsSpread());
    }),
    __import: constant((module: string) => {
      if (/^(?:npm:)?d3(?:@[^/]*)?$/.test(module)) return Promise.resolve(d3InDraws);
      throw new NotSampled("waits", texts.importsItself({ module }));
    }),
  };
}

function refusedDatasets(): never {
  throw new NotSampled("failed", texts.readsCatalogue());
}

function pageOf(callService: CallService): Pick<PageClient, "compute" | "query" | "dataset"> {
  return {
    compute: (_, tool, input) => callService({ kind: "tool", tool, input }),
    query: (_, sql, parameters) => callService({ kind: "query", sql, parameters }) as Promise<Uint8Array>,
    dataset: (_, dataset) => callService({ kind: "dataset", dataset }) as Promise<Uint8Array>,
  };
}

const mathWithoutChance = Object.create(Math, {
  random: {
    value: () => {
      throw new NotSampled("chance", texts.callsChance());
    },
  },
}) as typeof Math;

function refuseClock(): never {
  throw new NotSampled("chance", texts.readsClock());
}

const dateWithoutClock = new Proxy(Date, {
  construct: (date, fields) => (fields.length === 0 ? refuseClock() : Reflect.construct(date, fields)),
  apply: refuseClock,
  get: (date, name) => (name === "now" ? refuseClock : Reflect.get(date, name)),
});
