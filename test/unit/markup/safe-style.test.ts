import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeStyle, safeStyleSheet, safeValue } from "../../../kernel/markup/safe-style.ts";

describe("A style that is written anew", () => {
  test("keeps how things look", () => {
    for (const [text, kept = text] of [
      ["color:red;top:0"],
      ["COLOR: red /* why */ !important", "color:red !important"],
      ["width:calc(100% - 2px);transform:translate(1px,-2e3px) rotate(45deg)"],
      ["font:italic 12px/1.5 \"A B\",'C'", 'font:italic 12px/1.5 "A B","C"'],
      ["--Ink:#1a2b3c;color:var(--Ink,rgb(0 0 0 / 50%))"],
      ["fill:url(#g)", "fill:url(#g)"],
      ["background:url(data:image/png;base64,AA==)", 'background:url("data:image/png;base64,AA==")'],
      ["grid-template-areas:\"a b\" 'c d';inset:0 auto", 'grid-template-areas:"a b" "c d";inset:0 auto'],
    ] as const) {
      expect(safeStyle(text)).toBe(kept);
    }
    for (const sheet of [
      ".plot-1a2b text,.plot-1a2b tspan{white-space:pre;}",
      ':where(.a) > b + c ~ d:nth-child(2n + 1)::before{content:"x";}',
      "@media (min-width: 600px) and (prefers-color-scheme: dark){.a{color:red;}}",
      "@keyframes k{from{top:0;}50%{top:1px;}to{top:2px;}}",
      ".a{color:red;&:hover{color:blue;}& .b{top:0;}}",
      'a[href^="x"]{color:red;}',
      "@supports (display: grid){.a{display:grid;}}",
    ]) {
      expect(safeStyleSheet(sheet)).toBe(sheet);
    }
    expect(safeValue("url(#g)")).toBe("url(#g)");
    expect(safeValue("#ffcc00")).toBe("#ffcc00");
    expect(safeValue("rgb(1,2,3)")).toBe("rgb(1,2,3)");
  });

  test("loads nothing: a declaration that leads out is left out, and those beside it stay", () => {
    for (const out of [
      "background:url(http://e)",
      "background:url('//e')",
      String.raw`background:\75rl(http://e)`,
      "background:image-set('http://e' 1x)",
      "background:-webkit-image-set(url(http://e) 1x)",
      "background:src('http://e')",
      "--x:url(http://e)",
      "--x:image-set('http://e')",
      "behavior:url(#x)",
      "-moz-binding:url(#x)",
      "width:expression(alert(1))",
      "background:url(data:text/html,x)",
      "position:fixed",
      "background:element(#x)",
      "color:red)",
    ]) {
      expect(safeStyle(`top:0;${out};left:0`), out).toBe("top:0;left:0");
      expect(safeStyleSheet(`a{top:0;${out};left:0}`), out).toMatch(/^a\{top:0;(?:left:0;)?\}$/);
      expect(safeValue(out.slice(out.indexOf(":") + 1)), out).not.toMatch(/http|url\((?!#)|expression|element|src/);
    }
    for (const out of [
      "@import 'http://e';",
      String.raw`@\69mport 'http://e';`,
      "@font-face{font-family:f;src:url(http://e)}",
      "@namespace url(http://e);",
      "@charset 'x';",
      "@document url(http://e){a{top:0}}",
    ]) {
      expect(safeStyleSheet(`${out}a{top:0}`), out).toBe("a{top:0;}");
    }
  });

  test("is written in one way only, and never with a letter that begins a tag", () => {
    const pieces = fc.constantFrom(
      ..."a { } ( ) [ ] ; : , @media @import @font-face url( url(# url(http://e) image-set( var( \"x\" 'y' \" ' /* */ <!-- --> < > & \\ \\75 rl( \\0 #1 #a 1e3 1px 1\\65 3 -- --x - .5 % ! important </style> position fixed \n".split(
        " ",
      ),
      " ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const text = parts.join("");
        for (const write of [safeStyleSheet, safeStyle, safeValue]) {
          const once = write(text);
          expect(once).not.toContain("<");
          expect(once.replaceAll(/"(?:[^"\\]|\\.)*"/g, "")).not.toMatch(
            /@import|@font-face|(?<![\w.-])url\((?!\)|#)|(?<![\w.-])image-set\(/i,
          );
          expect(write(once)).toBe(once);
        }
      }),
      { seed: 20_261_125 },
    );
  });
});
