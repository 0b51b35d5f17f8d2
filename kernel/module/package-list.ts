import * as z from "zod/mini";
import { isAttachmentName } from "../attachment/attachment-name.ts";
import type { PackageSpecifier } from "../compile/specifier.ts";
import { compareVersions, inRange } from "./version-range.ts";

/** The folder of packages beside the notebooks. */
export const packageFolder = "modules";

/** The file in it that lists them. */
export const packageListName = `${packageFolder}/modules.json`;

const short = z.string().check(z.maxLength(300));

const addedPackage = z.object({
  name: short.check(z.minLength(1)),
  version: short.check(z.minLength(1)),
  /** The path of its entry, such as `sub`; empty for the main one. */
  entry: short,
  /** The module, relative to the folder of packages. */
  file: short.check(z.refine((file) => isAttachmentName(file) && /\.js$/.test(file))),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** As the package states it, usually an SPDX expression; empty if it states none. */
  licence: short,
  /** The texts of its licence and those of the packages in it, relative to the folder of packages. */
  licenceFile: z.nullable(short),
  /** The address of the registry that gave it; null for a file or folder of a person's machine. Lists of earlier editions do not say. */
  from: z.optional(z.nullable(short)),
  /** The packages that the module also contains. */
  contains: z
    .array(z.object({ name: short, version: short, licence: short, from: z.optional(z.nullable(short)) }))
    .check(z.maxLength(10_000)),
});

const packageList = z.object({ modules: z.array(addedPackage).check(z.maxLength(1_000)) });

/** A package that was bundled into the folder of packages. */
export type AddedPackage = Readonly<z.infer<typeof addedPackage>>;

/** The packages that a list names; null if it is not such a list. */
export function readPackageList(text: string): readonly AddedPackage[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return packageList.safeParse(value).data?.modules ?? null;
}

export function writePackageList(packages: readonly AddedPackage[]): string {
  const order = ({ name, version, entry }: AddedPackage) => `${name} ${version} ${entry}`;
  const modules = packages.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  return `${JSON.stringify({ modules }, null, 2)}\n`;
}

/** The latest version of a package in the wanted range. */
export function findPackage(
  packages: readonly AddedPackage[],
  { name, version, entry }: PackageSpecifier,
): AddedPackage | undefined {
  return packages
    .filter((each) => each.name === name && each.entry === entry && inRange(each.version, version))
    .sort((a, b) => compareVersions(b.version, a.version))[0];
}
