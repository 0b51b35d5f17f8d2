// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import { describe, expect, it } from "vitest";
import { type CompileOptions, compileCell } from "../../../kernel/compile/index.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { evaluate, run } from "./run.ts";

function compile(source: string, kind: string = "js", options: CompileOptions = {}) {
  return compileCell({ id: 7, kind, source }, options);
}

function messages(source: string, kind: string = "js", options: CompileOptions = {}) {
  return compile(source, kind, options).diagnostics.map(
    ({ message, line, column }) => `${line}:${column} ${writeMessage(message)}`,
  );
}

/** A display that remembers what it showed. */
function screen() {
  const shown: unknown[] = [];
  const display = (value: unknown) => {
    shown.push(value);
    return value;
  };
  return { shown, display };
}

/** A template tag that shows what it was given. */
const tag = ({ raw }: TemplateStringsArray, ...values: unknown[]) => String.raw({ raw }, ...values);
const cooked = (strings: TemplateStringsArray, ...values: unknown[]) => [[...strings], values];

describe("a cell", () => {
  it("that is one expression returns its value", async () => {
    expect(await run("1 + 2")).toBe(3);
    expect(await run("a * b // product", { a: 6, b: 7 })).toBe(42);
    expect(await run("{a: 1}")).toEqual({ a: 1 });
    expect(await run("a, b", { b: 2 })).toBe(2);
    expect(await run("\n// first\n(x) => x\n")).toBeTypeOf("function");
    expect(compile("1 + 2")).toMatchObject({ expression: true, autodisplay: true, async: false, inputs: [] });
  });

  it("that ends in a semicolon is a program", () => {
    expect(compile("1 + 2;")).toMatchObject({ expression: false, autodisplay: false, outputs: [] });
  });

  it("of several statements returns its top-level declarations", async () => {
    expect(await run("const a = 1, [b, ...c] = [2, 3]; function f() {}\nclass D {}")).toMatchObject({
      a: 1,
      b: 2,
      c: [3],
    });
    expect(compile("const a = 1, [b, ...c] = [2, 3]; function f() {}\nclass D {}").outputs).toEqual([
      "a",
      "b",
      "c",
      "f",
      "D",
    ]);
    expect(compile("let {x, y: {z = 1}, ...rest} = o; { let inner; var deep }").outputs).toEqual(["x", "z", "rest"]);
  });

  it("that is a named function or class declares it", () => {
    expect(compile("function f() {}")).toMatchObject({ expression: false, outputs: ["f"] });
    expect(compile("class A {}")).toMatchObject({ expression: false, outputs: ["A"] });
    expect(compile("(function f() {})")).toMatchObject({ expression: false, outputs: [] });
    expect(compile("(function () {})")).toMatchObject({ expression: true });
  });

  it("that is empty or only a comment is an empty program", async () => {
    for (const source of ["", "  \n", "// nothing", "/* a\nb */"]) {
      for (const kind of ["js", "ts"]) {
        expect(compile(source, kind)).toMatchObject({ expression: false, outputs: [], inputs: [], diagnostics: [] });
      }
      expect(await run(source)).toBe(undefined);
    }
    for (const kind of ["md", "html", "tex", "sql"]) {
      expect(compile("", kind)).toMatchObject({ expression: false, inputs: [], diagnostics: [] });
    }
  });

  it("may await at its top level, but not because a function in it awaits", async () => {
    expect(await run("await 1 + 1")).toBe(2);
    expect(await run("for await (const x of [1]) f(x)", { f() {} })).toBe(undefined);
    expect(compile("async () => await 1").async).toBe(false);
    expect(compile("class A { async f() { await 1 } [await 2] = 3 }").async).toBe(true);
  });

  it("is strict, and has no this", async () => {
    expect(await run("this")).toBe(undefined);
    expect(await run("(function () { return this })()")).toBe(undefined);
  });

  it("takes its builtins by name, apart from its inputs, in call order", () => {
    expect(compile("view(x); display(invalidation, y, md)", "js", { builtins: ["md"] })).toMatchObject({
      inputs: ["x", "y"],
      parameters: ["view", "display", "invalidation", "md"],
    });
    expect(compile("display(x)")).toMatchObject({ expression: true, autodisplay: false });
  });

  it("that declares a builtin's name itself does not take the builtin", () => {
    expect(compile("const display = 1; display + signal").parameters).toEqual(["signal"]);
    expect(compile("(view) => view").parameters).toEqual([]);
    expect(compile("view(1)", "js", { declared: ["view"] })).toMatchObject({ inputs: ["view"], parameters: [] });
  });

  it("tells where it first uses each name", () => {
    const source = "f(constructor,\n  x) + x";
    expect({ ...compile(source).references }).toEqual({ f: 0, constructor: 2, x: 17 });
    expect({ ...compile("hello ${a} ${b}", "md").references }).toEqual({ md: 0, a: 8, b: 13 });
    expect({ ...compile("let q: number = a as any + b", "ts").references }).toEqual({ a: 16, b: 27 });
  });

  it("names its source so that a stack leads to the cell", () => {
    expect(compile("1").code.endsWith("\n//# sourceURL=notebook/cell-7.js")).toBe(true);
  });

  it("of an unknown kind is kept, with a word about it", async () => {
    const cell = compileCell({ id: 1, kind: "python", source: "x = 1", attributes: { output: "x" } });
    expect(cell.diagnostics.map(({ message, ...rest }) => ({ ...rest, message: writeMessage(message) }))).toMatchObject(
      [{ severity: "warning", message: "Cells of kind “python” are kept but not run.", line: 1, column: 1 }],
    );
    expect(cell).toMatchObject({ expression: false, inputs: [], outputs: ["x"] });
    expect(evaluate(compile("x = 1", "python"))()).toBe(undefined);
    expect(evaluate(cell)).toThrow("are kept but not run");
  });

  it("that is hidden is not displayed, and one with an output name gives its value that name", async () => {
    const source = "1 + 1";
    expect(compileCell({ id: 1, kind: "js", source, attributes: { hidden: "" } }).autodisplay).toBe(false);
    const { shown, display } = screen();
    expect(await run(source, { display }, "js", { output: "two" })).toEqual({ two: 2 });
    expect(shown).toEqual([2]);
    expect(await run(source, { display }, "js", { output: "two", hidden: "" })).toEqual({ two: 2 });
    expect(shown).toEqual([2]);
    expect(compileCell({ id: 1, kind: "js", source, attributes: { output: "2" } }).diagnostics).toHaveLength(1);
  });
});

describe("a cell of text", () => {
  it("keeps Markdown's backticks and backslashes", async () => {
    const source = "`code` \\alpha \\\\ $x$ \\`a\\` ```js\n\\n\n``` \\";
    expect(await run(source, { md: cooked }, "md")).toEqual([[source], []]);
  });

  it("interpolates what stands in ${}, unless a backslash says otherwise", async () => {
    expect(await run("a ${x + `${y}`} b", { md: cooked, x: 1, y: 2 }, "md")).toEqual([["a ", " b"], ["12"]]);
    expect(await run("a \\${x} $\\{y}", { md: cooked }, "md")).toEqual([["a ${x} ${y}"], []]);
    expect(await run("\\\\${x}", { md: cooked, x: 1 }, "md")).toEqual([["\\\\", ""], [1]]);
    expect(compile("${a} ${{b: 1}.b} ${c}", "md").inputs).toEqual(["md", "a", "c"]);
  });

  it("gives HTML and TeX the text as written", async () => {
    const source = "\\frac{1}{2} `x` \\` \\";
    expect(await run(source, { html: tag }, "html")).toBe(source);
    expect(await run(source, { tex: { block: tag } }, "tex")).toBe(source);
    expect(await run("<b>${x}</b>", { html: tag, x: 1 }, "html")).toBe("<b>1</b>");
  });

  it("of SQL passes interpolations as parameters", async () => {
    const source = "select '${x}', $1 -- ${y}";
    expect(await run(source, { sql: cooked, x: 1, y: 2 }, "sql")).toEqual([
      ["select '", "', $1 -- ", ""],
      [1, 2],
    ]);
    expect(compile(source, "sql", { builtins: ["sql"] })).toMatchObject({
      expression: true,
      autodisplay: true,
      parameters: ["sql"],
      inputs: ["x", "y"],
    });
  });

  it("of SQL keeps the backslash of an escape that JavaScript does not know, and warns of one it loses", async () => {
    const source = "select regexp_replace(a, '(b)', '\\1\\x\\u{110000}\\u0041\\\\d')";
    expect(await run(source, { sql: cooked }, "sql")).toEqual([
      ["select regexp_replace(a, '(b)', '\\1\\x\\u{110000}A\\d')"],
      [],
    ]);
    expect(messages(source, "sql")).toEqual([]);
    expect(messages("select '\\d+'", "sql")).toEqual([
      "1:9 In an SQL cell “\\d” loses its backslash, which is JavaScript's. Write “\\\\d” to keep it.",
    ]);
  });

  it("of SQL with an output name shows its table and gives it that name", async () => {
    const { shown, display } = screen();
    const sql = async () => "table";
    expect(await run("select 1", { sql, display }, "sql", { output: "t" })).toEqual({ t: "table" });
    expect(shown).toEqual(["table"]);
  });

  it("of SQL asks the database its attribute names, if the notebook has it", () => {
    const cell = (database: string) =>
      compileCell({ id: 1, kind: "sql", source: "select 1", attributes: { database } });
    expect(cell("var:db").inputs).toEqual(["sql"]);
    expect(cell("var:mine").inputs).toEqual(["mine"]);
    expect(writeMessage(cell("postgres").diagnostics[0]!.message)).toContain("“postgres” cannot be reached");
  });
});

describe("a diagnostic", () => {
  it("says what is wrong, where, in a sentence", () => {
    expect(messages("let a = ;")).toEqual(["1:9 Unexpected “;” here."]);
    expect(messages("f(1,\n  {a: [2}")).toEqual(["2:9 Unexpected “}” here."]);
    expect(messages("f(\n  [1, 2]")).toEqual([
      "2:9 The code ends before it is complete: the “(” on line 1 is never closed.",
    ]);
    expect(messages("let a; let a;")[0]).toContain("“a” has already been declared");
    expect(messages("{a: 1, b: }")).toEqual(["1:11 Unexpected “}” here."]);
    expect(messages("hello\n${x", "md")[0]).toMatch(/^2:4 .*never closed/);
    expect(messages("hello ${x y}", "md")).toEqual(["1:11 Unexpected “y” here."]);
    expect(messages("let x: = 1", "ts")[0]).toMatch(/^1:8 /);
    expect(compile("\n  let 1").diagnostics[0]?.sourceLine).toBe("  let 1");
  });

  it("forbids assignments to what the cell does not declare", () => {
    expect(messages("x = 1")[0]).toMatch(/^1:1 “x” is not declared in this cell/);
    expect(messages("let a;\n[a, {b = 1, ...c}, d.e] = f; Math++; for (g of h) ;")).toHaveLength(4);
    expect(messages("let x = 1; x = 2; (y) => { y = 1 }; window.z = 1")).toEqual([]);
  });

  it("forbids redefining a global, exports, import.meta, a stray arguments and reserved names", () => {
    expect(messages("const Map = 1")[0]).toContain("“Map” cannot be redefined");
    expect(messages("export const a = 1")[0]).toMatch(/^1:1 A cell needs no export/);
    expect(messages("import.meta.url")[0]).toContain("import.meta does not exist");
    expect(messages("arguments")[0]).toContain("only inside a function");
    expect(messages("__guard")[0]).toContain("reserved");
  });

  it("of severity error makes the cell throw its sentence, while its names stay known", async () => {
    const cell = compile("const a = 1; b = a");
    expect(cell).toMatchObject({ outputs: ["a"], inputs: [] });
    await expect(run("const a = 1; b = a")).rejects.toThrow("“b” is not declared");
  });
});

describe("imports", () => {
  it("of another notebook are taken by name and become outputs", async () => {
    const source = 'import {x, y as z} from "./other.html";\nimport * as all from "/a/b.html"; const w = x + z;';
    const cell = compile(source);
    expect(cell).toMatchObject({ outputs: ["x", "z", "all", "w"], inputs: [], parameters: ["__import"], async: true });
    expect(cell.imports).toMatchObject([
      {
        specifier: "./other.html",
        kind: "notebook",
        names: [
          { imported: "x", local: "x" },
          { imported: "y", local: "z" },
        ],
      },
      { specifier: "/a/b.html", names: [{ imported: "*", local: "all" }] },
    ]);
    const __import = async (path: string) => (path === "./other.html" ? { x: 1, y: 2 } : { k: 3 });
    expect(await run(source, { __import })).toEqual({ x: 1, z: 2, all: { k: 3 }, w: 3 });
  });

  it("of files beside the notebook are named by their path, and are outputs", async () => {
    const source =
      'import a, {b as c} from "./lib/../x.ts"; import text from "./note.txt?raw"; import d from "./d.json" with {type: "json"}';
    const cell = compile(source);
    expect(cell).toMatchObject({ outputs: ["a", "c", "text", "d"], diagnostics: [] });
    expect(cell.imports.map(({ kind, module }) => [kind, module])).toEqual([
      ["file", "./x.ts"],
      ["file", "./note.txt?raw"],
      ["file", "./d.json"],
    ]);
    const __import = async (path: string) => ({ default: path, b: 2 });
    expect(await run(source, { __import })).toEqual({ a: "./x.ts", c: 2, text: "./note.txt?raw", d: "./d.json" });
  });

  it("in a loop without braces are guarded as a whole", () => {
    expect(compile('for (const i of [1]) import("./a.html")').code).toContain('{__guard();__import("./a.html")}');
  });

  it("are hoisted, as in a module, and keep every line where it is", async () => {
    const source = 'f(x);\nimport {\n  x\n} from "./a.html"; boom';
    const cell = compile(source);
    expect(cell.diagnostics).toEqual([]);
    expect(cell.code.split("\n")[3]).toContain("boom");
  });

  it("that need a network say so, unless the library is at hand", () => {
    for (const specifier of ["d3", "https://example.com/a.js", "//example.com/a.html"]) {
      expect(messages(`import "${specifier}"`)[0]).toMatch(/^1:8 “.*” cannot be imported: a notebook has no network/);
      expect(messages(`await import("${specifier}")`)[0]).toMatch(/^1:14 “.*” cannot be imported/);
    }
    for (const other of ["./a.css", "./a", "./a.js?url"])
      expect(messages(`import "${other}"`)[0]).toContain("modules (./name.js");
    for (const out of ["../a.js", "/a.js", "./b/../../a.js"])
      expect(messages(`import "${out}"`)[0]).toContain("leads out of the notebook's folder");
    const options = { libraries: ["d3", "@a/b"] };
    expect(compile('import * as d3 from "npm:d3@7"', "js", options).imports).toMatchObject([
      { module: "npm:d3@7", kind: "library" },
    ]);
    expect(compile('await import("npm:@a/b@1.2/c")', "js", options)).toMatchObject({
      diagnostics: [],
      imports: [{ kind: "package", module: "npm:@a/b@1.2/c" }],
    });
    expect(compile('import "npm:d3@7/+esm"', "js", options).imports).toMatchObject([{ kind: "library" }]);
    expect(compile('import "lodash"', "js", options).diagnostics[0]!.message).toMatchObject({
      code: "compile.notBundled",
    });
    expect(compile('await import("@a/b@1")', "js", options)).toMatchObject({
      parameters: ["__import"],
      diagnostics: [],
    });
  });
});

describe("TypeScript", () => {
  it("runs without its types", async () => {
    expect(
      await run("const a: number = 1; type B = {c: 1}; interface D {}; let e = <T,>(f: T): T => f!", {}, "ts"),
    ).toMatchObject({ a: 1 });
    expect(await run("{a: 1 as number}", {}, "ts")).toEqual({ a: 1 });
    expect(await run("enum E { A, B = 'b' } const x = E.A", {}, "ts")).toMatchObject({ x: 0, E: { B: "b" } });
    expect(await run("class P { constructor(readonly q: number) {} } const q = new P(3).q", {}, "ts")).toMatchObject({
      q: 3,
    });
  });

  it("that cannot run here says so", () => {
    expect(messages("namespace N { export const a = 1 }", "ts")[0]).toContain("namespace “N” cannot be run");
    expect(messages("declare namespace N { const a: number }", "ts")).toEqual([]);
    expect(messages("'namespace N {'", "ts")).toEqual([]);
  });
});
