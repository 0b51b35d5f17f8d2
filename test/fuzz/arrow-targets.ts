import {
  Bool,
  Dictionary,
  Float64,
  Int32,
  Table,
  tableFromArrays,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { gunzipSync, gzipSync } from "fflate";
import { packArrow } from "../../datasets/build/packed-arrow.ts";
import { unpackArrow } from "../../kernel/services/packed-arrow.ts";
import { readArrow } from "../../lib/files/arrow/arrow-file.ts";
import { arrowStream } from "../../lib/files/arrow/arrow-stream.ts";
import { damage } from "./bytes.ts";
import type { Random } from "./random.ts";
import { Broken, type Ending, sentenceIn, type Target } from "./target.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const mixed = new Table({
  text: vectorFromArray(["a", null, "名", "long text"], new Utf8()),
  word: vectorFromArray(["x", "y", "x", null], new Dictionary(new Utf8(), new Int32())),
  number: vectorFromArray([1, Number.NaN, null, -2.5], new Float64()),
  whole: vectorFromArray([1, 2, 3, 4], new Int32()),
  flag: vectorFromArray([true, false, null, true], new Bool()),
});
const cells = tableFromArrays({
  row: Int32Array.from([0, 0, 1, 3]),
  col: Int32Array.from([0, 2, 1, 3]),
  value: Float64Array.from([1, 2.5, 300, 4]),
});

const files = (["file", "stream"] as const).flatMap((form) =>
  [mixed, cells].map((table) => Uint8Array.from(tableToIPC(table, form))),
);
const packed = Uint8Array.from(
  packArrow(Uint8Array.from(tableToIPC(cells, "file")), {
    row: "row",
    col: "col",
    width: 4,
    derived: {},
    values: { value: 10 },
  }),
);

/** Reads every cell: an offset that leads astray shows only there. */
function readCells(bytes: Bytes): Ending {
  try {
    const table = readArrow(bytes, "damaged");
    if (table.numRows > bytes.length * 8) throw new Broken(`${table.numRows} rows came out of ${bytes.length} bytes.`);
    for (const field of table.schema.fields) for (const value of table.getChild(field.name)!) void value;
    return "value";
  } catch (error) {
    if (error instanceof Broken) throw error;
    return sentenceIn(error);
  }
}

function damagedPacked(random: Random): Bytes {
  if (random.chance(0.2)) return damage(packed, random);
  return Uint8Array.from(gzipSync(damage(Uint8Array.from(gunzipSync(packed)), random), { level: 0 }));
}

export const arrowTargets: readonly Target[] = [
  {
    name: "reader:arrow",
    generate: (random) => damage(random.pick(files), random),
    run: async (input) => readCells(input),
  },
  {
    name: "reader:arrow-stream",
    generate: (random) => damage(random.pick(files), random),
    run: async (input) => {
      const stream = arrowStream(input);
      if (stream.length > input.length) throw new Broken("The stream is longer than its file.");
      return "value";
    },
  },
  {
    name: "reader:packed",
    generate: damagedPacked,
    run: async (input) => {
      try {
        await unpackArrow(input);
        return "value";
      } catch (error) {
        return sentenceIn(error);
      }
    },
  },
] satisfies readonly Target<Bytes>[] as readonly Target[];
