import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildWorkbench, workbenchFolder } from "../cli/build/workbench.ts";

const root = join(import.meta.dirname, "..");

/**
 * A folder with the built workbench and the shipped notebooks and datasets, as a site without a server has it. The page's own files
 * are those that `npm start` serves. It is gone when the process ends.
 */
export async function workbenchSite(): Promise<string> {
  const shipped = join(root, "notebooks");
  const notebooks = readdirSync(shipped)
    .filter((file) => file.endsWith(".html"))
    .map((file) => ({ name: file.slice(0, -".html".length), text: readFileSync(join(shipped, file), "utf8") }));
  const folder = mkdtempSync(join(tmpdir(), "yuheng-workbench-site-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const { address, content } of await buildWorkbench(root, notebooks, [])) {
    const path = join(folder, address.slice(workbenchFolder.length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}
