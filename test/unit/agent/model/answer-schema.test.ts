import Ajv from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { answerSchema } from "../../../../kernel/agent/model/answer-schema.ts";
import { toolCards } from "../../../../kernel/agent/model/tool-cards.ts";
import type { Effect } from "../../../../lib/tool/effect.ts";
import { inputSchema } from "../../../../lib/tool/schema.ts";
import { findTool, tools } from "../../../../lib/tools.ts";

const datasets = [{ name: "population", title: "Population", columns: { iso3: "none" } }];
const accepts = (cards: Parameters<typeof answerSchema>[0]["tools"]) =>
  new Ajv({ strict: false, validateFormats: false }).compile(answerSchema({ tools: cards, datasets }));

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

  it("is a schema for every tool, whose definitions do not meet", () => {
    const all = tools.map(({ name, input }) => {
      const { $schema: _, ...args } = inputSchema(input) as Record<string, unknown>;
      return { name, summary: "", effect: "compute" as const, args };
    });
    expect(accepts(all)({ tool: "quantity.convert", args: { value: 1, from: "t", to: "kg" } })).toBe(true);
  });
});
