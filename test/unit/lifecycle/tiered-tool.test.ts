import { describe, expect, it } from "vitest";
import { call } from "../inventory/company/calling.ts";

/** A frame over the power of USLCI, with paint that has a price and bolts that nobody makes. */
const frame = {
  source: "uslci",
  activities: [
    {
      id: "frame",
      name: "Frame",
      exchanges: [
        { type: "production", product: "Frame", amount: 1, unit: "kg" },
        { type: "technosphere", product: "Electricity, at grid", amount: 2, unit: "kWh", provider: "uslci:128" },
        { type: "technosphere", product: "paint", amount: 0.1, unit: "kg" },
        { type: "technosphere", product: "bolts", amount: 0.2, unit: "kg" },
        { type: "biosphere", flow: "Carbon dioxide", compartment: "emission/air", amount: 0.1, unit: "kg" },
      ],
    },
  ],
  demand: { of: "frame", amount: 1 },
};
const paint = { product: "paint", price: 6, sector: "325510", priceYear: 2012, basis: "producer" };

describe("lifecycle.tiered", () => {
  it("adds sectors to processes, and lists every input with its match class", async () => {
    const matches = [{ provider: "uslci:128", activity: "frame", match: "proxy" }];
    const purchases = [{ sector: "541300", amount: 0.5, priceYear: 2020, basis: "purchaser" }];
    const found = await call("lifecycle.tiered", { ...frame, matches, prices: [paint], purchases });
    const power = await call("lifecycle.score", {
      source: "uslci",
      demand: { of: "uslci:128", amount: 2, unit: "kWh" },
      methods: ["GHG"],
    });
    const bought = await call("lifecycle.spend", {
      purchases: [{ sector: "325510", amount: 0.6, priceYear: 2012, basis: "producer" }, ...purchases],
    });
    const byProduct = new Map<string, { match: string; score: number | null; provider: string | null }>(
      found.inputs.map((each: { product: string }) => [each.product, each]),
    );
    // Two ways to the same sums of doubles.
    expect(byProduct.get("Electricity, at grid")!.score! / power.scores[0].score).toBeCloseTo(1, 11);
    const ghg = bought.scores.find(({ indicator }: { indicator: string }) => indicator === "GHG");
    expect(found.sectors / ghg.value).toBeCloseTo(1, 11);
    expect(found.processes / (0.1 + power.scores[0].score)).toBeCloseTo(1, 11);
    expect(byProduct.get("Electricity, at grid")).toMatchObject({ match: "proxy", provider: "uslci:128" });
    expect(byProduct.get("paint")).toMatchObject({ match: "sector", provider: "325510" });
    expect(byProduct.get("bolts")).toMatchObject({ match: "unmatched", provider: null, score: null });
    expect(found.coverage.inputs).toMatchObject({ count: 4, cutOff: 1, share: 0.25 });
    const { upstream } = found.coverage;
    expect(upstream.cutOff).toBeGreaterThan(0);
    const listed = found.upstreamCutOffs.reduce((sum: number, each: { exchanges: number }) => sum + each.exchanges, 0);
    expect(listed).toBe(upstream.cutOff);
    expect(found.notes.join(" ")).toContain("money of 2020");
  });

  it.each([
    [{ prices: [{ ...paint, product: "varnish" }] }, "prices names varnish, which is not a product"],
    [{ foreground: ["door"] }, "foreground names door, which is not an activity"],
    [{ matches: [{ provider: "door", match: "proxy" }] }, "matches names door"],
    [{ indicator: "TRACI2.1" }, /indicators|no method/],
    [{ indicator: "AR6.GWP100", prices: [paint] }, "Choose indicators of one unit"],
    [{ prices: [{ ...paint, sector: undefined }] }, "The price of paint has no sector"],
  ])("names what is wrong: %#", async (change, sentence) => {
    // Without the background, which takes a while to open.
    const [activity] = frame.activities;
    const exchanges = activity!.exchanges.filter(({ provider }) => provider === undefined);
    const { source: _, ...alone } = { ...frame, activities: [{ ...activity, exchanges }] };
    await expect(call("lifecycle.tiered", { ...alone, ...change })).rejects.toThrow(sentence);
  });
});
