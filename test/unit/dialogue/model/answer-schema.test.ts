import Ajv from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { answerSchema } from "../../../../kernel/dialogue/model/answer-schema.ts";
import { LONGEST_SCHEMA, toolCards } from "../../../../kernel/dialogue/model/tool-cards.ts";
import type { Effect } from "../../../../lib/tool/effect.ts";
import { inputSchema } from "../../../../lib/tool/schema.ts";
import { findTool, tools } from "../../../../lib/tools.ts";

const datasets = [{ name: "population", title: "Population", columns: { iso3: "none" } }];
/** So many tools in one validator: of all at once it is too large a function. */
const TOGETHER = 10;
const accepts = (cards: Parameters<typeof answerSchema>[0]["tools"]) =>
  new Ajv({ strict: false, validateFormats: false, code: { optimize: false } }).compile(
    answerSchema({ tools: cards, datasets }),
  );

describe("The cards of tools", () => {
  it("are of tools that read or compute, whatever fits the words", () => {
    const convert = findTool("quantity.convert")!;
    const offered = (effect: Effect) =>
      toolCards(new Set(["convert", "unit"]), [...tools, { ...convert, name: "quantity.submit", effect }]);
    expect(offered("compute").map(({ name }) => name)).toContain("quantity.submit");
    expect(offered("act").map(({ name }) => name)).not.toContain("quantity.submit");
    expect(offered("act").map(({ name, effect }) => [name, effect])).toEqual(
      expect.arrayContaining([
        ["data.query", "read"],
        ["quantity.convert", "compute"],
      ]),
    );
  });
});

describe("The schema of a model's answer", () => {
  it("takes the call of an offered tool, a question back and a remark, and nothing else", () => {
    const valid = accepts(toolCards(new Set(["convert", "unit"])));
    expect(valid({ tool: "quantity.convert", args: { value: 1, from: "t", to: "kg" } })).toBe(true);
    expect(valid({ tool: "data.query", args: { dataset: "population", where: { iso3: "FRA" } } })).toBe(true);
    expect(valid({ ask: "Which?", slot: "place", options: ["FRA", "DEU"] })).toBe(true);
    expect(valid({ say: "No." })).toBe(true);
    expect(valid({ tool: "data.query", args: { dataset: "secrets" } })).toBe(false);
    expect(valid({ tool: "net.fetch", args: {} })).toBe(false);
    expect(valid({ say: "No.", tool: "data.query" })).toBe(false);
    expect(valid("No.")).toBe(false);
  });

  it("takes a few calls, in which references stand for values, but not for datasets and columns", () => {
    const valid = accepts(toolCards(new Set(["convert", "unit"])));
    const query = (args: object) => ({ id: "q", tool: "data.query", args: { dataset: "population", ...args } });
    const convert = {
      id: "c",
      tool: "quantity.convert",
      args: { value: { $from: "q", path: "x" }, from: "t", to: "kg" },
    };
    const from = { $from: "c", path: "value" };
    expect(valid({ steps: [query({}), convert], wants: [{ step: "c", path: "value" }] })).toBe(true);
    expect(valid({ steps: [convert, query({ where: { year: from } })] })).toBe(true);
    expect(valid({ steps: [convert, query({ dataset: from })] })).toBe(false);
    expect(valid({ steps: [convert, query({ select: [from] })] })).toBe(false);
    expect(valid({ steps: [convert, query({ where: { year: { ...from, more: 1 } } })] })).toBe(false);
    expect(valid({ steps: Array(5).fill(query({})) })).toBe(false);
    expect(valid({ tool: "quantity.convert", args: convert.args })).toBe(false);
  });

  it("is a schema for every tool that may be offered, whose definitions do not meet", () => {
    const all = tools.flatMap(({ name, input }) => {
      const { $schema: _, ...args } = inputSchema(input) as Record<string, unknown>;
      const card = { name, summary: "", effect: "compute" as const, args, gives: [] };
      return JSON.stringify(args).length <= LONGEST_SCHEMA ? [card] : [];
    });
    const convert = all.find(({ name }) => name === "quantity.convert")!;
    const others = all.filter((each) => each !== convert);
    const call = { tool: "quantity.convert", args: { value: 1, from: "t", to: "kg" } };
    for (let at = 0; at < others.length; at += TOGETHER) {
      const valid = accepts([convert, ...others.slice(at, at + TOGETHER)]);
      expect([valid(call), valid({ steps: [{ id: "a", ...call }] })]).toEqual([true, true]);
    }
  });
});
