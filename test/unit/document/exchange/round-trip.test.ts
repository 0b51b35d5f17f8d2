// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileCell } from "../../../../kernel/compile/index.ts";
import {
  exportJupyter,
  exportMarkdown,
  exportQuarto,
  importJupyter,
  importMarkdown,
  importQuarto,
} from "../../../../kernel/document/exchange/index.ts";
import { createNotebook, type Notebook } from "../../../../kernel/document/index.ts";
import { sources } from "../corpus.ts";

const name = fc.constantFrom("a", "b", "total", "$x", "größe", "viewer");
const value = fc.constantFrom(
  "1",
  '"text"',
  "{a: 1}",
  "[1, 2]",
  "(x) => x + 1",
  "function () { return 1; }",
  "`${1}`",
  "await fetchIt()",
  "(1, 2)",
  "y.z(1)",
);
const lead = fc.constantFrom("", "// why\n", "/* why */\n", "\n\n");

const statement = fc.oneof(
  fc
    .tuple(lead, fc.constantFrom("const", "let", "var"), name, value)
    .map(([above, word, id, is]) => `${above}${word} ${id} = ${is};`),
  fc
    .tuple(lead, name, fc.constantFrom("Inputs.range([0, 1])", "input"))
    .map(([above, id, is]) => `${above}const ${id} = view(${is});`),
  name.map((id) => `function ${id}(x) {\n\n  return x;\n}`),
  name.map((id) => `class ${id} {}`),
  name.map((id) => `const {${id}, p: [q]} = object;`),
  value.map((is) => `display(${is}); // shown`),
  fc.constantFrom(
    "let n = 0;\nn = n + 1;",
    "if (a) display(b);",
    "for (const i of list) display(i);",
    "things.push(1);",
  ),
  fc.constantFrom('import * as d3 from "npm:d3@7";', 'import {a as b1} from "npm:pkg";', 'import {c1} from "./x.js";'),
  fc.constantFrom("// alone", "unreadable ="),
);

const program = fc.array(statement, { minLength: 1, maxLength: 4 }).map((all) => all.join("\n"));
const expression = fc
  .tuple(lead, fc.oneof(value, fc.constantFrom("display(x)", "(x)", "f(view(y))")))
  .map((all) => all.join(""));
const prose = fc
  .array(
    fc.constantFrom(
      "# Head",
      'text ${x} and ${f("y", {z: 1})}',
      "- a\n- b",
      "```js\ncode ${x}\n```",
      "costs $\\{5}",
      "`a`${x}`b`",
      "::: note\n:::",
      "",
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.join("\n\n").trim());
const markup = fc.constantFrom("<b>${x}</b>", "<b>a</b>", "`${y}\\`", "a\\", "\\frac{1}{2}", "${`x${1}`}", "</script>");
const attributes = fc
  .record(
    {
      pinned: fc.constant(""),
      hidden: fc.constant(""),
      "data-name": fc.constantFrom("fig-a", "a b", "--> `x`"),
      "data-values": fc.constant('{"x": "-->"}'),
    },
    { requiredKeys: [] },
  )
  .map((all): Record<string, string> => all);

const cell = fc
  .oneof(
    fc.record({ kind: fc.constant("js"), source: fc.oneof(program, expression, fc.constant("")) }),
    fc.record({ kind: fc.constant("ts"), source: fc.oneof(program, expression) }),
    fc.record({ kind: fc.constant("md"), source: prose }),
    fc.record({ kind: fc.constantFrom("html", "tex"), source: markup }),
    fc.record({ kind: fc.constant("sql"), source: fc.constantFrom("select ${x}", "select '```'", "") }),
    fc.record({
      kind: fc.constantFrom("python", "r", "dot", "text/x-odd", "node"),
      source: fc.constantFrom("print(1)", "#| a: b\n1", ""),
    }),
  )
  .chain((content) => attributes.map((given) => ({ ...content, attributes: given })))
  .chain((content) => {
    const output =
      content.kind === "sql" || content.kind === "html" ? fc.constantFrom({}, { output: "result" }) : fc.constant({});
    return output.map((given) => ({ ...content, attributes: { ...content.attributes, ...given } }));
  });

const notebook = fc
  .record({
    title: fc.constantFrom("Title", 'A: "quoted" # 玉衡', "---"),
    attributes: fc
      .record(
        {
          "data-author": fc.constantFrom("Ada", "Ada; Bo"),
          "data-date": fc.constant("2024-05-03"),
          lang: fc.constant("zh-CN"),
          "data-seed": fc.constant("3"),
        },
        { requiredKeys: [] },
      )
      .map((all): Record<string, string> => all),
    cells: fc.array(cell, { maxLength: 6 }),
  })
  .map((content) => createNotebook(content));

const whole = ({ title, attributes, cells }: Notebook) => ({
  title,
  attributes,
  cells: cells.map(({ kind, source, attributes }) => ({ kind, source, attributes })),
});

/** What must not change of a cell that was written in another form of its language. */
const meaning = ({ title, attributes, cells }: Notebook) => ({
  title,
  attributes,
  cells: cells.map((cell) => {
    if (cell.kind !== "js" && cell.kind !== "ts")
      return { kind: cell.kind, source: cell.source, attributes: cell.attributes };
    const { outputs, inputs, diagnostics } = compileCell(cell);
    return {
      kind: cell.kind,
      attributes: cell.attributes,
      names: [...outputs].sort(),
      needs: [...inputs].sort(),
      fails:
        diagnostics.filter(({ severity, message }) => severity === "error" && !/import/.test(JSON.stringify(message)))
          .length > 0,
    };
  }),
});

/** In Markdown the empty lines around a text are no part of it. */
const trimmed = (given: Notebook) =>
  createNotebook({
    ...given,
    cells: given.cells.map((cell) => ({ ...cell, source: cell.kind === "md" ? cell.source.trim() : cell.source })),
  });

describe("A notebook comes back", () => {
  test("from Markdown as it was", () => {
    fc.assert(
      fc.property(notebook, (given) => {
        expect(whole(importMarkdown(exportMarkdown(given)))).toEqual(whole(trimmed(given)));
      }),
    );
  });

  test("from Jupyter as it was", () => {
    fc.assert(
      fc.property(notebook, (given) => {
        expect(whole(importJupyter(exportJupyter(given)))).toEqual(whole(given));
      }),
    );
  });

  test("from Quarto with its cells, their order, names and texts", () => {
    fc.assert(
      fc.property(notebook, (given) => {
        expect(meaning(importQuarto(exportQuarto(given)))).toEqual(meaning(trimmed(given)));
      }),
    );
  });

  test("from Quarto with the name that an expression has by its `output`", () => {
    for (const source of ["1 + 1", "// why\n{a: 1}", "f(view(y))", "html`${1}`"]) {
      const given = createNotebook({ cells: [{ kind: "js", source, attributes: { output: "x" } }] });
      const [cell] = importQuarto(exportQuarto(given)).cells;
      expect([source, compileCell(cell!).outputs]).toEqual([source, ["x"]]);
    }
  });

  test.each(["js", "ts", "html", "tex", "sql", "python", "dot"])("from Quarto with %s of any source", (kind) => {
    const given = createNotebook({ cells: sources.map((source) => ({ kind, source })) });
    const back = importQuarto(exportQuarto(given));
    expect(back.cells.map(({ kind }) => kind)).toEqual(given.cells.map(({ kind }) => kind));
    if (kind !== "js" && kind !== "ts") expect(whole(back)).toEqual(whole(given));
  });
});
