import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakEven } from "../../../lib/lifecycle/contribution/break-even.ts";
import { breakEvenDraws } from "../../../lib/lifecycle/contribution/break-even-draws.ts";
import { compareDraws } from "../../../lib/lifecycle/contribution/compare-draws.ts";
import { elasticities, sensitivitiesOf } from "../../../lib/lifecycle/contribution/elasticity.ts";
import { lifecycleElasticity } from "../../../lib/lifecycle/tools/elasticity.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { callTool } from "../../../lib/tool/call.ts";
import { normalQuantile } from "../../../lib/uncertainty/distributions/normal-law.ts";

const line = (fixed: number, perUse: number) => ({ fixed, perUse });

describe("The break-even of two alternatives", () => {
  it("is at a number, until a number, from the start, or never", () => {
    expect(breakEven(line(12, 1), line(9, 2))).toEqual({ when: "from", x: 3 });
    expect(breakEven(line(9, 2), line(12, 1))).toEqual({ when: "until", x: 3 });
    expect(breakEven(line(9, 1), line(12, 2))).toEqual({ when: "fromStart", x: null });
    expect(breakEven(line(9, 1), line(9, 1))).toEqual({ when: "fromStart", x: null });
    expect(breakEven(line(12, 2), line(9, 2))).toEqual({ when: "never", x: null });
    expect(breakEven(line(9, 2), line(9, 1))).toEqual({ when: "never", x: null });
    expect(() => breakEven(line(Number.NaN, 2), line(9, 1))).toThrow(
      "candidate.fixed is NaN; expected a finite number.",
    );
  });

  it("says which alternative is lower on either side of it", () => {
    const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, (A, a, B, b) => {
        // Differences below the rounding of the numbers decide nothing.
        fc.pre(Math.abs(A - B) > 1e-6 && Math.abs(a - b) > 1e-6);
        const { when, x } = breakEven(line(A, a), line(B, b));
        const isLower = (at: number) => A - B < (b - a) * at;
        const samples = x === null ? [1e-9, 1, 1e12] : [x * 0.999, x * 1.001];
        const expected = {
          from: [false, true],
          until: [true, false],
          fromStart: [true, true, true],
          never: [false, false, false],
        };
        expect(samples.map(isLower)).toEqual(expected[when]);
      }),
    );
  });

  it("has an interval over all draws, which is open where too many never get there", () => {
    // Crossings at 1, 2, 3, …; in the draws beyond `reached` the candidate emits more per use.
    const drawn = (reached: number) => {
      const k = Array.from({ length: 41 }, (_, at) => at);
      return breakEvenDraws(
        { fixed: k.map((at) => at + 1), perUse: k.map((at) => (at < reached ? 1 : 3)) },
        { fixed: k.map(() => 0), perUse: k.map(() => 2) },
        [20.5],
      );
    };
    expect(drawn(41)).toMatchObject({
      lo: 2,
      median: 21,
      hi: 40,
      never: 0,
      from: 1,
      lower: [{ x: 20.5, share: 20 / 41 }],
    });
    const few = drawn(30);
    expect(few).toMatchObject({ lo: 2, median: 21, hi: null, never: 11 / 41, from: 30 / 41 });
    expect(few.notes.map((note) => writeMessage(note))).toEqual([
      "26.8 % of the draws have no x from which the candidate stays lower, so that the upper end of the range is open.",
    ]);
  });

  it("counts draws in which the candidate loses its advantage as never", () => {
    const found = breakEvenDraws({ fixed: [1, 1], perUse: [3, 1] }, { fixed: [2, 2], perUse: [2, 2] });
    expect(found).toMatchObject({ until: 0.5, fromStart: 0.5, never: 0, lo: null });
    expect(found.notes.map((note) => writeMessage(note)).join()).toContain("lower at first and higher later");
  });
});

describe("Alternatives on common draws", () => {
  const z = Array.from({ length: 999 }, (_, k) => normalQuantile((k + 1) / 1000));
  // The same large uncertainty in both, and a small difference that is nearly sure.
  const common = {
    a: z.map((each, k) => 100 + 20 * each + 0.3 * z[(k * 7) % 999]!),
    b: z.map((each) => 101 + 20 * each),
  };

  it("differ by what is not common to them", () => {
    const { pairs, lowest } = compareDraws(common, 0.2);
    const [pair] = pairs;
    expect(pair!.difference.sd).toBeLessThan(0.4);
    expect(pair!.difference.mean).toBeCloseTo(-1, 1);
    expect(pair!.lower).toBeGreaterThan(0.99);
    expect(pair!.verdict).toBe("candidate");
    expect(lowest[0]!.share).toBeCloseTo(pair!.lower, 12);
    // Unpaired, the same draws would hardly differ.
    const shuffled = compareDraws({ a: common.a, b: common.b.map((_, k) => common.b[(k * 500) % 999]!) }, 0.2);
    expect(shuffled.pairs[0]!.verdict).toBe("neither");
  });

  it("are not judged by a difference below the threshold, however many the draws", () => {
    const n = 100_000;
    const noise = Array.from({ length: n }, (_, k) => normalQuantile((k + 0.5) / n));
    const b = noise.map(() => 10);
    const small = { a: noise.map((each) => 10.05 + each), b };
    expect(compareDraws(small, 0.2).pairs[0]!.verdict).toBe("neither");
    expect(compareDraws(small, 0).pairs[0]!.verdict).toBe("reference");
    expect(compareDraws(small).pairs[0]!.verdict).toBe(null);
  });

  it("mirror each other", () => {
    const list = fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(list, list, (x, y) => {
        const n = Math.min(x.length, y.length);
        const [a, b] = [x.slice(0, n), y.slice(0, n)];
        const [ab] = compareDraws({ a, b }, 0.2).pairs;
        const [ba] = compareDraws({ b, a }, 0.2).pairs;
        expect([ab!.lower, ab!.equal, ab!.higher]).toEqual([ba!.higher, ba!.equal, ba!.lower]);
        expect(ab!.lower + ab!.equal + ab!.higher).toBeCloseTo(1, 12);
        expect(ab!.difference.mean).toBeCloseTo(-ba!.difference.mean, 9);
        const other = { candidate: "reference", reference: "candidate", neither: "neither" } as const;
        expect(ab!.verdict).toBe(other[ba!.verdict!]);
      }),
    );
  });

  it("are refused if they are not paired, too few or not finite", () => {
    expect(() => compareDraws({ a: [1, 2], b: [1, 2, 3] })).toThrow(
      "alternatives.b has 3 draws, but alternatives.a has 2. Alternatives are compared draw by draw",
    );
    expect(() => compareDraws({ a: [1], b: [1] })).toThrow("alternatives.a has 1 draw; expected at least 2.");
    expect(() => compareDraws({ a: [1, 2] })).toThrow("expected at least 2 to compare");
    expect(() => compareDraws({ a: [1, 2], b: [1, Number.NaN] })).toThrow("alternatives.b[1] is NaN");
    expect(() => compareDraws({ a: [1, 2], b: [1, 3] }, -1)).toThrow("threshold is -1");
  });

  it("have no relative difference to a reference that changes its sign", () => {
    const { pairs, notes } = compareDraws({ a: [1, 2], b: [-1, 1] });
    expect(pairs[0]!.relative).toBe(null);
    expect(writeMessage(notes[0]!)).toContain("b is 0 or changes its sign");
    expect(compareDraws({ a: [1, 4], b: [2, 2] }).pairs[0]!.relative).toMatchObject({ mean: 0.25, value: 0.25 });
  });
});

describe("Elasticities", () => {
  it("are exact for a product of powers, and share out to one", async () => {
    const { score, elasticities: found } = await callTool(lifecycleElasticity, {
      model: "a * b^2 / sqrt(c)",
      parameters: { a: 3, b: 2, c: 4 },
    });
    expect(score).toBe(6);
    expect(found.map(({ name, elasticity }) => [name, elasticity])).toEqual([
      ["b", 2],
      ["a", 1],
      ["c", -0.5],
    ]);
    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    await expect(callTool(lifecycleElasticity, { model: "a +", parameters: { a: 1 } })).rejects.toThrow(
      "lifecycle.elasticity",
    );
    await expect(callTool(lifecycleElasticity, { model: "a - 1", parameters: { a: 1 } })).rejects.toThrow(
      "The score is 0",
    );
  });

  it("from differences are those from derivatives", () => {
    const score = ({ mass, factor, km, use }: Readonly<Record<string, number>>) => mass! * factor! + km! * use! ** 1.5;
    const parameters = { mass: 1500, factor: 5.2, km: 150_000, use: 0.17 };
    const h = score(parameters);
    const found = elasticities(h, sensitivitiesOf(score, parameters));
    const exact = {
      mass: (1500 * 5.2) / h,
      factor: (1500 * 5.2) / h,
      km: (h - 1500 * 5.2) / h,
      use: (1.5 * (h - 1500 * 5.2)) / h,
    };
    // Truncation and rounding of a central difference are both about 1e-10.
    for (const { name, elasticity } of found) expect(elasticity).toBeCloseTo(exact[name as keyof typeof exact], 8);
  });

  it("are refused where the score has no derivative", () => {
    expect(() => sensitivitiesOf(({ p }) => Math.log(p!), { p: 0 })).toThrow(
      "The score is not differentiable at p = 0",
    );
  });
});
