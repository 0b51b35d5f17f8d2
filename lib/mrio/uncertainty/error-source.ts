import { messages } from "../../message/message.ts";
import { UncertaintyError } from "../../uncertainty/uncertainty-error.ts";
import type { InputOutputTable } from "../table.ts";
import { type RelativeError, relativeSd } from "./relative-error.ts";

const texts = messages("mrio", {
  noErrorSources: {
    en: "The table needs at least one source of error; sources is empty.",
    zh: "投入产出表至少需要一个误差来源；sources 为空。",
  },
  errorSourceTwice: {
    en: 'There are two sources of error of the name "{name}".',
    zh: "有两个名为“{name}”的误差来源。",
  },
  sharedColumn: {
    en: '{field}.shared is "column", but the satellite account has one number a sector: use "row", "region", "sector" or "all".',
    zh: '{field}.shared 为 "column"，而卫星账户每个部门只有一个数：请用 "row"、"region"、"sector" 或 "all"。',
  },
});

/** The uncertain flows: intermediate deliveries, final demand, or the satellite account with households. */
export const uncertainParts = ["Z", "Y", "F"] as const;
export type UncertainPart = (typeof uncertainParts)[number];

/**
 * The flows that share one error. `cell`: none, each has its own. `row`: all sales of a sector. `column`: all purchases of
 * a sector or a category of final demand. `region`, `sector`: all rows of a region, or of a sector in every region. `all`: all.
 */
export const sharings = ["cell", "row", "column", "region", "sector", "all"] as const;
export type Sharing = (typeof sharings)[number];

/** One source of error: the affected flows, the flows that share it, its size and its distribution. */
export interface ErrorSource {
  readonly name: string;
  readonly part: UncertainPart;
  readonly shared: Sharing;
  readonly error: RelativeError;
  /** Distribution of the factor 1 + ε of a flow; its mean is 1 for both laws. */
  readonly law: "normal" | "lognormal";
}

/** A source with its error as a function of the flow's size. */
export interface CheckedSource extends ErrorSource {
  readonly sd: (size: number) => number;
}

/** Checks the sources. Throws UncertaintyError, which names the source and the field. */
export function checkedSources(sources: readonly ErrorSource[]): CheckedSource[] {
  if (sources.length === 0) throw new UncertaintyError("sources", texts.noErrorSources());
  return sources.map((source, at) => {
    const field = `sources[${at}]`;
    if (sources.findIndex(({ name }) => name === source.name) !== at)
      throw new UncertaintyError(`${field}.name`, texts.errorSourceTwice({ name: source.name }));
    if (source.part === "F" && source.shared === "column")
      throw new UncertaintyError(`${field}.shared`, texts.sharedColumn({ field }));
    return { ...source, sd: relativeSd(source.error, `${field}.error`) };
  });
}

/** The variable of every row (or column) of a part, and the names of the variables. */
export interface Grouping {
  readonly of: Int32Array;
  readonly names: readonly string[];
}

/** Rows 0 … n − 1 by what they share, followed by households by region for the satellite account. */
export function groupRows(table: InputOutputTable, shared: Sharing, withHouseholds: boolean): Grouping {
  const { regions, sectors } = table;
  const [R, N, n] = [regions.length, sectors.length, table.x.length];
  const households = withHouseholds ? R : 0;
  const of = new Int32Array(n + households);
  const fill = (row: (r: number, s: number) => number, household: (r: number) => number) => {
    for (let i = 0; i < n; i++) of[i] = row(Math.floor(i / N), i % N);
    for (let r = 0; r < households; r++) of[n + r] = household(r);
  };
  const home = regions.map((region) => `${region}.households`).slice(0, households);
  if (shared === "all") {
    return { of, names: ["all"] };
  }
  if (shared === "region") {
    fill(
      (r) => r,
      (r) => r,
    );
    return { of, names: regions };
  }
  if (shared === "sector") {
    fill(
      (_, s) => s,
      () => N,
    );
    return { of, names: withHouseholds ? [...sectors, "households"] : sectors };
  }
  fill(
    (r, s) => r * N + s,
    (r) => n + r,
  );
  return { of, names: [...regions.flatMap((region) => sectors.map((sector) => `${region}.${sector}`)), ...home] };
}
