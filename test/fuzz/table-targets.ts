import { utils, write } from "@e965/xlsx";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import { tableFiles } from "../../lib/files/table/table-files.ts";
import { damage, damageText } from "./bytes.ts";
import type { Random } from "./random.ts";
import { type Ending, sentenceIn, type Target } from "./target.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const texts: Readonly<Record<string, string>> = {
  "a.csv": 'sep=;\nTitle\n\nname;value;day\n"São; ""P""";1.234,5;31.01.2024\n名;..;01.02.2024\n',
  "a.tsv": "a\tb\n1\t2\n",
  "a.json": '{"info":1,"rows":[{"a":1,"b":[1]},{"a":12345678901234567890,"c":null}]}',
  "a.jsonl": '{"a":1}\n{"a":"x"}\n',
  "a.geojson": '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":null}]}',
  "a.topojson":
    '{"type":"Topology","arcs":[[[0,0],[1,1],[0,1]]],"objects":{"o":{"type":"Polygon","arcs":[[0]],"properties":{"a":1}}}}',
};

const book = utils.book_new();
utils.book_append_sheet(
  book,
  utils.aoa_to_sheet([
    ["a", "名"],
    [1, "x"],
    [2.5, new Date(0)],
  ]),
  "One",
);
const columnData = [
  { name: "a", data: [1n, 2n, null], type: "INT64" as const },
  { name: "b", data: ["x", null, "名"], type: "STRING" as const },
  { name: "c", data: [1, 1, 1], type: "INT32" as const, encoding: "DELTA_BINARY_PACKED" as const },
  { name: "d", data: ["x", "xy", "xyz"], type: "STRING" as const, encoding: "DELTA_BYTE_ARRAY" as const },
  { name: "e", data: [1.5, 2.5, 3.5], type: "DOUBLE" as const, encoding: "BYTE_STREAM_SPLIT" as const },
];
const binaries: Readonly<Record<string, Bytes>> = {
  "a.parquet": new Uint8Array(parquetWriteBuffer({ columnData })),
  "a.arrow": Uint8Array.from(tableToIPC(tableFromArrays({ a: [1, 2], b: ["x", "y"] }), "file")),
  "a.xls": new Uint8Array(write(book, { type: "array", bookType: "biff8" })),
};
const parts = unzipSync(new Uint8Array(write(book, { type: "array", bookType: "xlsx" })));

/** A workbook of which one part is damaged and packed again. */
function damagedWorkbook(random: Random): Bytes {
  const path = random.pick(Object.keys(parts));
  const part = strToU8(damageText(strFromU8(parts[path]!), random));
  return Uint8Array.from(zipSync({ ...parts, [path]: part }, { mtime: new Date(2020, 0, 1) }));
}

/** Finds the tables, and reads each as it was found. */
async function readAll({ name, bytes }: { readonly name: string; readonly bytes: Bytes }): Promise<Ending> {
  try {
    for (const { reading } of await tableFiles.find(name, bytes)) await tableFiles.read(name, bytes, reading);
    return "value";
  } catch (error) {
    return sentenceIn(error);
  }
}

const target = (name: string, bytes: (random: Random) => Bytes): Target => ({
  name: `table:${name.replace(/^a\./, "")}`,
  generate: (random) => ({ name, bytes: bytes(random) }),
  run: (input) => readAll(input as Parameters<typeof readAll>[0]),
});

export const tableTargets: readonly Target[] = [
  ...Object.entries(texts).map(([name, text]) =>
    target(name, (random) => {
      const bytes = Uint8Array.from(strToU8(damageText(text, random)));
      return random.chance(0.3) ? damage(bytes, random) : bytes;
    }),
  ),
  ...Object.entries(binaries).map(([name, whole]) => target(name, (random) => damage(whole, random))),
  target("a.xlsx", damagedWorkbook),
];
