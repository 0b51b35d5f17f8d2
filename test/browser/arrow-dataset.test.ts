import { tableFromIPC } from "apache-arrow";
import { afterAll, expect, test } from "vitest";
import { QueryService } from "../../kernel/services/query.ts";
import { laterTableFiles } from "../../lib/files/table/later-table-files.ts";
import { arrowDatasets, refusals, typesRows, typesStatement } from "../arrow-dataset.ts";

const peers = new URL("/test/unit/lib/files/peers/", location.href);
const peer = async (name: string) => new Uint8Array(await (await fetch(new URL(`${name}.arrow`, peers))).arrayBuffer());
const queries = new QueryService(
  { worker: new URL("/duckdb/eh.worker.js", location.href), wasm: new URL("/duckdb/eh.wasm", location.href) },
  arrowDatasets({
    types: await peer("types"),
    ree: await peer("ree"),
    list_view: await peer("list-view"),
    big_endian: await peer("big-endian"),
  }),
  laterTableFiles,
);
afterAll(() => queries.stop());

test("a dataset with a type that is not read is refused by a sentence, and the others can still be read", async () => {
  for (const [name, sentence] of Object.entries(refusals))
    await expect(queries.query(`select * from ${name}`)).rejects.toThrow(sentence);
  const rows = tableFromIPC(await queries.query(typesStatement)).toArray();
  expect(rows.slice(0, 2).map((row) => row.toJSON())).toEqual(typesRows);
});
