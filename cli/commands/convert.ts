import { readFile, writeFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type ExportFormat, exportText, importText, isImportable } from "../../kernel/document/exchange/text.ts";
import { Fault } from "../../lib/message/fault.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import type { Command } from "../command.ts";
import { Misuse, refuseMisuse } from "../misuse.ts";

const formats: readonly (ExportFormat | "html")[] = ["html", "md", "qmd", "ipynb", "js"];

const help = `Usage: yuheng convert FILE [--to FORMAT] [-o FILE] [--language LANGUAGE]

Reads a notebook in the format of its ending (.html, .ipynb, .md, .qmd, .ojs) and writes it in another. What is lost on the way is
said with its line. Nothing of it runs.

  --to FORMAT          html (the default), md (also for Observable Framework), qmd (Quarto), ipynb (Jupyter), js (a module)
  -o, --out FILE       where it is written; its ending gives the format if --to does not. To the standard output if left out
  --language LANGUAGE  of a notebook in several languages, the one whose texts are written: en (the default), zh-CN

Exit code: 1 if it cannot be written, 2 wrong use or a file that is no notebook.
`;

/** `yuheng convert`: writes a notebook in another format. */
export const convert: Command = {
  usage: "convert FILE [--to FORMAT]",
  summary: "write a notebook in another format: html, md (Framework), qmd (Quarto), ipynb (Jupyter), js",
  run: (args) => refuseMisuse("convert", () => run(args)),
};

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: "string" },
      out: { type: "string", short: "o" },
      language: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [file, another] = positionals;
  if (file === undefined) throw new Misuse("Which notebook? Give its file.");
  if (another !== undefined) throw new Misuse("One file is converted at a time.");
  if (!isImportable(file)) throw new Misuse(`“${file}” is no notebook: they end in .html, .ipynb, .md, .qmd or .ojs.`);
  const format = readFormat(values.to, values.out);
  if (values.out !== undefined && resolve(values.out) === resolve(file)) {
    throw new Misuse(`“${file}” would be written over itself. Give another file with -o.`);
  }
  const imported = await read(file);
  const notes = imported.notes.map((note) => writeMessage(note));
  let { text } = imported;
  if (format !== "html") {
    const exported = await exportText(text, format, values.language ?? "en");
    text = exported.text;
    notes.push(...exported.notes.map((note) => writeMessage(note)));
  }
  if (values.out === undefined) process.stdout.write(text);
  else await writeFile(values.out, text);
  for (const note of notes) process.stderr.write(`${file}: ${note}\n`);
  return 0;
}

async function read(file: string) {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Misuse(`There is no file “${file}”.`);
    throw error;
  }
  try {
    return await importText(basename(file), text);
  } catch (error) {
    if (error instanceof Fault) throw new Misuse(`${file}: ${error.message}`);
    throw error;
  }
}

function readFormat(to: string | undefined, out: string | undefined): ExportFormat | "html" {
  const given = to ?? (out === undefined ? "html" : extname(out).slice(1).toLowerCase());
  const format = formats.find((name) => name === given);
  if (format) return format;
  const near = nearestName(given, formats);
  throw new Misuse(
    `There is no format “${given}”. There are ${formats.join(", ")}.${near ? ` Did you mean “${near}”?` : ""}`,
  );
}
