import * as fc from "fast-check";
import type { Json, Notebook, Operation } from "../../../kernel/document/index.ts";
import { files, sources } from "./corpus.ts";

/** Pieces of markup that change how a notebook is read. */
const pieces = [
  ..."<>/\"'=!-&\n\r\t\0 ",
  "<script>",
  "<script id=1>",
  "</script>",
  "</script",
  "<!--",
  "-->",
  "<notebook>",
  "</notebook>",
  "<title>",
  '<title lang="zh">',
  "</title>",
  "<svg>",
  "</svg>",
  "<style>",
  "\r\n",
  "    ",
];

interface Mutation {
  readonly at: number;
  readonly cut: number;
  readonly insert: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  cut: fc.constantFrom(0, 0, 1, 3, 40),
  insert: fc.oneof(
    fc.constant(""),
    fc.constantFrom(...pieces),
    fc.constantFrom(...sources),
    fc.string({ maxLength: 3 }),
  ),
});

/** The text of a notebook file, mutated. */
export const notebookText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...files), fc.array(mutation, { maxLength: 6 }))
  .map(([file, mutations]) =>
    mutations.reduce((text, { at, cut, insert }) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + insert + text.slice(from + cut);
    }, file),
  );

/** Operations on a notebook; some refer to cells it does not have. */
export function operationOn(notebook: Notebook): fc.Arbitrary<Operation> {
  const cell = fc.constantFrom(...notebook.cells.map(({ id }) => id), 99);
  const after = fc.constantFrom(null, ...notebook.cells.map(({ id }) => id));
  const source = fc.oneof(
    fc.constantFrom(...sources),
    fc.constantFrom(...sources).map((text) => `${text}\r\n${text}\r`),
  );
  const kind = fc.constantFrom("js", "ts", "sql", "md", "html", "tex", "python", "text/x-new", "a b\"c'&");
  const name = fc.constantFrom(
    "pinned",
    "hidden",
    "lang",
    "output",
    "data-name",
    "data-value",
    "data-folded",
    "id",
    "a b",
    "odd",
    "future",
    "é",
  );
  const value = fc.oneof(
    fc.constantFrom(null, "", "x", "a b", "\"'&quot;<>\r\n", "{}"),
    fc.string({ maxLength: 5 }).map((text) => text.replaceAll("\0", "")),
  );
  const json = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
  const input = fc.constantFrom("x", "y", "__proto__");
  return fc.oneof(
    fc.record({ type: fc.constant("source" as const), cell, source }),
    fc.record({ type: fc.constant("splice" as const), cell, from: fc.nat(5), to: fc.nat(9), insert: source }),
    fc.record({ type: fc.constant("kind" as const), cell, kind }),
    fc.record({ type: fc.constant("attribute" as const), cell, name, value }),
    fc.record({ type: fc.constant("value" as const), cell, name: input, value: json }),
    fc.record({ type: fc.constant("value" as const), cell, name: input }),
    fc.record({ type: fc.constant("insert" as const), after, cell: fc.record({ kind, source }) }),
    fc.record({ type: fc.constant("delete" as const), cell }),
    fc.record({ type: fc.constant("move" as const), cell, after }),
    fc.record({
      type: fc.constant("title" as const),
      title: fc.constantFrom("T", "", "<&amp;>", " a\r\n ", "</title>"),
    }),
    fc.record({ type: fc.constant("notebook" as const), name, value }),
    fc.record({
      type: fc.constant("translated-title" as const),
      language: fc.constantFrom("zh-CN", "zh", "de", "\"'&<>", ""),
      title: fc.constantFrom(null, "T", "", "<&amp;>", " a\r\n ", "</title>"),
    }),
  );
}
