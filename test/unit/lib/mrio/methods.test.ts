import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accounts } from "../../../../lib/mrio/accounts.ts";
import { calcA, calcS, sumByRegion } from "../../../../lib/mrio/coefficients.ts";
import { calcGrossExports, eebt } from "../../../../lib/mrio/eebt.ts";
import { extractSectors } from "../../../../lib/mrio/extraction.ts";
import { incomeBased, sumSectors } from "../../../../lib/mrio/ghosh.ts";
import { calcLinkages } from "../../../../lib/mrio/linkages.ts";
import { structuralPaths } from "../../../../lib/mrio/paths.ts";
import { calcBilateralBalance, calcNetTransfer, calcTechnologyAdjusted } from "../../../../lib/mrio/responsibility.ts";
import {
  calcConsumptionByCategory,
  calcFlowsByProducer,
  calcFlowsByProduct,
  calcPerCapita,
  multipliersByOrigin,
  sectorAccounts,
} from "../../../../lib/mrio/sectoral.ts";
import { sharedAlongChain } from "../../../../lib/mrio/shared-chain.ts";
import { splitSector } from "../../../../lib/mrio/split.ts";
import { inputOutputTable } from "../../../../lib/mrio/table.ts";
import { traceDownstream, traceUpstream } from "../../../../lib/mrio/trace.ts";
import { toDense } from "../../../../lib/numeric/csr.ts";
import { dense, denseFromRows, rowOf } from "../../../../lib/numeric/matrix.ts";
import { anyTable, randomTable } from "../tables.ts";

const runs = { numRuns: 40 };
const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);

/** Equal within rounding of sums of some thousand terms. */
function expectSame(a: number, b: number, scale = Math.max(Math.abs(a), Math.abs(b), 1)): void {
  expect(Math.abs(a - b) / scale).toBeLessThan(1e-11);
}

describe("accounts in finer detail add up to the coarser", () => {
  test("sectors to regions, categories to regions, flows by producer and by product to flows", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const result = await accounts(table);
        const R = table.regions.length;
        const N = table.sectors.length;
        const n = R * N;
        const sectors = await sectorAccounts(table, result);
        const household = sumByRegion(table.FY, table.yRegions, R);
        const byCategory = calcConsumptionByCategory(result.M, table.Y, table.FY);
        const Y = sumByRegion(table.Y, table.yRegions, R);
        const byProducer = calcFlowsByProducer(result.S, result.xByConsumer);
        const byProduct = calcFlowsByProduct((await multipliersByOrigin(table, result.S)).multipliers, Y, N);
        for (let k = 0; k < table.F.rows; k++) {
          for (let r = 0; r < R; r++) {
            const sum = (D: { data: Float64Array }) => total(D.data.subarray(k * n + r * N, k * n + (r + 1) * N));
            expectSame(sum(sectors.D_cba) + household.data[k * R + r]!, result.D_cba.data[k * R + r]!);
            expectSame(sum(sectors.D_pba) + household.data[k * R + r]!, result.D_pba.data[k * R + r]!);
            expectSame(sum(sectors.D_imp), result.D_imp.data[k * R + r]!);
            expectSame(sum(sectors.D_exp), result.D_exp.data[k * R + r]!);
            let categories = 0;
            table.yRegions.forEach((region, c) => {
              if (region === r) categories += byCategory.data[k * table.Y.columns + c]!;
            });
            expectSame(categories, result.D_cba.data[k * R + r]!);
            for (let c = 0; c < R; c++) {
              let producer = 0;
              let product = 0;
              for (let s = 0; s < N; s++) {
                producer += byProducer[k]!.data[(r * N + s) * R + c]!;
                product += byProduct[k]!.data[(r * N + s) * R + c]!;
              }
              expectSame(producer, result.flows[k]!.data[r * R + c]!);
              expectSame(product, result.flows[k]!.data[r * R + c]!);
            }
          }
        }
      }),
      runs,
    );
  });

  test("per head divides, and refuses a population that is not above zero", () => {
    expect(Array.from(calcPerCapita(denseFromRows([[10, 9]]), [5, 3]).data)).toEqual([2, 3]);
    expect(() => calcPerCapita(denseFromRows([[10, 9]]), [5, 0])).toThrow("population[1] is 0");
    expect(() => calcPerCapita(denseFromRows([[10, 9]]), [5])).toThrow("population has 1 entries");
  });
});

describe("EEBT", () => {
  test("accounts for all production, row by row, and exports all that is not used at home", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const flows = await eebt(table);
        const S = calcS(table.F, table.x);
        const R = table.regions.length;
        const n = table.x.length;
        flows.forEach((flow, k) => {
          for (let o = 0; o < R; o++) {
            let production = 0;
            for (let i = 0; i < n; i++) {
              if (Math.floor(i / table.sectors.length) === o) production += S.data[k * n + i]! * table.x[i]!;
            }
            expectSame(total(rowOf(flow, o)), production);
          }
        });
      }),
      runs,
    );
  });

  test("is the MRIO account where nothing is traded for further processing", async () => {
    const table = randomTable(5, 3, 4);
    const N = table.sectors.length;
    const Z = toDense(table.Z);
    Z.data.forEach((_, p) => {
      if (Math.floor(p / 12 / N) !== Math.floor((p % 12) / N)) Z.data[p] = 0;
    });
    const x = table.x.map((_, i) => total(rowOf(Z, i)) + total(rowOf(table.Y, i)));
    const autarkic = { ...table, Z, x };
    const [flow] = await eebt(autarkic);
    const mrio = (await accounts(autarkic)).flows[0]!;
    flow!.data.forEach((value, p) => {
      expectSame(value, mrio.data[p]!);
    });
  });

  test("counts final and intermediate exports", () => {
    const table = randomTable(8, 2, 2);
    const exports = calcGrossExports(table);
    const Z = toDense(table.Z).data;
    expectSame(exports.data[1]!, Z[2]! + Z[3]! + table.Y.data[1]!);
    expect(exports.data[0]).toBe(table.Y.data[0]);
  });
});

describe("who answers for emissions", () => {
  test("income-based emissions add up to production of sectors with output", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const income = sumSectors(await incomeBased(table), table.sectors.length);
        const S = calcS(table.F, table.x);
        for (let k = 0; k < S.rows; k++) {
          const produced = Array.from(rowOf(S, k), (s, i) => s * table.x[i]!);
          expectSame(total(rowOf(income, k)), total(produced));
        }
      }),
      runs,
    );
  });

  test("net transfers cancel in the world, bilateral balances are antisymmetric and add up to them", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const result = await accounts(table);
        const net = calcNetTransfer(result);
        const size = total(result.D_pba.data.map(Math.abs)) + 1;
        result.flows.forEach((flow, k) => {
          expect(Math.abs(total(rowOf(net, k))) / size).toBeLessThan(1e-12);
          const balance = calcBilateralBalance(flow);
          for (let r = 0; r < flow.rows; r++) {
            expectSame(total(rowOf(balance, r)), -net.data[k * flow.rows + r]!, size);
            for (let c = 0; c < r; c++) {
              // A sum of 0, for 0 and -0 are the same balance.
              expect(balance.data[r * flow.rows + c]! + balance.data[c * flow.rows + r]!).toBe(0);
            }
          }
        });
      }),
      runs,
    );
  });

  test("sharing along the chain gives out all emissions once, between producers and consumers", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const { producers, consumers } = await sharedAlongChain(table);
        const S = calcS(table.F, table.x);
        const produced = total(S.data.map((s, p) => s * table.x[p % table.x.length]!));
        const scale = produced + total(producers.data.map(Math.abs)) + total(consumers.data.map(Math.abs)) + 1;
        expectSame(total(producers.data) + total(consumers.data), produced + total(table.FY.data), scale);
      }),
      runs,
    );
  });

  test("sharing along the chain gives out the same sum when a sector is split, and treats parts that are alike alike", async () => {
    const table = randomTable(29, 2, 3);
    const [whole, parts] = await Promise.all(
      [
        table,
        splitSector(table, "s1", [
          { name: "a", sales: 0.5 },
          { name: "b", sales: 0.5 },
        ]),
      ].map((variant) => sharedAlongChain(variant)),
    );
    expect(parts!.passedOn[1]).toBe(parts!.passedOn[2]);
    expectSame(
      total(parts!.producers.data) + total(parts!.consumers.data),
      total(whole!.producers.data) + total(whole!.consumers.data),
    );
  });

  test("a sector that adds no value passes all on, and one that buys nothing keeps all", async () => {
    // Farm makes 10 from nothing and sells 10 to the mill, which adds nothing and sells 10 to consumers.
    const table = inputOutputTable({
      regions: ["A"],
      sectors: ["farm", "mill"],
      Z: denseFromRows([
        [0, 10],
        [0, 0],
      ]),
      Y: denseFromRows([[0], [10]]),
      F: denseFromRows([[6, 2]]),
      stressors: ["CO2"],
    });
    const { passedOn, producers, consumers } = await sharedAlongChain(table);
    expect(Array.from(passedOn)).toEqual([0, 1]);
    expect(producers.data[0]).toBeCloseTo(6, 12);
    expect(consumers.data[0]).toBeCloseTo(2, 12);
  });

  test("technology-adjusted consumption adds up to consumption, and is consumption where intensities are equal", async () => {
    const table = randomTable(21, 3, 4);
    const result = await accounts(table);
    const adjusted = calcTechnologyAdjusted(result, 4);
    expectSame(total(adjusted.data), total(result.D_cba.data));
    expect(Math.max(...adjusted.data.map((value, p) => Math.abs(value - result.D_cba.data[p]!)))).toBeGreaterThan(1);
    const F = dense(
      1,
      12,
      table.x.map((output, i) => output * (1 + (i % 4))),
    );
    const alike = await accounts({ ...table, F });
    calcTechnologyAdjusted(alike, 4).data.forEach((value, p) => {
      expectSame(value, alike.D_cba.data[p]!);
    });
  });
});

describe("structural paths", () => {
  /** Every path of at most `depth` layers, by brute force. */
  function allPaths(a: Float64Array, n: number, S: Float64Array, y: Float64Array, depth: number): number[] {
    const values: number[] = [];
    const walk = (i: number, weight: number, layer: number) => {
      if (weight * S[i]! !== 0) values.push(weight * S[i]!);
      if (layer < depth) for (let j = 0; j < n; j++) if (a[j * n + i] !== 0) walk(j, weight * a[j * n + i]!, layer + 1);
    };
    y.forEach((value, i) => {
      if (value !== 0) walk(i, value, 0);
    });
    return values.sort((p, q) => Math.abs(q) - Math.abs(p));
  }

  test("are the largest of all there are, also with negative coefficients and demand", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.boolean(), async (seed, negative) => {
        const table = randomTable(seed, 2, 3);
        const A = toDense(calcA(table.Z, table.x));
        if (negative) A.data[7] = -A.data[7]!;
        const { S, M } = await accounts(table);
        const y = Float64Array.from({ length: 6 }, (_, i) => table.Y.data[2 * i]!);
        const found = await structuralPaths(A, rowOf(S, 0), rowOf(M, 0), y, { count: 40, maxLayer: 3 });
        const wanted = allPaths(A.data, 6, rowOf(S, 0), y, 3).slice(0, 40);
        // Two rounds more than were looked at: what is said to be complete stays the largest of all.
        const longer = allPaths(A.data, 6, rowOf(S, 0), y, 5).slice(0, 40);
        const isLargest = longer.every((value, p) => Math.abs(value) <= Math.abs(wanted[p] ?? 0) * (1 + 1e-9));
        if (found.complete) expect(isLargest).toBe(true);
        expect(found.paths).toHaveLength(wanted.length);
        found.paths.forEach(({ value }, p) => {
          expectSame(Math.abs(value), Math.abs(wanted[p]!));
        });
      }),
      runs,
    );
  });

  test("and what they leave make up the total, overall and layer by layer", async () => {
    const table = randomTable(4, 3, 5);
    const { S, M } = await accounts(table);
    const y = Float64Array.from({ length: 15 }, (_, i) => table.Y.data[3 * i]!);
    const found = await structuralPaths(calcA(table.Z, table.x), rowOf(S, 0), rowOf(M, 0), y, {
      count: 200,
      maxLayer: 8,
    });
    expectSame(total(found.paths.map(({ value }) => value)) + found.remainder, found.total);
    expectSame(total(found.layers.map((layer) => layer.total)) + found.beyond, found.total);
    for (const layer of found.layers) expectSame(layer.found + layer.remainder, layer.total);
    for (const { value, through } of found.paths) {
      expect(Math.abs(through)).toBeGreaterThanOrEqual(Math.abs(value) * (1 - 1e-12));
    }
    // No path is met twice.
    expect(new Set(found.paths.map(({ path }) => path.join(">"))).size).toBe(200);
  });

  test("say so when the search had to stop early", async () => {
    const table = randomTable(4, 3, 5);
    const { S, M } = await accounts(table);
    const y = new Float64Array(15).fill(1);
    const A = calcA(table.Z, table.x);
    const found = await structuralPaths(A, rowOf(S, 0), rowOf(M, 0), y, { count: 200, limit: 20 });
    expect(found.complete).toBe(false);
    expect(found.paths.length).toBeLessThanOrEqual(20);
  });
});

describe("extraction", () => {
  test("of nothing loses nothing, and of sales or purchases less than of the whole", async () => {
    const table = randomTable(11, 2, 5);
    expect(Math.max(...(await extractSectors(table, [])).loss.map(Math.abs))).toBeLessThan(1e-10);
    const [whole, sales, purchases] = await Promise.all(
      (["whole", "sales", "purchases"] as const).map(async (form) =>
        total((await extractSectors(table, [3], form)).loss),
      ),
    );
    expect(sales).toBeGreaterThan(0);
    expect(purchases).toBeGreaterThan(0);
    expect(whole).toBeGreaterThan(Math.max(sales!, purchases!));
  });

  test("refuses a row that is not there", async () => {
    await expect(extractSectors(randomTable(1, 1, 2), [2])).rejects.toThrow("Row 2 cannot be extracted");
  });
});

test("linkages have indices of mean 1, and a sector that deals with nobody has linkages of 1", async () => {
  const table = randomTable(13, 2, 4);
  const Z = toDense(table.Z);
  for (let i = 0; i < 8; i++) {
    Z.data[i * 8 + 2] = 0;
    Z.data[2 * 8 + i] = 0;
  }
  const x = table.x.map((_, i) => total(rowOf(Z, i)) + total(rowOf(table.Y, i)));
  const linkages = await calcLinkages({ ...table, Z, x });
  expect(linkages.backward[2]).toBeCloseTo(1, 14);
  expect(linkages.forward[2]).toBeCloseTo(1, 14);
  expect(linkages.kinds[2]).toBe("weak");
  expectSame(total(linkages.backwardIndex) / 8, 1);
  expectSame(total(linkages.forwardIndex) / 8, 1);
});

describe("traces", () => {
  test("up the chain find every origin of a purchase, tier by tier", async () => {
    const table = randomTable(17, 3, 4);
    const { M } = await accounts(table);
    const purchase = new Float64Array(12);
    purchase[5] = 7;
    const trace = await traceUpstream(table, purchase, 5);
    expectSame(total(trace.origins.data), 7 * M.data[5]!);
    expectSame(total(trace.tiers.flatMap((tier) => Array.from(tier.data))) + total(trace.beyond.data), 7 * M.data[5]!);
    expect(trace.tiers[0]!.data.filter((value) => value !== 0)).toHaveLength(1);
  });

  test("down the chain find every consumer of a sector's emissions, and meet the flows", async () => {
    const table = randomTable(19, 3, 4);
    const result = await accounts(table);
    const consumers = new Float64Array(3);
    for (let s = 0; s < 4; s++) {
      const trace = await traceDownstream(table, 4 + s);
      expect(Math.abs(trace.gap)).toBeLessThan(1e-10);
      trace.consumers.forEach((value, c) => {
        consumers[c]! += value;
      });
    }
    consumers.forEach((value, c) => {
      expectSame(value, result.flows[0]!.data[3 + c]!);
    });
  });
});
