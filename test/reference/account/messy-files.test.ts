import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { openSheets } from "../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../lib/account/reading/read-sheets.ts";
import { type Judgement, judged, type RightFile } from "./messy/judgement.ts";

const folder = join(import.meta.dirname, "messy/first");
const right: Record<string, RightFile> = JSON.parse(readFileSync(join(folder, "right.json"), "utf8"));

/** Lines of each file that are read rightly: name, amount, unit, and year and site where the file states them. */
const floors: Record<string, number> = {};

/** Lines that are still read beside the right ones in their row: assemblies whose parts are read, too. */
const ceilings: Record<string, number> = { "自行车物料清单.csv": 4 };

const said = (results: Judgement[]) => {
  const sum = (count: (result: Judgement) => number) => results.reduce((total, each) => total + count(each), 0);
  const silent = sum((each) => each.silentTraps.length);
  return `${sum((each) => each.right)} right (${sum((each) => each.amounts)} but for year and site) of ${sum((each) => each.lines)} lines, ${sum((each) => each.lost.length)} lost, ${sum((each) => each.twice.length)} twice, ${silent} traps in silence`;
};

async function readFileOf(file: string) {
  const sheets = await openSheets(file, new Uint8Array(readFileSync(join(folder, file))));
  return readSheets(sheets, {});
}

const judgements = new Map<string, Promise<Judgement>>();
function judgementOf(file: string): Promise<Judgement> {
  const isText = [".csv", ".tsv", ".txt"].includes(extname(file));
  const judgement = judgements.get(file) ?? readFileOf(file).then((outcome) => judged(right[file]!, outcome, isText));
  judgements.set(file, judgement);
  return judgement;
}

describe("files of strangers", () => {
  test("each has its right lines beside it", () => {
    const files = readdirSync(folder).filter((file) => file !== "right.json");
    expect(files.sort()).toEqual(Object.keys(right).sort());
  });

  for (const [file, expected] of Object.entries(right)) {
    if (expected.refused !== undefined) {
      test(`${file} is refused with a reason: ${expected.refused}`, async () => {
        await expect(readFileOf(file)).rejects.toThrow(/\S+ \S+/);
      });
      continue;
    }
    test(`${file} is read without a row lost or counted twice`, async ({ annotate }) => {
      const result = await judgementOf(file);
      await annotate(said([result]));
      expect(result.lost).toEqual([]);
      expect(result.twice.length, result.twice.join("\n")).toBeLessThanOrEqual(ceilings[file] ?? 0);
      expect(result.right, result.wrong.join("\n")).toBeGreaterThanOrEqual(floors[file] ?? 0);
    });
  }

  test("have 550 lines or more together, of which the floors hold as many as they say", async ({ annotate }) => {
    const files = Object.keys(right).filter((file) => right[file]!.refused === undefined);
    const all = await Promise.all(files.map(judgementOf));
    await annotate(said(all));
    expect(all.reduce((sum, each) => sum + each.lines, 0)).toBeGreaterThanOrEqual(550);
    expect(Object.keys(floors).filter((file) => !files.includes(file))).toEqual([]);
  });
});
