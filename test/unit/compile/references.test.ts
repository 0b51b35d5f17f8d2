// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import { describe, expect, it } from "vitest";
import { compileCell } from "../../../kernel/compile/index.ts";

function inputs(source: string): string {
  const cell = compileCell({ id: 1, kind: "js", source });
  expect(cell.diagnostics).toEqual([]);
  return cell.inputs.join(" ");
}

/** Cells, and the names that are free in them. */
const cases: Record<string, [string, string][]> = {
  "are those nothing in the cell declares": [
    ["a + b * a", "a b"],
    ["b; a; b", "b a"],
    ["undefined + NaN + Infinity", ""],
    ["Math.max(document, globalThis)", "Math document globalThis"],
    ["typeof x", "x"],
    ["x?.y?.[z]", "x z"],
    ["this", ""],
    ["new Foo(...args)", "Foo args"],
    ["`${a}${`${b}`}`", "a b"],
    ["tag`${a}`", "tag a"],
    ["/x/.test(y)", "y"],
    ["async", "async"],
    ["eval('1')", ""],
  ],
  "are not the names of properties, methods, labels or private members": [
    ["({a: 1, b() {}, get c() { return d }, 'e': f})", "d f"],
    ["a.b.c[d]", "a d"],
    ["({a, b: c, [d]: e, ...f})", "a c d e f"],
    ["outer: for (;;) { inner: for (;;) { continue outer } break outer }", ""],
    ["class A { #b = 1; c = d; static e = f; [g] = h; #i() { return #b in j + this.#b } }", "d f g h j"],
  ],
  "are not parameters, nor what a default value can see": [
    ["(a, {b, c: [d]}, ...e) => a + b + c + d + e", "c"],
    ["(a = x, b = a) => b", "x"],
    ["(a = b, b) => b", ""],
    ["function f(a = y) { var y = 1 }", "y"],
    ["({[k]: v = w}) => v", "k w"],
    ["x => y => x + y + z", "z"],
    ["function f() { return arguments.length }", ""],
    ["function f() { return () => arguments }", ""],
    ["const g = { m() { return arguments } }", ""],
  ],
  "know hoisting": [
    ["f(); function f() { return x; var x }", ""],
    ["{ var a = 1 } a", ""],
    ["{ let a = 1 } a", "a"],
    ["{ function f() {} } f()", "f"],
    ["{ class A {} } new A", "A"],
    ["if (c) { var d = 1 } else for (var e in f) ; d; e", "c f"],
    ["for (let i = 0; i < n; ++i) i; i", "n i"],
    ["for (const k of ks) k", "ks"],
    ["for (const k of k2) { let k = k3 }", "k2 k3"],
    ["try { var t } catch { var u } finally { var v } t; u; v", ""],
    ["switch (a) { case b: let c; default: c }", "a b"],
    ["switch (c) { case 1: let c }", "c"],
    ["a: { var w } w", ""],
    ["do { var p } while (p)", ""],
    ["(() => { var q })(); q", "q"],
  ],
  "know closures, catch parameters and shadowing": [
    ["let x = 1; (() => { let x = y; return x })()", "y"],
    ["try { a } catch (e) { e } e", "a e"],
    ["try {} catch ({message, code = k}) { message + code }", "k"],
    ["const f = function g() { return g }; g", "g"],
    ["const A = class B { static x = B }; B", "B"],
    ["class C extends D { constructor() { super(E) } static { var s; s; t } }", "D E t"],
    ["class A extends A2 { x = A }", "A2"],
    ["(function* () { yield* g })", "g"],
    ["async () => { for await (const x of y) await z }", "y z"],
  ],
  "know destructuring and assignment": [
    ["const {a, b: {c = d}, ...e} = f; a + c + e", "d f"],
    ["const [g, , h = g] = i", "i"],
    ["let a; ({a, b: a, [c]: a = d} = e)", "c d e"],
    ["let a; [a.b, a[c]] = d", "c d"],
    ["let a; for ([a] of b) ;", "b"],
    ["let n = 0; n++; n += m", "m"],
  ],
};

describe("the free names of a cell", () => {
  for (const [title, list] of Object.entries(cases)) {
    it(title, () => {
      for (const [source, expected] of list) expect([source, inputs(source)]).toEqual([source, expected]);
    });
  }
});
