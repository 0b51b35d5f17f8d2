import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellAreas, EARTH_RADIUS_M } from "../../../lib/natural/grid-area.ts";
import { RegionSummer, sumByRegion } from "../../../lib/natural/grid-sum.ts";
import { naturalGridSums } from "../../../lib/natural/tools/grid.ts";
import type { Kernels } from "../../../lib/numeric/kernels.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { numbersFrom } from "../lib/tables.ts";
import { allKernels } from "../numeric/builds.ts";

const available = await allKernels();

/** A field with gaps and a mask of a few regions in stretches, as coasts cut them. */
function field(seed: number, rows: number, columns: number) {
  const next = numbersFrom(seed);
  const values = Float32Array.from({ length: rows * columns }, () =>
    next() < 0.05 ? Number.NaN : (next() - 0.5) * 1e4,
  );
  const mask = new Uint8Array(rows * columns);
  for (let at = 0; at < mask.length; ) {
    const end = at + 1 + Math.floor(next() * 60);
    mask.fill(Math.floor(next() * 4), at, end);
    at = end;
  }
  return { values, mask };
}

async function sumsOf(kernels: Kernels, rows: number, columns: number, seed: number, cuts: readonly number[] = []) {
  const { values, mask } = field(seed, rows, columns);
  const bytes = new Uint8Array(values.buffer);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  const chunks = ends.map((end, i) => bytes.slice(ends[i - 1] ?? 0, end));
  return sumByRegion({ rows, columns }, mask, chunks, { pause() {}, progress() {}, kernels });
}

const shape = [fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 200 }), fc.integer()] as const;

describe.each(available.map((kernels) => ({ name: kernels.name, kernels })))("sums by region, $name", ({ kernels }) => {
  test("have the same bits however the field is cut into chunks, also within a number", async () => {
    const whole = fc.asyncProperty(
      ...shape,
      fc.array(fc.nat(), { maxLength: 12 }),
      async (rows, columns, seed, cuts) => {
        expect(await sumsOf(kernels, rows, columns, seed, cuts)).toEqual(await sumsOf(kernels, rows, columns, seed));
      },
    );
    await fc.assert(whole, { numRuns: 60 });
  });

  test("have the bits of TypeScript", async () => {
    const same = fc.asyncProperty(...shape, async (rows, columns, seed) => {
      expect(await sumsOf(kernels, rows, columns, seed)).toEqual(await sumsOf(available[0]!, rows, columns, seed));
    });
    await fc.assert(same, { numRuns: 60 });
  });

  test("are those of the definition, but for the order of the additions", async () => {
    const defined = fc.asyncProperty(...shape, async (rows, columns, seed) => {
      const { values, mask } = field(seed, rows, columns);
      const areas = cellAreas({ rows, columns });
      for (const got of await sumsOf(kernels, rows, columns, seed)) {
        const cells = [...values.keys()].filter((i) => mask[i] === got.region);
        const valid = cells.filter((i) => !Number.isNaN(values[i]));
        const sum = valid.reduce((sofar, i) => sofar + values[i]!, 0);
        const integral = valid.reduce((sofar, i) => sofar + values[i]! * areas[Math.floor(i / columns)]!, 0);
        const size = valid.reduce((sofar, i) => sofar + Math.abs(values[i]!), 0);
        expect([got.cells, got.missing]).toEqual([valid.length, cells.length - valid.length]);
        // n additions in another order: each rounds to 2⁻⁵³ of what has been summed so far, at most `size`.
        const bound = 2 * valid.length * size * 2 ** -53;
        expect(Math.abs(got.sum - sum)).toBeLessThanOrEqual(bound);
        expect(Math.abs(got.integral - integral)).toBeLessThanOrEqual(
          2 * (bound + size * 2 ** -53) * Math.max(...areas),
        );
      }
    });
    await fc.assert(defined, { numRuns: 40 });
  });

  test("serve one field after another with one mask", () => {
    const { values, mask } = field(7, 12, 50);
    const summer = new RegionSummer({ rows: 12, columns: 50 }, mask, kernels);
    summer.add(values);
    const first = summer.finish();
    summer.add(values.map((value) => 2 * value));
    expect(summer.finish().map(({ sum }) => sum)).toEqual(first.map(({ sum }) => 2 * sum));
  });

  test("refuse a field that is too short or too long, and say so", () => {
    const summer = new RegionSummer({ rows: 2, columns: 3 }, new Uint8Array(6).fill(1), kernels);
    summer.add(new Float32Array(4));
    expect(() => summer.finish()).toThrow("ended after 4 cells, but the grid has 2 × 3");
    summer.add(new Float32Array(2));
    expect(() => summer.add(new Float32Array(1))).toThrow("The data have more cells than the grid's 2 × 3");
    expect(summer.finish()).toEqual([expect.objectContaining({ region: 1, sum: 0, cells: 6 })]);
  });
});

describe("natural.gridSums", () => {
  test("gives for ones everywhere the area of the globe, in rows and as one array", async () => {
    const mask = Array.from({ length: 4 }, () => Array.from({ length: 8 }, (_, c) => 1 + (c >> 2)));
    const rows = await callTool(naturalGridSums, { values: mask.map((row) => row.map(() => 1)), mask });
    const array = { values: new Float32Array(32).fill(1), mask: Uint8Array.from(mask.flat()), columns: 8 };
    expect(await callTool(naturalGridSums, array)).toEqual(rows);
    const globe = 4 * Math.PI * EARTH_RADIUS_M ** 2;
    for (const { integral, area_m2, cells } of rows.regions) {
      expect(integral / globe).toBeCloseTo(0.5, 12);
      expect([area_m2, cells]).toEqual([integral, 16]);
    }
  });

  test("names the row that is too short", async () => {
    await expect(
      callTool(naturalGridSums, {
        values: [[1, 2], [3]],
        mask: [
          [1, 1],
          [1, 1],
        ],
      }),
    ).rejects.toThrow("values[1] has 1 cells where the grid has 2 columns.");
  });
});
