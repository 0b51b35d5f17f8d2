import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import ts from "typescript6";
import { afterEach, describe, expect, it } from "vitest";
import { matchPattern, readPattern } from "../../../../app/language/pattern.ts";
import { engineZhCn } from "../../../../app/language/sentences/engine-zh-cn.ts";
import { syntaxZhCn } from "../../../../app/language/sentences/syntax-zh-cn.ts";
import { typescriptZhCn } from "../../../../app/language/sentences/typescript-zh-cn.ts";
import { say, speech } from "../../../../app/language/speech.ts";
import { compileCell } from "../../../../kernel/compile/index.ts";
import { inChinese, speakChinese } from "./chinese-of.ts";

afterEach(() => {
  speech.speak("en");
});

const isChinese = (text: string) => /\p{Script=Han}/u.test(text);

describe("What the browser says of an error", () => {
  it.each([
    "undefined.y",
    "null.y",
    "(void 0).y = 1",
    "let o = {}; o.f()",
    "new (() => {})()",
    "const [a] = 1",
    "[...{}.x]",
    "const c = 1; c = 2",
    "{ d; let d = 1 }",
    "const {e} = undefined",
    "const {g} = null",
    "Object.keys(null)",
    "1n + 1",
    "BigInt(1.5)",
    "+1n",
    "`${Symbol()}`",
    "class A {} A()",
    "class B extends 5 {}",
    "class C extends Object { constructor() {} } new C()",
    "1 instanceof 2",
    "'x' in 5",
    "[].reduce((a, b) => a)",
    "new Array(-1)",
    "new Date(NaN).toISOString()",
    "'x'.repeat(-1)",
    "String.fromCodePoint(-1)",
    "(function f() { f() })()",
    "1n / 0n",
    "(1).toFixed(200)",
    "(1).toPrecision(200)",
    "JSON.stringify(1n)",
    "JSON.parse('{')",
    "JSON.parse('[1, a]')",
    "JSON.parse('[1 2]')",
    "JSON.parse('{a: 1}')",
    `JSON.parse('{"a" 1}')`,
    "JSON.parse('[1] 2')",
    "JSON.parse('')",
    "JSON.parse('<html></html>')",
    "decodeURIComponent('%')",
    "'use strict'; Object.freeze([1]).push(2)",
    "'use strict'; Object.freeze({a: 1}).a = 2",
    "notDefinedAnywhere",
    "structuredClone(() => {})",
    "new RegExp('(')",
  ])("goes over into Chinese: %s", (code) => {
    let said = "";
    try {
      runInThisContext(`(() => {${code}})()`);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).not.toBe("");
    expect([said, isChinese(inChinese().translate(said))]).toEqual([said, true]);
  });

  it("is in the table only with words that are known to no other", () => {
    expect(Object.keys(engineZhCn).filter((text) => text in syntaxZhCn || text in typescriptZhCn)).toEqual([]);
  });
});

describe("What the compiler says of a cell", () => {
  it.each([
    "1 +",
    "f(",
    "const = 1",
    "let a; let a",
    "const a",
    "'abc",
    "`abc",
    "/abc",
    "/* abc",
    "/(/",
    "/a/gg",
    "/[b-a]/",
    "/*/; x = /?/",
    "return 1",
    "1 = 2",
    "f() = 1",
    "3in []",
    "if (1) { break }",
    "function f(a, a) {}",
    "function* g() { yield = 1 }",
    "() => { await x }",
    "class A { constructor() {} constructor() {} }",
    "class A { #x; f() { return this.#y } }",
    "a ?? b || c",
    "a?.b = 1",
    "new a?.b()",
    "try {}",
    "switch (1) { default: default: }",
    "1_",
    "1__0",
    "010",
    "with (a) {}",
    "delete a",
    "super.x",
    "var enum = 1",
    "let let = 1",
    "({a = 1})",
    "({__proto__: 1, __proto__: 2})",
    "let {a}",
    "[...a, b] = c",
    "get => { throw\n1 }",
    "x: x: 1",
    "a # b",
    "({get a(b) {}})",
    "({set a() {}})",
    "'\\u{zz}'",
    "function f() { import x from './a.html' }",
    "export const a = 1",
    "import x from 'nowhere'",
    "import x from './a.css'",
    "import.meta",
    "b = 1",
    "const fetch = 1",
    "yield 1",
    "(a, b",
    "@",
    "0b2",
    "0x",
    "new.target",
    "for (let of []) {}",
    "implements",
  ])("goes over into Chinese: %s", (source) => {
    speakChinese();
    const { diagnostics } = compileCell({ id: 1, kind: "js", source, attributes: {} }, { libraries: ["d3"] });
    expect(diagnostics.map(({ message }) => say(message)).filter((message) => !isChinese(message))).toEqual([]);
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  it("is of the parser's making, each pattern of the table", () => {
    const parser = readFileSync(createRequire(import.meta.url).resolve("acorn"), "utf8").replaceAll(
      /'([^'\n]*)'/g,
      "“$1”",
    );
    const idle = Object.keys(syntaxZhCn).filter((text) => {
      // The longest text of the pattern, without the full stop that the compiler adds.
      const [longest = ""] = [...readPattern(text.replace(/\.$/, "")).literals].sort((a, b) => b.length - a.length);
      const words = longest.replaceAll(/[“”]/g, "").trim();
      return !parser.replaceAll(/[“”]/g, "").includes(words);
    });
    expect(idle).toEqual([]);
  });
});

describe("What TypeScript says of a cell", () => {
  const messages = Object.values(
    (ts as unknown as { Diagnostics: Record<string, { code: number; message: string }> }).Diagnostics,
  );
  const sampleOf = (message: string) => message.replaceAll(/\{(\d)\}/g, (_, n: string) => String(7000 + Number(n)));

  it("is in the table where it is underlined in JavaScript", () => {
    const underlined = [2304, 2552, 2588, 2632, 2451, 2300, 2448, 2305, 2614, 2724, 2339, 2551];
    const missing = messages
      .filter(({ code }) => underlined.includes(code))
      .filter(({ message }) => !isChinese(inChinese().translate(sampleOf(message))));
    expect(missing).toEqual([]);
  });

  it("is of its making, each pattern of the table", () => {
    const samples = messages.map(({ message }) => sampleOf(message));
    const patterns = Object.keys(typescriptZhCn).map(readPattern);
    expect(patterns.filter((pattern) => !samples.some((sample) => matchPattern(pattern, sample)))).toEqual([]);
  });
});
