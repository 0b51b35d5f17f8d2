import { spawnSync } from "node:child_process";
import * as d3 from "d3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dsvFormat, d3 as own } from "../../../kernel/stdlib/d3.ts";

/** Texts of any shape: lines of unequal length, quotes, names that come twice or that objects have. */
const texts = [
  "",
  "a,b\n1,2\n",
  "a,a\n1,2\n",
  "__proto__,constructor,\n1,2,3\n",
  'a,"b ""c"""\n1,"2\n3"\n4\n',
  ...fc.sample(
    fc.string({ unit: fc.constantFrom("a", "b", ",", ";", '"', "\n", "\r", "0", " ", "'", "\\", "\u2028") }),
    {
      numRuns: 60,
      seed: 14,
    },
  ),
];

/** What the formats give, in a form that can be compared. */
function parsed(
  { csvParse, tsvParse, autoType }: Pick<typeof own, "csvParse" | "tsvParse" | "autoType">,
  format: typeof dsvFormat,
) {
  const entries = (rows: readonly object[] & { columns: string[] }) => [
    rows.map((row) => Object.entries(row)),
    rows.columns,
  ];
  return texts.map((text) => [
    entries(csvParse(text)),
    entries(tsvParse(text)),
    entries(format(";").parse(text)),
    entries(csvParse(text, (row, i, columns) => (i === 1 ? null : { ...autoType({ ...row } as never), i, columns }))),
  ]);
}

test("Rows are what d3 gives", () => {
  expect(parsed(own, dsvFormat)).toEqual(parsed(d3, d3.dsvFormat));
});

test("Rows are the same where no text may become code", () => {
  const program = `import { register } from ${JSON.stringify(import.meta.resolve("tsx/esm/api"))};
    register();
    const { d3: own, dsvFormat } = await import(${JSON.stringify(new URL("../../../kernel/stdlib/d3.ts", import.meta.url).href)});
    const d3 = await import(${JSON.stringify(import.meta.resolve("d3"))});
    const texts = ${JSON.stringify(texts)};
    ${parsed};
    let refusal = "";
    try { d3.csvParse("a\\n1") } catch (error) { refusal = error.name }
    console.log(JSON.stringify([refusal, parsed(own, dsvFormat)]));`;
  const args = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", program];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(stderr).toBe("");
  const plain = JSON.parse(JSON.stringify(parsed(d3, d3.dsvFormat)));
  expect(JSON.parse(stdout)).toEqual(["EvalError", plain]);
});
