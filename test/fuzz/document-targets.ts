import { readFileSync } from "node:fs";
import { deflateSync, strFromU8, strToU8 } from "fflate";
import { exportJupyter, exportMarkdown, importJupyter, importMarkdown } from "../../kernel/document/exchange/index.ts";
import { convertObservable } from "../../kernel/document/exchange/observable.ts";
import {
  applyOperation,
  createNotebook,
  emptyHistory,
  type Notebook,
  type Operation,
  parseEditing,
  parseHistory,
  parseNotebook,
  readValues,
  serializeNotebook,
  stringifyEditing,
} from "../../kernel/document/index.ts";
import {
  findLink,
  findPatch,
  followLink,
  packLink,
  patchNotebook,
  readPatch,
  unpackLink,
  writePatch,
} from "../../kernel/document/patch/index.ts";
import { readReport, reportFormat, sawSolution } from "../../kernel/lesson/report.ts";
import { sealSource, unsealSource } from "../../kernel/lesson/seal.ts";
import { readScenarios, writeScenarios } from "../../kernel/montecarlo/scenario.ts";
import { readExpression } from "../../lib/numeric/expression/read-expression.ts";
import { parseUnit } from "../../lib/quantity/unit.ts";
import { damageText } from "./bytes.ts";
import { mutate } from "./hostile.ts";
import type { Random } from "./random.ts";
import { Broken, type Ending, sentenceIn, type Target } from "./target.ts";

const base = createNotebook({
  title: "Base <b> & co",
  cells: [
    { kind: "js", source: "const n = view(slider())" },
    { kind: "md", source: "# Title\n\n${n} and `code`\n\n```js\n1\n```" },
    { kind: "sql", source: "SELECT 1 -- comment", attributes: { output: "rows" } },
    { kind: "html", source: "<script>1</script><!-- x -->" },
    { kind: "tex", source: "x^2" },
  ],
});
const text = serializeNotebook(base);
const now = [
  { type: "source", cell: 1, source: "const n = view(other())\nconst m = 2" },
  { type: "title", title: "Other" },
  { type: "value", cell: 1, name: "n", value: 7 },
  { type: "delete", cell: 3 },
].reduce<Notebook>((notebook, operation) => {
  const outcome = applyOperation(notebook, operation as Operation);
  return outcome.ok ? outcome.notebook : notebook;
}, base);
const patch = writePatch(findPatch("base", base, now));
const link = findLink("base", { notebook: base, text }, now, true);
const jupyter = exportJupyter(base);
const markdown = exportMarkdown(base);
const editing = stringifyEditing({ notebook: now, history: emptyHistory });
const observable = [
  "viewof x = slider({min: 0})",
  "mutable y = 1",
  "z = { yield 1; return viewof x.value }",
  "import {a} from '@b/c'",
  "f = async function*(a) { mutable y++; }",
  "md`# ${z}` // end",
];
const sealed = sealSource("{question: 'How much?', answer: 3, hints: ['a']}");
const report = {
  format: reportFormat,
  notebook: "base",
  title: "Base",
  name: "Reader",
  made: "2026-01-01T00:00:00.000Z",
  begun: null,
  asked: 1,
  exercises: [
    {
      id: "a",
      title: "A",
      hash: "00ff",
      solved: "2026-01-01T00:00:00.000Z",
      solutionOpened: null,
      hintsOpened: 0,
      hints: 1,
      minutes: 0.5,
      tries: [{ time: "2026-01-01T00:00:00.000Z", answer: "1", right: true, reply: "" }],
    },
  ],
};
const scenarios = writeScenarios([
  { name: "High", inputs: { n: 3 }, samples: { ef: { type: "normal", mean: 1, sd: 0.1 }, k: 2 } },
])!;
const notebooks = readFileSync(new URL("../../notebooks/welcome.html", import.meta.url), "utf8");

/** JSON damaged as a text or as a value. */
function damagedJson(json: string, random: Random): string {
  if (random.chance(0.4)) return damageText(json, random);
  return JSON.stringify(mutate(JSON.parse(json), random)) ?? "";
}

/** A reader that gives a value or a sentence. */
function reader(name: string, generate: Target<string>["generate"], read: (text: string) => void): Target<string> {
  const run = async (input: string): Promise<Ending> => {
    try {
      read(input);
      return "value";
    } catch (error) {
      if (error instanceof Broken) throw error;
      return sentenceIn(error);
    }
  };
  return { name: `reader:${name}`, generate, run };
}

/** What every notebook that was read allows: it is written, read again and written to the same text. */
function checkNotebook(notebook: Notebook): void {
  const written = serializeNotebook(notebook);
  if (serializeNotebook(parseNotebook(written)) !== written)
    throw new Broken("A notebook does not come back to the byte.");
}

function checkPatched(read: ReturnType<typeof readPatch>): void {
  for (const notebook of Object.values(patchNotebook(base, read)))
    if (notebook && typeof notebook === "object" && "parts" in notebook) checkNotebook(notebook);
}

export const documentTargets: readonly Target[] = [
  reader(
    "notebook",
    (random) => damageText(random.chance(0.7) ? text : notebooks.slice(0, 20_000), random),
    (input) => {
      const notebook = parseNotebook(input);
      if (serializeNotebook(notebook) !== input) throw new Broken("A notebook that was read is not written as it was.");
    },
  ),
  reader(
    "jupyter",
    (random) => damagedJson(jupyter, random),
    (input) => checkNotebook(importJupyter(input)),
  ),
  reader(
    "markdown",
    (random) => damageText(markdown, random),
    (input) => checkNotebook(importMarkdown(input)),
  ),
  reader(
    "observable",
    (random) => damageText(random.pick(observable), random),
    (input) => {
      const notebook = createNotebook({ cells: [{ kind: "ojs", source: input }] });
      let converted = notebook;
      for (const operation of convertObservable(notebook).operations) {
        const outcome = applyOperation(converted, operation);
        if (outcome.ok) converted = outcome.notebook;
      }
      checkNotebook(converted);
    },
  ),
  reader(
    "draft",
    (random) => damagedJson(editing, random),
    (input) => {
      parseHistory(input);
      const read = parseEditing(input);
      if (read) serializeNotebook(read.notebook);
    },
  ),
  reader(
    "patch",
    (random) => damageText(patch, random),
    (input) => checkPatched(readPatch(input)),
  ),
  reader(
    "link",
    (random) => {
      if (random.chance(0.3)) return damageText(packLink(link), random);
      const bytes = deflateSync(strToU8(damagedJson(JSON.stringify(link), random)));
      return `1.${btoa(strFromU8(bytes, true)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
    },
    (input) => checkNotebook(followLink(base, unpackLink(input)).theirs),
  ),
  reader(
    "lesson-report",
    (random) => {
      const json = damagedJson(JSON.stringify(report), random);
      return random.chance(0.5) ? json : `<script type="application/json">${json}</script>`;
    },
    (input) => {
      const read = readReport(input);
      for (const exercise of read?.exercises ?? []) {
        sawSolution(exercise);
        if (typeof exercise.hash !== "string" || !Array.isArray(exercise.tries))
          throw new Broken("A report without its fields was read.");
      }
    },
  ),
  reader(
    "sealed-exercise",
    (random) => damageText(sealed, random),
    (input) => void unsealSource(input),
  ),
  reader(
    "scenarios",
    (random) => damagedJson(scenarios, random),
    (input) => {
      for (const { samples, inputs } of readScenarios(input) ?? [])
        if (typeof samples !== "object" || typeof inputs !== "object")
          throw new Broken("A scenario without its parts was read.");
    },
  ),
  reader(
    "values",
    (random) => damagedJson('{"n":7,"view 1":["a",null]}', random),
    (input) => void readValues({ attributes: { "data-value": input } }),
  ),
  reader(
    "unit",
    (random) =>
      damageText(random.pick(["kg CH4/head/yr", "t CO2e AR6.GWP100", "10^3 t", "1e6 TJ NCV", "m3/(kg d)"]), random),
    (input) => {
      parseUnit(input);
    },
  ),
  reader(
    "expression",
    (random) =>
      damageText(
        random.pick([
          "activity * ef ^ -2",
          "min(a, max(b, 1e3)) / (a - b)",
          "-(-a)**2 + pi",
          "if(a <= b, a / b, expm1(-a))",
        ]),
        random,
      ),
    (input) => {
      readExpression(input, ["activity", "ef", "a", "b", "constructor"]);
    },
  ),
] as readonly Target[];
