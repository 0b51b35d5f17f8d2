import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import { messageOut } from "../tool/outcome.ts";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn } from "../tool/unit.ts";
import { type AccountRow, boundsOfSum, type Category, PanoramaError } from "./account.ts";
import { accountName } from "./account-name.ts";
import { SharedSentences } from "./shared-sentences.ts";

const texts = messages("panorama", {
  identityOfResidence: {
    en: "territorial + resident transport + unexplained = residence",
    zh: "属地 + 常住单位运输 + 未解释 = 常住单位",
  },
  identityOfTransfer: {
    en: "{level} + net transfer = consumption",
    zh: "{level} + 净转移 = 消费端",
  },
  identityOfTrade: {
    en: "{level} + imports − exports = consumption",
    zh: "{level} + 进口 − 出口 = 消费端",
  },
  identityOfLand: { en: "consumption + land = panorama", zh: "消费端 + 土地 = 全景" },
  identityOfAll: {
    en: "territorial + every change = panorama, avoided emissions in none",
    zh: "属地 + 各步变化 = 全景，避免排放不计入",
  },
  movedByTrade: { en: "{level} and CO2 embodied in trade", zh: "{level}与贸易转移的 CO2" },
  gasesMovedByTrade: { en: "{level} and the gases embodied in trade", zh: "{level}与贸易转移的各气体" },
  withLand: {
    en: "consumption and the land within the boundary; ranges of sources added end to end; avoided emissions are listed separately",
    zh: "消费端加边界内的土地；来源范围首尾相加；避免排放单列",
  },
  gasesAdded: { en: "the gases added, each by its own method", zh: "各气体之和，各按其方法" },
  gasesAddedInPart: {
    en: "the gases added, each by its own method; lo and hi by {gases} alone",
    zh: "各气体之和，各按其方法；lo 与 hi 只含 {gases}",
  },

  twoMetrics: {
    en: "Rows by {found} and by {metric} cannot be added: apply one metric to the masses of the gases.",
    zh: "按 {found} 与按 {metric} 折算的行不能相加：请对各气体质量采用同一度量。",
  },
});

/** A step of the ladder: a level, or a change to the next level. */
export interface Rung extends AccountRow {
  readonly kind: "level" | "change";
  readonly step: string;
  /** Start and end of the change; for a level 0 and its value. */
  readonly from: number;
  readonly to: number;
}

/** An identity with its gap, and whether the gap is rounding. */
export const checkShape = z.object({
  region: z.string(),
  year: z.number(),
  identity: messageOut,
  /** Mt. */
  gap: numberIn({ unitIn: "rows.unit" }),
  holds: z.boolean(),
});
export type Check = ResultOf<typeof checkShape>;

export interface Ladder {
  readonly region: string;
  readonly year: number;
  readonly rungs: readonly Rung[];
  /** Avoided emissions and the income principle: shown next to the ladder and in none of its sums. */
  readonly beside: readonly AccountRow[];
  readonly checks: readonly Check[];
}

const sentences = new SharedSentences();

/** Rounding of published totals, Mt. */
const ROUNDING = 1e-6;

const land: readonly Category[] = ["land-use change", "managed land, indirect", "land sink", "ocean sink"];

/**
 * The ladder of one region and year from its rows: territorial → residence → + imports − exports = consumption → + land →
 * panorama.
 * A level exists if all steps to it exist: without consumption there is no panorama. Avoided emissions never enter.
 *
 * @param rows of that region and year, each account once. Throws PanoramaError if rows have two metrics.
 * @param needed categories of land: if one is missing, the ladder ends with consumption.
 */
export function ladder(
  region: string,
  year: number,
  rows: readonly AccountRow[],
  needed: readonly Category[] = [],
): Ladder {
  const territorial = rows.filter(({ principle }) => principle === "territorial");
  const beside = rows.filter(isBeside);
  if (territorial.length === 0) return { region, year, rungs: [], beside, checks: [] };
  const builder = new LadderBuilder(region, year, rows, metricOf(rows));
  builder.territory(territorial);
  builder.residence();
  const level = builder.consumption(territorial);
  if (level && needed.every((category) => rows.some((row) => row.category === category))) builder.land(level);
  return { region, year, rungs: builder.rungs, beside, checks: builder.checks };
}

type Level = Pick<AccountRow, "gas" | "value" | "unit" | "metric" | "lo" | "hi" | "bounds" | "source" | "method">;

/** Builds one ladder: a running total and the steps so far. Call the methods in the order of the levels. */
class LadderBuilder {
  readonly rungs: Rung[] = [];
  readonly checks: Check[] = [];
  readonly #region: string;
  readonly #year: number;
  readonly #rows: readonly AccountRow[];
  readonly #metric: string;
  #total = 0;
  #gas = "CO2";

  constructor(region: string, year: number, rows: readonly AccountRow[], metric: string) {
    this.#region = region;
    this.#year = year;
    this.#rows = rows;
    this.#metric = metric;
  }

  territory(rows: readonly AccountRow[]): void {
    const [only] = rows;
    this.#gas = only!.gas;
    for (let at = 1; at < rows.length; at++) this.#gas += ` + ${rows[at]!.gas}`;
    this.#level("territorial", "territorial", rows.length === 1 ? only! : this.#sum(rows));
  }

  residence(): void {
    const residence = this.#find("residence", "total");
    if (!residence) return;
    for (const category of ["resident transport", "unexplained"] as const) {
      const row = this.#find("residence", category);
      if (row) this.#change(row);
    }
    this.#check(texts.identityOfResidence(), this.#total - residence.value);
    this.#level("residence", "residence", residence);
  }

  /** The level, if trade is known. */
  consumption(territorial: readonly AccountRow[]): Rung | null {
    const base = this.rungs.at(-1)!;
    const imports = this.#find("consumption", "imports");
    const exports = this.#find("consumption", "exports");
    const net = this.#find("consumption", "net transfer");
    if (imports && exports) {
      this.#change(imports);
      this.#change(exports, -1);
    } else if (net) this.#change(net);
    else return null;
    // What trade moves of the other gases, each a step of its own.
    const alsoMoved = this.#rows.filter(
      (row) => row.principle === "consumption" && row.category === "net transfer" && row !== net,
    );
    for (const row of alsoMoved) this.#change(row, 1, `${row.category} ${row.gas}`);
    const published = this.#find("consumption", "total");
    // With other gases the published total is only CO2, while the ladder includes all of them.
    const carbon = territorial.find(({ gas }) => gas === "CO2");
    const movedOthers = alsoMoved.reduce((sum, row) => sum + row.value, 0);
    const others = (territorial.length > 1 ? base.value - (carbon?.value ?? 0) : 0) + movedOthers;
    const level = accountName(base.principle);
    const key = imports && exports ? "identityOfTrade" : "identityOfTransfer";
    const identity = sentences.of(key, [base.principle], () => texts[key]({ level }));
    if (published) this.#check(identity, this.#total - published.value - others);
    const moved = published ?? net ?? imports!;
    const value = this.#total;
    const way = alsoMoved.length > 0 ? "gasesMovedByTrade" : "movedByTrade";
    return this.#level("consumption", "consumption", {
      ...this.#unit(),
      gas: this.#gas,
      value,
      ...boundsOfSum(value, [moved, ...alsoMoved]),
      source: sourcesOf([base, moved, ...alsoMoved]),
      method: territorial.length > 1 ? sentences.of(way, [base.principle], () => texts[way]({ level })) : moved.method,
    });
  }

  land(consumption: Rung): void {
    const lands = land.flatMap((category) => this.#find("natural", category) ?? []);
    if (lands.length === 0) return;
    for (const row of lands) this.#change(row);
    // By the managed-land proxy both rows depend on one model and add up to the reported flux, so their ranges cancel.
    const ranged = lands.some(({ category }) => category === "managed land, indirect") ? [] : lands;
    const value = this.#total;
    let sum = consumption.value;
    for (const row of lands) sum += row.value;
    this.#check(texts.identityOfLand(), value - sum);
    this.#level("panorama", "natural", {
      ...this.#unit(),
      gas: this.#gas,
      value,
      ...boundsOfSum(value, [consumption, ...ranged]),
      source: sourcesOf([consumption, ...lands]),
      method: texts.withLand(),
    });
    let all = this.rungs[0]!.value;
    for (const { kind, from, to } of this.rungs) if (kind === "change") all += to - from;
    this.#check(texts.identityOfAll(), all - value);
  }

  #find(principle: AccountRow["principle"], category: Category): AccountRow | undefined {
    return this.#rows.find((row) => row.principle === principle && row.category === category);
  }

  #unit(): { unit: string; metric: string } {
    return { unit: this.#metric === "" ? "Mt CO2" : "Mt CO2e", metric: this.#metric };
  }

  #check(identity: Message, gap: number): void {
    const holds = Math.abs(gap) <= ROUNDING + 1e-9 * Math.abs(this.#total);
    this.checks.push({ region: this.#region, year: this.#year, identity, gap, holds });
  }

  #level(
    step: string,
    principle: AccountRow["principle"],
    { gas, value, unit, metric, lo, hi, bounds, source, method }: Level,
  ): Rung {
    const [region, year] = [this.#region, this.#year];
    const rung: Rung = {
      region,
      year,
      category: "total",
      gas,
      principle,
      value,
      unit,
      metric,
      lo,
      hi,
      bounds,
      source,
      method,
      kind: "level",
      step,
      from: 0,
      to: value,
    };
    this.rungs.push(rung);
    this.#total = value;
    return rung;
  }

  #change(row: AccountRow, sign: 1 | -1 = 1, step: string = row.category): void {
    const from = this.#total;
    const to = from + sign * row.value;
    this.rungs.push({ ...row, kind: "change", step, from, to });
    this.#total = to;
  }

  /** The sum of gases; gases without bounds add nothing to the bounds and are named. */
  #sum(rows: readonly AccountRow[]): Level {
    let value = 0;
    for (const row of rows) value += row.value;
    const bounded = rows.filter(({ bounds }) => bounds !== "none").map(({ gas }) => gas);
    const method =
      bounded.length === 0 || bounded.length === rows.length
        ? texts.gasesAdded()
        : sentences.of("gasesAddedInPart", bounded, (gases) => texts.gasesAddedInPart({ gases }));
    return { ...this.#unit(), gas: this.#gas, value, ...boundsOfSum(value, rows), source: sourcesOf(rows), method };
  }
}

const isBeside = ({ principle }: AccountRow) => principle === "avoided" || principle === "income";

/** Every source once, cached: there are few combinations of sources and thousands of steps. */
function sourcesOf(rows: readonly AccountRow[]): string {
  let all = rows[0]!.source;
  for (let at = 1; at < rows.length; at++) if (rows[at]!.source !== all) all += `; ${rows[at]!.source}`;
  const known = combined.get(all) ?? [...new Set(all.split("; "))].join("; ");
  if (combined.size < MOST_COMBINATIONS) combined.set(all, known);
  return known;
}
const combined = new Map<string, string>();
const MOST_COMBINATIONS = 1000;

/** The one metric of all rows in the ladder; masses of CO2 are CO2e by every metric. */
function metricOf(rows: readonly AccountRow[]): string {
  let found = "";
  for (const row of rows) {
    if (row.metric === "" || row.metric === found || isBeside(row)) continue;
    if (found !== "") throw new PanoramaError("rows", texts.twoMetrics({ found, metric: row.metric }));
    found = row.metric;
  }
  return found;
}
