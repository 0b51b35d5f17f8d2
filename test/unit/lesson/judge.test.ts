import { describe, expect, test } from "vitest";
import type { Exercise, Given } from "../../../kernel/lesson/declaration.ts";
import type { Finding } from "../../../kernel/lesson/finding.ts";
import { judge } from "../../../kernel/lesson/judge.ts";
import { amount } from "../../../kernel/values/amount.ts";

const base = { id: "a", title: "A", answer: "a", solution: "const a = 1;" };
const asked = (exercise: Partial<Exercise>, answer: unknown, given = {}): Promise<Finding> =>
  judge({ ...base, ...exercise }, answer, given);

describe("An answer that is a number", () => {
  const co2: Partial<Exercise> = { value: 44_000, unit: "t CO2" };

  test("is right within the tolerance, and not beyond it", async () => {
    expect(await asked(co2, 44_100)).toEqual({ right: true });
    expect(await asked({ ...co2, tolerance: 0.001 }, 44_100)).toMatchObject({ right: false, kind: "close" });
    expect(await asked({ value: 0, absolute: 0.1 }, 0.05)).toEqual({ right: true });
  });

  test("is converted where it has a unit, carbon to CO2 as well", async () => {
    expect(await asked(co2, amount(44, "kt CO2"))).toEqual({ right: true });
    expect(await asked(co2, amount(12_000, "t C"))).toEqual({ right: true });
    expect(await asked(co2, amount(44_000, "TJ"))).toMatchObject({ kind: "unit", got: "TJ", wanted: "t CO2" });
  });

  test.each<[string, number, object]>([
    ["a wrong prefix", 44, { kind: "ratio", slip: "prefix", above: false, power: -3 }],
    ["per cent", 4_400_000, { kind: "ratio", slip: "percent", above: true }],
    ["a zero", 440_000, { kind: "ratio", slip: "ten", above: true }],
    ["carbon instead of CO2", 12_000, { kind: "ratio", slip: "carbon", above: false, power: 0 }],
    ["44/12 twice", (44_000 * 44) / 12, { kind: "ratio", slip: "carbon", above: true }],
    ["carbon in kilotonnes", 12, { kind: "ratio", slip: "carbon", above: false, power: -3 }],
    ["MWh for GJ", 44_000 * 3.6, { kind: "ratio", slip: "kilowatt-hour" }],
    ["tonnes of coal equivalent", 44_000 / 29.3076, { kind: "ratio", slip: "coal-equivalent" }],
    ["a sum counted twice", 88_000, { kind: "ratio", slip: "twice", above: true }],
    ["the other sign", -44_000, { kind: "sign" }],
    ["the reciprocal", 1 / 44_000, { kind: "reciprocal" }],
    ["nearly right", 45_000, { kind: "close" }],
    ["far too large", 310_000, { kind: "far", above: true }],
    ["far too small", 9_000, { kind: "far", above: false }],
    ["not a number", Number.NaN, { kind: "not-finite" }],
  ])("that is %s is told so", async (_, answer, finding) => {
    expect(await asked(co2, answer)).toMatchObject({ right: false, ...finding });
  });

  test("that is the other share is told so", async () => {
    expect(await asked({ value: 0.3 }, 0.7)).toMatchObject({ kind: "complement" });
  });

  test("is missing, a text or a function, and is told so", async () => {
    expect(await asked(co2, null)).toMatchObject({ kind: "nothing" });
    expect(await asked(co2, "44000 t")).toMatchObject({ kind: "type", wanted: "number", got: "text" });
    expect(await asked(co2, () => 1)).toMatchObject({ kind: "type", got: "function" });
    expect(await asked(co2, [44_000])).toMatchObject({ kind: "type", got: "list" });
  });

  test("may depend on what the notebook gives", async () => {
    expect(await asked({ value: (given: Given) => Number(given.m) * 2 }, 6, { m: 3 })).toEqual({ right: true });
  });

  test("meets the author's mistakes before all others, and never when it is right", async () => {
    const mistakes = [
      { value: [1, 2], reply: "one or two" },
      { ratio: 1000, reply: "thousand" },
      { when: () => true, reply: "any" },
    ];
    expect(await asked({ value: 5, mistakes }, 2)).toEqual({ right: false, kind: "said", reply: "one or two" });
    expect(await asked({ value: 5, mistakes }, 5000)).toMatchObject({ reply: "thousand" });
    expect(await asked({ value: 5, mistakes }, 7)).toMatchObject({ reply: "any" });
    expect(await asked({ value: 5, mistakes }, 5)).toEqual({ right: true });
  });

  test("is not taken for an entry of a wrong list where a list is wanted", async () => {
    const mistakes = [{ value: ["NAFTA", "CHN"], reply: "way round" }];
    expect(await asked({ value: ["CHN", "NAFTA"], mistakes }, "CHN")).toMatchObject({ kind: "type", got: "text" });
    expect(await asked({ value: ["CHN", "NAFTA"], mistakes }, ["NAFTA", "CHN"])).toMatchObject({ reply: "way round" });
  });
});

describe("An answer of several figures", () => {
  const A = [
    [0.1, 0.2],
    [0.3, 0.4],
  ];
  const turned = [
    [0.1, 0.3],
    [0.2, 0.4],
  ];

  test("is told when it is transposed, of another shape, or in another order", async () => {
    expect(await asked({ value: A }, A)).toEqual({ right: true });
    expect(await asked({ value: A }, turned)).toMatchObject({ kind: "transposed" });
    expect(await asked({ value: A }, [[0.1, 0.2]])).toMatchObject({ kind: "shape", wanted: "2 × 2", got: "1 × 2" });
    expect(await asked({ value: [1, 2, 3] }, [3, 2, 1])).toMatchObject({ kind: "order" });
    expect(await asked({ value: [1, 2, 3] }, Float64Array.of(1, 2, 3))).toEqual({ right: true });
  });

  test("is told which of its figures differ, or the one factor by which all do", async () => {
    expect(
      await asked({ value: A }, [
        [0.1, 0.2],
        [0.7, 0.4],
      ]),
    ).toMatchObject({ kind: "entry", at: "[1][0]", wrong: 1 });
    expect(await asked({ value: [44, 88] }, [12, 24])).toMatchObject({ kind: "ratio", slip: "carbon" });
    expect(await asked({ value: { CHN: 1, USA: 2 } }, { USA: 2, CHN: 1 })).toEqual({ right: true });
    expect(await asked({ value: { CHN: 1, USA: 2 } }, { CHN: 1 })).toMatchObject({ kind: "names", missing: "USA" });
  });
});

describe("An answer in words", () => {
  test("is right whatever its capitals and spaces", async () => {
    expect(await asked({ value: "consumption" }, " Consumption ")).toEqual({ right: true });
    expect(await asked({ value: "consumption" }, "income")).toMatchObject({ kind: "text" });
    expect(await asked({ value: ["CHN", "USA"] }, ["USA", "CHN"])).toMatchObject({ kind: "order" });
  });
});

describe("A function under test", () => {
  const cases = [
    { of: [12], gives: 44 },
    { of: [6, { oxidised: 0.5 }], gives: 11 },
  ];
  const right = (carbon: number, { oxidised = 1 } = {}) => (carbon * oxidised * 44) / 12;

  test("is right where every case is", async () => {
    expect(await asked({ cases }, right)).toEqual({ right: true });
  });

  test("is told the first case that fails, and what its result looks like", async () => {
    expect(await asked({ cases }, (carbon: number) => carbon)).toMatchObject({
      kind: "case",
      call: "a(12)",
      got: "12",
      fault: { kind: "ratio", slip: "carbon" },
    });
    const throwing = () => {
      throw new Error("no");
    };
    expect(await asked({ cases }, throwing)).toMatchObject({ kind: "threw", message: "no" });
    expect(await asked({ cases }, 44)).toMatchObject({ kind: "type", wanted: "function" });
  });

  test("is known by a wrong one that gives the same", async () => {
    const like = (carbon: number) => (carbon * 44) / 12;
    const mistakes = [{ like, reply: "oxidation" }];
    expect(await asked({ cases, mistakes }, like)).toEqual({ right: false, kind: "said", reply: "oxidation" });
    // Also where it gives no number in one of the cases.
    const two = (a: number, b: number) => Math.hypot(a, b);
    const sums = [
      { of: [3, 4, 12], gives: 13 },
      { of: [6], gives: 6 },
    ];
    expect(await asked({ cases: sums, mistakes: [{ like: two, reply: "two" }] }, two)).toMatchObject({ reply: "two" });
  });
});

test("a property that does not hold gives its reply, and one that throws does not hold", async () => {
  const holds = [
    { when: (a: unknown) => (a as number[]).reduce((s, x) => s + x) === 1, reply: "sum" },
    { when: (a: unknown) => (a as number[]).every((x) => x >= 0), reply: "sign" },
  ];
  expect(await asked({ holds }, [0.5, 0.5])).toEqual({ right: true });
  expect(await asked({ holds }, [0.5, 0.6])).toMatchObject({ reply: "sum" });
  expect(await asked({ holds }, [1.5, -0.5])).toMatchObject({ reply: "sign" });
  expect(await asked({ holds }, 5)).toMatchObject({ reply: "sum" });
});
