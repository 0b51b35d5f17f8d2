import { isAttachmentName } from "../attachment/attachment-name.ts";
import { MissingFile } from "../attachment/missing-file.ts";
import { textOf } from "../attachment/text-content.ts";
import { moduleNames } from "../cell/names.ts";
import { type CellSource, compileCell } from "../compile/index.ts";
import type { Attachments } from "../services/attachment.ts";
import { ModuleLoader } from "./module-graph.ts";
import { packageFolder, packageListName, readPackageList } from "./package-list.ts";

/**
 * The names of the files that the imports of cells need, directly or through modules, the list of packages and their licences among
 * them. What cannot be read is left out: the importing cell reports it.
 */
export async function moduleFiles(
  cells: readonly CellSource[],
  attachments: Pick<Attachments, "read">,
): Promise<string[]> {
  const loader = new ModuleLoader(moduleNames);
  const found = new Set<string>();
  const read = async (file: string) => {
    const content = isAttachmentName(file) ? await attachments.read(file) : null;
    if (!content) throw new MissingFile(file);
    found.add(file);
    return content;
  };
  const open = cells.flatMap((cell) =>
    compileCell(cell, { libraries: moduleNames })
      .imports.filter(({ kind }) => kind !== "notebook")
      .map(({ module }) => ({ specifier: module, importer: "" })),
  );
  const seen = new Set<string>();
  for (let next = open.pop(); next; next = open.pop()) {
    const step = JSON.stringify(next);
    if (seen.has(step)) continue;
    seen.add(step);
    const graph = await loader.load(next.specifier, next.importer, read).catch(() => null);
    for (const { file: importer, content } of graph?.modules.values() ?? [])
      if ("script" in content) open.push(...content.script.dynamic.map((specifier) => ({ specifier, importer })));
  }
  for (const licence of await licencesOf(found, attachments)) found.add(licence);
  return [...found];
}

async function licencesOf(files: ReadonlySet<string>, attachments: Pick<Attachments, "read">): Promise<string[]> {
  const list = files.has(packageListName) ? await attachments.read(packageListName) : null;
  const used = readPackageList(list ? textOf(packageListName, list.bytes, "utf-8").text : "")?.filter(({ file }) =>
    files.has(`${packageFolder}/${file}`),
  );
  const names = (used ?? []).flatMap(({ licenceFile }) =>
    licenceFile === null ? [] : `${packageFolder}/${licenceFile}`,
  );
  const read = await Promise.all(names.map((name) => (isAttachmentName(name) ? attachments.read(name) : null)));
  return read.flatMap((file) => file?.attachment.name ?? []);
}
