import { describe, expect, test } from "vitest";
import { type IndicatorValue, type WeightingOptions, weighted } from "../../../lib/lifecycle/impact/weighting.ts";
import { call } from "../inventory/company/calling.ts";

const scores: IndicatorValue[] = [
  { code: "A", kind: "impact", unit: "kg", value: 6 },
  { code: "B", kind: "impact", unit: "MJ", value: 2 },
];
const reference = (value: number, unit: string) => ({ value, unit, source: "a made-up region" });
const normalisation = new Map([
  ["A", reference(3, "kg")],
  ["B", reference(8, "MJ")],
]);
const options: WeightingOptions = {
  ...{ normalisation, publicComparison: false },
  weights: new Map([
    ["A", 0.5],
    ["B", 0.5],
  ]),
};

describe("Normalised and weighted scores", () => {
  test("are scores over references, and their weighted sum with a note on value choices", () => {
    const found = weighted(scores, options);
    expect(found.normalised.map(({ value }) => value)).toEqual([2, 0.25]);
    expect(found.weighted).toBe(1.125);
    expect(found.notes.map(({ code }) => code)).toEqual(["lifecycle.impact.valueChoice"]);
  });

  test("are not weighted without weights", () => {
    expect(weighted(scores, { normalisation, publicComparison: false })).toMatchObject({ weighted: null, notes: [] });
  });

  test("are refused for a comparative assertion that is disclosed to the public", () => {
    expect(() => weighted(scores, { ...options, publicComparison: true })).toThrow(/ISO 14044/);
  });

  test.each([
    [[{ ...scores[0]!, kind: "inventory" as const }], options, /A is an inventory/],
    [[{ ...scores[0]!, value: null }], options, /A has no score/],
    [[{ ...scores[0]!, unit: "t" }], options, /is in kg, its score in t/],
    [scores, { ...options, normalisation: new Map() }, /A has no normalisation reference/],
    [scores, { ...options, normalisation: new Map([["A", reference(0, "kg")]]) }, /A is 0; it must be/],
    [scores, { ...options, weights: new Map([["A", 1]]) }, /B has no weight/],
    [scores, { ...options, weights: new Map([["A", -1]]) }, /weight of A is -1/],
  ])("are refused where a part is missing or wrong (%#)", (given, having, sentence) => {
    expect(() => weighted(given, having)).toThrow(sentence);
  });
});

describe("lifecycle.characterise", () => {
  const inventory = [{ flow: "Sulfur dioxide", compartment: "air", amount: 6, unit: "kg" }];
  const asked = (weighting?: object) => call("lifecycle.characterise", { inventory, methods: ["ACID"], weighting });
  const reference3 = { ACID: { value: 3, unit: "kg SO2 eq", source: "a made-up region" } };

  test("neither normalises nor weights by itself", async () => {
    expect(await asked()).not.toHaveProperty("weighted");
  });
  test("does so with references and weights of the caller's, but not for the public", async () => {
    const weighting = { publicComparison: false, normalisation: reference3, weights: { ACID: 0.5 } };
    expect(await asked(weighting)).toMatchObject({ normalised: [{ indicator: "ACID", value: 2 }], weighted: 1 });
    await expect(asked({ ...weighting, publicComparison: true })).rejects.toThrow(/ISO 14044/);
  });
});
