/** Where a text stops being JSON. */
export interface JsonFault {
  /** Lines and columns from 1. */
  readonly line: number;
  readonly column: number;
  /** What stands there; empty at the end of the text. */
  readonly found: string;
}

/** Space, then a mark, a string or another value. Control characters stand in no string. */
const token = new RegExp(
  [
    String.raw`[ \t\r\n]*(?:([{}[\],:])`,
    String.raw`("(?:[^"\\${String.fromCharCode(0)}-${String.fromCharCode(31)}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")`,
    String.raw`(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))`,
  ].join("|"),
  "y",
);

/**
 * The first place where a text is not JSON (RFC 8259); null if it is. `JSON.parse` names the place in some engines and cases only, so
 * this is asked after it has failed.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  /** What may come: a value, a value or the end of the list, a name, a name or the end of the object, a colon, or what follows a value. */
  let expected: "value" | "first" | "name" | "firstName" | "colon" | "next" = "value";
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) break;
    const [whole, mark, string] = found;
    const start = at + whole.length - whole.trimStart().length;
    const isClosing = mark === "]" || mark === "}";
    if (isClosing) {
      const inside = open.at(-1);
      const isAllowed = expected === "next" || expected === (mark === "]" ? "first" : "firstName");
      if (!isAllowed || inside !== (mark === "]" ? "[" : "{")) return placeOf(text, start);
      open.pop();
      expected = "next";
    } else if (expected === "value" || expected === "first") {
      if (mark === "," || mark === ":") return placeOf(text, start);
      if (mark !== undefined) open.push(mark);
      expected = mark === "[" ? "first" : mark === "{" ? "firstName" : "next";
    } else if (expected === "name" || expected === "firstName") {
      if (string === undefined) return placeOf(text, start);
      expected = "colon";
    } else if (expected === "colon") {
      if (mark !== ":") return placeOf(text, start);
      expected = "value";
    } else {
      if (mark !== "," || open.length === 0) return placeOf(text, start);
      expected = open.at(-1) === "[" ? "value" : "name";
    }
    at += whole.length;
  }
  const rest = at + /^\s*/.exec(text.slice(at))![0].length;
  if (rest === text.length && expected === "next" && open.length === 0) return null;
  return placeOf(text, rest);
}

function placeOf(text: string, at: number): JsonFault {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  const [found = ""] = /^(?:[\w.+-]+|[^\s])?/.exec(text.slice(at, at + 20)) ?? [];
  return { line: lines.length, column: lines.at(-1)!.length + 1, found };
}
