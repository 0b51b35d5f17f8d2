import { describe, expect, test } from "vitest";
import { host } from "../shipped-host.ts";
import { answerOf, askOf, refusalOf } from "./replies.ts";

describe("How sure a result is", () => {
  test("is known for a linear model, with the shares of its inputs", async () => {
    const variables = { a: { type: "normal", mean: 10, sd: 3 }, b: { type: "normal", mean: 5, sd: 1 } };
    const answer = await answerOf("uncertainty", { model: "a + b", variables, unit: "t" }, host);
    expect(answer.phases).toEqual(["inputs", "spread", "screening", "shares", "advice"]);
    const [mean, low, high, share] = answer.values;
    // Mean 15, sd √10; a has nine tenths of the variance. Draws of a Sobol sequence: errors well below a hundredth.
    expect(mean).toMatchObject({ unit: "t", primary: true });
    expect(mean!.value).toBeCloseTo(15, 2);
    expect(low!.value).toBeCloseTo(15 - 1.96 * Math.sqrt(10), 0);
    expect(high!.value).toBeCloseTo(15 + 1.96 * Math.sqrt(10), 0);
    expect(share!.value).toBeCloseTo(0.9, 1);
    expect(answer.properties!.order).toEqual(["a", "b"]);
  });

  test("goes back for more draws until the shares are known, and says what to measure", async () => {
    const answer = await answerOf("uncertainty", { material: "Other Bituminous Coal", amount: 1000 }, host);
    // Defaults of the guidelines: 25.8 TJ/Gg and 94 600 kg/TJ are 2441 t for 1000 t; the triangle leans to lower values.
    expect(answer.values[0]!.value).toBeGreaterThan(2300);
    expect(answer.values[0]!.value).toBeLessThan(2441);
    expect(answer.properties!.order).toEqual(["heatingValue", "emissionFactor"]);
    expect(answer.properties!.precision).toBeLessThanOrEqual(0.05);
    const draws = answer.plan.steps.find(({ tool }) => tool === "uncertainty.sobol")!.args.draws;
    expect(draws).toBeGreaterThan(512);
    expect(answer.values[0]!.source.map(({ dataset }) => dataset)).toContain("factors_energy");
  });

  test("is not said where the shares do not settle", async () => {
    const heavy = (geometricSd: number) => ({ type: "lognormal", median: 1, geometricSd });
    const variables = { a: heavy(20), b: heavy(25), c: heavy(30) };
    const { sentence } = await refusalOf("uncertainty", { model: "a * b * c", variables }, host);
    expect(JSON.stringify(sentence.en)).toMatch(/Shares of the variance|Spread of the result/);
  });

  test("is asked about, and refused for a fuel that no factor has", async () => {
    expect((await askOf("uncertainty", {}, host)).slot).toBe("material");
    expect((await askOf("uncertainty", { material: "Natural Gas" }, host)).slot).toBe("amount");
    expect(JSON.stringify(await refusalOf("uncertainty", { material: "unobtainium", amount: 1 }, host))).toContain(
      "unobtainium",
    );
  });
});
