import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { afterAll, describe, expect, it } from "vitest";
import { NodeDatabase } from "../../../kernel/headless/database/node-database.ts";
import { FolderAttachments } from "../../../kernel/headless/folder-attachments.ts";
import { valueTable } from "../../../kernel/values/table.ts";
import { tableFiles } from "../../../lib/files/table/table-files.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { arrowDatasets, refusals, typesRows, typesStatement } from "../../arrow-dataset.ts";
import { openServices, runCells } from "./services.ts";

const peer = (name: string) =>
  Uint8Array.from(readFileSync(join(import.meta.dirname, "../lib/files/peers", `${name}.arrow`)));
const files = {
  types: peer("types"),
  ree: peer("ree"),
  list_view: peer("list-view"),
  big_endian: peer("big-endian"),
};
const database = new NodeDatabase(arrowDatasets(files));
afterAll(() => database.close());

describe("A table of Arrow that a cell has read", () => {
  it("has lengths of time, times, intervals and bytes as a table of the file has them", async () => {
    // Loads what unpacks the columns.
    await tableFiles.find("types.arrow", files.types);
    const names = ["dur_s", "dur_us", "t32s", "t64ns", "interval_mdn", "utf8_view", "date32"];
    const table = valueTable(tableFromIPC(files.types).select(names))!;
    expect(table.columns.map(({ name, unit, kind, values }) => [name, unit, kind, values.slice(0, 2)])).toEqual([
      ["dur_s", "s", "number", [90_061, -5]],
      ["dur_us", "s", "number", [90_061.5, -5]],
      ["t32s", "", "text", ["13:05:09", "00:00:00"]],
      ["t64ns", "", "text", ["13:05:09.123456789", "00:00:00"]],
      ["interval_mdn", "", "text", ["P14M3DT5S", "P-1D"]],
      ["utf8_view", "", "text", ["é中 short", "a long text of more than twelve bytes 北京"]],
      ["date32", "", "time", [new Date("2024-02-29"), new Date("1899-12-31")]],
    ]);
  });

  it("goes to the database with these values", async () => {
    const folder = await mkdtemp(join(tmpdir(), "yuheng-arrow-"));
    try {
      await writeFile(join(folder, "types.arrow"), files.types);
      const { values, cells } = await runCells(
        openServices(),
        [
          `const table = (await FileAttachment("types.arrow").arrow()).select(["dur_ms", "t32ms", "interval_mdn", "binary_view"])`,
          `const [row] = await (await DuckDBClient.of({t: table})).query("select * from t")`,
        ],
        { attachments: new FolderAttachments(folder) },
      );
      expect(cells.map(({ error }) => error?.message)).toEqual([undefined, undefined]);
      const { dur_ms, t32ms, interval_mdn, binary_view } = values.get("row") as Record<string, unknown>;
      expect([dur_ms, t32ms, interval_mdn, binary_view]).toEqual([90_061.5, "13:05:09.123", "P14M3DT5S", "00ff"]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe("A dataset of a folder, with any types of Arrow, in the database of Node", () => {
  it("has the values that were written, as the page's database gives them", async () => {
    const rows = tableFromIPC(await database.query(typesStatement)).toArray();
    expect(rows.slice(0, 2).map((row) => row.toJSON())).toEqual(typesRows);
  });

  it.each(Object.entries(refusals))("is refused by a sentence that names the column: %s", async (name, sentence) => {
    const error = await database.query(`select * from ${name}`).catch((thrown: unknown) => thrown);
    expect([error instanceof Fault, (error as Error).message]).toEqual([true, expect.stringContaining(sentence)]);
  });
});
