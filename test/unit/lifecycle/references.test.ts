import { describe, expect, it } from "vitest";
import { lifecycleOf } from "../../../lib/lifecycle/product-system.ts";
import { referencesOf } from "../../../lib/lifecycle/references.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import { denseFromRows } from "../../../lib/numeric/matrix.ts";

const sparse = (rows: number[][]) => csrFromDense(denseFromRows(rows));
const rest = { biosphere: denseFromRows([[1, 1, 10]]), characterization: denseFromRows([[1]]) };

// Activities: electricity, a treatment of waste, a product; rows: waste, product, electricity.
const outOfOrder = [
  [0, -1, 0.2],
  [0, 0, 1],
  [1, -0.5, -2],
];

describe("reference products", () => {
  it("are found where rows stand in another order and a treatment takes its waste in", () => {
    expect([...referencesOf(sparse(outOfOrder)).rowOf]).toEqual([2, 0, 1]);
  });

  it("are those of the diagonal if all of it is positive, though another assignment may exist", () => {
    const joint = sparse([
      [1, 0.5],
      [0.5, 1],
    ]);
    expect([...referencesOf(joint).rowOf]).toEqual([0, 1]);
  });

  it("are called ambiguous where the signs do not decide", () => {
    const joint = sparse([
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, -1],
    ]);
    expect([...referencesOf(joint).rowOf]).toEqual([0, 1, 2]);
    const off = sparse([
      [1, 1, 0, 0],
      [1, 1, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ]);
    const { rowOf, ambiguous } = referencesOf(off);
    expect(new Set(rowOf)).toEqual(new Set([0, 1, 2, 3]));
    expect(writeMessage(ambiguous!)).toContain("activities 0 and 1 does not follow from the signs");
    expect([...referencesOf(off, [1, 0, 3, 2]).rowOf]).toEqual([1, 0, 3, 2]);
  });

  it("that cannot be are refused in sentences that name the activities", () => {
    const names = ["mill", "mine", "smelter"];
    const twoMakers = sparse([
      [1, 1, 0],
      [-1, -1, 0],
      [0, 0, 1],
    ]);
    expect(() => referencesOf(sparse([[1, 0, 0], [0, 0, -1], [0, 0, 1]]), undefined, names)).toThrow("Activity mine makes nothing and treats nothing"); // biome-ignore format: a matrix
    expect([...referencesOf(twoMakers, undefined, names).rowOf].sort()).toEqual([0, 1, 2]);
    const none = sparse([
      [1, 1, 0],
      [0, 0, 0],
      [0, 0, 1],
    ]);
    expect(() => referencesOf(none, undefined, names)).toThrow("Activities mill and mine have fewer products");
    expect(() => referencesOf(none, [0, 1, 2], names)).toThrow("Activity mine has no amount of product 1");
    expect(() => referencesOf(none, [0, 0, 2], names)).toThrow(
      "Product 0 is the reference product of activities mill and mine",
    );
    expect(() => referencesOf(none, [0, 3, 2], names)).toThrow("references[1] is 3, but there are products 0 … 2");
    expect(() => referencesOf(none, [0], names)).toThrow("references has 1 entries, but there are 3 activities");
  });
});

describe("a waste treatment", () => {
  it("runs for what it is given, and its burden is counted", async () => {
    const { scaling, scores, notes } = await lifecycleOf({
      ...rest,
      technosphere: sparse(outOfOrder),
      demand: Float64Array.of(0, 5, 0),
    });
    // 5 products give 1 kg of waste, whose treatment takes 0.5 of electricity beside the 10 of the product.
    expect([...scaling]).toEqual([10.5, 1, 5]);
    expect(scores[0]).toBe(61.5);
    expect(notes).toEqual([]);
  });

  it("may be what is asked for: treating 2 is a demand of −2, and no activity runs backwards", async () => {
    const { scaling, notes } = await lifecycleOf({
      ...rest,
      technosphere: sparse(outOfOrder),
      demand: Float64Array.of(-2, 0, 0),
    });
    expect([...scaling]).toEqual([1, 2, 0]);
    expect(notes).toEqual([]);
  });

  it("that cannot run is named", async () => {
    const names = ["grid", "incinerator", "factory"];
    // Its own electricity gives more waste than it treats.
    const technosphere = sparse([
      [3, -1, 0.2],
      [0, 0, 1],
      [1, -0.5, -2],
    ]);
    await expect(
      lifecycleOf({ ...rest, technosphere, demand: Float64Array.of(0, 1, 0), names, references: [2, 0, 1] }),
    ).rejects.toThrow("without running activities backwards (grid and incinerator)");
  });
});

describe("a system with faults", () => {
  it("names activity and row of what is no number, and the activities of a loop that uses up all it makes", async () => {
    const names = ["mill", "mine", "smelter"];
    const demand = Float64Array.of(1, 0, 0);
    const nan = denseFromRows([[1, 0, 0], [0, 1, Number.NaN], [0, 0, 1]]); // biome-ignore format: a matrix
    await expect(lifecycleOf({ ...rest, technosphere: nan, demand, names })).rejects.toThrow(
      "technosphere contains a value that is not a finite number, at row 1 of activity smelter",
    );
    const loop = sparse([[1, 0, 0], [-1, 1, -1], [0, -1, 1]]); // biome-ignore format: a matrix
    await expect(lifecycleOf({ ...rest, technosphere: loop, demand, names })).rejects.toThrow(
      "technosphere is singular (activities mine and smelter): they use up all that they make together",
    );
  });
});
