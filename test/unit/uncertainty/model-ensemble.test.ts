import { describe, expect, it } from "vitest";
import { callTool } from "../../../lib/tool/call.ts";
import { studentQuantile } from "../../../lib/uncertainty/distributions/student-law.ts";
import { modelEnsemble } from "../../../lib/uncertainty/propagation/model-ensemble.ts";
import { normalStream } from "../../../lib/uncertainty/sampling/normal-stream.ts";
import { uncertaintyEnsemble } from "../../../lib/uncertainty/tools/ensemble.ts";

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
    expect(found.shares.between).toBeCloseTo(81 / 91, 12);
    expect(found.shares.common).toBeCloseTo(9 / 91, 12);
    expect(found.shares.own).toBeCloseTo(1 / 91, 12);
    expect(found.sdCommon).toBeCloseTo(Math.sqrt(4.5), 12);
    expect(found.sdOwn).toBeCloseTo(1, 12);
  });

  it("of two to four members is a range, and has neither standard deviation nor interval", () => {
    for (const size of [2, 3, 4]) {
      const few = modelEnsemble(Array.from({ length: size }, (_, m) => ({ member: `${m}`, at: 0, value: m })));
      expect(few).toMatchObject({ says: "range", sdBetween: null, sdTotal: null, lo: null, hi: null });
      expect([few.least, few.most]).toEqual([0, size - 1]);
    }
  });

  it("has from five members on the standard deviation between them and the interval of a sixth", () => {
    const five = modelEnsemble([1, 2, 3, 4, 5].map((value) => ({ member: `${value}`, at: 0, value })));
    expect(five.says).toBe("interval");
    expect(five.sdBetween).toBeCloseTo(Math.sqrt(2.5), 12);
    expect(five.lo).toBeCloseTo(3 - 2.776445 * Math.sqrt(2.5 * 1.2), 5);
  });

  it("counts of the editions of one source the newest, whether the name or the row says so", () => {
    const named = modelEnsemble([
      { member: "GCB 2024", at: 0, value: 4.9 },
      { member: "GCB 2025", at: 0, value: 5.2 },
      { member: "WIOD", at: 0, value: 15.6 },
    ]);
    expect(named.members.map(({ member }) => member)).toEqual(["GCB 2025", "WIOD"]);
    expect(named.olderEditions).toEqual([{ member: "GCB 2024", newest: "GCB 2025" }]);
    expect([named.least, named.most]).toEqual([5.2, 15.6]);
    const said = modelEnsemble([
      { member: "first", at: 0, value: 1, source: "S", edition: 1 },
      { member: "third", at: 0, value: 3, source: "S", edition: 3 },
      { member: "second", at: 0, value: 2, source: "S", edition: 2 },
    ]);
    expect(said.members.map(({ member }) => member)).toEqual(["third"]);
    expect(said.olderEditions.map(({ member }) => member)).toEqual(["first", "second"]);
    const [a, b] = [
      { member: "a", at: 0, value: 1, source: "S" },
      { member: "b", at: 0, value: 1, source: "S" },
    ];
    expect(() => modelEnsemble([a, b])).toThrow("a is one of several editions of S; set the year or number of each");
    expect(() =>
      modelEnsemble([
        { ...a, edition: 1 },
        { ...b, edition: 1 },
      ]),
    ).toThrow("a and b are both edition 1 of S");
  });

  it("is without members that lack a time, and says so", () => {
    const found = modelEnsemble([...rows, { member: "c", at: 2001, value: 99 }]);
    expect(found.leftOut).toEqual(["c"]);
    expect(found.mean).toBe(16.5);
  });

  it("adds what members state of themselves to the spread between them", () => {
    const found = modelEnsemble([1, 2, 3, 4, 5].map((value) => ({ member: `${value}`, at: 0, value, sd: value })));
    expect(found.sdStated).toBeCloseTo(Math.sqrt(11), 12);
    expect(found.sdTotal).toBeCloseTo(Math.sqrt(2.5 + 11), 12);
  });

  it("of one member has no spread and no interval", () => {
    expect(modelEnsemble([{ member: "a", at: 0, value: 1 }])).toMatchObject({
      says: "nothing",
      sdBetween: null,
      lo: null,
      least: 1,
    });
  });

  it("has 95 % intervals that hold a further member in 93 to 97 % of 1,000 seeded trials", () => {
    const size = 5;
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
    expect(() => modelEnsemble([{ member: "a", at: 0, value: Number.NaN }])).toThrow(
      "rows[0].value (a) is NaN; expected",
    );
    expect(() => modelEnsemble([{ member: "a", at: 0, value: 1, sd: -1 }])).toThrow("rows[0].sd of a is -1");
    expect(() => modelEnsemble([...rows, rows[0]!])).toThrow("a has two values at 2000");
    expect(() =>
      modelEnsemble([
        { member: "a", at: 0, value: 1 },
        { member: "b", at: 1, value: 1 },
      ]),
    ).toThrow("No member has a value at each of the 2 times");
  });
});

it("the tool takes countries apart and gives a law to go on with where enough members make one", async () => {
  const found = await callTool(uncertaintyEnsemble, {
    rows: [
      ...[1, 2, 3, 4, 5].map((value) => ({ entity: "CHN", member: `${value}`, value })),
      { entity: "JPN", member: "GCB 2024", value: 16 },
      { entity: "JPN", member: "GCB 2025", value: 17 },
      { entity: "JPN", member: "WIOD", value: 19 },
      { entity: "USA", member: "GCB", value: 10 },
    ],
  });
  expect(found.ensembles.map(({ entity }) => entity)).toEqual(["CHN", "JPN", "USA"]);
  expect(found.ensembles.map(({ law }) => law)).toEqual([{ type: "normal", mean: 3, sd: Math.sqrt(2.5) }, null, null]);
  expect(found.notes).toEqual([
    "JPN is without GCB 2024: GCB 2025 is a newer edition of the same source, and the two are not independent.",
    "JPN has 2 members: a range, and too few for a standard deviation or an interval.",
    "USA has one member alone, and so no spread.",
  ]);
});
