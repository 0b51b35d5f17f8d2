import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { afterAll, describe, expect, it } from "vitest";
import { NodeDatabase } from "../../../kernel/headless/database/node-database.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { arrowDatasets, refusals, typesRows, typesStatement } from "../../arrow-dataset.ts";

const peer = (name: string) =>
  Uint8Array.from(readFileSync(join(import.meta.dirname, "../table-file/peers", `${name}.arrow`)));
const files = {
  types: peer("types"),
  ree: peer("ree"),
  list_view: peer("list-view"),
  big_endian: peer("big-endian"),
};
const database = new NodeDatabase(arrowDatasets(files));
afterAll(() => database.close());

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
