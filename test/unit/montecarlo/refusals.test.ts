import { describe, expect, test } from "vitest";
import { NotSampled, type Obstacle } from "../../../kernel/montecarlo/not-sampled.ts";
import { SampledNotebook, type TestCell } from "./notebook.ts";

const x = 'const x = sample("x", normal({mean: 2, sd: 1}));';

async function refusal(cells: readonly TestCell[], asked: number, draws = 200): Promise<NotSampled> {
  const notebook = await SampledNotebook.settled(cells);
  try {
    const uncertaintyRun = await notebook.sampling.open(asked);
    await uncertaintyRun.draws({ draws });
  } catch (error) {
    expect(error).toBeInstanceOf(NotSampled);
    return error as NotSampled;
  }
  throw new Error("It was sampled.");
}

describe("a cell that cannot be sampled says why", () => {
  const cases: [title: string, cells: TestCell[], obstacle: Obstacle, sentence: RegExp][] = [
    [
      "no sample reaches it",
      ["const a = 1;", "a + 1"],
      "no-sample",
      /^This number does not depend on any uncertain input yet\./,
    ],
    ["it draws", [x, "Plot.plot({marks: [x]})"], "draws", /^This cell draws a figure/],
    ["it waits for the reader", [x, "const y = view(x);"], "waits", /^This cell is an input/],
    ["it calls Math.random", [x, "x + Math.random()"], "chance", /Math\.random.*`random`/],
    ["it reads the clock", [x, "x + Date.now()"], "chance", /reads the clock/],
    ["it changes by itself", [x, "(function* () { yield x; yield 2; })()"], "waits", /generator/],
    [
      "a cell before it calls Math.random",
      [x, "const y = x * Math.random();", "y + 1"],
      "chance",
      /^Cell 2 lies between the uncertain inputs/,
    ],
    [
      "it fails in a draw",
      [x, 'const y = (() => { if (x < 1) throw new Error("too little"); return x; })();', "y"],
      "failed",
      /^Cell 2 failed on draw \d+, where x = .*: too little$/,
    ],
    [
      "it gives NaN in a draw",
      [x, "const root = Math.sqrt(x);"],
      "failed",
      /^On draw \d+ root is NaN, where x = -.*truncated/,
    ],
    ["its shape changes", [x, "[1, 2, 3].filter((each) => each > x)"], "failed", /gives \d numbers, but 1 on the page/],
    ["it shows no number", [x, '"about " + (x > 0 ? "more" : "less")'], "failed", /^This cell shows no number/],
  ];
  test.each(cases)("%s", async (_, cells, obstacle, sentence) => {
    const { obstacle: found, message } = await refusal(cells, cells.length, 2000);
    expect([found, message]).toEqual([obstacle, expect.stringMatching(sentence)]);
  });

  test("and a drawing names what can be asked instead", async () => {
    const { instead } = await refusal([x, "const y = 2 * x;", "Plot.plot({marks: [y]})"], 3);
    expect(instead).toEqual(["y"]);
  });
});

describe("a sample that contradicts itself is a sentence with its name", () => {
  const cases: [source: string, sentence: RegExp][] = [
    ['sample("coal EF", lognormal({mean: 94, lo: 99, hi: 89}))', /^coal EF: lo \(99\) must be less than hi \(89\)\.$/],
    ['sample("coal EF", normal({mean: 94, variance: -1}))', /^coal EF: .*variance/],
    [
      'sample("coal EF", normal({mean: 94, sd: 1}), {group: "g", r: 1.5})',
      /^coal EF: .* is 1\.5; expected a number between 0 and 1/,
    ],
    ['sample("coal EF", 94)', /^coal EF: sample takes a distribution/],
    ["sample(normal({mean: 94, sd: 1}))", /^A sample needs a name first/],
    [
      '[sample("a", normal({mean: 1, sd: 1})), sample("a", normal({mean: 1, sd: 2}))]',
      /^a: .*another distribution in this cell/,
    ],
  ];
  test.each(cases)("%s", async (source, sentence) => {
    const notebook = await SampledNotebook.settled([source]);
    const { status, error } = notebook.flow.stateOf(1)!;
    expect([status, error?.message]).toEqual(["failed", expect.stringMatching(sentence)]);
  });

  test("0 draws are refused", async () => {
    const notebook = await SampledNotebook.settled([x, "x + 1"]);
    const uncertaintyRun = await notebook.sampling.open(2);
    await expect(uncertaintyRun.draws({ draws: 0 })).rejects.toThrow("draws is 0; expected an integer ≥ 2.");
  });

  test("and one name in two cells is one number, or an error in the second", async () => {
    const other = await SampledNotebook.settled([x, 'const y = sample("x", normal({mean: 2, sd: 3}));']);
    expect([1, 2].map((id) => other.flow.stateOf(id)!.status).sort()).toEqual(["failed", "fresh"]);
    const same = await SampledNotebook.settled([x, 'const y = sample("x", normal({sd: 1, mean: 2}));', "x - y"]);
    const uncertaintyRun = await same.sampling.open(3);
    const { leaves } = await uncertaintyRun.draws({ draws: 500 });
    expect([leaves[0]!.least, leaves[0]!.most]).toEqual([0, 0]);
  });
});

test("what a reader chose is taken as it stands", async () => {
  const notebook = await SampledNotebook.settled([x, "const scale = view(10);", "x * scale"]);
  const { leaves } = await (await notebook.sampling.open(3)).draws({ draws: 2000 });
  expect(leaves[0]!.sd).toBeCloseTo(10, -1);
});
