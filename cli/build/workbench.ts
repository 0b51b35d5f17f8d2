import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import type { SiteFile } from "./programs.ts";

/** The folder of a site's workbench. */
export const workbenchFolder = "workbench/";

/**
 * The workbench with the notebooks of a site, in which a reader edits a copy of one. It includes every dataset, because a
 * reader may use any.
 */
export async function buildWorkbench(
  root: string,
  notebooks: readonly { readonly name: string; readonly text: string }[],
): Promise<SiteFile[]> {
  const folder = await mkdtemp(join(tmpdir(), "yuheng-workbench-"));
  const before = process.env.YUHENG_NOTEBOOKS;
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, text } of notebooks) await writeFile(join(folder, `${name}.html`), text);
    // The configuration of the workbench reads the notebooks from this folder.
    process.env.YUHENG_NOTEBOOKS = folder;
    const result = await build({
      configFile: join(root, "vite.config.ts"),
      logLevel: "warn",
      build: { write: false, reportCompressedSize: false },
    });
    const [bundle] = Array.isArray(result) ? result : [result];
    if (!bundle || !("output" in bundle)) throw new Error("The workbench could not be built.");
    return bundle.output.map((file) => ({
      address: workbenchFolder + file.fileName,
      content: file.type === "chunk" ? file.code : file.source,
    }));
  } finally {
    if (before === undefined) delete process.env.YUHENG_NOTEBOOKS;
    else process.env.YUHENG_NOTEBOOKS = before;
    await rm(folder, { recursive: true, force: true });
  }
}
