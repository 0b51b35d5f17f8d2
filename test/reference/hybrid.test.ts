import { describe, expect, it } from "vitest";
import { shippedDatasets } from "../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import { useeioBackground } from "../../lib/lifecycle/background/useeio.ts";
import { outputOf, preparedSectors } from "../../lib/lifecycle/hybrid/sector-output.ts";
import { forRow, timesVector } from "../../lib/lifecycle/product-system.ts";
import { lifecycleHybrid } from "../../lib/lifecycle/tools/hybrid.ts";
import { lifecycleSpend } from "../../lib/lifecycle/tools/spend.ts";
import { uninterrupted } from "../../lib/numeric/work.ts";
import { callTool } from "../../lib/tool/call.ts";

const read = readOnce(shippedDatasets());

/** Structure of Suh (2004) and Suh & Huppes (2005); the numbers of a reference case, solved exactly. */
const given = {
  technosphere: [
    [1, 0],
    [-0.5, 1],
  ],
  biosphere: [[2, 0.5]],
  A_io: [
    [0.1, 0.2],
    [0.3, 0.1],
  ],
  B_io: [[0.8, 0.4]],
  C_u: [
    [0, 0.05],
    [0.02, 0],
  ],
  C_d: [
    [0.01, 0],
    [0, 0],
  ],
  demand: [1, 0, 0, 0],
};

interface Hybrid {
  scores: number[];
  x: number[];
  byPart: { processes: number[]; sectors: number[] };
  contributions: number[][];
  residual: number;
  notes: string[];
}

const hybrid = async (input: object) => (await callTool(lifecycleHybrid, input)) as Hybrid;

describe("lifecycle.hybrid on the reference case", () => {
  // The case states sixteen digits; a 4 × 4 system loses two at most.
  it("gives the tiered score, of which the processes alone are 2.25", async () => {
    const { scores, byPart, contributions } = await hybrid({ ...given, method: "tiered" });
    expect(scores[0]).toBeCloseTo(2.2918666666666665, 13);
    expect(byPart.processes[0]).toBeCloseTo(2.25, 13);
    expect(contributions[0]!.reduce((sum, each) => sum + each, 0)).toBeCloseTo(scores[0]!, 13);
  });

  it("gives the integrated score and x", async () => {
    const { scores, x, residual, notes } = await hybrid({ ...given, method: "integrated" });
    expect(scores[0]).toBeCloseTo(2.29267674578351, 13);
    const published = [1.0003534582219051, 0.5001767291109526, 0.03534582219050731, 0.03401201757954477];
    for (const [j, value] of published.entries()) expect(x[j]).toBeCloseTo(value, 13);
    expect(residual).toBeLessThan(1e-13);
    expect(notes.join()).toContain("count twice");
  });

  it("gives the tiered score by multipliers alone, too", async () => {
    // M = B (I − A)⁻¹ of the case's 2 × 2 table: the determinant of I − A is 0.75.
    const multipliers = [[(0.8 * 0.9 + 0.4 * 0.3) / 0.75, (0.8 * 0.2 + 0.4 * 0.9) / 0.75]];
    const { A_io: _, B_io: __, C_d: ___, ...processes } = given;
    const { scores, notes } = await hybrid({ ...processes, multipliers, method: "tiered" });
    expect(scores[0]).toBeCloseTo(2.2918666666666665, 13);
    expect(notes.join()).toContain("upstream included");
  });

  it.each([
    [{ method: "integrated", C_d: undefined }, "needs C_d"],
    [{ method: "tiered", B_io: undefined }, "Give B_io, or multipliers"],
    [{ method: "tiered", B_io: [[0.8]] }, "B_io is 1 × 1, but 1 × 2 is needed"],
    [{ method: "tiered", C_u: [[0, 0.05]], demand: [1, 0] }, "B_io is 1 × 2, but 1 × 1 is needed"],
    [{ method: "tiered", demand: [1, 0, 0] }, "demand has 3 entries; expected 2, one a product, or 4"],
    [
      { method: "integrated", covered: [{ product: 0, sector: 1, price: 100 }] },
      "Sector 0 takes 0.3 of sector 1 per unit of money, less than the 1 ",
    ],
    [{ method: "integrated", covered: [{ product: 5, sector: 1, price: 1 }] }, "there are products 0 … 1"],
  ])("names what does not fit in %o", async (change, sentence) => {
    await expect(hybrid({ ...given, ...change })).rejects.toThrow(sentence);
  });
});

describe("USEEIO v2.0.1 as the background of purchases", () => {
  it("has multipliers that follow from A and D for one million dollars of every sector at once", async () => {
    const { A, D, N, sectors, indicators } = await useeioBackground(read);
    const y = Float64Array.from(sectors, () => 1e6);
    const { scaling } = await outputOf(preparedSectors(A), y);
    const [direct, published] = [timesVector(D, scaling), timesVector(N, y)];
    // N is published with the 15 digits of a double; the issue asks for D·L = N to 1e-10.
    for (const m of indicators.keys()) expect(Math.abs(direct[m]! / published[m]! - 1)).toBeLessThan(1e-10);
  });

  it("scores purchases by N, deflated and without margins, and lists where the score arises", async () => {
    const { N, sectors, indicators } = await useeioBackground(read);
    const aluminium = sectors.findIndex(({ code }) => code === "331313");
    let multiplier = 0;
    forRow(
      N,
      indicators.findIndex(({ code }) => code === "GHG"),
      (j, value) => {
        if (j === aluminium) multiplier = value;
      },
    );
    const found = (await callTool(
      lifecycleSpend,
      {
        purchases: [
          { sector: "331313", amount: 1000, priceYear: 2012, basis: "producer" },
          {
            sector: sectors[aluminium]!.name.toUpperCase(),
            amount: 1500,
            priceYear: 2022,
            priceIndex: 1.25,
            basis: "purchaser",
            producerShare: 0.8,
          },
          { sector: "331313", amount: 10, priceYear: 2020, basis: "purchaser" },
        ],
        most: 3,
      },
      uninterrupted,
      read,
    )) as {
      scores: { indicator: string; value: number; unit: string }[];
      purchases: { amount: number; value: number }[];
      upstream: { code: string; value: number }[];
      remainder: { value: number };
      residual: number;
      notes: string[];
      year: number;
    };
    const ghg = found.scores.find(({ indicator }) => indicator === "GHG")!;
    expect(found.scores).toHaveLength(23);
    expect(found.purchases.map(({ amount }) => amount)).toEqual([1000, 960, 10]);
    expect(ghg).toMatchObject({ unit: "kg CO2 eq" });
    // One product and one sum in doubles.
    expect(ghg.value / (1970 * multiplier)).toBeCloseTo(1, 14);
    const upstream = found.upstream.reduce((sum, { value }) => sum + value, found.remainder.value);
    expect(upstream / ghg.value).toBeCloseTo(1, 10);
    expect(found.residual).toBeLessThan(1e-10);
    expect(found.year).toBe(2012);
    for (const part of [
      "producer prices",
      "2020",
      "price index of the caller",
      "taken whole",
      "were left out|was left out",
    ])
      expect(found.notes.join(" ")).toMatch(new RegExp(part));
  });

  it.each([
    [{ sector: "331399x" }, "has no sector 331399x"],
    [{ sector: "greenhouse crops" }, "Similar: 111400"],
    [{ basis: "producer", producerShare: 0.5 }, "leave out producerShare"],
    [{ priceYear: 12 }, "has the price year 12"],
  ])("names the purchase of %o", async (change, sentence) => {
    const purchase = { sector: "331313", amount: 1, priceYear: 2012, basis: "purchaser", ...change };
    await expect(callTool(lifecycleSpend, { purchases: [purchase] }, uninterrupted, read)).rejects.toThrow(sentence);
  });
});
