import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { moduleNames } from "../../kernel/cell/names.ts";
import type { CheckEnvironment } from "../../kernel/check/check-environment.ts";
import type { Catalogue } from "../../kernel/services/catalogue.ts";
import { findDatasets } from "../serve/dataset-folders.ts";
import { browserNames } from "./browser-names.ts";
import { NotebookFolder } from "./notebook-folder.ts";
import { statementChecker } from "./statements.ts";

const root = join(import.meta.dirname, "../..");

/** What notebooks find around them, read once for all that are checked. */
export class Workplace {
  readonly #versions = shippedVersions();
  readonly #globals = browserNames();
  readonly #folders = new Map<string, { notebooks: NotebookFolder; catalogue: Promise<Catalogue> }>();

  /** The environment of one notebook's file; `end` lets its database go. */
  async around(path: string): Promise<CheckEnvironment & { end(): Promise<void> }> {
    const at = resolve(dirname(path));
    const folder = this.#folders.get(at) ?? {
      notebooks: new NotebookFolder(at),
      catalogue: findDatasets(at).catalogue(),
    };
    this.#folders.set(at, folder);
    const { datasets: catalogue } = await folder.catalogue;
    const { refuse, end } = statementChecker(catalogue);
    return {
      catalogue,
      isGlobal: (name) => this.#globals.has(name),
      versions: await this.#versions,
      namesOf: (name) => folder.notebooks.namesOf(name),
      importedElsewhere: await folder.notebooks.takenFrom(basename(path, ".html")),
      refuse,
      end,
    };
  }
}

/** The versions of the libraries that cells may import, as the project pins them. */
async function shippedVersions(): Promise<Record<string, string>> {
  const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  return Object.fromEntries(moduleNames.map((name) => [name, String(dependencies[name])]));
}
