import { writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { serializeNotebook } from "../../kernel/document/index.ts";
import type { Program } from "../declarations/declaration.ts";
import type { newNotebook as declaration, newSite as siteDeclaration } from "../declarations/new.ts";
import { Misuse } from "../input/misuse.ts";
import { writeJson } from "../json/write-json.ts";
import { writeSite } from "../new/site.ts";
import { type Language, openTemplate } from "../new/template.ts";
import { isName } from "../serve/notebook-store.ts";

/** `yuheng new`: writes a new notebook. */
export const newNotebook: Program<typeof declaration> = async ({ operands: [given = ""], options }) => {
  const name = basename(given, ".html");
  if (!isName(name)) throw new Misuse(`“${name}” cannot be the name of a notebook: letters, digits, - and _.`);
  const { template, language = terminalLanguage(), title = titleOf(name) } = options;
  const notebook = await openTemplate(template, language, title);
  const path = join(dirname(given), `${name}.html`);
  try {
    await writeFile(path, serializeNotebook(notebook), { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new Misuse(`There is a file “${path}” already. Choose another name.`);
    if (code === "ENOENT") throw new Misuse(`There is no folder “${dirname(path)}”. Make it first.`);
    throw error;
  }
  if (options.json) writeJson("new", { file: path, template, language, title });
  else process.stdout.write(`${path} is written. "yuheng serve ${dirname(path)}" opens it.\n`);
  return 0;
};

/** `yuheng new site`: writes a folder of notebooks that publishes itself. */
export const newSite: Program<typeof siteDeclaration> = async ({ operands: [folder = ""], options }) => {
  const { language = terminalLanguage(), title = titleOf(basename(resolve(folder))) } = options;
  const files = await writeSite(folder, language, title);
  if (options.json) writeJson("new site", { folder, files, language, title });
  else process.stdout.write(`${folder} is written. In it, "npm install" and then "npm start" open it.\n`);
  return 0;
};

function terminalLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? "zh-cn" : "en";
}

/** `china-steel` as a title: “China steel”. */
function titleOf(name: string): string {
  const words = name.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
