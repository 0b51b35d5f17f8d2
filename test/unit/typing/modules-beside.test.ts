import { afterEach, describe, expect, it } from "vitest";
import { ModuleTexts } from "../../../app/session/module-texts.ts";
import { complete } from "../../../app/typing/completion.ts";
import { define } from "../../../app/typing/definition.ts";
import { diagnose } from "../../../app/typing/diagnosis.ts";
import { hover } from "../../../app/typing/hover.ts";
import { planRename } from "../../../app/typing/renaming.ts";
import { AttachedFiles } from "../../../kernel/attachment/attached-files.ts";
import { MemoryAttachments } from "../attachment/memory-attachments.ts";
import { atCursor, openProgram, type TestCell, withCells } from "./notebook.ts";

const files = {
  "units.ts":
    'import {factor} from "./lib/factor.js"; export interface Plant { name: string; mw: number }\n/** Tonnes. */\nexport const tons = (plant: Plant) => plant.mw * factor;',
  "lib/factor.js": "export const factor = 0.9; export default class Factor {}",
  "all.js": 'export * from "./lib/factor.js"; export * from "npm:somewhere"; export const own = 1;',
  "passing.js": 'export * from "./lib/factor.js";',
  "data.json": '{"year": 2011, "regions": ["North"]}',
};

const give = (modules: Record<string, string>) => openProgram().update({ order: [], changed: [], modules });
afterEach(() => give({}));

const typeAt = (cells: readonly TestCell[]) => {
  const { notebook, module, offset } = atCursor(cells);
  return hover(notebook, module, offset)?.signature;
};
const problems = (...cells: TestCell[]) => {
  const notebook = withCells(cells);
  return diagnose(notebook, notebook.moduleOf(cells.length)!).map(({ message }) => String(message));
};

describe("Modules beside the notebook", () => {
  it("are known with their exports and types, also to other cells, and through other modules", () => {
    give(files);
    const { notebook, module, offset } = atCursor(['import {‸} from "./units.ts"']);
    expect(complete(notebook, module, offset)?.options.map(({ name }) => name)).toContain("tons");
    expect(typeAt(['import {tons} from "./units.ts"', "const t = to‸ns({name: 'A', mw: 5})"])).toBe(
      "tons(plant: Plant): number",
    );
    expect(typeAt(['import {factor} from "./passing.js"', "fac‸tor"])).toBe("const factor: 0.9");
    expect(typeAt(['import data from "./data.json"', "const da‸ta1 = data.regions"])).toBe("const data1: string[]");
    expect(typeAt(['import text from "./data.json?raw"', "const al‸l = text"])).toBe("const all: string");
  });

  it("are checked for names that they do not export, unless they may have them from elsewhere", () => {
    give(files);
    expect(problems('import {tonnes} from "./units.ts"')).toEqual([expect.stringContaining("no exported member")]);
    expect(problems('import {nothing} from "./passing.js"')).toEqual([expect.stringContaining("no exported member")]);
    expect(problems('import {nothing} from "./all.js"')).toEqual([]);
    expect(problems('import {own, factor} from "./all.js"')).toEqual([]);
    expect(problems('import {any} from "./not-there.js"')).toEqual([]);
  });

  it("are read anew when they change, and are anything when they are gone", () => {
    give(files);
    const cells = ['import {own} from "./all.js"', "const se‸en = own"];
    expect(typeAt(cells)).toBe("const seen: 1");
    give({ ...files, "all.js": "export const own = 'a text';" });
    expect(typeAt(cells)).toBe('const seen: "a text"');
    give({});
    expect(typeAt(cells)).toBe("const seen: any");
  });

  it("are not written to: their names are renamed in no cell, and the cursor does not go there", () => {
    give(files);
    const { notebook, module, offset } = atCursor([
      'import {tons as t} from "./units.ts"; const a = t({name: "", m‸w: 1})',
    ]);
    expect(planRename(notebook, module, offset, "megawatts")).toEqual({ refused: "library" });
    expect(define(notebook, module, offset)).toBeNull();
  });

  it("are kept as the notebook last read them, without packages and data", async () => {
    const attachments = new MemoryAttachments();
    const texts = new ModuleTexts(new AttachedFiles(attachments, {} as never));
    const put = (name: string, text: string) => attachments.put(name, new TextEncoder().encode(text));
    for (const name of ["a.ts", "modules/x@1.js", "b.csv"]) put(name, "export const a = 1;");
    for (const name of ["./a.ts", "modules/x@1.js", "b.csv"]) await texts.file(name, "bytes");
    const first = texts.texts;
    expect(first).toEqual({ "a.ts": "export const a = 1;" });
    await texts.file("a.ts", "bytes");
    expect(texts.texts).toBe(first);
    put("a.ts", "export const a = 2;");
    await texts.file("a.ts", "bytes");
    expect(texts.texts).toEqual({ "a.ts": "export const a = 2;" });
  });
});
