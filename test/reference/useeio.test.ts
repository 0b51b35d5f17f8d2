import { expect, test } from "vitest";
import { shippedDatasets } from "../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import { type MonetaryBackground, sectorOf, useeioBackground } from "../../lib/lifecycle/background/useeio.ts";
import { type CsrMatrix, toDense } from "../../lib/numeric/csr.ts";
import { invert } from "../../lib/numeric/lu-solve.ts";
import { type DenseMatrix, identity } from "../../lib/numeric/matrix.ts";
import { multiply } from "../../lib/numeric/multiply.ts";

// Published matrices of USEEIO v2.0.1 (Ingwersen et al. 2022) and v1.2 (Yang et al. 2017).
const read = readOnce(shippedDatasets());

/** The inverse of I − A. */
async function inverseOf({ A }: MonetaryBackground): Promise<{ system: DenseMatrix; L: DenseMatrix }> {
  const system = identity(A.rows);
  toDense(A).data.forEach((value, at) => {
    system.data[at]! -= value;
  });
  return { system, L: await invert({ ...system, data: system.data.slice() }) };
}

/** The largest difference of each row, relative to the largest value of the row: small values of a row are sums of larger ones. */
function rowDifferences(computed: DenseMatrix, published: CsrMatrix): number[] {
  const other = toDense(published);
  return Array.from({ length: other.rows }, (_, i) => {
    let [difference, size] = [0, 0];
    for (let at = i * other.columns; at < (i + 1) * other.columns; at++) {
      difference = Math.max(difference, Math.abs(computed.data[at]! - other.data[at]!));
      size = Math.max(size, Math.abs(other.data[at]!));
    }
    return difference / size;
  });
}

test.each([
  ["v2.0.1", 411, 23],
  ["v1.2", 388, 24],
] as const)(
  "USEEIO %s: L is the inverse of I − A, and D L is the published N",
  async (edition, sectors, indicators) => {
    const background = await useeioBackground(read, edition);
    expect([background.sectors.length, background.indicators.length]).toEqual([sectors, indicators]);
    const { system, L } = await inverseOf(background);
    const product = await multiply(system, L);
    const unit = identity(sectors);
    const off = product.data.reduce((most, value, at) => Math.max(most, Math.abs(value - unit.data[at]!)), 0);
    // The condition of I − A is below 10: the inverse is exact to a few units of rounding.
    expect(off).toBeLessThan(1e-12);
    const N = await multiply(background.D, L);
    // Both sides are doubles of the publisher; 1e-10 leaves room for another order of sums.
    for (const difference of rowDifferences(N, background.N)) expect(difference).toBeLessThan(1e-10);
  },
);

test("USEEIO v1.2: D is C times B", async () => {
  const { B, C, D } = await useeioBackground(read, "v1.2");
  const computed = await multiply(C, toDense(B!));
  for (const difference of rowDifferences(computed, D)) expect(difference).toBeLessThan(1e-10);
});

test("USEEIO v2.0.1: domestic requirements are part of all requirements", async () => {
  const { A, domesticA, year, prices } = await useeioBackground(read);
  expect([year, prices]).toEqual([2012, "producer"]);
  const all = toDense(A);
  const domestic = toDense(domesticA!);
  // Cells may be negative (rest-of-economy adjustments); what is imported is not.
  for (const [at, value] of domestic.data.entries()) expect(value).toBeLessThanOrEqual(all.data[at]! + 1e-15);
});

test("USEEIO v2.0.1: the production of the complete economy is the output of its commodities", async () => {
  const background = await useeioBackground(read);
  const n = background.sectors.length;
  const demand = await read("useeio_v201_demand");
  const y = new Float64Array(n);
  for (let row = 0; row < demand.rows; row++) {
    if (demand.texts("demand_id")[row] !== "2012_US_Production_Complete") continue;
    y[demand.numbers("sector_index")[row]!] = demand.numbers("amount_usd")[row]!;
  }
  const { L } = await inverseOf(background);
  const output = (await read("useeio_v201_output")).numbers("commodity_output_usd");
  const largest = Array.from(output, Number).reduce((a, b) => Math.max(a, b));
  for (let i = 0; i < n; i++) {
    let x = 0;
    for (let j = 0; j < n; j++) x += L.data[i * n + j]! * y[j]!;
    // Published demand and output agree to 3e-5 of the largest output.
    expect(Math.abs(x - output[i]!) / largest).toBeLessThan(1e-4);
  }
});

test("A sector is found by its code; one that does not exist is named", async () => {
  const background = await useeioBackground(read);
  expect(background.sectors[sectorOf(background, "221100")]?.name).toBe("Electricity");
  expect(() => sectorOf(background, "X")).toThrow("no sector X");
  await expect(useeioBackground(read, "v3" as "v1.2")).rejects.toThrow("no edition “v3”");
});
