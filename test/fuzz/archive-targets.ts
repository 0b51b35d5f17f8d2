import { gzipSync, strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readSheet as readBy, type SheetReader } from "../../app/frame/sheet-file.ts";
import { openFiles } from "../../kernel/services/import/file-source.ts";
import { openSheets } from "../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../lib/account/reading/read-sheets.ts";
import { findTables } from "../../lib/exchange/mrio/find-tables.ts";
import { binaryWorkbookFile } from "../unit/exchange/binary-workbook-file.ts";
import * as samples from "../unit/exchange/samples.ts";
import { workbookFile } from "../unit/exchange/workbook-file.ts";
import { damage, damageText } from "./bytes.ts";
import type { Random } from "./random.ts";
import { type Ending, sentenceIn, type Target } from "./target.ts";

const sheetReader: SheetReader = {
  load: async () => ({ openSheets }),
  read: async ({ sheets, ...asked }) => readSheets(sheets, asked),
};

/** Files as a person picks them. */
interface Picked {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const { numbers: _, sums: __, ...databases } = samples;
const rows = [
  ["category", "fuel", "amount", "unit"],
  ["1.A.1", "Coal, brown", 1.5, "TJ"],
  ["1.A.2", 'Gas "natural"', -3e10, "TJ"],
  [null, null, null, null],
  ["2.A.1", "名", 0, ""],
];
const sheets = { Fuels: rows, Second: [["a", 1]] };
const csv = 'category,fuel,2020\r\n1.A,"Coal, brown","1,5"\r\n2.A,"a ""b""\nc",3\r\n';

/** Text that a case reads out of an archive at most: what is beyond belongs to a reader that goes on. */
const READ = 4_000_000;

/** An archive notes when it was packed; a case is the same on every day. */
const packed = new Date(2020, 0, 1);
const repacked = (whole: Uint8Array) => zipSync(unzipSync(whole), { mtime: packed });

const archives: readonly { readonly name: string; readonly file: string; readonly whole: Uint8Array }[] = [
  { name: "xlsx", file: "sheet.xlsx", whole: repacked(workbookFile(sheets)) },
  { name: "xlsb", file: "sheet.xlsb", whole: repacked(binaryWorkbookFile(sheets)) },
  ...Object.entries(databases).map(([name, files]) => ({
    name: `zip-${name}`,
    file: "database.zip",
    whole: zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
      mtime: packed,
    }),
  })),
];

/** The archive damaged outside, or one of its parts, packed again with the right sums. */
function damagedArchive(whole: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  if (random.chance(0.25)) return damage(Uint8Array.from(whole), random);
  const parts = unzipSync(whole);
  const path = random.pick(Object.keys(parts));
  const part = Uint8Array.from(parts[path]!);
  const isText = !path.endsWith(".bin");
  const now = isText && random.chance(0.8) ? strToU8(damageText(strFromU8(part), random)) : damage(part, random);
  return Uint8Array.from(zipSync({ ...parts, [path]: now }, { level: random.chance(0.5) ? 0 : 6, mtime: packed }));
}

async function readAll({ name, bytes }: Picked): Promise<Ending> {
  const file = new File([bytes], name);
  try {
    if (/\.xls[xb]$/.test(name)) await readBy(file, sheetReader);
    const source = await openFiles([file]);
    let letters = 0;
    for (const path of source.paths) {
      const parts = /\.xls[xb]$/.test(path) ? (await source.sheets!(path)).map((sheet) => `${path}#${sheet}`) : [path];
      for (const part of parts)
        for await (const text of source.open(part)) {
          letters += text.length;
          if (letters > READ) return "stopped";
        }
    }
    for (const table of findTables(source)) {
      await table.stressors();
      await table.read();
    }
    return "value";
  } catch (error) {
    return sentenceIn(error);
  }
}

export const archiveTargets: readonly Target[] = [
  ...archives.map(
    ({ name, file, whole }): Target<Picked> => ({
      name: `reader:${name}`,
      generate: (random) => ({ name: file, bytes: damagedArchive(whole, random) }),
      run: readAll,
    }),
  ),
  {
    name: "reader:gz",
    generate: (random) => {
      const packed = gzipSync(strToU8(csv), { mtime: 0 });
      return { name: "rows.csv.gz", bytes: damage(Uint8Array.from(packed), random) };
    },
    run: readAll,
  } satisfies Target<Picked>,
  {
    name: "reader:csv",
    generate: (random) => {
      const text = damageText(random.chance(0.5) ? csv : csv.replaceAll(",", random.pick(["\t", ";"])), random);
      const bytes = Uint8Array.from(strToU8(text));
      return { name: random.pick(["rows.csv", "rows.tsv"]), bytes: random.chance(0.3) ? damage(bytes, random) : bytes };
    },
    async run({ name, bytes }) {
      try {
        await readBy(new File([bytes], name), sheetReader);
        return "value";
      } catch (error) {
        return sentenceIn(error);
      }
    },
  } satisfies Target<Picked>,
] as readonly Target[];
