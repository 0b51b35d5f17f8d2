import * as xlsx from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import { brightwayExcel } from "../../../../lib/exchange/lifecycle/brightway-reader.ts";
import { writeBrightway } from "../../../../lib/exchange/lifecycle/brightway-writer.ts";
import { graphs } from "./graphs.ts";
import { difference, plainGraph } from "./plain-graph.ts";
import { reread, zipped } from "./source.ts";

const inventories = graphs({
  multi: false,
  waste: true,
  formulas: true,
  years: false,
  substitution: true,
  providers: true,
  compartments: ["emission/air", "emission/water/lake", "resource/in ground", "social"],
});

/** What the layout has no column for: CAS numbers. */
const kept = (graph: Parameters<typeof plainGraph>[0]) =>
  plainGraph({ ...graph, flows: graph.flows.map((flow) => ({ ...flow, cas: null })) });

test("a workbook gives the inventory from which it was written", async () => {
  await fc.assert(
    fc.asyncProperty(inventories, async (graph) => {
      const written = writeBrightway(graph, "my database: 钢/[1]");
      const read = await reread(brightwayExcel, written, "lci.xlsx");
      expect(difference(kept(graph), kept(read.graph))).toBeUndefined();
      expect(read.title).toBe("my database: 钢/[1]");
    }),
  );
});

test("another reader of workbooks finds the same cells", () => {
  const [graph] = fc.sample(inventories, { seed: 7, numRuns: 1 });
  const book = xlsx.read(zipped(writeBrightway(graph!, "lci").files), { type: "array" });
  expect(book.SheetNames).toEqual(["lci"]);
  const rows = xlsx.utils.sheet_to_json<unknown[]>(book.Sheets.lci!, { header: 1 });
  expect(rows[0]).toEqual(["Database", "lci"]);
  const heads = rows.filter(([first]) => first === "Activity").map(([, name]) => name);
  expect(heads).toEqual(graph!.activities.map(({ name }) => name));
});
