import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hybridDemand, type SectorPart } from "../../../lib/lifecycle/hybrid/hybrid-parts.ts";
import { integrated, integratedMatrix, lessCovered } from "../../../lib/lifecycle/hybrid/integrated.ts";
import { pathExchange } from "../../../lib/lifecycle/hybrid/path-exchange.ts";
import { tiered } from "../../../lib/lifecycle/hybrid/tiered.ts";
import { lifecyclePathExchange } from "../../../lib/lifecycle/tools/path-exchange.ts";
import { csrFromDense, toDense } from "../../../lib/numeric/csr.ts";
import { denseFromRows, toRows } from "../../../lib/numeric/matrix.ts";
import { callTool } from "../../../lib/tool/call.ts";

const csr = (rows: number[][]) => csrFromDense(denseFromRows(rows));

const n = 3;
// Columns of A sum to 0.9 at most. Decimals, because products of the smallest doubles have no relative precision.
const decimal = (most: number) => fc.integer({ min: 0, max: 1000 * most }).map((thousandths) => thousandths / 1000);
const share = decimal(0.3);
const amount = decimal(10);
const list = (of: fc.Arbitrary<number>, length: number) => fc.array(of, { minLength: length, maxLength: length });
const table = fc.record({
  A: fc.array(list(share, n), { minLength: n, maxLength: n }),
  D: list(amount, n),
  y: list(amount, n),
});

/** A sum of a few dozen terms of one sign, after a solve to 1e-14: a share of 1e-11 of the whole is generous. */
const close = (value: number, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(expected)));

describe("An integrated system", () => {
  it("is Suh's matrix", () => {
    const matrix = integratedMatrix(
      csr([
        [1, 0],
        [-0.5, 1],
      ]),
      csr([[0.1]]),
      csr([[0, 0.05]]),
      csr([[0.01], [0]]),
    );
    expect(toRows(toDense(matrix))).toEqual([
      [1, 0, -0.01],
      [-0.5, 1, 0],
      [0, -0.05, 0.9],
    ]);
  });

  it("without downstream links is the tiered one", async () => {
    await fc.assert(
      fc.asyncProperty(table, list(amount, n), decimal(2), async ({ A, D, y }, bought, q) => {
        const processes = { technosphere: csr([[1]]), direct: csr([[q]]) };
        const sectors = { A: csr(A), direct: csr([D]) };
        const upstream = csr(bought.map((each) => [each]));
        const demand = hybridDemand([2, ...y], 1, n);
        const one = await tiered(processes, sectors, upstream, demand);
        const both = await integrated(processes, sectors, upstream, csr([[0, 0, 0]]), demand);
        close(both.scores[0]!, one.scores[0]!);
      }),
      { numRuns: 50 },
    );
  });

  it("scores as the table does where a process repeats its sector and what it covers is taken out of the table", async () => {
    const price = fc.double({ min: 0.1, max: 20, noNaN: true });
    const covered = list(decimal(1), n);
    await fc.assert(
      fc.asyncProperty(table, price, covered, fc.nat(n - 1), async ({ A, D, y }, p, parts, k) => {
        // One unit of the process is p of money of sector k: it buys and emits what they do.
        const processes = { technosphere: csr([[1]]), direct: csr([[p * D[k]!]]) };
        const sectors: SectorPart = { A: csr(A), direct: csr([D]) };
        const upstream = csr(A.map((row) => [p * row[k]!]));
        const downstream = csr([parts.map((part, j) => (part * A[k]![j]!) / p)]);
        const demand = hybridDemand([0, ...y], 1, n);
        const whole = await tiered(processes, sectors, upstream, demand);
        const options = { covered: [{ product: 0, sector: k, price: p }] };
        const both = await integrated(processes, sectors, upstream, downstream, demand, options);
        close(both.scores[0]!, whole.scores[0]!);
        const twice = await integrated(processes, sectors, upstream, downstream, demand);
        expect(twice.scores[0]).toBeGreaterThanOrEqual(both.scores[0]! * (1 - 1e-11));
      }),
      { numRuns: 50 },
    );
  });

  it("refuses to take more out of a cell than it has, an absent one too", () => {
    const sale = [{ product: 0, sector: 0, price: 2 }];
    expect(() =>
      lessCovered(
        csr([
          [0, 0.1],
          [0, 0],
        ]),
        csr([[0, 0.06]]),
        sale,
      ),
    ).toThrow("Sector 1 takes 0.1 of sector 0");
    expect(() =>
      lessCovered(
        csr([
          [0, 0.1],
          [0, 0],
        ]),
        csr([[0.06, 0]]),
        sale,
      ),
    ).toThrow("Sector 0 takes 0 of sector 0");
    expect(() => lessCovered(csr([[0]]), csr([[0]]), [...sale, ...sale])).toThrow("names product 0 twice");
  });

  it("names the processes that use up all they make", async () => {
    const processes = {
      technosphere: csr([
        [1, -1],
        [-1, 1],
      ]),
      direct: csr([[1, 1]]),
      names: ["mill", "oven"],
    };
    const demand = hybridDemand([1, 0], 2, 1);
    const sectors = { A: csr([[0.1]]), direct: csr([[1]]) };
    await expect(integrated(processes, sectors, csr([[0, 0]]), csr([[0], [0]]), demand)).rejects.toThrow("mill");
  });
});

describe("Path exchange", () => {
  const chains = {
    A: [
      [0.1, 0.2],
      [0.3, 0.1],
    ],
    D: [0.8, 0.4],
    y: [10, 5],
  };
  const [A, D, y] = [csr(chains.A), Float64Array.from(chains.D), Float64Array.from(chains.y)];
  // The determinant of I − A is 0.75.
  const M = [(0.8 * 0.9 + 0.4 * 0.3) / 0.75, (0.8 * 0.2 + 0.4 * 0.9) / 0.75];

  it("replaces the own flows of a path, or these with everything upstream", async () => {
    const found = await pathExchange(A, D, y, [
      { path: [0, 1], value: 2, upstream: true },
      { path: [1], value: 1, upstream: false },
      { path: [1, 0, 0], value: 0, upstream: false },
    ]);
    const io = 10 * M[0]! + 5 * M[1]!;
    close(found.io, io);
    for (const [at, value] of [10 * 0.3 * M[1]!, 5 * 0.4, 5 * 0.2 * 0.1 * 0.8].entries())
      close(found.paths[at]!.replaced, value);
    close(found.total, io - 10 * 0.3 * M[1]! - 5 * 0.4 - 5 * 0.2 * 0.1 * 0.8 + 3);
    close(found.remaining + found.added, found.total);
  });

  it("changes nothing if each path is replaced by what the table gives for it", async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.array(fc.nat(n - 1), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (of, path, upstream) => {
          const [a, d, demand] = [csr(of.A), Float64Array.from(of.D), Float64Array.from(of.y)];
          const { paths, io } = await pathExchange(a, d, demand, [{ path, value: 0, upstream }]);
          const { total } = await pathExchange(a, d, demand, [{ path, value: paths[0]!.replaced, upstream }]);
          close(total, io);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("replaces everything if every demanded sector is replaced with its upstream", async () => {
    const replacements = [0, 1].map((sector) => ({ path: [sector], value: 1, upstream: true }));
    const { total, remaining } = await pathExchange(A, D, y, replacements);
    close(remaining, 0);
    close(total, 2);
  });

  it.each([
    [
      [
        { path: [0], value: 1, upstream: true },
        { path: [0, 1], value: 1, upstream: false },
      ],
      "Path 1 lies upstream of path 0",
    ],
    [
      [
        { path: [0, 1, 0], value: 1, upstream: true },
        { path: [0, 1], value: 1, upstream: true },
      ],
      "Path 0 lies upstream of path 1",
    ],
    [
      [
        { path: [0], value: 1, upstream: false },
        { path: [0], value: 2, upstream: true },
      ],
      "Paths 0 and 1 are the same",
    ],
    [[{ path: [], value: 1, upstream: false }], "Path 0 is empty"],
    [[{ path: [0, 2], value: 1, upstream: false }], "Path 0 names sector 2; there are sectors 0 … 1"],
  ])("refuses paths that exclude each other not: %#", async (replacements, sentence) => {
    await expect(pathExchange(A, D, y, replacements)).rejects.toThrow(sentence);
  });

  it("takes intensities from multipliers", async () => {
    const input = { A_io: chains.A, demand: chains.y, replacements: [{ path: [1], value: 0, upstream: false }] };
    const found = (await callTool(lifecyclePathExchange, { ...input, multipliers: M })) as {
      io: number;
      replaced: number;
    };
    close(found.io, 10 * M[0]! + 5 * M[1]!);
    close(found.replaced, 2);
    await expect(callTool(lifecyclePathExchange, input)).rejects.toThrow("Give intensities or multipliers");
  });
});
