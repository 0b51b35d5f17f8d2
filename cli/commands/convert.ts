import { writeFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { exportText, importText, isImportable } from "../../kernel/document/exchange/text.ts";
import { Fault } from "../../lib/message/fault.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { convert as declaration } from "../declarations/convert.ts";
import type { Call, Program } from "../declarations/declaration.ts";
import { readGivenFile } from "../input/given-file.ts";
import { Misuse } from "../input/misuse.ts";
import { writeJson } from "../json/write-json.ts";
import { writeDocument } from "../terminal/wall.ts";

type Format = NonNullable<Call<typeof declaration>["options"]["to"]>;

/** `yuheng convert`: writes a notebook in another format. */
export const convert: Program<typeof declaration> = async ({ operands, options }) => {
  const file = operands[0]!;
  const { out, language, json } = options;
  if (!isImportable(file)) throw new Misuse(`“${file}” is no notebook: they end in .html, .ipynb, .md, .qmd or .ojs.`);
  if (json && out === undefined)
    throw new Misuse(
      "The notebook and the report would both go to standard output: name a file for the notebook with --out.",
    );
  const format = options.to ?? formatOf(out);
  if (out !== undefined && resolve(out) === resolve(file)) {
    throw new Misuse(`“${file}” would be written over itself. Give another file with -o.`);
  }
  const imported = await read(file);
  const notes = imported.notes.map((note) => writeMessage(note));
  let { text } = imported;
  if (format !== "html") {
    const exported = await exportText(text, format, language);
    text = exported.text;
    notes.push(...exported.notes.map((note) => writeMessage(note)));
  }
  if (out === undefined) writeDocument(text);
  else await writeFile(out, text);
  if (json) writeJson("convert", { file, out: out!, format, notes });
  else for (const note of notes) process.stderr.write(`${file}: ${note}\n`);
  return 0;
};

async function read(file: string) {
  const text = await readGivenFile(file);
  try {
    return await importText(basename(file), text);
  } catch (error) {
    if (error instanceof Fault) throw new Misuse(`${file}: ${error.message}`);
    throw error;
  }
}

/** The format of a file by its ending; html if none is written. */
function formatOf(out: string | undefined): Format {
  if (out === undefined) return "html";
  const { of } = declaration.options.to;
  const ending = extname(out).slice(1).toLowerCase();
  const format = of.find((name) => name === ending);
  if (!format) throw new Misuse(`The ending of “${out}” is of no format; name one with --to: ${of.join(", ")}.`);
  return format;
}
