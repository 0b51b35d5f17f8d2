import { createHash } from "node:crypto";
import { lstat, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isAttachmentName } from "../../kernel/attachment/attachment-name.ts";
import { packageOf } from "../../kernel/compile/specifier.ts";
import { readRegularText } from "../../kernel/headless/regular-file.ts";
import {
  type AddedPackage,
  packageFolder,
  packageListName,
  readPackageList,
  writePackageList,
} from "../../kernel/module/package-list.ts";
import { writeWhole } from "../results/atomic-file.ts";
import { bundlePackage } from "./bundle.ts";
import { AddError, installPackage } from "./installed-package.ts";
import { describePackage, writeLicences } from "./licences.ts";
import type { PackageSource } from "./package-source.ts";
import type { LeftOut } from "./registry-settings.ts";

/** A package that was added. */
export interface Added {
  readonly package: AddedPackage;
  /** The size of the module, in bytes. */
  readonly bytes: number;
  readonly commonJs: boolean;
  readonly missing: readonly string[];
  /** Lines of the folder's `.npmrc` that were not followed. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Bundles a package into the folder of packages beside the notebooks of a folder, and lists it there. A version that was there is
 * replaced. Rejects with AddError or WriteError.
 */
export async function addPackage({ wanted, entry }: PackageSource, folder: string): Promise<Added> {
  const list = join(folder, packageListName);
  const known = readPackageList(await readRegularText(list).catch(() => '{"modules": []}'));
  if (!known) throw new AddError(`${list} is not a list of packages. Restore or delete it first.`);
  // Vite names files by their real paths.
  const workshop = await realpath(await mkdtemp(join(tmpdir(), "yuheng-add-")));
  try {
    const { name, leftOut, origins } = await installPackage(wanted, workshop);
    const bundle = await bundlePackage(workshop, entry === "" ? name : `${name}/${entry}`);
    const own = await describePackage(join(workshop, "node_modules", name));
    const inside = await Promise.all(
      bundle.folders.map(async (each) => ({ ...(await describePackage(each)), from: origins.get(each) ?? null })),
    );
    const contains = inside.filter((each) => each.name !== own.name || each.version !== own.version);
    const path = `${own.name}@${own.version}${entry === "" ? "" : `/${entry.replace(/\.m?js$/, "")}`}`;
    if (packageOf(own.name) === null || !isAttachmentName(`${path}.js`)) {
      throw new AddError(`The package calls itself “${own.name}” ${own.version}, which cannot be the name of a file.`);
    }
    const licences = writeLicences([own, ...contains]);
    const licenceFile = licences === null ? null : `${path}.licences.txt`;
    const where = licenceFile === null ? "" : ` Licences: ${licenceFile}`;
    const code = `/*! ${own.name} ${own.version} (${own.licence || "no licence stated"}).${where} */\n${bundle.code}`;
    const added: AddedPackage = {
      name: own.name,
      version: own.version,
      entry,
      file: `${path}.js`,
      sha256: createHash("sha256").update(code).digest("hex"),
      licence: own.licence,
      licenceFile,
      from: origins.get(join(workshop, "node_modules", name)) ?? null,
      contains: contains.map(({ name, version, licence, from }) => ({ name, version, licence, from })),
    };
    const others = known.filter(
      (each) => each.name !== own.name || each.version !== own.version || each.entry !== entry,
    );
    await refuseLinks(folder, join(packageFolder, added.file));
    if (licenceFile !== null) await writeWhole(join(folder, packageFolder, licenceFile), licences!);
    await writeWhole(join(folder, packageFolder, added.file), code);
    await writeWhole(list, writePackageList([...others, added]));
    const { commonJs, missing } = bundle;
    return { package: added, bytes: Buffer.byteLength(code), commonJs, missing, leftOut };
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** A folder that comes from others must not lead what is written somewhere else. */
async function refuseLinks(folder: string, file: string): Promise<void> {
  for (let path = dirname(file); path !== "."; path = dirname(path)) {
    if (!(await lstat(join(folder, path)).catch(() => null))?.isSymbolicLink()) continue;
    throw new AddError(
      `${join(folder, path)} leads to another place. Put a real folder there: nothing is written through a link.`,
    );
  }
}
