import { describe, expect, test } from "vitest";
import { accounts } from "../../lib/mrio/accounts.ts";
import { calcA } from "../../lib/mrio/coefficients.ts";
import { eebt } from "../../lib/mrio/eebt.ts";
import { extractSectors } from "../../lib/mrio/extraction.ts";
import { calcB, calcDownstream, calcG, incomeBased, sumSectors } from "../../lib/mrio/ghosh.ts";
import { productionLayers } from "../../lib/mrio/layers.ts";
import { lmdi } from "../../lib/mrio/lmdi.ts";
import { structuralPaths } from "../../lib/mrio/paths.ts";
import { calcBilateralBalance, calcNetTransfer, calcShared } from "../../lib/mrio/responsibility.ts";
import { sectorAccounts } from "../../lib/mrio/sectoral.ts";
import { calcValueAdded, labelOf } from "../../lib/mrio/table.ts";
import { toDense } from "../../lib/numeric/csr.ts";
import { dense, rowOf, toRows } from "../../lib/numeric/matrix.ts";
import { expectClose } from "./mrio/close.ts";
import ida from "./mrio/lmdi.json" with { type: "json" };
import { expected, smallTable } from "./mrio/small.ts";

// Expected numbers carry 16 digits and come from another LAPACK.
const TOLERANCE = 1e-10;

describe("the small table of pymrio", () => {
  const table = smallTable();

  test("gives the accounts by sector", async () => {
    const result = await sectorAccounts(table, await accounts(table));
    expectClose(toRows(result.D_pba), expected.D_pba, TOLERANCE);
    expectClose(toRows(result.D_cba), expected.D_cba, TOLERANCE);
    expectClose(toRows(result.D_imp), expected.D_imp, TOLERANCE);
    expectClose(toRows(result.D_exp), expected.D_exp, TOLERANCE);
  });

  test("gives Ghosh's B and G and the downstream multipliers", async () => {
    const B = calcB(table.Z, table.x);
    expectClose(toRows(toDense(B)), expected.B, TOLERANCE);
    expectClose(toRows(await calcG(B)), expected.G, TOLERANCE);
    expectClose(toRows((await calcDownstream(table)).M_down), expected.M_down, TOLERANCE);
  });

  test("gives value added and the income-based account, which adds up to production", async () => {
    expectClose(calcValueAdded(table.Z, table.x), expected.value_added, TOLERANCE);
    const income = await incomeBased(table);
    expectClose(toRows(income), expected.income_based, TOLERANCE);
    expectClose(rowOf(sumSectors(income, 3), 0), expected.responsibility.income_based, TOLERANCE);
  });

  test("gives EEBT, whose rows are production and whose cells are not those of the MRIO account", async () => {
    const flows = await eebt(table);
    expectClose(flows.map(toRows), expected.embodied_eebt_origin_by_destination, TOLERANCE);
    const mrio = expected.embodied_origin_by_consumer_mrio;
    flows.forEach((flow, k) => {
      for (let o = 0; o < 2; o++) {
        expect(flow.data[2 * o]! + flow.data[2 * o + 1]!).toBeCloseTo(mrio[k]![o]![0]! + mrio[k]![o]![1]!, 10);
      }
    });
    expect(Math.abs(flows[0]!.data[0]! - mrio[0]![0]![0]!)).toBeGreaterThan(10);
  });

  test("gives net transfers, bilateral balances and shared responsibility", async () => {
    const result = await accounts({ ...table, FY: dense(2, 2) });
    const { responsibility } = expected;
    expectClose(rowOf(result.D_pba, 0), responsibility.production, TOLERANCE);
    expectClose(rowOf(result.D_cba, 0), responsibility.consumption, TOLERANCE);
    expectClose(rowOf(calcShared(result.D_pba, result.D_cba, 0.5), 0), responsibility.shared_50_50, TOLERANCE);
    expectClose(rowOf(calcNetTransfer(result), 0), responsibility.net_transfer, TOLERANCE);
    expectClose(toRows(calcBilateralBalance(result.flows[0]!)), responsibility.bilateral_net, TOLERANCE);
  });

  test("gives the structural paths and layers of reg1.sector1", async () => {
    const { S, M } = await accounts(table);
    const A = calcA(table.Z, table.x);
    const y = new Float64Array(6);
    y[0] = 1;
    const { top_paths, total, layer_contributions_0_to_6 } = expected.spa;
    const found = await structuralPaths(A, rowOf(S, 0), rowOf(M, 0), y, { count: 15, maxLayer: 12 });
    expect(found.complete).toBe(true);
    expect(found.paths.map(({ path }) => path.map((i) => labelOf(table, i)))).toEqual(
      top_paths.map(({ path }) => path),
    );
    expectClose(
      found.paths.map(({ value }) => value),
      top_paths.map(({ value }) => value),
      TOLERANCE,
    );
    expect(found.total).toBeCloseTo(total, 12);
    expectClose(
      found.layers.slice(0, 7).map((layer) => layer.total),
      layer_contributions_0_to_6,
      TOLERANCE,
    );

    const layers = await productionLayers(A, S, M, dense(6, 1, y), 6);
    expectClose(
      layers.layers.map((layer) => layer.data[0]!),
      layer_contributions_0_to_6,
      TOLERANCE,
    );
    const sum = layer_contributions_0_to_6.reduce((whole, layer) => whole + layer, 0);
    expect(layers.remainder.data[0]).toBeCloseTo(total - sum, 12);
  });

  test("loses what the extraction of reg2.sector2 takes along", async () => {
    const { x, loss } = await extractSectors(table, [4]);
    expectClose(x, expected.hypothetical_extraction_reg2_sector2.x, TOLERANCE);
    expectClose(loss, expected.hypothetical_extraction_reg2_sector2.loss, TOLERANCE);
  });
});

test("LMDI splits a change in energy use into activity, structure and intensity", () => {
  const before = [[ida.Q0, ida.Q0, ida.Q0], ida.S0, ida.I0];
  const after = [[ida.Q1, ida.Q1, ida.Q1], ida.S1, ida.I1];
  const result = lmdi(["activity", "structure", "intensity"], before, after);
  const { expected: wanted } = ida;
  expectClose(result.additive, [wanted.activity, wanted.structure, wanted.intensity], TOLERANCE);
  expectClose(result.multiplicative, [wanted.mult.activity, wanted.mult.structure, wanted.mult.intensity], TOLERANCE);
  expect(result.change).toBeCloseTo(wanted.dE, 12);
  expect(result.ratio).toBeCloseTo(wanted.mult.total, 12);
  expect(Math.abs(result.residual)).toBeLessThan(1e-12);
});
