import { expect, test } from "vitest";
import { SampledNotebook } from "./notebook.ts";

const ef = (sd: number) => `const ef = sample("ef", normal({mean: 2, sd: ${sd}}));`;
const series = "const series = [2000, 2001].map((year) => ({year, co2: ef * (year - 1999)}));";
const band = "const band = await spread(series);";

interface Row {
  year: number;
  co2: number;
  lo: number;
  p50: number;
  hi: number;
  sd: number;
}

test("a spread has the bounds beside the fields of each record", async () => {
  const notebook = await SampledNotebook.settled([ef(0.1), series, band]);
  const rows = notebook.flow.valueOf("band") as Row[];
  expect(rows.map(({ year, co2 }) => [year, co2])).toEqual([
    [2000, 2],
    [2001, 4],
  ]);
  expect(rows[1]!.lo).toBeCloseTo(4 - 1.96 * 0.2, 1);
  expect(rows[1]!.hi).toBeCloseTo(4 + 1.96 * 0.2, 1);
  expect(rows[1]!.sd).toBeCloseTo(0.2, 1);
});

test("it is made anew when a distribution changes although no number on the page does", async () => {
  const notebook = await SampledNotebook.settled([ef(0.1), series, band]);
  await notebook.edit([ef(0.3), series, band]);
  await notebook.flow.settled();
  expect((notebook.flow.valueOf("band") as Row[])[0]!.sd).toBeCloseTo(0.3, 1);
});

test("a number gives one record, numbers one each, and records of several uncertain fields ask which", async () => {
  const both = "const both = [{a: ef, b: 2 * ef}];";
  const notebook = await SampledNotebook.settled([
    ef(0.1),
    "const one = await spread(ef);",
    "const list = [ef, 3];",
    "const listed = await spread(list);",
    both,
    "const unsaid = await spread(both);",
    'const said = await spread(both, {of: "b"});',
  ]);
  const { flow } = notebook;
  expect(flow.valueOf("one")).toMatchObject({ value: 2 });
  expect(flow.valueOf("listed")).toMatchObject([
    { index: 0, value: 2 },
    { index: 1, value: 3, lo: 3, hi: 3, sd: 0 },
  ]);
  expect(flow.stateOf(6)!.error?.message).toBe(
    'both has several uncertain fields: a, b. Say which: spread(both, {of: "a"}).',
  );
  expect((flow.valueOf("said") as Row[])[0]!.p50).toBeCloseTo(4, 1);
});

test("what is computed in the cell itself has no name to be asked by", async () => {
  const notebook = await SampledNotebook.settled([ef(0.1), "await spread([ef])"]);
  expect(notebook.flow.stateOf(2)!.error?.message).toMatch(/^spread takes a value that another cell gives/);
});
