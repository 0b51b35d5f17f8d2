import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { AttachedFiles } from "../../kernel/attachment/attached-files.ts";
import { moduleNames } from "../../kernel/cell/names.ts";
import type { CheckEnvironment } from "../../kernel/check/check-environment.ts";
import { FolderAttachments } from "../../kernel/headless/folder-attachments.ts";
import { ModuleLoader } from "../../kernel/module/module-graph.ts";
import type { Catalogue } from "../../kernel/services/catalogue.ts";
import { laterTableFiles } from "../../kernel/table-file/later-table-files.ts";
import { messageOf } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
import { findDatasets } from "../serve/dataset-folders.ts";
import { NotebookFolder } from "./notebook-folder.ts";
import { statementChecker } from "./statements.ts";

const root = join(import.meta.dirname, "../..");

/** The environments of the notebooks that are checked: what they have in common is read once. */
export class CheckEnvironments {
  readonly #versions = shippedVersions();
  readonly #globals = browserNames();
  readonly #folders = new Map<string, { notebooks: NotebookFolder; catalogue: Promise<Catalogue> }>();

  /** The environment of one notebook's file; `end` closes its database. */
  async of(path: string): Promise<CheckEnvironment & { end(): Promise<void> }> {
    const location = resolve(dirname(path));
    const folder = this.#folders.get(location) ?? {
      notebooks: new NotebookFolder(location),
      catalogue: findDatasets(location).catalogue(),
    };
    this.#folders.set(location, folder);
    const { datasets: catalogue } = await folder.catalogue;
    const { refuse, end } = statementChecker(catalogue);
    return {
      catalogue,
      isGlobal: (name) => this.#globals.has(name),
      versions: await this.#versions,
      importProblem: (module) => importProblem(module, location),
      namesOf: (name) => folder.notebooks.namesOf(name),
      importedElsewhere: await folder.notebooks.importedFrom(basename(path, ".html")),
      refuse,
      end,
    };
  }
}

/** Why a module beside a notebook, or a package, cannot be read; null if it can. */
async function importProblem(module: string, folder: string): Promise<Sentence | null> {
  const files = new AttachedFiles(new FolderAttachments(folder), laterTableFiles);
  const loader = new ModuleLoader(moduleNames);
  return loader.load(module, "", (file) => files.file(file, "bytes")).then(() => null, messageOf);
}

/** A value that a library of TypeScript declares for every script. */
const declaration = /^declare (?:var|let|const|function|class|namespace|abstract class) ([\w$]+)/gm;

/**
 * The names of the values that a browser gives to every script, from TypeScript's own declarations of the language and of the
 * DOM: a list of ours would be incomplete, and there is no browser here to query.
 */
function browserNames(): ReadonlySet<string> {
  const folder = dirname(createRequire(import.meta.url).resolve("typescript6"));
  const names = new Set(["globalThis", "undefined"]);
  for (const file of readdirSync(folder)) {
    if (!/^lib\.(?:es.*|dom(?:\..*)?|decorators.*)\.d\.ts$/.test(file)) continue;
    for (const [, name] of readFileSync(join(folder, file), "utf8").matchAll(declaration)) names.add(name!);
  }
  return names;
}

/** The versions of the libraries that cells may import, as the project pins them. */
async function shippedVersions(): Promise<Record<string, string>> {
  const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  return Object.fromEntries(moduleNames.map((name) => [name, String(dependencies[name])]));
}
