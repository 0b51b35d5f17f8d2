// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import { parse } from "acorn";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompiledCell, compileCell } from "../../../kernel/compile/index.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { fastest } from "../fastest.ts";
import { cells } from "./corpus.ts";
import { evaluate } from "./run.ts";

const kinds = ["js", "ts", "md", "html", "tex", "sql", "python"] as const;

/** Pieces from which almost-code is made. */
const pieces = (
  "a b c x1 $ _ é 1 0x2 1n 'a' \"b\" `t` ` ${ } { ( ) [ ] ; , . ?. ?? => = == + - ++ -- --> <!-- ! ~ * ** / /r/ // /* */ % & | ^ < > ? : " +
  "... # #p @ \\ var let const function function* async await for while do if else return yield class extends static new this super " +
  "typeof delete in of instanceof switch case default break continue try catch finally throw import export from as with " +
  "enum interface type namespace declare readonly abstract eval arguments undefined display view __guard __import " +
  "number string :number <T> !"
).split(" ");

const soup = fc
  .array(fc.oneof(fc.constantFrom(...pieces, " ", "\n", "\r\n", "\u2028"), fc.constantFrom(...cells.js, ...cells.ts)), {
    maxLength: 12,
  })
  .chain((words) => fc.constantFrom("", " ", "\n").map((separator) => words.join(separator)));

// Only characters old enough for parser and engine to agree on whether they are letters.
const character = fc.oneof(
  fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code)),
  fc.constantFrom("\u2028", "\u2029", "\ufeff", "\ud800", "\udc00", "\u{1f600}", "\u{20000}"),
);
const junk = fc.oneof(soup, fc.string({ unit: character, maxLength: 40 }), fc.string({ maxLength: 40 }));

/** What must hold of every compiled cell. */
function check(cell: CompiledCell, source: string): void {
  expect(evaluate(cell)).toBeTypeOf("function");
  for (const { message, from, to, line, column } of cell.diagnostics) {
    expect(writeMessage(message)).toMatch(/^[\p{Lu}“\d].*[.]$/su);
    expect(from >= 0 && from <= to && to <= source.length).toBe(true);
    expect(line >= 1 && column >= 1).toBe(true);
  }
  for (const [name, offset] of Object.entries(cell.references)) {
    expect([name, offset >= 0 && offset <= source.length]).toEqual([name, true]);
  }
  const last = source.split(/\r\n?|\n/).length;
  for (const [row, text] of cell.code.split("\n").entries()) {
    for (let column = 1; column <= text.length + 1; column += 7) {
      const position = cell.position(row + 1, column);
      expect(position.line >= 1 && position.line <= last && position.column >= 1).toBe(true);
    }
  }
}

describe("whatever is written in a cell", () => {
  it("compiles to a function that the engine accepts, never to an exception", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), junk, (kind, source) => {
        check(compileCell({ id: 1, kind, source }), source);
      }),
    );
  });

  it("may be cut or mixed up in the middle of being typed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom(...cells.js, ...cells.ts),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...pieces),
        (kind, text, at, length, piece) => {
          const from = at % (text.length + 1);
          const source = text.slice(0, from) + piece + text.slice(from + (length % 4));
          check(compileCell({ id: 1, kind, source }), source);
        },
      ),
    );
  });

  it("may be nested beyond all measure", () => {
    for (const [open, close] of [
      ["(", ")"],
      ["[", "]"],
      ["{", "}"],
      ["a=>", ""],
      ["!", "1"],
      ["if(a)", ";"],
      ["for(;;)", ";"],
      ["`${", "}`"],
    ] as const) {
      for (const kind of ["js", "ts", "md"] as const) {
        const source = open.repeat(20_000) + close.repeat(20_000);
        const cell = compileCell({ id: 1, kind, source });
        expect(cell.code.length).toBeGreaterThan(0);
      }
    }
  });

  it("is read in no more than linear time before its first word", () => {
    for (const text of ["/**/ ", "// // ", "/*", "const a: /**/ b = "]) {
      const compile = (times: number) => () => {
        for (const kind of ["js", "ts"] as const) compileCell({ id: 1, kind, source: text.repeat(times) });
      };
      // In the square of the length it would take 256 times as long; the rest is the machine's unrest.
      expect(fastest(compile(8000)) / fastest(compile(500))).toBeLessThan(100);
    }
  });

  it("may have attributes of any name", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("output", "hidden", "database", "__proto__", "constructor"), fc.string()),
        (attributes) => {
          for (const kind of kinds) check(compileCell({ id: 1, kind, source: "1", attributes }), "1");
        },
      ),
    );
  });
});

describe("compiling", () => {
  it("takes no more than a few times as long as reading the code does", () => {
    const sources = Array.from({ length: 1000 }, (_, i) => `${cells.js[i % cells.js.length] ?? ""}\n// ${i}`);
    const compile = fastest(() => sources.map((source, id) => compileCell({ id, kind: "js", source })));
    const read = fastest(() =>
      sources.map((source) => {
        try {
          return parse(source, { ecmaVersion: "latest", sourceType: "module" });
        } catch {
          return null; // Some of these cells are wrong.
        }
      }),
    );
    // About three times as long when this was written.
    expect(compile / read).toBeLessThan(10);
  });
});
