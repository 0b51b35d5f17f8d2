import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { writePackageList } from "../../kernel/module/package-list.ts";
import { sqliteFile } from "../sqlite-file.ts";

/** Writes beside a notebook what `carrying.html` reads: a table, a workbook, a database, a module and the package that it imports. */
export async function writeCarriedFiles(folder: string): Promise<void> {
  mkdirSync(join(folder, "lib"));
  mkdirSync(join(folder, "modules"));
  writeFileSync(
    join(folder, "plants.db"),
    await sqliteFile("CREATE TABLE plants (name, mt); INSERT INTO plants VALUES ('Drax', 4.5)"),
  );
  writeFileSync(join(folder, "fuels.csv"), "fuel,tonnes\ncoal,1.5\ngas,2\n");
  const sheets = utils.book_new();
  utils.book_append_sheet(sheets, utils.aoa_to_sheet([["t"], [3]]), "Fuels");
  writeFileSync(join(folder, "book.xlsx"), write(sheets, { type: "buffer", bookType: "xlsx" }));
  writeFileSync(
    join(folder, "lib/twice.ts"),
    'import half from "npm:half@1"; export const twice = (n: number): number => n / half(0.5);',
  );
  const half = "export default (n) => n / (process?.never ?? 1)";
  writeFileSync(join(folder, "modules/half@1.0.0.js"), half);
  writeFileSync(
    join(folder, "modules/modules.json"),
    writePackageList([
      {
        name: "half",
        version: "1.0.0",
        entry: "",
        file: "half@1.0.0.js",
        sha256: createHash("sha256").update(half).digest("hex"),
        licence: "MIT",
        licenceFile: null,
        contains: [],
      },
    ]),
  );
}
