import { afterAll, describe, expect, it } from "vitest";
import { WorkerStopped } from "../../kernel/workers/worker-stopped.ts";
import { resourceOperation } from "../../lib/tool/resource-operation.ts";
import { openPool } from "./services.ts";

const pool = openPool();
afterAll(() => pool.stop());

interface Result {
  regions: string[];
  D_pba: number[][];
  D_cba: number[][];
  flows: number[][][];
  residual: number;
}

interface Made {
  $table: Record<string, unknown>;
  regions: string[];
  sectors: string[];
}

const whatIfFrame = resourceOperation("whatIf", "frame");
const world = { $table: { year: 2011, edits: [] as unknown[] } };

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

describe("The accounting library in its worker", () => {
  it("gives the world of 2011 as published", async () => {
    const { regions, D_pba, D_cba, flows, residual } = (await pool.call("consumption.accounts", world)) as Result;
    const change = (region: string) => {
      const r = regions.indexOf(region);
      return (D_cba[0]![r]! / D_pba[0]![r]! - 1) * 100;
    };
    // The published figures, to the digits in which they were published.
    expect(sum(D_pba[0]!) / 1000).toBeCloseTo(35013.4, 1);
    expect(sum(D_cba[0]!) / 1000).toBeCloseTo(35011.7, 1);
    expect(change("CHN")).toBeCloseTo(-16.74, 1);
    expect(change("USA")).toBeCloseTo(15.61, 1);
    expect(change("JPN")).toBeCloseTo(19.16, 1);
    expect(flows[0]![regions.indexOf("CHN")]![regions.indexOf("USA")]! / 1000).toBeCloseTo(499, 0);
    expect(residual).toBeLessThan(1e-9);
  });

  it("changes with the intensities what they enter, and nothing else", async () => {
    const edited = { $table: { year: 2011, edits: [{ region: "CHN", sector: "c17", factor: 0.5 }] } };
    const before = (await pool.call("consumption.accounts", world)) as Result;
    const after = (await pool.call("consumption.accounts", edited)) as Result;
    const china = before.regions.indexOf("CHN");
    const japan = before.regions.indexOf("JPN");
    expect(after.D_pba[0]![china]!).toBeLessThan(before.D_pba[0]![china]! * 0.85);
    expect(after.D_pba[0]![japan]!).toBe(before.D_pba[0]![japan]!);
    expect(after.D_cba[0]![japan]!).toBeLessThan(before.D_cba[0]![japan]!);
  });

  it.each([
    [2000, -13.8],
    [2005, -22.6],
    [2007, -24.6],
    [2009, -16.7],
    [2011, -16.7],
  ])("moves China's emissions of %i by %s percent, counted by who consumes", async (year, published) => {
    const { regions, D_pba, D_cba } = (await pool.call("consumption.accounts", {
      $table: { year, edits: [] },
    })) as Result;
    const china = regions.indexOf("CHN");
    expect(Math.abs((D_cba[0]![china]! / D_pba[0]![china]! - 1) * 100 - published)).toBeLessThan(0.2);
  });

  it("has the table of seven regions, as its publisher's figures have it", async () => {
    const small = { $table: { year: 2011, regions: 7, edits: [] } };
    const { regions, D_pba, D_cba } = (await pool.call("consumption.accounts", small)) as Result;
    expect(regions).toEqual(["EUZ", "NEU", "NAFTA", "CHN", "EAS", "BRIIAT", "ROW"]);
    expect(D_pba[0]![3]! / 1000).toBeCloseTo(9793.968, 2);
    expect(D_cba[0]![3]! / 1000).toBeCloseTo(8141.079, 2);
  });

  const chinese = { product: "CHN.c17", consumer: "USA" };
  it.each([
    ["sectorAccounts", {}],
    ["eebt", {}],
    ["downstream", {}],
    ["responsibility", {}],
    ["paths", { consumer: "USA", count: 50 }],
    ["layers", { consumer: "USA" }],
    ["traceUpstream", chinese],
    ["traceDownstream", { emitter: "CHN.c17" }],
    ["linkages", {}],
    ["extraction", { rows: ["CHN.c17"] }],
    ["multipliers", {}],
    ["checkTable", { previous: { $table: { year: 2010, edits: [] } } }],
    ["whatIf", { edits: [{ kind: "intensity", rows: ["CHN.c17"], factor: 0.5 }] }],
  ])("runs consumption.%s on a handle, with its labels", async (tool, options) => {
    const result = (await pool.call(`consumption.${tool}`, { ...world, ...options })) as Result;
    expect(result.regions).toHaveLength(41);
  });

  it("keeps a table that a tool makes, so that every tool takes it and nothing but labels travels", async () => {
    const regionGroups = { DEU: "EUR", FRA: "EUR", ITA: "EUR", ESP: "EUR" };
    const coarse = (await pool.call("consumption.aggregate", { ...world, regionGroups })) as Made;
    expect(coarse.regions).toHaveLength(38);
    expect(JSON.stringify(coarse).length).toBeLessThan(5_000);
    const made = { $table: coarse.$table };
    const [fine, rough] = [
      await pool.call("consumption.accounts", world),
      await pool.call("consumption.accounts", made),
    ];
    // Aggregating regions moves nothing between producers.
    expect(sum((rough as Result).D_pba[0]!) / sum((fine as Result).D_pba[0]!)).toBeCloseTo(1, 12);
    const parts = [
      { name: "coal power", sales: 0.6, emissions: [0.9] },
      { name: "other power", sales: 0.4, emissions: [0.1] },
    ];
    const split = (await pool.call("consumption.split", { ...made, sector: "c17", parts })) as Made;
    expect(split.sectors).toEqual(expect.arrayContaining(["coal power", "other power"]));
    const cheap = (await pool.call("consumption.priceYear", {
      $table: split.$table,
      index: new Array(38).fill(2),
    })) as Made;
    const edited = { $table: { ...cheap.$table, edits: [{ region: "EUR", sector: "coal power", factor: 0 }] } };
    const [before, after] = [
      (await pool.call("consumption.accounts", { $table: cheap.$table })) as Result,
      (await pool.call("consumption.accounts", edited)) as Result,
    ];
    const europe = before.regions.indexOf("EUR");
    expect(after.D_pba[0]![europe]!).toBeLessThan(before.D_pba[0]![europe]!);
    expect(after.D_pba[0]!.filter((value, r) => r !== europe && value !== before.D_pba[0]![r]!)).toEqual([]);
    const edits = [{ kind: "intensity", rows: ["EUR.coal power"], factor: 0 }];
    const question = { $whatIf: { table: cheap.$table, edits } };
    const frame = (await pool.call(whatIfFrame, { ...question, factors: [0] })) as Result;
    expect(frame.D_cba[0]![europe]! / after.D_cba[0]![europe]!).toBeCloseTo(1, 9);
    await expect(pool.call("consumption.aggregate", { ...world, regionGroups: { XXX: "EUR" } })).rejects.toThrow(
      'The concordance names "XXX"',
    );
  });

  it("decomposes the change between two handles without a residual", async () => {
    const before = { $table: { year: 2007, edits: [] } };
    const result = (await pool.call("consumption.structuralDecomposition", { before, after: world })) as Result & {
      effects: number[][][];
      change: number[][];
      largestResidual: number;
    };
    const china = result.regions.indexOf("CHN");
    const effects = sum(result.effects.map((effect) => effect[0]![china]!));
    expect(Math.abs(effects / result.change[0]![china]! - 1)).toBeLessThan(1e-9);
  });

  it("prepares a what-if once, and answers each move of a slider in a small part of what solving takes", async () => {
    const edits = [{ kind: "intensity", rows: ["CHN.c17"], factor: 0.5 }];
    const question = { $whatIf: { table: world.$table, edits } };
    const prepared = (await pool.call(resourceOperation("whatIf"), question)) as { before: Result; factors: number[] };
    expect(prepared.factors).toEqual([0.5]);
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const start = performance.now();
      await pool.call(whatIfFrame, { ...question, factors: [i / 20] });
      times.push(performance.now() - start);
    }
    const half = (await pool.call(whatIfFrame, { ...question, factors: [0.5] })) as Result;
    const start = performance.now();
    const edited = { $table: { year: 2011, edits: [{ region: "CHN", sector: "c17", factor: 0.5 }] } };
    const solved = (await pool.call("consumption.accounts", edited)) as Result;
    // The fastest of twenty: a machine that is busy with other things stalls any one of them.
    expect(Math.min(...times)).toBeLessThan((performance.now() - start) / 5);
    const japan = solved.regions.indexOf("JPN");
    expect(Math.abs(half.D_cba[0]![japan]! / solved.D_cba[0]![japan]! - 1)).toBeLessThan(1e-9);
  });

  it("keeps the class, the message and the field of an error", async () => {
    const wrong = { regions: ["A"], sectors: ["s"], Z: [["x"]], Y: [[1]], F: [[1]], stressors: ["CO2"] };
    await expect(pool.call("consumption.accounts", wrong)).rejects.toMatchObject({
      name: "ToolInputError",
      message: expect.stringContaining("Z[0][0]"),
    });
  });

  it("names the tool that was meant", async () => {
    await expect(pool.call("consumption.account", {})).rejects.toThrow("`consumption.accounts`");
  });

  it("names the years there are", async () => {
    await expect(pool.call("consumption.accounts", { $table: { year: 1850, edits: [] } })).rejects.toThrow("2011");
  });

  it("gives up a job when it is cancelled, and serves the next", async () => {
    const fresh = openPool();
    const controller = new AbortController();
    const job = fresh.call("consumption.accounts", world, {
      signal: controller.signal,
      progress: () => controller.abort(),
    });
    await expect(job).rejects.toMatchObject({ name: "AbortError" });
    expect(((await fresh.call("consumption.accounts", world)) as Result).regions).toHaveLength(41);
    fresh.stop();
  });

  it("fails the job under way when its worker is ended, and starts another with the next", async () => {
    const fresh = openPool();
    const job = fresh.call("consumption.accounts", world, { progress: () => fresh.stop() });
    await expect(job).rejects.toBeInstanceOf(WorkerStopped);
    expect(((await fresh.call("consumption.accounts", world)) as Result).regions).toHaveLength(41);
    fresh.stop();
  });
});
