import { describe, expect, it } from "vitest";
import { baseOf, insertionsOf, proposalOf, textId, withNeeds } from "../../../../app/session/dialogue-proposal.ts";
import { compileCells } from "../../../../kernel/dialogue/compile-cells.ts";
import type { Cell } from "../../../../kernel/document/index.ts";
import { parseNotebook } from "../../../../kernel/document/index.ts";
import type { Plan } from "../../../../lib/dialogue/plan.ts";
import type { Answer } from "../../../../lib/dialogue/reply.ts";

const label = (en: string) => ({ en, zh: en });

const plan: Plan = {
  steps: [
    {
      id: "spain",
      tool: "data.query",
      args: { dataset: "d", where: { iso3: "ESP", year: 2018 }, principle: "territorial", count: 10 },
    },
    {
      id: "double",
      tool: "quantity.multiply",
      args: { left: { value: { $from: "spain", path: "rows.0.value" }, unit: "t" }, right: { value: 2, unit: "1" } },
    },
  ],
  read: [],
  assumed: [
    { slot: "principle", value: "territorial", label: label("territorial"), because: label("usual"), rivals: [] },
    { slot: "count", value: 10, label: label("10"), because: label("ten"), rivals: [] },
  ],
  wants: [],
  by: "planner",
};

const answer: Answer = {
  kind: "answer",
  plan,
  values: [
    { name: label("double"), value: 12, unit: "Mt CO2", cell: "double", path: "value", hash: "00", source: [] },
    { name: label("year"), value: 2019, unit: "year", cell: "spain", path: "rows.0.year", hash: "00", source: [] },
  ],
  text: {
    en: [
      "Emissions of ",
      { name: "A*B" },
      " in ",
      { given: ["spain", "where.year"] },
      ": ",
      { ref: 0 },
      " (",
      { ref: 1 },
      ").",
    ],
    zh: [{ given: ["spain", "where.year"] }, "年：", { ref: 0 }, "。"],
  },
  cells: compileCells(plan),
};

function cellsOf(...sources: string[]): readonly Cell[] {
  return parseNotebook(
    `<notebook><title>t</title>${sources.map((source, i) => `<script id="${i + 1}" type="module">${source}</script>`).join("")}</notebook>`,
  ).cells;
}

const sourceOf = (proposal: ReturnType<typeof proposalOf>, id: string) =>
  proposal.cells.find(({ planned }) => planned === id)?.source;

describe("The cells that a reply proposes", () => {
  it("are the sentence, whose figures are references, the values that the question gave, and the steps", () => {
    const proposal = proposalOf(answer, cellsOf("1"));
    expect(proposal.cells.map(({ planned }) => planned)).toEqual([textId, "asked", "assumed", "spain", "double"]);
    expect(sourceOf(proposal, "asked")).toBe("const asked = {year: 2018}");
    expect(sourceOf(proposal, "spain")).toContain('where: {iso3: "ESP", year: asked.year}');
    expect(sourceOf(proposal, "spain")).toContain("principle: assumed.principle");
    expect(sourceOf(proposal, textId)).toEqual({
      en: 'Emissions of A&ast;B in ${asked.year}: ${formatNumber(double.value, {unit: "Mt CO2"})} (${spain.rows[0].year}). By default: territorial (usual); ${assumed.count} (ten).',
      zh: '${asked.year}年：${formatNumber(double.value, {unit: "Mt CO2"})}。默认口径：territorial（usual）；${assumed.count}（ten）。',
    });
  });

  it("take a value that the question gave from its cell wherever a step was given it at the same place", () => {
    const whole = { id: "whole", tool: "data.query", args: { dataset: "d", where: { year: 2018 }, limit: 2018 } };
    const steps = [...plan.steps, whole];
    const both = { ...plan, steps };
    const proposal = proposalOf({ ...answer, plan: both, cells: compileCells(both) }, cellsOf("1"));
    expect(sourceOf(proposal, "whole")).toContain("where: {year: asked.year}, limit: 2018");
  });

  it("get names that are free in the notebook, wherever they are read", () => {
    const proposal = proposalOf(answer, cellsOf("const spain = 1; const asked = 2", "const asked2 = 3"));
    expect(proposal.cells.map(({ name }) => name)).toEqual(["", "asked3", "assumed", "spain2", "double"]);
    expect(sourceOf(proposal, "spain")).toContain("const spain2 = data.query(");
    expect(sourceOf(proposal, "spain")).toContain("year: asked3.year");
    expect(sourceOf(proposal, "double")).toContain("spain2.rows[0].value");
    expect(sourceOf(proposal, textId)).toHaveProperty("zh", expect.stringContaining("${asked3.year}"));
  });

  it("take those that they need", () => {
    const proposal = proposalOf(answer, cellsOf());
    const ids = (...chosen: string[]) => withNeeds(proposal, new Set(chosen)).map(({ planned }) => planned);
    expect(ids("asked")).toEqual(["asked"]);
    expect(ids("double")).toEqual(["asked", "assumed", "spain", "double"]);
    expect(ids(textId)).toEqual([textId, "asked", "assumed", "spain", "double"]);
  });

  it("know the notebook that they were made for", () => {
    const base = baseOf(cellsOf("1", "2"));
    expect(proposalOf(answer, cellsOf("1", "2")).base).toBe(base);
    expect(baseOf(cellsOf("1", "3"))).not.toBe(base);
    expect(baseOf(cellsOf("1"))).not.toBe(base);
  });

  it("are inserted one below the other, the sentence in the reader's language", () => {
    const cells = cellsOf("1", "2");
    const operations = insertionsOf(proposalOf(answer, cells).cells, cells, { after: 1, first: 3, language: "zh-CN" });
    expect(operations.map(({ after, cell }) => [after, cell.id, cell.kind])).toEqual([
      [1, 3, "md"],
      [3, 4, "js"],
      [4, 5, "js"],
      [5, 6, "js"],
      [6, 7, "js"],
    ]);
    expect(operations[0]?.cell.source).toMatch(/^\$\{asked\.year\}年/);
    expect(operations[0]?.cell.attributes).toEqual({});
  });

  it("have the sentence in both languages where the notebook has", () => {
    const { cells } = parseNotebook(
      '<notebook><title>t</title><script id="1" type="text/markdown" lang="en">One</script><script id="2" type="text/markdown" lang="zh-CN">一</script></notebook>',
    );
    const operations = insertionsOf(proposalOf(answer, cells).cells, cells, { after: 2, first: 3, language: "en" });
    expect(operations.slice(0, 3).map(({ cell }) => cell.attributes?.lang)).toEqual(["en", "zh-CN", undefined]);
  });
});
