import type { CommandDeclaration } from "./declaration.ts";
import { json } from "./reporting.ts";

/** `yuheng add`. */
export const add = {
  summary: "bundle a package of npm into the folder modules, for import without a network",
  description:
    'Bundles a package of npm, with all that it imports, into one module in the folder "modules" beside the notebooks. Cells import it as "npm:PACKAGE", without a network, in the workbench, in run, test and build, and in built pages. "modules/modules.json" lists it with its version, licence, SHA-256 and the registry that gave it. npm fetches the package by your own settings, and of the .npmrc of this folder by its registries and their tokens alone; no script or program of a package is run. PACKAGE may have a version and a path (ml-matrix@6, d3-scale/src/linear.js), and may also be a folder or an archive (./FOLDER, ./FILE.tgz).',
  operands: [{ name: "PACKAGE", missing: "Which package?" }],
  excess: "One package is added at a time.",
  options: {
    folder: {
      type: "text",
      hint: "FOLDER",
      default: ".",
      completes: "folders",
      summary: "the folder of the notebooks",
    },
    json,
  },
  examples: [
    ["yuheng add simple-statistics", "the newest version, beside the notebooks of this folder"],
    ["yuheng add ml-matrix@6 --folder notebooks", "the newest version 6, for the notebooks of another"],
  ],
  exits: { 0: "it is added", 1: "the package cannot be had or bundled", 2: "wrong use" },
} as const satisfies CommandDeclaration;
