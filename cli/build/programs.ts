import { isInstalled } from "../installation/root.ts";
import {
  type DatabaseProgram,
  hashed,
  type ProgramBuilds,
  type Programs,
  type SinglePrograms,
  type SiteFile,
} from "./program-builds.ts";
import { cached } from "./program-cache.ts";
import { readShipped } from "./shipped-programs.ts";

/**
 * The programs of the pages and of the notebooks' frame. An installed package contains them; in a clone they are built, which takes
 * some ten seconds, and cached.
 */
export function programsOf(root: string): Promise<Programs> {
  return programBuild(root, "site");
}

/** The same programs for pages that are one file. */
export function singleProgramsOf(root: string): Promise<SinglePrograms> {
  return programBuild(root, "single");
}

/** The frame's program with editors, for notebooks in which a reader writes. */
export async function writingFrame(root: string): Promise<SiteFile> {
  return hashed("assets/frame-writing", "js", await programBuild(root, "writing"));
}

/** The database's program, under names with a hash. */
export async function databaseProgram(root: string): Promise<DatabaseProgram> {
  if (isInstalled) return readShipped(root, "database");
  const { builders } = await import("./build-programs.ts");
  return builders.database(root);
}

/** One of the builds for pages. */
export async function programBuild<Name extends "site" | "single" | "writing">(
  root: string,
  name: Name,
): Promise<ProgramBuilds[Name]> {
  if (isInstalled) return readShipped(root, name);
  return cached(root, name, async () => {
    // Vite is loaded only when something is built.
    const { builders } = await import("./build-programs.ts");
    return builders[name](root) as Promise<ProgramBuilds[Name]>;
  });
}
