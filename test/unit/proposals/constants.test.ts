import { describe, expect, test } from "vitest";
import { SampledNotebook } from "../montecarlo/notebook.ts";
import { Proposing } from "./proposing.ts";

/** Name and value of each constant of a cell. */
function constantsOf(source: string, kind = "js"): [string, number][] {
  return new Proposing([{ kind, source }]).candidates().map(({ name, value }) => [name, value!]);
}

describe("the numbers of a cell that can be made uncertain", () => {
  const cases: [source: string, found: [string, number][]][] = [
    ["const x = 94.6;", [["x", 94.6]]],
    [
      "let x = -3, y = 1_000",
      [
        ["x", -3],
        ["y", 1000],
      ],
    ],
    ["var x = await 5;", [["x", 5]]],
    [
      "const net = {coal: 0.95, 'hard coal': 0.9, deep: {gas: 0.85}};",
      [
        ["net.coal", 0.95],
        ["net.hard coal", 0.9],
        ["net.deep.gas", 0.85],
      ],
    ],
    [
      "const years = [{coal: 1, oil: 2.5}];",
      [
        ["years[0].coal", 1],
        ["years[0].oil", 2.5],
      ],
    ],
    [
      "const [a, , b] = [1, 2, 3];",
      [
        ["a", 1],
        ["b", 3],
      ],
    ],
    [
      "const {a, b: c, d: {e = 9}} = {a: 1, b: 2, d: {e: 3}};",
      [
        ["a", 1],
        ["c", 2],
        ["e", 3],
      ],
    ],
    ["const {a, ...rest} = {a: 1, b: 2};", [["a", 1]]],
    // Within arithmetic only numbers with a fraction: 44/12 and 1000 are exact.
    ["const co2 = coal * 0.7 * 44 / 12 * 1000 + 1e-3;", [["co2 0.7", 0.7]]],
    ["coal * 94.6", [["94.6", 94.6]]],
    ["94.6", [["94.6", 94.6]]],
    ["const y = Math.exp(-0.37 * t);", [["y -0.37", -0.37]]],
    ["const y = inventory.cement({cement: 1200, clinkerFraction: 0.65});", [["y.clinkerFraction 0.65", 0.65]]],
    ["const zero = 0, text = '5', flag = true;", []],
    ["const f = (x) => x * 94.6; for (let i = 0.5; i < 2; ++i) f(i);", []],
    ["Plot.plot({marginLeft: 130.5, marks: [Plot.dot(rows, {r: 2.5})]})", []],
    ["const big = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];", []],
    ["const x = view(Inputs.range([0.5, 9.5], {value: 2.5})), y = 3;", []],
    ["const = 3", []],
  ];
  test.each(cases)("%s", (source, found) => expect(constantsOf(source)).toEqual(found));

  test("in TypeScript at the places of the author's source", () => {
    const source = "const ef: number = 94.6 as number, other: Map<string, number> = {coal: 2.5} satisfies object;";
    const notebook = new Proposing([{ kind: "ts", source }]);
    for (const [name, text] of [
      ["ef", "94.6"],
      ["other.coal", "2.5"],
    ] as const) {
      const { subject } = notebook.candidate(name);
      expect(subject.kind === "constant" && source.slice(subject.from, subject.to)).toBe(text);
    }
  });

  test("and of all cells above it, the nearest first, but not of others", () => {
    const notebook = new Proposing(["const far = 1.5;", "const near = far * 2.5;", "const aside = 3.5;", "near + far"]);
    expect(notebook.candidates().map(({ name, place }) => [name, place])).toEqual([
      ["far", 1],
      ["near 2.5", 2],
    ]);
  });
});

describe("marking a number", () => {
  test("changes its own characters and no others", () => {
    const source = "// coal\nconst net = {coal: 0.95,\t'oil': 0.95}; // two\r\nconst a = 1;";
    const { source: changed, below, renamed, preview } = new Proposing([source]).mark("net.coal", 10);
    const call =
      'sample("net.coal", normal({mean: 0.95, halfWidthPercent: 10}) /* own assumption: ± 10 % (95 % interval) */)';
    expect(changed).toBe(source.replace("0.95", call));
    expect([below, renamed]).toEqual([undefined, undefined]);
    expect(preview).toEqual([
      {
        before: "const net = {coal: 0.95,\t'oil': 0.95}; // two",
        after: `const net = {coal: ${call},\t'oil': 0.95}; // two`,
      },
    ]);
  });

  test("keeps a sign with its number, and a value that is far from sure on its side of 0", () => {
    expect(new Proposing(["const x = 2 - -3.5;"]).mark("x -3.5", 5).source).toContain(
      '2 - sample("x -3.5", normal({mean: -3.5,',
    );
    expect(new Proposing(["const x = 10;"]).mark("x", 90).source).toContain("factorBounds({value: 10, lo: 1, hi: 19})");
  });

  test("takes a name that no other sample has", () => {
    expect(new Proposing(["const x = 1;"]).mark("x", 5, ["x", "x (2) China"]).source).toContain('sample("x (3)"');
  });

  test("makes the notebook uncertain", async () => {
    const cells = ["const ef = 94.6;", "const y = ef * 10;"];
    const { cell, source } = new Proposing(cells).mark("ef", 10);
    const notebook = await SampledNotebook.settled(cells.with(cell - 1, source));
    expect(notebook.flow.valueOf("y")).toBe(946);
    const run = await notebook.sampling.open(2);
    const { leaves } = await run.draws({ draws: 4000 });
    // The sampling error of a standard deviation of 4,000 draws is 1.1 % of it.
    expect(leaves[0]!.sd / ((946 * 0.1) / 1.96)).toBeCloseTo(1, 1);
  });
});
