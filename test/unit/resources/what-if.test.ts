import { beforeAll, expect, test } from "vitest";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { Jobs } from "../../../kernel/services/compute/jobs.ts";
import { libraryOf } from "../../../kernel/services/compute/library.ts";
import { ResourceCache } from "../../../kernel/services/compute/resource-cache.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { resources } from "../../../lib/resources.ts";
import { findTool, suggestTools } from "../../../lib/tools.ts";

interface Accounts {
  readonly D_pba: number[][];
  readonly D_cba: number[][];
  readonly regions: string[];
}

const library = libraryOf({ findTool, suggestTools }, resources);
const table = { year: 2011, regions: 7, edits: [] };
const edits = (factor: number) => [{ kind: "intensity", rows: ["CHN.c17"], factor }];
const load = shippedDatasets();

/** A worker's jobs over a cache that keeps so many bytes of each kind, and what it opened, in order. */
function open(most?: number) {
  const jobs = new Jobs(library, new ResourceCache(library, most));
  const opened: string[] = [];
  const progress = (_: number, step: Sentence) => {
    const said = writeMessage(step);
    if (/^(opening|preparing) the/.test(said)) opened.push(said);
  };
  const run = (operation: string, input: unknown) =>
    jobs.run(operation, input, { work: { ...uninterrupted, progress }, load, reads() {} });
  return { run, opened };
}

let solved: Accounts;
beforeAll(async () => {
  const { run } = open();
  const half = { ...table, edits: [{ region: "CHN", sector: "c17", factor: 0.5 }] };
  solved = (await run("consumption.accounts", { $table: half })) as Accounts;
});

test("a what-if is prepared once whatever factors its edits carry, and a frame is the accounts of the edited table", async () => {
  const { run, opened } = open();
  const first = (await run("$whatIf", { $whatIf: { table, edits: edits(0.9) } })) as { factors: number[] };
  const second = (await run("$whatIf", { $whatIf: { table, edits: edits(0.7) } })) as { factors: number[] };
  expect([first.factors, second.factors]).toEqual([[0.9], [0.7]]);
  const frame = (await run("$whatIf.frame", { $whatIf: { table, edits: edits(1) }, factors: [0.5] })) as Accounts;
  expect(opened).toEqual(["preparing the what-if", "opening the table"]);
  for (const side of ["D_pba", "D_cba"] as const)
    for (const [r, value] of solved[side][0]!.entries()) expect(frame[side][0]![r]! / value).toBeCloseTo(1, 9);
});

test("a table and the what-ifs on it do not push each other out, however little room there is", async () => {
  const { run, opened } = open(1);
  const $whatIf = { table, edits: edits(0.9) };
  for (let i = 0; i < 3; i++) {
    await run("$whatIf.frame", { $whatIf, factors: [i] });
    await run("consumption.accounts", { $table: table });
  }
  expect(opened).toEqual(["preparing the what-if", "opening the table"]);
});

test("edits of intensities are laid over a table that is opened and solved once", async () => {
  const { run, opened } = open();
  const factors = [0.2, 0.4, 0.6].map((factor) => ({ ...table, edits: [{ region: "CHN", factor }] }));
  const results = [];
  for (const $table of factors) results.push((await run("consumption.accounts", { $table })) as Accounts);
  expect(opened).toEqual(["opening the table"]);
  const china = results[0]!.regions.indexOf("CHN");
  const produced = results.map(({ D_pba }) => D_pba[0]![china]!);
  // What households emit stays; the rest follows the factor.
  expect((produced[2]! - produced[1]!) / (produced[1]! - produced[0]!)).toBeCloseTo(1, 9);
});

test("an edit that is none is refused with its field, in the name of the tool", async () => {
  const { run } = open();
  const wrong = { $whatIf: { table, edits: [{ kind: "intensity", factor: "half" }] } };
  await expect(run("$whatIf", wrong)).rejects.toMatchObject({
    name: "ToolInputError",
    message: 'consumption.whatIf: $whatIf.edits[0].factor is the text "half"; expected a number.',
  });
});
