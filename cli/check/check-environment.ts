import { basename, dirname, resolve } from "node:path";
import { moduleNames } from "../../kernel/cell/names.ts";
import type { CheckEnvironment } from "../../kernel/check/check-environment.ts";
import type { Catalogue } from "../../kernel/services/catalogue.ts";
import { installedVersions } from "../build/installed-versions.ts";
import { root } from "../root.ts";
import { findDatasets } from "../serve/dataset-folders.ts";
import { browserNames } from "./browser-names.ts";
import { NotebookFolder } from "./notebook-folder.ts";
import { statementChecker } from "./statements.ts";

/** The environments of the notebooks that are checked: what they have in common is read once. */
export class CheckEnvironments {
  readonly #versions = shippedVersions();
  readonly #globals = browserNames(root);
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
      namesOf: (name) => folder.notebooks.namesOf(name),
      importedElsewhere: await folder.notebooks.importedFrom(basename(path, ".html")),
      refuse,
      end,
    };
  }
}

/** The versions of the libraries that cells may import. */
async function shippedVersions(): Promise<Record<string, string>> {
  const { modules } = await installedVersions(root);
  return Object.fromEntries(
    moduleNames.map((name) => [name, modules.find((each) => each.name === name)?.version ?? ""]),
  );
}
