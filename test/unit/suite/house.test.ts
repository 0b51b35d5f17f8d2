import { expect, test } from "vitest";
import { foldersInRings, importsUp, tinyFiles } from "../../measure/folders.ts";
import { longFunctions } from "../../measure/functions.ts";
import { measureHouse, TOOL_FILES } from "../../measure/house.ts";
import { texts } from "../../measure/texts.ts";
import { imports, lines, part } from "../../measure/tree.ts";

const madeUp = new Map([
  ["top/main.ts", 'import { a } from "./high/a.ts";\n'],
  ["top/high/a.ts", 'import type { B } from "../low/b.ts";\nnew Worker(new URL("./c.ts", import.meta.url));\n'],
  ["top/high/c.ts", 'import { tools } from "elsewhere";\nconst text = \'import("../low/b.ts")\';\n'],
  ["top/low/b.ts", 'export const b = () => import("../high/c.ts");\n'],
  ["top/apart/d.ts", `import "../low/b.ts";\n${"// a line\n".repeat(30)}`],
  [
    "top/apart/tools.ts",
    'export const message = messages("top", { odd: { en: "Odd.", zh: "奇" } });\nexport const title = { en: "T", zh: "T" };\n',
  ],
  [
    "top/apart/long.ts",
    `export function long(language: "en" | "zh") {\n${"  run();\n".repeat(60)}  const short = () => {\n  };\n}\n`,
  ],
]);

test("Imports are those that a program loads or takes types from, no words in texts", () => {
  const found = imports(madeUp);
  expect(found.get("top/high/a.ts")).toEqual(["top/low/b.ts", "top/high/c.ts"]);
  expect(found.get("top/high/c.ts")).toEqual([]);
  expect(found.get("top/low/b.ts")).toEqual(["top/high/c.ts"]);
});

test("Folders in a ring reach themselves; imports up run to the same or a higher floor", () => {
  expect(foldersInRings(imports(madeUp), "top").sort()).toEqual(["high", "low"]);
  expect(importsUp(imports(madeUp), "top", [["low"], ["high", "apart"]])).toBe(1);
  expect(importsUp(imports(madeUp), "top", [["low", "apart"], ["high"]])).toBe(2);
  expect(() => importsUp(imports(madeUp), "top", [["low"], ["high"]])).toThrow("top/apart stands on no floor.");
});

test("A tiny file has one importer, which is beside it", () => {
  const withTwo = new Map([...madeUp, ["top/high/e.ts", 'import "./c.ts";\n']]);
  const withOne = new Map([...madeUp].filter(([path]) => path !== "top/low/b.ts"));
  expect(tinyFiles(withOne, imports(withOne))).toEqual(["top/high/c.ts"]);
  expect(tinyFiles(withTwo, imports(withTwo))).toEqual([]);
});

test("A function has the lines from its head to its last brace, and those inside it count by themselves", () => {
  expect(longFunctions(madeUp, 60)).toEqual([{ path: "top/apart/long.ts", name: "long", line: 1, lines: 64 }]);
  expect(longFunctions(madeUp, 1).map(({ name }) => name)).toEqual(["long", "short"]);
});

test("Texts are counted with and without a code, Han files and unions of languages once each", () => {
  expect(texts(madeUp)).toEqual({ coded: 1, uncoded: 1, unions: 1, hanFiles: ["top/apart/tools.ts"] });
});

test("Lines are those of wc, and parts are taken by folder or pattern", () => {
  expect(lines(part(madeUp, "top/high"))).toBe(4);
  expect([...part(madeUp, /tools/).keys()]).toEqual(["top/apart/tools.ts"]);
  expect(
    ["lib/mrio/tools/a.ts", "lib/grid/tools.ts", "lib/natural/fire-tool.ts"].every((each) => TOOL_FILES.test(each)),
  ).toBe(true);
  expect(["lib/mrio/toolbox.ts", "kernel/tools.ts"].some((each) => TOOL_FILES.test(each))).toBe(false);
});

test("The table has each measure once, with what is wanted beside it", () => {
  const measures = measureHouse(madeUp, new Map(), { top: [["low", "apart"], ["high"]] });
  expect(new Set(measures.map(({ name }) => name)).size).toBe(measures.length);
  expect(measures).toContainEqual(expect.objectContaining({ name: "imports up, top", value: 2, wanted: 0 }));
  expect(measures).toContainEqual(expect.objectContaining({ name: "functions over 60 lines", value: 1, wanted: 60 }));
});
