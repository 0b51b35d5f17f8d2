import { stat } from "node:fs/promises";
import { writePackage } from "../../kernel/compile/specifier.ts";
import { type AddedPackage, packageFolder } from "../../kernel/module/package-list.ts";
import { type Added, addPackage } from "../add/add-package.ts";
import { readPackageSource } from "../add/package-source.ts";
import type { add as declaration } from "../declarations/add.ts";
import type { Program } from "../declarations/declaration.ts";
import { Misuse } from "../input/misuse.ts";
import { writeJson } from "../json/write-json.ts";

/** `yuheng add`: bundles a package beside the notebooks. */
export const add: Program<typeof declaration> = async ({ operands, options: { folder, json } }) => {
  const source = readPackageSource(operands[0]!);
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new Misuse(`There is no folder “${folder}”.`);
  const added = await addPackage(source, folder);
  for (const { line, key } of added.leftOut) {
    process.stderr.write(
      `Line ${line} of .npmrc (${key}) is not followed: its value is no plain address or token, or comes from the environment. Put it into your own settings (~/.npmrc) if it is yours.\n`,
    );
  }
  if (json) {
    const { package: listed, leftOut: _, ...facts } = added;
    const contains = listed.contains.map((each) => ({ ...each, from: each.from ?? null }));
    writeJson("add", { ...listed, contains, from: listed.from ?? null, ...facts });
  } else process.stdout.write(report(added));
  return 0;
};

function report({ package: added, bytes, commonJs, missing }: Added): string {
  const { name, version, licence, contains, file } = added;
  const size = `${(bytes / 1000).toFixed(0)} kB`;
  const others = contains.length > 0 ? ` It contains ${contains.map(writePackageName).join(", ")}.` : "";
  const lines = [
    `${packageFolder}/${file} is written (${size}). Licence: ${licence || "none stated; ask its authors"}.${others}`,
    `It comes from ${originsOf(added).join(" and ")}.`,
    `Cells import it by: import … from "npm:${writePackage({ ...added, name, version })}"`,
  ];
  if (commonJs) lines.push("It is CommonJS: its default export is the whole; names are those that its text shows.");
  if (missing.length > 0) lines.push(`What it does with ${missing.join(", ")} of Node does not work in a notebook.`);
  return `${lines.join("\n")}\n`;
}

/** From where the code in a module comes. */
function originsOf({ from, contains }: AddedPackage): string[] {
  return [...new Set([from, ...contains.map((each) => each.from)])].map((each) => each ?? "this machine");
}

function writePackageName({ name, version, licence }: Added["package"]["contains"][number]): string {
  return `${name} ${version} (${licence || "no licence stated"})`;
}
