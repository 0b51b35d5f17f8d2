import { describe, expect, it } from "vitest";
import { lifecycleCalculate } from "../../lib/lifecycle/tools/calculate.ts";
import { callTool, ToolInputError } from "../../lib/tool/call.ts";

// Integrated hybrid system after Suh (2004): [[A_p, −C_d], [−C_u, I − A_io]].
const hybrid = {
  technosphere: [
    [1, 0, -0.01, 0],
    [-0.5, 1, 0, 0],
    [0, -0.05, 0.9, -0.2],
    [-0.02, 0, -0.3, 0.9],
  ],
  biosphere: [[2, 0.5, 0.8, 0.4]],
  characterization: [[1]],
  demand: [1, 0, 0, 0],
};

interface Calculated {
  scaling: number[];
  scores: number[];
  contributions: number[][];
  residual: number;
}

describe("lifecycle.calculate", () => {
  it("solves the integrated hybrid case to its published scaling and score", async () => {
    const { scaling, scores, residual } = (await callTool(lifecycleCalculate, hybrid)) as Calculated;
    const published = [1.0003534582219051, 0.5001767291109526, 0.03534582219050731, 0.03401201757954477];
    for (const [j, s] of published.entries()) expect(scaling[j]).toBeCloseTo(s, 12);
    expect(scores[0]).toBeCloseTo(2.29267674578351, 12);
    expect(residual).toBeLessThan(1e-10);
  });

  it("gives contributions of activities that add up to the score", async () => {
    const { contributions, scores } = (await callTool(lifecycleCalculate, hybrid)) as Calculated;
    expect(contributions[0]!.reduce((sum, part) => sum + part, 0)).toBeCloseTo(scores[0]!, 12);
  });

  it("solves a system without elementary flows", async () => {
    const bare = { technosphere: [[2]], biosphere: [], characterization: [], demand: [1] };
    const { scaling, scores } = (await callTool(lifecycleCalculate, bare)) as Calculated;
    expect({ scaling, scores }).toEqual({ scaling: [0.5], scores: [] });
  });

  it("names the part that does not fit", async () => {
    const wrong = callTool(lifecycleCalculate, { ...hybrid, demand: [1, 0] });
    await expect(wrong).rejects.toThrow(ToolInputError);
    await expect(wrong).rejects.toThrow("demand has 2 entries, but there are 4 products");
  });
});
