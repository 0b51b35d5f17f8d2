import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { serializeNotebook } from "../../kernel/document/index.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import type { Command } from "../command.ts";
import { Misuse, refuseMisuse } from "../misuse.ts";
import { type Language, languages, openTemplate, type TemplateName, templates } from "../new/template.ts";
import { isName } from "../serve/notebook-store.ts";

const help = `Usage: yuheng new NAME [--template TEMPLATE] [--title TITLE] [--language LANGUAGE]

Writes a new notebook NAME.html into this folder, or where a path leads. A file that is there already is left alone.

  --template TEMPLATE  blank (the default), trade (who emitted for whom), inventory (activity times factor), lesson
  --title TITLE        the title, made of the name if left out
  --language LANGUAGE  en or zh-cn; that of the terminal if left out

Exit code: 1 if it cannot be written, 2 wrong use or a file that is there.
`;

/** `yuheng new`: writes a new notebook. */
export const newNotebook: Command = {
  usage: "new NAME [--template TEMPLATE]",
  summary: "write a new notebook: blank, trade, inventory or lesson",
  run: (args) => refuseMisuse("new", () => run(args)),
};

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      template: { type: "string" },
      title: { type: "string" },
      language: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [given, another] = positionals;
  if (given === undefined) throw new Misuse("How shall the notebook be named?");
  if (another !== undefined) throw new Misuse("One notebook is made at a time; put a name with spaces into quotes.");
  const name = basename(given, ".html");
  if (!isName(name)) throw new Misuse(`“${name}” cannot be the name of a notebook: letters, digits, - and _.`);
  const template = readTemplate(values.template);
  const notebook = await openTemplate(template, readLanguage(values.language), values.title ?? titleOf(name));
  const path = join(dirname(given), `${name}.html`);
  try {
    await writeFile(path, serializeNotebook(notebook), { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new Misuse(`There is a file “${path}” already. Choose another name.`);
    if (code === "ENOENT") throw new Misuse(`There is no folder “${dirname(path)}”. Make it first.`);
    throw error;
  }
  process.stdout.write(`${path} is written. "yuheng serve ${dirname(path)}" opens it.\n`);
  return 0;
}

function readTemplate(given = "blank"): TemplateName {
  const template = templates.find((name) => name === given);
  if (template) return template;
  const near = nearestName(given, templates);
  const hint = near ? ` Did you mean “${near}”?` : "";
  throw new Misuse(`There is no template “${given}”. There are ${templates.join(", ")}.${hint}`);
}

function readLanguage(given: string | undefined): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  if (given === undefined) return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? "zh-cn" : "en";
  const language = languages.find(
    (known) => known === given.toLowerCase() || known.startsWith(`${given.toLowerCase()}-`),
  );
  if (!language) throw new Misuse(`There is no language “${given}”. There are ${languages.join(", ")}.`);
  return language;
}

/** `china-steel` as a title: “China steel”. */
function titleOf(name: string): string {
  const words = name.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
