import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { nationalIndicators } from "../../../lib/indicators/tools/national.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { panoramaLadder } from "../../../lib/panorama/tools/ladder.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { namespaces } from "../../../lib/tools.ts";
import {
  coverageOf,
  type IntervalName,
  LEAST_SHARE,
  mayBeCalled95,
} from "../../../lib/uncertainty/coverage/coverage.ts";
import { coverageOfColumn } from "../../../lib/uncertainty/coverage/declared-columns.ts";
import { testedCoverage } from "../../../lib/uncertainty/coverage/tested-coverage.ts";
import { coverageModule, coverageText } from "../../coverage/coverage-module.ts";
import { coverageTable } from "../../coverage/coverage-table.ts";
import { testedIntervals } from "../../coverage/intervals.ts";
import { read } from "../../coverage/shipped.ts";
import { untested } from "../../coverage/untested.ts";
import { catalogue } from "../datasets/shipped.ts";

const intervals = await testedIntervals();
const known = new Set([...intervals, ...untested].flatMap(({ shownBy }) => shownBy));

const plain = (text: string) => text.replaceAll(/[\u00a0\u2009\u202f]/g, " ");

describe("the coverage of intervals that ship", () => {
  test("is what `npm run coverage` counts on the datasets as they ship", () => {
    // The formatter breaks lines of its own.
    const bare = (text: string) => text.replaceAll(/\s+|,(?=\s*[\])}])/g, "");
    expect(bare(readFileSync(coverageModule, "utf8"))).toBe(bare(coverageText(intervals)));
  });

  test("is what BENCHMARKS.md shows", () => {
    const shown = readFileSync(join(import.meta.dirname, "../../../BENCHMARKS.md"), "utf8");
    expect(plain(shown)).toContain(plain(coverageTable(intervals)));
  });

  test("counts something in every test", () => {
    for (const { name, tests } of intervals) {
      expect(tests.length, name).toBeGreaterThan(0);
      for (const { inside, of } of tests) expect(inside >= 0 && inside <= of, name).toBe(true);
    }
  });

  test("lets nothing be called 95 % that holds fewer published figures than 85 %, alone or with others", () => {
    const names = Object.keys(testedCoverage) as IntervalName[];
    for (const name of names) {
      const shares = testedCoverage[name].map(({ inside, of }) => inside / of);
      const isEnough = shares.every((share) => share >= LEAST_SHARE);
      expect(mayBeCalled95([name]), name).toBe(isEnough);
      expect(coverageOf(["fossil CO2 of the world", name])!.share).toBeLessThanOrEqual(Math.min(...shares));
    }
    expect(mayBeCalled95(["fossil CO2 of a country", "fossil CO2 of the world"])).toBe(false);
    expect(mayBeCalled95([])).toBe(true);
    expect(coverageOf([])).toBeNull();
  });

  test("is counted for every dataset that declares an uncertainty, or it is said why not", () => {
    const declared = (catalogue.datasets as readonly { name: string; uncertainty?: unknown }[])
      .filter(({ uncertainty }) => uncertainty !== undefined)
      .map(({ name }) => name);
    expect(declared.length).toBeGreaterThan(5);
    expect(declared.filter((name) => !known.has(name))).toEqual([]);
  });

  test("stands beside every column that declares an uncertainty, or it is said why not", () => {
    const without = new Set(untested.flatMap(({ shownBy }) => shownBy));
    const entries = catalogue.datasets as readonly { name: string; uncertainty?: readonly { column: string }[] }[];
    const bare = entries.flatMap(({ name, uncertainty = [] }) =>
      uncertainty.flatMap(({ column }) =>
        coverageOfColumn(name, column) === null && !without.has(name) ? [`${name}.${column}`] : [],
      ),
    );
    expect(bare).toEqual([]);
    expect(coverageOfColumn("carbon_budget_countries", "production_mtco2")!.share).toBeLessThan(LEAST_SHARE);
  });

  test("is counted for every tool whose result has bounds, or it is said why not", () => {
    const bounded = Object.values(namespaces)
      .flatMap((tools) => Object.values(tools))
      .filter(({ output }) => hasBounds(z.toJSONSchema(output, { unrepresentable: "any" })))
      .map(({ name }) => name);
    expect(bounded.length).toBeGreaterThan(30);
    expect(bounded.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe("what tools call their bounds", () => {
  const isClaimed = ({ bounds }: { readonly bounds: string }) => bounds.includes("95 %");

  test("is a range for every country of the ladder whose laws hold too few figures, and 95 % for the world", async () => {
    const input = { regions: "all", year: 2022, metric: "AR6.GWP100", uncertainty: { draws: 64 } } as const;
    const [countries, world] = await Promise.all([
      callTool(panoramaLadder, input as never, uninterrupted, read),
      callTool(panoramaLadder, { ...input, regions: ["WORLD"] } as never, uninterrupted, read),
    ]);
    const steps = [...countries.rows, ...countries.adjustments, ...world.rows, ...world.adjustments];
    for (const { region, bounds, coverage } of steps)
      if (coverage !== null) expect(isClaimed({ bounds }), region).toBe(coverage.share >= LEAST_SHARE);
    expect(countries.rows.filter(isClaimed).every(({ step }) => step.startsWith("net transfer "))).toBe(true);
    expect(world.rows.find(({ step }) => step === "panorama")!.bounds).toContain("95 %");
  });

  test("is a range for every country of the indicators", async () => {
    for (const account of ["production", "consumption", "all gases"] as const) {
      const input = { region: ["CHN", "DEU", "WORLD"], year: 2019, account };
      const { rows } = await callTool(nationalIndicators, input as never, uninterrupted, read);
      const bounded = rows.filter(({ coverage }) => coverage !== null);
      expect(bounded.length).toBeGreaterThan(3);
      for (const row of bounded) expect(isClaimed(row), row.region).toBe(row.coverage!.share >= LEAST_SHARE);
    }
  });
});

/** Whether a schema has lo and hi, or a field that is described as one of 95 %. */
function hasBounds(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  const { properties } = schema as { properties?: Record<string, { description?: string }> };
  if (properties && "lo" in properties && "hi" in properties) return true;
  if (Object.values(properties ?? {}).some((property) => property.description?.includes("95 %"))) return true;
  return Object.values(schema).some(hasBounds);
}
