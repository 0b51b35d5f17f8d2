import { foldersInRings, importsUp, tinyFiles } from "./folders.ts";
import { longFunctions } from "./functions.ts";
import { texts } from "./texts.ts";
import { imports, lines, part, type Tree } from "./tree.ts";

/** One line of the table: what is counted, by which rule, and what is wanted. */
export interface Measure {
  readonly name: string;
  readonly rule: string;
  readonly value: number;
  readonly wanted?: number;
}

/** Where tools are declared. */
export const TOOL_FILES = /^lib\/.*(?:\/tools\/|\/tools?(?:-[\w-]+)?\.ts$|-tools?\.ts$)/;

/** The folders of program, of which the house is made. */
export const tops = ["app", "kernel", "lib", "cli"];

/** The floors of each folder of program that has some, from the ground up. */
export type Floors = Readonly<Record<string, readonly (readonly string[])[]>>;

/** The sizes and knots of the house, by rules that can be read in this folder. `floors` are those of `.floors.cjs`. */
export function measureHouse(code: Tree, tests: Tree, floors: Floors): Measure[] {
  const imported = imports(code);
  const said = texts(code);
  const isDialogue = (path: string) => path.startsWith("lib/dialogue/language/");
  return [
    { name: "code", rule: "lines of .ts and .mjs in app, kernel, lib, cli", value: lines(code), wanted: 220_000 },
    ...tops.map((top) => ({
      name: `code of ${top}`,
      rule: "of these",
      value: lines(part(code, top)),
      ...(top === "kernel" ? { wanted: 46_000 } : {}),
    })),
    {
      name: "declarations of tools",
      rule: "lines in tools/ and tool files of lib",
      value: lines(part(code, TOOL_FILES)),
      wanted: 14_500,
    },
    ...Object.keys(floors).flatMap((top) => [
      {
        name: `imports up, ${top}`,
        rule: "to a folder of the same or a higher floor",
        value: importsUp(imported, top, floors[top]!),
        wanted: 0,
      },
      {
        name: `folders in rings, ${top}`,
        rule: "that reach themselves, types included",
        value: foldersInRings(imported, top).length,
        wanted: 0,
      },
    ]),
    {
      name: "functions over 60 lines",
      rule: "from head to last brace, nested ones by themselves",
      value: longFunctions(code, 60).length,
      wanted: 60,
    },
    { name: "functions over 150 lines", rule: "of these", value: longFunctions(code, 150).length, wanted: 3 },
    {
      name: "tiny files",
      rule: "below 25 lines with one importer, in their folder",
      value: tinyFiles(code, imported).length,
      wanted: 60,
    },
    { name: "texts with a code", rule: "pairs {en, zh} in messages(…)", value: said.coded },
    { name: "texts without", rule: "other pairs {en, zh}", value: said.uncoded, wanted: 0 },
    { name: "unions of two languages", rule: "in types", value: said.unions, wanted: 0 },
    {
      name: "files with Han characters",
      rule: "outside lib/dialogue/language",
      value: said.hanFiles.filter((path) => !isDialogue(path)).length,
      wanted: 0,
    },
    { name: "code of tests", rule: "lines of .ts and .mjs in test", value: lines(tests), wanted: 85_000 },
  ];
}
