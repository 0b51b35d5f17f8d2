import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { packageOf } from "../../kernel/compile/specifier.ts";
import { Misuse } from "../input/misuse.ts";

/** Where a package comes from, as a command names it. */
export interface PackageSource {
  /** What npm is asked to install. */
  readonly wanted: string;
  /** The path of its entry; empty for the main one. */
  readonly entry: string;
}

/** Reads `NAME[@VERSION][/PATH]`, or the path of a folder or an archive with a package. Throws Misuse. */
export function readPackageSource(given: string): PackageSource {
  const isFile = /^(?:\.{0,2}[\\/]|[a-z]:[\\/]|file:)/i.test(given) || /\.t(?:ar\.)?gz$/i.test(given);
  if (isFile) {
    const path = resolve(given.replace(/^file:/i, ""));
    if (!existsSync(path)) throw new Misuse(`There is no file or folder “${given}”.`);
    return { wanted: path, entry: "" };
  }
  const found = packageOf(given.replace(/^npm:/, ""));
  if (!found) {
    throw new Misuse(
      `“${given}” does not name a package: NAME, NAME@VERSION or NAME@VERSION/PATH, or ./FOLDER or ./FILE.tgz.`,
    );
  }
  const { name, version, entry } = found;
  return { wanted: version === "" ? name : `${name}@${version}`, entry };
}
