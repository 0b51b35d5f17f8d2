import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../../../../lib/industry/flowsheet/block.ts";
import type { Sheet } from "../../../../../lib/industry/flowsheet/sheet.ts";
import { solveFlowsheet } from "../../../../../lib/industry/flowsheet/solve-flowsheet.ts";
import { mixer, reactor, separator, splitter } from "./blocks.ts";

/** Feed + recycle → reactor → separator: A goes back, less a purge. Numbers: A, B, inert. */
function loop(conversion = 0.3, purge = 0.1, feed: readonly number[] = [100, 0, 2]): Sheet {
  return {
    size: 3,
    feeds: { feed },
    blocks: [
      mixer("mixer", ["feed", "recycle"], "charge"),
      reactor("reactor", "charge", "effluent", conversion),
      separator("separator", "effluent", ["product", "gas"], [0, 1, 0]),
      splitter("purge", "gas", ["purged", "recycle"], purge),
    ],
  };
}

const conversions = fc.double({ min: 0.05, max: 0.95, noNaN: true });

describe("a flowsheet", () => {
  test("without a recycle is computed in sequence, in whatever order its blocks are listed", async () => {
    const solved = await solveFlowsheet({
      size: 2,
      feeds: { feed: [10, 1] },
      blocks: [
        separator("separator", "effluent", ["top", "bottom"], [0.9, 0]),
        reactor("reactor", "feed", "effluent", 0.4),
      ],
    });
    expect(solved.parts.map(({ blocks }) => blocks)).toEqual([["reactor"], ["separator"]]);
    expect(solved.streams.effluent).toEqual([6, 5]);
    expect(solved.streams.top).toEqual([5.4, 0]);
    expect(solved).toMatchObject({ iterations: 0, residual: 0, degrees: { unknowns: 8, equations: 8 } });
    expect(solved.method).toMatchObject({ code: "industry.solving.sequence" });
  });

  test.each(["Wegstein", "Newton", undefined] as const)(
    "with a recycle has the flows of the geometric series (%s)",
    async (method) => {
      await fc.assert(
        fc.asyncProperty(conversions, conversions, async (conversion, purge) => {
          const { streams, residual } = await solveFlowsheet(loop(conversion, purge), method ? { method } : {});
          // A in the charge: F / (1 − (1 − X)(1 − p)); the inert: f / p. The factors below 1 lose at most 1/0.05² of the precision.
          const charge = [100 / (1 - (1 - conversion) * (1 - purge)), 0, 2 / purge];
          for (const [i, value] of streams.charge!.entries()) expect(value).toBeCloseTo(charge[i]!, 6);
          expect(residual).toBeLessThan(1e-9);
          // What enters leaves: 102 in product and purge.
          const out = [...streams.product!, ...streams.purged!].reduce((sum, x) => sum + x, 0);
          expect(out).toBeCloseTo(102, 7);
        }),
        { numRuns: 25 },
      );
    },
  );

  test("tears the streams with the fewest numbers, and says which", async () => {
    // The recycle passes one stream of one number (heat), the others have three.
    const narrow: Block = {
      name: "narrow",
      inlets: ["wide"],
      outlets: ["thin"],
      evaluate: (a, [stream]) => [[a.scale(a.sum(stream!), 0.25)]],
    };
    const broad: Block = {
      name: "broad",
      inlets: ["thin", "feed"],
      outlets: ["wide"],
      evaluate: (a, [thin, feed]) => [feed!.map((x) => a.add(x, a.scale(thin![0]!, 0.5)))],
    };
    const solved = await solveFlowsheet({
      size: 3,
      sizes: { thin: 1 },
      feeds: { feed: [1, 2, 3] },
      blocks: [narrow, broad],
    });
    expect(solved.parts).toEqual([{ blocks: ["broad", "narrow"], tears: ["thin"] }]);
    // thin = 0.25 (6 + 1.5 thin)
    expect(solved.streams.thin![0]).toBeCloseTo(1.5 / 0.625, 10);
  });

  test("whose recycle converges by neither step alone is solved by Newton's method, with a note", async () => {
    // x ← 10 / x² has slope −2 at its fixed point: direct substitution runs away, and q is bounded to it.
    const feed: Block = {
      name: "mirror",
      inlets: ["feed", "back"],
      outlets: ["out"],
      evaluate: (a, [f, back]) => [back!.map((x, i) => a.div(f![i]!, a.mul(x, x)))],
    };
    const pipe: Block = { name: "pipe", inlets: ["out"], outlets: ["back"], evaluate: (_, [x]) => [x!] };
    const solved = await solveFlowsheet({
      size: 1,
      feeds: { feed: [10] },
      guesses: { back: [3], out: [3] },
      blocks: [feed, pipe],
    });
    expect(solved.streams.back![0]).toBeCloseTo(Math.cbrt(10), 10);
    expect(solved.method).toMatchObject({ code: "industry.solving.newton" });
    expect(solved.notes[0]).toMatchObject({ code: "industry.solving.fallback" });
  });

  test("meets a specification by a number of a feed, or by a parameter of a block", async () => {
    const byFeed = await solveFlowsheet({
      ...loop(),
      free: [{ stream: "feed", at: 0 }],
      specifications: [{ stream: "product", at: 1, value: 50 }],
    });
    expect(byFeed.streams.product![1]).toBeCloseTo(50, 9);
    // B = X F / (1 − (1 − X)(1 − p))
    expect(byFeed.free["feed[0]"]).toBeCloseTo((50 * (1 - 0.7 * 0.9)) / 0.3, 8);
    const byPurge = await solveFlowsheet({
      ...loop(),
      free: [{ block: "purge", parameter: "share", lo: 0.001, hi: 1 }],
      specifications: [{ stream: "charge", at: 2, value: 40 }],
    });
    expect(byPurge.free["purge.share"]).toBeCloseTo(0.05, 8);
    expect(byPurge.degrees).toEqual({ unknowns: 22, equations: 22 });
    expect(byPurge.residual).toBeLessThan(1e-9);
  });

  test("two specifications with two free numbers are met together, also with a reaction of another order", async () => {
    const sheet = loop();
    const blocks = sheet.blocks.map((block) =>
      block.name === "reactor" ? reactor("reactor", "charge", "effluent", 3, 2) : block,
    );
    const solved = await solveFlowsheet({
      ...sheet,
      blocks,
      free: [
        { stream: "feed", at: 0 },
        { block: "purge", parameter: "share", lo: 0.001, hi: 1 },
      ],
      specifications: [
        { stream: "product", at: 1, value: 45 },
        { stream: "charge", at: 2, value: 20 },
      ],
    });
    // B = 3 √A: A = 225 in the charge; the share is 2/20; A balance: F = B + p (A − B).
    expect(solved.streams.charge![0]).toBeCloseTo(225, 6);
    expect(solved.free["purge.share"]).toBeCloseTo(0.1, 8);
    expect(solved.free["feed[0]"]).toBeCloseTo(45 + 0.1 * 180, 6);
  });
});

describe("a flowsheet that is not determined", () => {
  const refusals: readonly (readonly [string, Sheet, RegExp])[] = [
    ["a stream without source", { ...loop(), feeds: {} }, /stream feed enters the block mixer but has no source/],
    [
      "a stream with two sources",
      { ...loop(), blocks: [...loop().blocks, reactor("other", "product", "recycle", 0.5)] },
      /stream recycle has two sources: the blocks purge and other/,
    ],
    [
      "a stream that is fed and made",
      { ...loop(), feeds: { feed: [1, 0, 0], gas: [1, 2, 3] } },
      /stream gas is over-specified.*block separator/,
    ],
    [
      "a stream that enters two blocks",
      { ...loop(), blocks: [...loop().blocks, reactor("other", "gas", "more", 0.5)] },
      /stream gas enters two blocks, purge and other/,
    ],
    [
      "a feed that enters nothing",
      { ...loop(), feeds: { feed: [1, 0, 0], air: [1, 0, 0] } },
      /feed air enters no block/,
    ],
    [
      "a feed of another length",
      { ...loop(), feeds: { feed: [1] } },
      /stream feed has 1 numbers in `feeds`; expected 3/,
    ],
    [
      "more specifications than free numbers",
      { ...loop(), specifications: [{ stream: "product", at: 1, value: 5 }] },
      /over-specified by 1: product\[1\]/,
    ],
    [
      "a free number without a specification",
      { ...loop(), free: [{ stream: "feed", at: 0 }] },
      /under-specified by 1: feed\[0\]/,
    ],
    [
      "a computed number that is free",
      { ...loop(), free: [{ stream: "gas", at: 0 }], specifications: [{ stream: "product", at: 1, value: 5 }] },
      /Number 0 of the stream gas cannot be free: the block separator computes it/,
    ],
    [
      "a parameter that is not there",
      {
        ...loop(),
        free: [{ block: "reactor", parameter: "x" }],
        specifications: [{ stream: "product", at: 1, value: 5 }],
      },
      /parameter x of the block reactor.*purge\.share/,
    ],
    [
      "two blocks of one name",
      { ...loop(), blocks: [...loop().blocks, mixer("mixer", ["product"], "end")] },
      /Two blocks are named mixer/,
    ],
    [
      "a block with other outlets than it names",
      {
        ...loop(),
        blocks: loop().blocks.map((block) => (block.name === "mixer" ? { ...block, evaluate: () => [] } : block)),
      },
      /block mixer gave 0 outlets/,
    ],
  ];
  test.each(refusals)("says so: %s", async (_, sheet, sentence) => {
    await expect(solveFlowsheet(sheet)).rejects.toThrow(sentence);
  });

  test("says that a recycle without a way out has no steady state, and names its stream", async () => {
    await expect(solveFlowsheet(loop(0, 0))).rejects.toThrow(/recycle of the stream \w+ has no steady state/);
  });

  test("says how the last steps of a recycle without a solution went", async () => {
    // x = x² + 1 has no real solution.
    const block: Block = {
      name: "growth",
      inlets: ["feed", "back"],
      outlets: ["back"],
      evaluate: (a, [f, x]) => [[a.add(a.mul(x![0]!, x![0]!), f![0]!)]],
    };
    const sheet = { size: 1, feeds: { feed: [1] }, blocks: [block] };
    await expect(solveFlowsheet(sheet)).rejects.toThrow(
      /recycle of the stream back does not come to rest: its last relative changes are \d/,
    );
    await expect(solveFlowsheet(sheet, { method: "Wegstein" })).rejects.toThrow(/does not come to rest/);
  });

  test("says what a specification reaches within bounds, and which free number moves none", async () => {
    const purge = { block: "purge", parameter: "share", lo: 0.05, hi: 1 } as const;
    await expect(
      solveFlowsheet({ ...loop(), free: [purge], specifications: [{ stream: "charge", at: 2, value: 400 }] }),
    ).rejects.toThrow(/charge\[2\] = 400 is not reached: it is (39.9|40.0)\d* with purge\.share = 0\.05/);
    await expect(
      solveFlowsheet({
        ...loop(),
        free: [{ stream: "feed", at: 0 }],
        specifications: [{ stream: "charge", at: 2, value: 400 }],
      }),
    ).rejects.toThrow(/do not determine feed\[0\]/);
  });

  test("names the block whose numbers are not finite", async () => {
    const root: Block = {
      name: "root",
      inlets: ["feed"],
      outlets: ["out"],
      evaluate: (a, [x]) => [x!.map((each) => a.log(each))],
    };
    await expect(solveFlowsheet({ size: 2, feeds: { feed: [1, -1] }, blocks: [root] })).rejects.toThrow(
      /block root gives NaN as number 1 of the stream out.*feed/,
    );
  });
});
