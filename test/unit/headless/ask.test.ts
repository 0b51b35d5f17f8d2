import { describe, expect, test } from "vitest";
import type { CellReply } from "../../../kernel/dialogue/cell-reply.ts";
import type { ExecutedNotebook } from "../../../kernel/headless/executed-notebook.ts";
import { datasetsOf } from "../../../kernel/services/step.ts";
import { loadLexiconFacts } from "../../../lib/dialogue/lexicon/facts.ts";
import { lexiconDatasets } from "../../../lib/dialogue/lexicon-datasets.ts";
import { openServices, runCells } from "./services.ts";

const services = openServices();

const value = <T>({ values }: ExecutedNotebook, name: string) => new Map(values).get(name) as T;

/** What the publisher's table says. */
const published =
  "const [row] = await sql`select production_mtco2 as mt from carbon_budget_countries where iso3 = ${place} and year = 2022`; const mt = row.mt;";

describe("ask, in cells", { timeout: 120_000 }, () => {
  test("gives plain figures with units and sources, and a sentence in both languages", async () => {
    const run = await runCells(services, [
      'const place = "CHN";',
      'const reply = await ask("How much CO2 did China emit in 2022?");',
      published,
      "const copy = structuredClone(reply);",
      "localize(reply.text)",
    ]);
    expect(run.failed).toBe(0);
    const reply = value<CellReply>(run, "reply");
    expect(reply).toMatchObject({ kind: "answer", slot: null, options: [], reason: null, nearest: [] });
    const [figure] = reply.values.filter(({ primary }) => primary);
    expect(figure).toMatchObject({ value: value<number>(run, "mt"), unit: "Mt CO2" });
    expect(figure!.source.map(({ dataset }) => dataset)).toEqual(["carbon_budget_countries"]);
    expect(reply.text.en).toContain("China");
    expect(reply.text.zh).toContain("中国");
    expect(value(run, "copy")).toEqual(reply);
    expect(reply.cells.length).toBeGreaterThan(0);
    expect(reply.plan.map(({ tool }) => tool)).toContain("data.query");
    expect(run.cells[4]!.html).toContain(reply.text.en);
  });

  test("records the calls that answer as the steps of the cell, and not what only knows the words", async () => {
    const { cells } = await runCells(services, ['const reply = await ask("How much CO2 did China emit in 2022?");']);
    const { steps } = cells[0]!;
    expect(datasetsOf(steps)).toEqual(["carbon_budget_countries"]);
    expect(steps.map((step) => step.kind === "tool" && step.tool)).toContain("data.query");
  });

  test("depends on other cells by the text of its question, and on earlier turns", async () => {
    const cells = [
      'const place = "CHN";',
      'const name = {CHN: "China", IND: "India"}[place];',
      "const reply = await ask(`How much CO2 did ${name} emit in 2022?`);",
      'const later = await ask({turns: ["How much CO2 did China emit in 2022?", `and ${name}?`]});',
      published,
      "const figures = [reply, later].map(({values}) => values.find(({primary}) => primary).value);",
    ];
    for (const place of ["CHN", "IND"]) {
      const run = await runCells(services, cells, { set: { place } });
      expect(run.failed).toBe(0);
      const mt = value<number>(run, "mt");
      expect(value(run, "figures")).toEqual([mt, mt]);
    }
  });

  test("asks back with the figures of each choice, and answers when one is chosen", async () => {
    const run = await runCells(services, [
      'const text = "fossil CO2 of Congo in 2018";',
      "const reply = await ask(text);",
      "const chosen = await ask({turns: [{text, chosen: {[reply.slot]: reply.options[1].value}}]});",
      "const figures = [reply.options[1].effect[0].value, chosen.values.find(({primary}) => primary).value];",
    ]);
    expect(run.failed).toBe(0);
    expect(value(run, "reply")).toMatchObject({ kind: "ask", slot: "place", values: [], cells: [] });
    const [effect, figure] = value<number[]>(run, "figures");
    expect(effect).toBe(figure);
  });

  test("refuses with what can be answered instead", async () => {
    const run = await runCells(services, ['const reply = await ask("CO2 of China in 1492");']);
    const reply = value<CellReply>(run, "reply");
    expect(reply).toMatchObject({ kind: "refuse", reason: expect.any(String) });
    expect(reply.nearest.length).toBeGreaterThan(0);
  });

  test.each(["ask()", "ask(7)", "ask({turns: []})", 'ask("x".repeat(3000))', "ask({turns: [{text: 1}]})"])(
    "fails with a sentence on `%s`",
    async (call) => {
      const { cells } = await runCells(services, [`const reply = await ${call};`]);
      expect(cells[0]!.error?.message).toContain("`ask` takes a question as a text");
    },
  );

  test("is a name that a notebook may use for something of its own", async () => {
    const run = await runCells(services, ["const ask = (n) => n + 1;", "const two = ask(1);"]);
    expect(value(run, "two")).toBe(2);
  });
});

test("The datasets that a page carries for its words are those that the lexicon reads", async () => {
  const read: unknown[] = [];
  const call = async (_tool: string, { dataset }: { readonly dataset?: unknown }) => {
    read.push(dataset);
    return { result: { rows: [] }, sources: [] };
  };
  await loadLexiconFacts({ call });
  expect(read).toEqual(lexiconDatasets);
});
