import { freeName, writeNew } from "./new-name.ts";
import type { NotebookFiles } from "./notebook-file.ts";
import { nameInProject, projectOf } from "./project.ts";

/** Its place in the list of those that ship, which is not that of a copy. */
const PLACE = /^([^<]*(?:<!doctype[^>]*>)?\s*<notebook\b[^>]*?)\s+data-order="[^"]*"/i;

/**
 * Writes a copy of an example into the person's folder, under a free name; resolves to that name. Unless a project is chosen, one with
 * files is put into a new project, so that its files get into nobody's way.
 *
 * @param project the project that was chosen, null for none; undefined if the person was not asked
 */
export async function duplicate(
  files: Pick<NotebookFiles, "list" | "write">,
  name: string,
  text: string,
  hasFiles: boolean,
  project?: string | null,
): Promise<string> {
  const stem = nameInProject(name);
  const copy = text.replace(PLACE, "$1");
  if (project !== undefined) return writeNew(files, stem, copy, project);
  const projects = new Set((await files.list()).flatMap((each) => projectOf(each.name) ?? []));
  return writeNew(files, stem, copy, hasFiles ? freeName(stem, projects) : null);
}
