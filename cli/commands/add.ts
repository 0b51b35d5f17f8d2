import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { writePackage } from "../../kernel/compile/specifier.ts";
import { packageFolder } from "../../kernel/module/package-list.ts";
import { type Added, addPackage } from "../add/add-package.ts";
import { readPackageSource } from "../add/package-source.ts";
import type { Command } from "../command.ts";
import { Misuse, refuseMisuse } from "../misuse.ts";

const help = `Usage: yuheng add PACKAGE[@VERSION][/PATH] [--folder FOLDER]

Bundles a package of npm, with all that it imports, into one module in the folder "modules" beside the notebooks. Cells import it as
"npm:PACKAGE", without a network, in the workbench, in run, test and build, and in built pages. "modules/modules.json" lists it
with its version, licence and SHA-256. npm fetches the package by your own settings; no script of it is run. PACKAGE may also be a
folder or an archive: ./FOLDER, ./FILE.tgz.

  --folder FOLDER  the folder of the notebooks; this one if left out

Examples:
  yuheng add simple-statistics
  yuheng add ml-matrix@6 --folder notebooks

Exit code: 1 if the package cannot be had or bundled, 2 wrong use.
`;

/** `yuheng add`: bundles a package beside the notebooks. */
export const add: Command = {
  usage: "add PACKAGE[@VERSION] [--folder FOLDER]",
  summary: "bundle a package of npm into the folder modules, for import without a network",
  run: (args) => refuseMisuse("add", () => run(args)),
};

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { folder: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [given, another] = positionals;
  if (given === undefined) throw new Misuse("Which package?");
  if (another !== undefined) throw new Misuse("One package is added at a time.");
  const { folder = "." } = values;
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new Misuse(`There is no folder “${folder}”.`);
  const added = await addPackage(readPackageSource(given), folder);
  process.stdout.write(report(added));
  return 0;
}

function report({ package: added, bytes, commonJs, missing }: Added): string {
  const { name, version, licence, contains, file } = added;
  const size = `${(bytes / 1000).toFixed(0)} kB`;
  const others = contains.length > 0 ? ` It contains ${contains.map(writePackageName).join(", ")}.` : "";
  const lines = [
    `${packageFolder}/${file} is written (${size}). Licence: ${licence || "none stated; ask its authors"}.${others}`,
    `Cells import it by: import … from "npm:${writePackage({ ...added, name, version })}"`,
  ];
  if (commonJs) lines.push("It is CommonJS: its default export is the whole; names are those that its text shows.");
  if (missing.length > 0) lines.push(`What it does with ${missing.join(", ")} of Node does not work in a notebook.`);
  return `${lines.join("\n")}\n`;
}

function writePackageName({ name, version, licence }: Added["package"]["contains"][number]): string {
  return `${name} ${version} (${licence || "no licence stated"})`;
}
