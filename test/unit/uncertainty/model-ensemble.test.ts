import { describe, expect, it } from "vitest";
import { callTool } from "../../../lib/tools/tool.ts";
import { uncertaintyEnsemble } from "../../../lib/tools/uncertainty-ensemble.ts";
import { modelEnsemble } from "../../../lib/uncertainty/model-ensemble.ts";
import { normalStream } from "../../../lib/uncertainty/normal-stream.ts";
import { studentQuantile } from "../../../lib/uncertainty/student-law.ts";

it("Student's quantiles are those of the tables", () => {
  for (const [degrees, wanted] of [
    [1, 12.706205],
    [2, 4.302653],
    [3, 3.182446],
    [10, 2.228139],
    [30, 2.042272],
    [1000, 1.962339],
  ] as const)
    expect(studentQuantile(0.975, degrees)).toBeCloseTo(wanted, 5);
});

describe("an ensemble", () => {
  const rows = [
    { member: "a", at: 2000, value: 10 },
    { member: "a", at: 2001, value: 14 },
    { member: "b", at: 2000, value: 20 },
    { member: "b", at: 2001, value: 22 },
  ];

  it("comes apart into what is between members, common to them, and each one's own", () => {
    const found = modelEnsemble(rows);
    // Means 12 and 21; times 15 and 18; rests ± 0.5.
    expect(found.mean).toBe(16.5);
    expect(found.sdBetween).toBeCloseTo(Math.sqrt(40.5), 12);
    expect(found.shares.between).toBeCloseTo(81 / 91, 12);
    expect(found.shares.common).toBeCloseTo(9 / 91, 12);
    expect(found.shares.own).toBeCloseTo(1 / 91, 12);
    expect(found.sdCommon).toBeCloseTo(Math.sqrt(4.5), 12);
    expect(found.sdOwn).toBeCloseTo(1, 12);
    expect(found.lo).toBeCloseTo(16.5 - 12.706205 * Math.sqrt(40.5 * 1.5), 3);
  });

  it("is without members that lack a time, and says so", () => {
    const found = modelEnsemble([...rows, { member: "c", at: 2001, value: 99 }]);
    expect(found.leftOut).toEqual(["c"]);
    expect(found.mean).toBe(16.5);
  });

  it("adds what members state of themselves to the spread between them", () => {
    const found = modelEnsemble([
      { member: "a", at: 0, value: 1, sd: 3 },
      { member: "b", at: 0, value: 9, sd: 5 },
    ]);
    expect(found.sdStated).toBeCloseTo(Math.sqrt(17), 12);
    expect(found.sdTotal).toBeCloseTo(Math.sqrt(32 + 17), 12);
  });

  it("of one member has no spread and no interval", () => {
    expect(modelEnsemble([{ member: "a", at: 0, value: 1 }])).toMatchObject({ sdBetween: null, lo: null, least: 1 });
  });

  it("has 95 % intervals that hold a further member in 93 to 97 % of 1,000 seeded trials", () => {
    const size = 4;
    const draws = new Float64Array(size + 1);
    const stream = normalStream(12, "members");
    let held = 0;
    for (let trial = 0; trial < 1000; trial++) {
      stream.fill(trial * 1024, draws);
      const values = Array.from(draws, (z) => 50 + 7 * z);
      const found = modelEnsemble(values.slice(0, size).map((value, m) => ({ member: `${m}`, at: 0, value })));
      if (values[size]! >= found.lo! && values[size]! <= found.hi!) held++;
    }
    expect(held).toBeGreaterThanOrEqual(930);
    expect(held).toBeLessThanOrEqual(970);
  });

  it("refuses nothing, no number, a negative deviation and two values of one time, naming them", () => {
    expect(() => modelEnsemble([])).toThrow("rows is empty");
    expect(() => modelEnsemble([{ member: "a", at: 0, value: Number.NaN }])).toThrow("rows[0].value (a) should be");
    expect(() => modelEnsemble([{ member: "a", at: 0, value: 1, sd: -1 }])).toThrow("rows[0].sd of a is -1");
    expect(() => modelEnsemble([...rows, rows[0]!])).toThrow("a has two values of 2000");
    expect(() =>
      modelEnsemble([
        { member: "a", at: 0, value: 1 },
        { member: "b", at: 1, value: 1 },
      ]),
    ).toThrow("No member has a value at each of the 2 times");
  });
});

it("the tool takes countries apart and gives a law to go on with", async () => {
  const found = await callTool(uncertaintyEnsemble, {
    rows: [
      { entity: "CHN", member: "GCB", value: -11 },
      { entity: "CHN", member: "WIOD", value: -17 },
      { entity: "USA", member: "GCB", value: 10 },
    ],
  });
  expect(found.ensembles.map(({ entity }) => entity)).toEqual(["CHN", "USA"]);
  expect(found.ensembles[0]!.law).toEqual({ type: "normal", mean: -14, sd: Math.sqrt(18) });
  expect(found.notes).toEqual(["USA has one member alone, and so no spread."]);
});
