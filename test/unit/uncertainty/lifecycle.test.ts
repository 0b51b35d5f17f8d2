import { describe, expect, it } from "vitest";
import { lifecycleOf, type ProductSystem } from "../../../lib/lifecycle/product-system.ts";
import { uncertaintyLifecycle } from "../../../lib/lifecycle/tools/uncertainty.ts";
import { uncertainLifecycle } from "../../../lib/lifecycle/uncertain-lifecycle.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import { denseFromRows } from "../../../lib/numeric/matrix.ts";
import { callTool } from "../../../lib/tool/call.ts";

const sparse = (rows: number[][]) => csrFromDense(denseFromRows(rows));

/** Suh's integrated hybrid: [[A_p, −C_d], [−C_u, I − A_io]], numbers of the small case. */
const hybrid: ProductSystem = {
  technosphere: sparse([
    [1, 0, -0.01, 0],
    [-0.5, 1, 0, 0],
    [0, -0.05, 0.9, -0.2],
    [-0.02, 0, -0.3, 0.9],
  ]),
  biosphere: sparse([[2, 0.5, 0.8, 0.4]]),
  characterization: sparse([[1]]),
  demand: Float64Array.from([1, 0, 0, 0]),
};

/** The same where the economy buys nothing of the process: the background does not need the foreground. */
const tiered: ProductSystem = {
  ...hybrid,
  technosphere: sparse([
    [1, 0, 0, 0],
    [-0.5, 1, 0, 0],
    [0, -0.05, 0.9, -0.2],
    [-0.02, 0, -0.3, 0.9],
  ]),
};

const lognormal = { type: "lognormal", mean: 1, geometricSd: 1.1 } as const;
const all = (["technosphere", "biosphere"] as const).map((part) => ({ part, factor: lognormal }));

describe("a product system", () => {
  it("has the scaling and the scores of the hybrid case", async () => {
    const { scaling, scores, residual } = await lifecycleOf(hybrid);
    [1.0003534582219051, 0.5001767291109526, 0.03534582220750731, 0.03401201757954477].forEach((wanted, j) => {
      expect(scaling[j]).toBeCloseTo(wanted, 8);
    });
    expect(scores[0]).toBeCloseTo(2.29267674578351, 12);
    expect((await lifecycleOf(tiered)).scores[0]).toBeCloseTo(2.2918666666666665, 12);
    expect(residual).toBeLessThan(1e-12);
  });

  it("is refused in a sentence that names the part", async () => {
    const refused = (more: Partial<ProductSystem>) => expect(lifecycleOf({ ...hybrid, ...more })).rejects;
    await refused({ technosphere: sparse([[1, 0]]) }).toThrow("technosphere has 1 products and 2 activities");
    await refused({ biosphere: sparse([[1, 2]]) }).toThrow("biosphere is 1 × 2, but 1 × 4 is needed");
    await refused({ demand: new Float64Array(3) }).toThrow("demand has 3 entries, but there are 4 products");
    await refused({
      technosphere: sparse([
        [1, -1, 0, 0],
        [-1, 1, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
      ]),
    }).toThrow("technosphere is singular");
  });
});

describe("uncertain exchanges", () => {
  it("give the first-order variance where they are small, all random", async () => {
    const small = all.map((error) => ({ ...error, factor: { type: "normal", mean: 1, sd: 0.01 } as const }));
    const { scores, uncertain, method } = await uncertainLifecycle(hybrid, small, { draws: 8000, seed: 3 });
    expect(uncertain).toBe(14);
    expect(writeMessage(method)).toBe("each draw solved");
    const step = 1e-6;
    let variance = 0;
    for (const part of ["technosphere", "biosphere"] as const)
      for (const [q, value] of (hybrid[part] as ReturnType<typeof sparse>).values.entries()) {
        const moved = async (factor: number) => {
          const matrix = hybrid[part] as ReturnType<typeof sparse>;
          const values = matrix.values.map((each, at) => (at === q ? value * factor : each));
          return (await lifecycleOf({ ...hybrid, [part]: { ...matrix, values } })).scores[0]!;
        };
        variance += ((0.01 * ((await moved(1 + step)) - (await moved(1 - step)))) / (2 * step)) ** 2;
      }
    expect(scores[0]!.sd / Math.sqrt(variance)).toBeCloseTo(1, 1);
    const shares = scores[0]!.contributors;
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    // 2 kg per unit of a process that runs once: its own output and its own emission weigh most, and alike.
    expect(shares[0]).toMatchObject({ part: "technosphere", row: 0, column: 0 });
    expect(shares[1]).toMatchObject({ part: "biosphere", row: 0, column: 0 });
  });

  it("of a foreground are the same whether the background is solved once or in every draw", async () => {
    const options = { draws: 200, seed: 5 };
    const columns = [0, 1].flatMap((column) => all.map((error) => ({ ...error, column })));
    const once = await uncertainLifecycle(tiered, all, { ...options, foreground: [0, 1] });
    const every = await uncertainLifecycle(tiered, columns, options);
    expect(writeMessage(once.method)).toBe("background solved once");
    expect(writeMessage(every.method)).toBe("each draw solved");
    expect(once.uncertain).toBe(every.uncertain);
    for (const key of ["mean", "sd", "lo", "hi"] as const)
      expect(once.scores[0]![key]).toBeCloseTo(every.scores[0]![key], 10);
  });

  it("of a foreground that the background buys from are solved as a whole, and it is said", async () => {
    const found = await uncertainLifecycle(hybrid, all, { draws: 20, seed: 5, foreground: [0, 1] });
    expect(writeMessage(found.method)).toBe("each draw solved");
    expect(writeMessage(found.notes[0]!)).toContain("buys from the foreground");
  });

  it("vary less on a fixed background than all together", async () => {
    const options = { draws: 2000, seed: 1 };
    const fixed = await uncertainLifecycle(tiered, all, { ...options, foreground: [0, 1] });
    const free = await uncertainLifecycle(tiered, all, options);
    expect(fixed.scores[0]!.sd).toBeLessThan(free.scores[0]!.sd);
  });

  it("are refused where nothing varies, a law is none or an activity is missing", async () => {
    const call = (more: object) =>
      callTool(uncertaintyLifecycle, {
        technosphere: [[1]],
        biosphere: [[2]],
        characterization: [[1]],
        demand: [1],
        errors: [{ part: "biosphere", factor: lognormal }],
        draws: 10,
        ...more,
      });
    expect((await call({})).scores[0]!.value).toBe(2);
    await expect(call({ errors: [] })).rejects.toThrow("No exchange is uncertain");
    await expect(call({ draws: 0 })).rejects.toThrow("draws is 0; expected an integer ≥ 2");
    await expect(call({ foreground: [4] })).rejects.toThrow("foreground names activity 4");
    await expect(
      call({ errors: [{ part: "biosphere", factor: { type: "lognormal", mean: 1, geometricSd: 0.5 } }] }),
    ).rejects.toThrow("errors[0].factor: geometricSd is 0.5; expected a number > 1");
    await expect(call({ technosphere: [[Number.NaN]] })).rejects.toThrow("technosphere[0][0]");
  });
});
