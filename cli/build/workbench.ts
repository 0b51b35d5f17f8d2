import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import type { AttachedFile } from "../../kernel/services/attachment.ts";
import { builtWorkbench } from "../serve/built-workbench.ts";
import { COMPRESSED, readMaybeCompressed } from "../serve/compressed.ts";
import { datasetFiles } from "../serve/datasets.ts";
import { NotebookStore } from "../serve/notebook-store.ts";
import { notebookFiles } from "../serve/notebooks.ts";
import type { SiteFile } from "./program-builds.ts";

/** The folder of a site's workbench. */
export const workbenchFolder = "workbench/";

/**
 * The workbench with the notebooks of a site and their files, in which a reader edits a copy of one. It includes every dataset, because a
 * reader may use any.
 */
export async function buildWorkbench(
  root: string,
  notebooks: readonly { readonly name: string; readonly text: string }[],
  files: readonly AttachedFile[],
): Promise<SiteFile[]> {
  const folder = await mkdtemp(join(tmpdir(), "yuheng-workbench-"));
  try {
    for (const { name, text } of notebooks) await writeFile(join(folder, `${name}.html`), text);
    const written = await Promise.all([
      builtFiles(await builtWorkbench(root)),
      datasetFiles(join(root, "datasets")),
      notebookFiles(new NotebookStore(folder), files),
    ]);
    return written.flat().map(({ address, content }) => ({ address: workbenchFolder + address, content }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files of the built page. A host compresses them itself if it does. */
async function builtFiles(folder: string): Promise<{ readonly address: string; readonly content: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const stored = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files = new Set(stored.map((path) => (path.endsWith(COMPRESSED) ? path.slice(0, -COMPRESSED.length) : path)));
  return Promise.all(
    [...files].map(async (path) => ({
      address: relative(folder, path).split(sep).join("/"),
      content: await readMaybeCompressed(path),
    })),
  );
}
