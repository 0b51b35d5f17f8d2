import { describe, expect, test } from "vitest";
import { lifecycleOf } from "../../../lib/lifecycle/product-system.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { denseFromRows } from "../../../lib/numeric/matrix.ts";

const rest = { biosphere: denseFromRows([[1, 1, 1]]), characterization: denseFromRows([[1]]) };

describe("a product system that runs activities backwards", () => {
  test("is refused where no credit explains it, and the activities are named", async () => {
    // Making one unit of 1 takes 0.8 of 2, and of 2 takes 1.5 of 1: 1.2 units for each unit made.
    const technosphere = denseFromRows([
      [1, 0, 0],
      [-0.5, 1, -1.5],
      [0, -0.8, 1],
    ]);
    const system = { ...rest, technosphere, demand: Float64Array.of(1, 0, 0) };
    await expect(lifecycleOf(system)).rejects.toMatchObject({
      field: "technosphere",
      message: expect.stringContaining("running activities backwards (1 and 2)"),
    });
  });

  test("is solved where the loop is not called for", async () => {
    const technosphere = denseFromRows([
      [1, 0, 0],
      [0, 1, -1.5],
      [0, -0.8, 1],
    ]);
    const { scaling, notes } = await lifecycleOf({ ...rest, technosphere, demand: Float64Array.of(1, 0, 0) });
    expect([...scaling].map((value) => value + 0)).toEqual([1, 0, 0]);
    expect(notes).toEqual([]);
  });

  test("is solved and says so where a credit or a negative demand may mean it", async () => {
    // Activity 0 makes half a unit of product 1 beside its own: less of activity 1 is needed.
    const technosphere = denseFromRows([
      [1, 0, 0],
      [0.5, 1, 0],
      [0, -0.2, 1],
    ]);
    const credit = await lifecycleOf({ ...rest, technosphere, demand: Float64Array.of(1, 0, 1) });
    expect(credit.scaling[1]).toBeCloseTo(-0.5, 12);
    expect(inEnglish(credit.notes)).toEqual([expect.stringContaining("Activities with a negative scaling: 1.")]);
    const plain = denseFromRows([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    const returned = await lifecycleOf({ ...rest, technosphere: plain, demand: Float64Array.of(1, -1, 0) });
    expect(returned.notes).toHaveLength(1);
  });
});
