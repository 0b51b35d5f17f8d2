import { describe, expect, test } from "vitest";
import { callTool } from "../../../../lib/tool/call.ts";
import { findTool } from "../../../../lib/tools.ts";
import { expectClose } from "../../../reference/mrio/close.ts";
import { expected, smallInput } from "../../../reference/mrio/small.ts";

const TOLERANCE = 1e-9;

/** Calls the tool and holds what it gives against its own output schema, with no field beside those declared. */
async function call<T>(name: string, input: unknown): Promise<T> {
  const tool = findTool(name);
  if (!tool) throw new Error(`no tool ${name}`);
  const output = await callTool(tool, input);
  const declared = tool.output.parse(output) as Record<string, unknown>;
  expect(Object.keys(output as object).sort()).toEqual(Object.keys(declared).sort());
  // What leaves as JSON comes back the same: no NaN, no typed array.
  expect(JSON.parse(JSON.stringify(output))).toEqual(output);
  return output as T;
}

describe("the tools of the consumption end, on the small table", () => {
  test("consumption.accounts hands the units on, and asks for one per stressor", async () => {
    const units = { money: "M€", stressors: ["kt", "TJ"] };
    expect((await call<{ units: object }>("consumption.accounts", { ...smallInput, units })).units).toEqual(units);
    const short = { ...smallInput, units: { stressors: ["kt"] } };
    await expect(call("consumption.accounts", short)).rejects.toThrow(
      "units.stressors has 1 entries, but there are 2 stressors.",
    );
  });

  test("consumption.sectorAccounts gives sectors, categories and heads", async () => {
    const output = await call<Record<string, number[][]>>("consumption.sectorAccounts", {
      ...smallInput,
      population: [10, 20],
    });
    for (const field of ["D_pba", "D_cba", "D_imp", "D_exp"] as const)
      expectClose(output[field]!, expected[field], TOLERANCE);
    expectClose(output.byCategory!, expected.D_cba_reg, TOLERANCE);
    expectClose(
      output.D_cba_cap!,
      expected.D_cba_reg.map(([a, b]) => [a! / 10, b! / 20]),
      TOLERANCE,
    );
  });

  test("consumption.eebt sets EEBT beside MRIO", async () => {
    const output = await call<Record<string, number[][][]>>("consumption.eebt", smallInput);
    expectClose(output.eebt!, expected.embodied_eebt_origin_by_destination, TOLERANCE);
    expectClose(output.mrio!, expected.embodied_origin_by_consumer_mrio, TOLERANCE);
  });

  test("consumption.downstream gives Ghosh's side", async () => {
    const output = await call<Record<string, number[][]>>("consumption.downstream", { ...smallInput, inverse: true });
    expectClose(output.M_down!, expected.M_down, TOLERANCE);
    expectClose(output.G!, expected.G, TOLERANCE);
    expectClose(output.income!, expected.income_based, TOLERANCE);
    expect((await call<object>("consumption.downstream", smallInput)) as { G?: unknown }).not.toHaveProperty("G");
  });

  test("consumption.responsibility gives every view of the same emissions", async () => {
    const { FY: _, ...input } = smallInput;
    const output = await call<Record<string, number[][]>>("consumption.responsibility", input);
    const { responsibility } = expected;
    expectClose(output.production![0]!, responsibility.production, TOLERANCE);
    expectClose(output.shared![0]!, responsibility.shared_50_50, TOLERANCE);
    expectClose(output.income![0]!, responsibility.income_based, TOLERANCE);
    expectClose(output.netTransfer![0]!, responsibility.net_transfer, TOLERANCE);
    expectClose(output.bilateralBalance![0]!, responsibility.bilateral_net, TOLERANCE);
    await expect(call("consumption.responsibility", { ...input, producerShare: 2 })).rejects.toThrow(
      /^consumption\.responsibility: producerShare is 2; expected a number ≤ 1\.$/,
    );
  });

  test("consumption.paths names its paths", async () => {
    const output = await call<{ paths: { path: string[]; value: number }[]; complete: boolean }>("consumption.paths", {
      ...smallInput,
      product: "reg1.sector1",
      stressor: "ext_type_1",
      count: 15,
    });
    expect(output.complete).toBe(true);
    expect(output.paths.map(({ path }) => path)).toEqual(expected.spa.top_paths.map(({ path }) => path));
    await expect(call("consumption.paths", { ...smallInput, product: "reg1.sector9" })).rejects.toThrow(
      'product is "reg1.sector9", which is not a row of the table (region.sector).',
    );
    await expect(call("consumption.paths", smallInput)).rejects.toThrow("something must be bought");
  });

  test("consumption.traceUpstream and traceDownstream meet the multipliers and the flows", async () => {
    const up = await call<{ origins: number[][] }>("consumption.traceUpstream", {
      ...smallInput,
      product: 4,
      amount: 10,
    });
    expect(up.origins[0]!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(10 * expected.M[0]![4]!, 10);
    const all = await call<{ origins: number[][] }>("consumption.traceUpstream", { ...smallInput, consumer: "reg2" });
    const flows = expected.embodied_origin_by_consumer_mrio[0]!;
    expect(all.origins[0]!.slice(0, 3).reduce((sum, value) => sum + value, 0)).toBeCloseTo(flows[0]![1]!, 10);
    const down = await Promise.all(
      ["reg1.sector1", "reg1.sector2", "reg1.sector3"].map((emitter) =>
        call<{ consumers: number[] }>("consumption.traceDownstream", { ...smallInput, emitter }),
      ),
    );
    expectClose(
      [0, 1].map((c) => down.reduce((sum, { consumers }) => sum + consumers[c]!, 0)),
      flows[0]!,
      TOLERANCE,
    );
  });

  test("consumption.structuralDecomposition explains a halved intensity by intensity", async () => {
    const after = { ...smallInput, F: smallInput.F.map((row) => row.map((value) => value / 2)) };
    const output = await call<{
      factors: string[];
      effects: number[][][];
      change: number[][];
      largestResidual: number;
    }>("consumption.structuralDecomposition", { before: smallInput, after });
    expect(output.factors[0]).toBe("intensity");
    expectClose(output.effects[0]!, output.change, TOLERANCE);
    expect(output.largestResidual).toBeLessThan(1e-12);
    await expect(
      call("consumption.structuralDecomposition", { before: { ...smallInput, Z: [[1]] }, after }),
    ).rejects.toThrow("Z is 1 × 1");
  });

  test("consumption.lmdi names the factor that does not fit", async () => {
    const output = await call<{ additive: number[] }>("consumption.lmdi", {
      factors: ["a", "b"],
      before: [[2], [3]],
      after: [[4], [3]],
    });
    expectClose(output.additive, [6, 0], TOLERANCE);
    // From nothing there is no ratio.
    const grown = await call<{ ratio: null; multiplicative: null }>("consumption.lmdi", {
      factors: ["a"],
      before: [[0]],
      after: [[4]],
    });
    expect([grown.ratio, grown.multiplicative]).toEqual([null, null]);
    await expect(call("consumption.lmdi", { factors: ["a"], before: [[1]], after: [[-1]] })).rejects.toThrow(
      "after[0] (a) contains a negative value",
    );
    await expect(call("consumption.lmdi", { factors: ["a"], before: [[1]], after: [[1, 2]] })).rejects.toThrow(
      "after[0] has 2 values",
    );
  });

  test("consumption.extraction and consumption.linkages", async () => {
    const output = await call<{ loss: number[] }>("consumption.extraction", { ...smallInput, rows: ["reg2.sector2"] });
    expectClose(output.loss, expected.hypothetical_extraction_reg2_sector2.loss, TOLERANCE);
    const { backward, forward } = await call<Record<string, number[]>>("consumption.linkages", smallInput);
    expectClose(
      backward!,
      [0, 1, 2, 3, 4, 5].map((j) => expected.L.reduce((sum, row) => sum + row[j]!, 0)),
      TOLERANCE,
    );
    expectClose(
      forward!,
      expected.G.map((row) => row.reduce((sum, value) => sum + value, 0)),
      TOLERANCE,
    );
  });

  test("consumption.whatIf gives both sides of an edit", async () => {
    type Side = { D_cba: number[][]; D_pba: number[][] };
    const output = await call<{ before: Side; after: Side; rank: number }>("consumption.whatIf", {
      ...smallInput,
      edits: [
        {
          kind: "intensity",
          rows: ["reg1.sector1", "reg1.sector2", "reg1.sector3"],
          stressor: "ext_type_1",
          factor: 0,
        },
        { kind: "demand", consumers: ["reg2"], factor: 1 },
      ],
    });
    expectClose(output.before.D_cba, expected.D_cba_reg, TOLERANCE);
    const flows = expected.embodied_origin_by_consumer_mrio[0]!;
    // What region 1 emitted for each consumer is gone, the rest stays.
    expectClose(
      output.after.D_cba[0]!,
      [0, 1].map((c) => expected.D_cba_reg[0]![c]! - flows[0]![c]!),
      TOLERANCE,
    );
    expectClose(output.after.D_cba[1]!, expected.D_cba_reg[1]!, TOLERANCE);
    expect(output.rank).toBe(0);
    const edits = [{ kind: "demand", consumers: ["reg9"], factor: 1 }];
    await expect(call("consumption.whatIf", { ...smallInput, edits })).rejects.toThrow(
      'edits[0].consumers[0] is "reg9"',
    );
  });

  test("consumption.aggregate, split and priceYear give tables that the tools take again", async () => {
    const coarse = await call<typeof smallInput>("consumption.aggregate", {
      ...smallInput,
      sectorGroups: { sector2: "rest", sector3: "rest" },
    });
    expect(coarse.sectors).toEqual(["sector1", "rest"]);
    const split = await call<typeof smallInput>("consumption.split", {
      ...smallInput,
      sector: "sector1",
      parts: [
        { name: "a", sales: 0.5 },
        { name: "b", sales: 0.5 },
      ],
    });
    const deflated = await call<typeof smallInput>("consumption.priceYear", { ...smallInput, index: [2, 2] });
    for (const table of [coarse, split, deflated]) {
      const { D_pba } = await call<{ D_pba: number[][] }>("consumption.accounts", table);
      expectClose(D_pba, expected.D_pba_reg, TOLERANCE);
    }
  });

  test("consumption.balance and consumption.nowcast meet their totals", async () => {
    const balanced = await call<{ matrix: number[][]; converged: boolean }>("consumption.balance", {
      matrix: [
        [1, 2],
        [3, 4],
      ],
      rowSums: [6, 14],
      columnSums: [8, 12],
    });
    expect(balanced.converged).toBe(true);
    expectClose(
      balanced.matrix.map(([a, b]) => a! + b!),
      [6, 14],
      1e-7,
    );
    await expect(call("consumption.balance", { matrix: [[1]], rowSums: [1], columnSums: [2] })).rejects.toThrow(
      "no matrix has both",
    );
    const x = expected.x.map((output) => output * 1.1);
    const later = await call<{
      provenance: string;
      error: Record<string, number>;
      table: typeof smallInput;
      demandScale: number;
    }>("consumption.nowcast", { ...smallInput, baseYear: 2011, targetYear: 2012, known: { x }, actual: smallInput });
    expect(later.provenance).toBe("modelled");
    expect(later.demandScale).toBeCloseTo(1, 10);
    // All grew by a tenth: so did each cell.
    for (const error of Object.values(later.error)) expect(error).toBeCloseTo(0.1, 6);
  });

  test("consumption.checkTable lists what is odd", async () => {
    const previous = { ...smallInput, F: smallInput.F.map((row) => row.map((value) => value / 5)) };
    const checks = await call<{ columnsAboveOne: { label: string }[]; jumps: unknown[]; notes: string[] }>(
      "consumption.checkTable",
      { ...smallInput, previous },
    );
    expect(checks.columnsAboveOne.map(({ label }) => label)).toEqual(["reg1.sector2"]);
    expect(checks.jumps).toHaveLength(12);
    expect(checks.notes[0]).toContain("reg1.sector2");
  });
});
