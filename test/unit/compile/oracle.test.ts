// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import { transpile } from "@observablehq/notebook-kit";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coreNames } from "../../../kernel/cell/names.ts";
import { compileCell, importName } from "../../../kernel/compile/index.ts";
import { protectedGlobals } from "../../../kernel/compile/names.ts";
import { cells } from "./corpus.ts";
import { evaluate } from "./run.ts";

type Kind = keyof typeof cells;

/** What Notebook Kit finds in a cell, its names sorted. */
function oracle(source: string, kind: Kind) {
  try {
    const { inputs = [], outputs = [], autodisplay } = transpile(source, kind);
    return { inputs: [...inputs].sort(), outputs: [...outputs].sort(), autodisplay: autodisplay ?? false };
  } catch (error) {
    return { error: error instanceof Error };
  }
}

/** What we find, without the globals, which Notebook Kit leaves to the global object. */
function ours(source: string, kind: Kind) {
  const cell = compileCell({ id: 1, kind, source });
  if (cell.diagnostics.some(({ severity }) => severity === "error")) return { error: true };
  const inputs = [...cell.inputs, ...cell.parameters].filter(
    (name) => !protectedGlobals.has(name) && name !== importName,
  );
  return { inputs: inputs.sort(), outputs: [...cell.outputs].sort(), autodisplay: cell.autodisplay };
}

/** The tags under which the two know a language. */
const tags: Partial<Record<Kind, [theirs: string, ours: string][]>> = {
  html: [["htl", "html"]],
  sql: [["db", "sql"]],
};

function renamed(found: ReturnType<typeof oracle>, kind: Kind) {
  if (!found.inputs) return found;
  const names = new Map(tags[kind] ?? []);
  // Their SQL cells call Inputs.table; ours leave the table to display.
  const inputs = found.inputs.filter((name) => !(kind === "sql" && name === "Inputs"));
  return { ...found, inputs: [...new Set(inputs.map((name) => names.get(name) ?? name))].sort() };
}

describe("inputs and outputs are those that Notebook Kit finds", () => {
  for (const kind of Object.keys(cells) as Kind[]) {
    it(`in cells of ${kind}`, () => {
      for (const source of cells[kind]) {
        expect([source, ours(source, kind)]).toEqual([source, renamed(oracle(source, kind), kind)]);
      }
    });
  }

  it("in cells that are wrong: both refuse them", () => {
    const wrong = [
      "let a =",
      "x = 1",
      "Math = 1",
      "const Map = 1",
      "export const a = 1",
      "(",
      "a b",
      "let a; let a",
      "return 1",
      "break",
      "[a] = b",
      "({a} = b)",
      "for (a of b) ;",
      "a++",
      "class A { #a; #a }",
      "const a",
      "await = 1",
      "`${",
      "'",
      "/",
      "@",
    ];
    for (const source of wrong) {
      expect([source, ours(source, "js")]).toEqual([source, { error: true }]);
      expect([source, oracle(source, "js")]).toEqual([source, { error: true }]);
    }
  });

  it("for every builtin", () => {
    for (const name of coreNames) expect(oracle(name, "js").inputs).toEqual([name]);
  });
});

describe("a cell of text gives its tag what Notebook Kit gives it", () => {
  type Given = { readonly strings: readonly string[]; readonly raw: readonly string[]; readonly values: unknown[] };
  const tag = (strings: TemplateStringsArray, ...values: unknown[]): Given => ({
    strings: [...strings],
    raw: [...strings.raw],
    values,
  });

  function theirsOf(source: string, kind: "md" | "html" | "tex" | "sql"): Given | undefined {
    try {
      const { body, inputs = [] } = transpile(source, kind);
      const given = Object.assign(tag, { block: tag, html: tag });
      // biome-ignore lint/suspicious/noThenProperty: theirs shows the table of a promise.
      const db = { sql: (...parts: Parameters<typeof tag>) => ({ then: () => tag(...parts) }) };
      const all: Record<string, unknown> = { md: tag, htl: given, tex: given, db, Inputs: {}, x: "x" };
      // biome-ignore lint/security/noGlobalEval: this is how a cell is run.
      return globalThis.eval(body)(...inputs.map((name) => all[name]));
    } catch {
      return undefined;
    }
  }

  function oursOf(source: string, kind: string): Given | undefined {
    const cell = compileCell({ id: 1, kind, source });
    if (cell.diagnostics.some(({ severity }) => severity === "error")) return undefined;
    const all: Record<string, unknown> = { md: tag, html: tag, tex: { block: tag }, sql: tag, x: "x" };
    return evaluate(cell)(...cell.inputs.map((name) => all[name]), () => {}) as Given;
  }

  const text = fc
    .array(fc.constantFrom("${x}", "$", "{", "}", "\\", "'", "`", "--", "\n", "a", "/*", "*/", '"', "${", "n"), {
      maxLength: 8,
    })
    .map((pieces) => pieces.join(""));

  it("in Markdown, but for backslashes between a $ and a {, of which it loses one", () => {
    fc.assert(
      fc.property(text, (source) => {
        fc.pre(source !== "" && !/\$\\{2,}\{/.test(source));
        const theirs = theirsOf(source, "md");
        const ours = oursOf(source, "md");
        expect(ours && [ours.strings, ours.values]).toEqual(theirs && [theirs.strings, theirs.values]);
      }),
    );
  });

  it("in SQL, in strings and comments too, but for a backslash before a backtick or the end", () => {
    fc.assert(
      fc.property(text, (source) => {
        fc.pre(source !== "" && !/\\(?:`|$)/.test(source));
        const theirs = theirsOf(source, "sql");
        const ours = oursOf(source, "sql");
        expect(ours && [ours.strings, ours.values]).toEqual(theirs && [theirs.strings, theirs.values]);
      }),
    );
  });

  it("in HTML and TeX, but for backticks, before which it leaves a backslash", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("html" as const, "tex" as const), (source, kind) => {
        fc.pre(source !== "" && !source.includes("`") && !/\\$/.test(source));
        const theirs = theirsOf(source, kind);
        const ours = oursOf(source, kind);
        expect(ours && [ours.raw, ours.values]).toEqual(theirs && [theirs.raw, theirs.values]);
      }),
    );
  });
});
