import { describe, expect, test } from "vitest";
import { lifecycleBill } from "../../../lib/lifecycle/tools/bill.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { assess, gateOf } from "./assessed-bill.ts";

const read = (text: string) =>
  lifecycleBill.output.parse(inEnglish(lifecycleBill.run({ text }, undefined as never, undefined as never)));
const product = { description: "A stand.", functionalUnit: { amount: 1, unit: "item" } };

describe("lines of a bill that could not be read", () => {
  const text = "Material;Amount;Unit\nsteel;2.5;kg\nPP;about 3;kg\nglass;;kg\nTotal;9.5;kg";

  test("are handed on with the lines that were, without headings and sums", () => {
    const { bill, leftOut, input } = read(text);
    expect(leftOut.map(({ isLine }) => isLine)).toEqual([true, true, false]);
    expect(input.bill).toEqual(bill);
    expect(input.leftOut.map((each) => each.text)).toEqual(["PP;about 3;kg", "glass;;kg"]);
  });

  test("count as lines without data: in coverage, headline, gates and shares", async () => {
    const { input, leftOut } = read(text);
    const found = await assess({ ...product, ...input });
    expect(found.coverage).toEqual({ lines: 1, of: 3, notRead: 2, byMass: null });
    expect(found.headline).toContain("from 1 of 3 lines of the bill, of which 2 could not be read");
    expect(found.headline).toContain("a part of the score");
    expect(found.leftOut.map((each) => each.text)).toEqual(["PP;about 3;kg", "glass;;kg"]);
    for (const [phase, name] of [
      [1, "lines"],
      [1, "mass"],
      [3, "completeness"],
    ] as const)
      expect(gateOf(found, phase, name)).toMatchObject({ name, passed: false });
    const alone = await assess({ ...product, bill: input.bill });
    expect(found.score.value).toBe(alone.score.value);
    expect(found.cutOffShare!).toBeGreaterThan(alone.cutOffShare!);
    // The rows as `lifecycle.bill` lists them are taken as well: headings and sums do not count.
    expect((await assess({ ...product, bill: input.bill, leftOut })).coverage).toEqual(found.coverage);
  });

  test("leave no score where no other line has data, whatever electricity is given", async () => {
    const { input } = read("Material;Amount\nsteel;about 3 kg");
    const found = await assess({ ...product, ...input, electricity: 20 });
    expect(found.score).toMatchObject({ value: null, lo: null, hi: null });
    expect(found.coverage).toMatchObject({ lines: 0, of: 1, notRead: 1 });
    expect(found.headline).toContain("No score");
    expect(found.rangedShare).toBeNull();
    expect(found.scores.filter(({ value }) => value !== null && value !== 0)).toEqual([]);
  });

  test("are not carried by a transport that states no mass, and it is said", async () => {
    const { input } = read(text);
    const found = await assess({ ...product, ...input, transport: [{ mode: "truck", distance: 100 }] });
    expect(found.phases[1]!.assumptions.join(" ")).toContain("carries the lines that could be read");
  });
});
