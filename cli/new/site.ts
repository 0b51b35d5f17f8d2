import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { DUCKDB_VERSION } from "../../kernel/headless/database/duckdb-package.ts";
import { WrongInput } from "../input/misuse.ts";
import { root } from "../installation/root.ts";
import { makeFolder } from "../results/made-folder.ts";
import type { Language } from "./template.ts";

/** The files of a site by their path, and the file of the template, with the language where there is one for each. */
function filesOf(language: Language): Readonly<Record<string, string>> {
  return {
    "notebooks/inventory.html": `inventory.${language}.html`,
    "notebooks/fuels.csv": "fuels.csv",
    ".github/workflows/notebooks.yml": "workflow.yml",
    ".vscode/tasks.json": "tasks.json",
    // npm would take a file of the template called .gitignore for its own.
    ".gitignore": "gitignore",
    "README.md": `README.${language}.md`,
  };
}

/**
 * Writes a folder of notebooks with data, a workflow that checks, tests, builds and publishes them, and a README. Resolves to the
 * paths of its files. Rejects with WrongInput if there is anything in the folder but a repository.
 */
export async function writeSite(folder: string, language: Language, title: string): Promise<string[]> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new WrongInput(error.code === "ENOTDIR" ? `“${folder}” is a file. Name a folder.` : error.message);
  });
  if (there.some((name) => name !== ".git"))
    throw new WrongInput(`The folder “${folder}” is not empty. Name a new one.`);
  const written: string[] = [];
  const write = async (path: string, text: string) => {
    await makeFolder(dirname(join(folder, path)));
    await writeFile(join(folder, path), text, { flag: "wx" });
    written.push(path);
  };
  for (const [path, source] of Object.entries(filesOf(language))) {
    const text = await readFile(join(root, "cli/new/site", source), "utf8");
    await write(path, text.replace("{title}", () => title).replace("{duckdb}", DUCKDB_VERSION));
  }
  await write("package.json", await manifestOf(basename(resolve(folder))));
  return written;
}

/** The package.json of a site, with this version of Yuheng. */
async function manifestOf(name: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const manifest = {
    name:
      name
        .toLowerCase()
        .replaceAll(/[^a-z0-9-]+/g, "-")
        .replaceAll(/^-+|-+$/g, "") || "notebooks",
    private: true,
    scripts: {
      start: "yuheng serve notebooks --open",
      check: "yuheng check notebooks",
      test: "yuheng test notebooks",
      build: "yuheng build notebooks/*.html --out site",
    },
    devDependencies: { yuheng: version },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
