import { z } from "zod";
import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import { notesOut, sentenceOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { baseYear, changeShape, decidedChangeShape, emissions } from "../base-year.ts";
import { shippedScopes } from "../shipped-factors.ts";
import { findValueChainCategory, valueChain, valueChainCategoryShape } from "../value-chain.ts";

const texts = messages("company", {
  noSuchCategory: {
    en: 'category: "{category}" is none of scope 3. There are {names}.',
    zh: "category：范围三中没有“{category}”。有：{names}。",
  },
  belowZero: {
    en: "base.{scope} is {value} t CO2e, below 0: what left (changes) is more than the base year had. Check the effects of changes and their units.",
    zh: "base.{scope} 为 {value} t CO2e，小于 0：剥离的排放（changes）多于基准年所有。请核对 changes 的 effect 及其单位。",
  },
  numbered: { en: "{number} {name}", zh: "{number} {name}" },
});
const relative = ratio.nullable();

export const inventoryBaseYear = defineTool({
  name: "inventory.baseYear",
  title: { en: "Base year of a company and its recalculation", zh: "企业基准年及其重新计算" },
  summary: {
    en: "Which changes since the base year count (structure, method, errors) and which do not (growth, what was not there), whether together they pass the threshold, the base year recalculated, and the change of a later year against it.",
    zh: "判断基准年以来哪些变化需计入（结构、方法、错误），哪些不计（自然增减、基准年尚不存在的业务），累计是否超过阈值，给出重新计算的基准年及后来年份相对它的变化。",
  },
  input: z.object({
    before: emissions.describe("The base year as it was reported, t CO2e"),
    changes: z.array(changeShape),
    threshold: ratio.default(0.05).describe("Part of the base year's total"),
    test: z.enum(["market", "location"]).default("market").describe("The method of scope 2 by which sizes are told"),
    later: emissions.optional().describe("A later year, to be compared"),
  }),
  output: z.object({
    changes: z.array(decidedChangeShape),
    significance: ratio,
    threshold: ratio,
    recalculate: z.boolean(),
    before: emissions,
    base: emissions,
    change: z
      .object({ scope1: relative, scope2Location: relative, scope2Market: relative, scope3: relative })
      .nullable()
      .describe("Later less base over base"),
    why: sentenceOut,
    notes: notesOut.optional(),
  }),
  formula: "significance = Σ_c Σ_s |Δ_cs| / Σ_s E_s.",
  assumptions: [
    "Sizes are added without sign, so that a purchase and a sale do not hide one another.",
    "The standard names no threshold; 5 % of the base year is a common choice.",
    "Outsourcing between scopes that are all reported changes nothing.",
  ],
  references: ["GHG Protocol, A Corporate Accounting and Reporting Standard, revised edition (2004), Ch 5."],
  run({ before, changes, threshold, test, later }) {
    const whole = changes.map(({ effect, ...change }) => ({
      ...change,
      effect: Object.fromEntries(Object.entries(effect).filter(([, value]) => value !== undefined)),
    }));
    const result = baseYear(before, whole, { threshold, test, ...(later ? { later } : {}) });
    const notes = (Object.keys(result.base) as (keyof typeof result.base)[])
      // What is sold may be left a rounding below nothing.
      .filter((scope) => result.base[scope] < -1e-9 * Math.abs(before[scope]))
      .map((scope) => texts.belowZero({ scope, value: result.base[scope] }));
    return {
      ...result,
      ...(notes.length > 0 ? { notes } : {}),
      changes: result.changes.map((of) => ({ ...of })),
      before: { ...result.before },
      base: { ...result.base },
      change: result.change && { ...result.change },
    };
  },
});

export const inventoryValueChainFactors = defineTool({
  name: "inventory.valueChainFactors",
  title: { en: "Find a shipped factor of scope 3", zh: "查找范围三因子" },
  summary: {
    en: "Shipped factors of a category of scope 3 by words of their names, with identifier and unit; and what the category includes, excludes, and how it may be computed.",
    zh: "按名称中的词查找某一范围三类别的随附因子，给出标识和单位；并说明该类别包含什么、不包含什么、可用哪些方法。",
  },
  input: z.object({
    category: z.union([z.int(), z.string()]).describe("1 to 15, or a name"),
    words: z.string().default("").describe("All of them must be in the name"),
    limit: z.int().min(1).max(500).default(50),
  }),
  output: z.object({
    category: valueChainCategoryShape,
    factors: z.array(
      z.object({
        id: z.string(),
        activity: z.string(),
        value: numberIn(siblingUnit),
        unit: z.string(),
        country: z.string(),
        source: z.string(),
      }),
    ),
    found: z.int().describe("How many there are in all"),
  }),
  datasets: ["factors_value_chain_uk", "factors_spend_us"],
  assumptions: ["The factors are of the United Kingdom (activity) and the United States (money)."],
  references: ["GHG Protocol, Corporate Value Chain (Scope 3) Accounting and Reporting Standard (2011), Ch 5."],
  async run({ category: written, words, limit }, _work, read) {
    const category = findValueChainCategory(String(written));
    if (!category) {
      const names = valueChain.map(({ number, title }) => texts.numbered({ number, name: title() }));
      throw new Fault(texts.noSuchCategory({ category: String(written), names }), { field: "category" });
    }
    const { title: _, ...described } = category;
    const { factors: all } = await shippedScopes({ energy: false, activity: true, money: true }, "AR5.GWP100", read);
    const requested = words.toLowerCase().split(/\s+/).filter(Boolean);
    const found = all.filter(
      ({ scope, categories, activity }) =>
        scope === 3 &&
        categories.includes(String(category.number)) &&
        requested.every((word) => activity.toLowerCase().includes(word)),
    );
    return {
      category: { ...described, methods: { ...category.methods } },
      factors: found.slice(0, limit).map(({ id, activity, value, unit, country, source }) => ({
        id: id!,
        activity,
        value,
        unit,
        country: country!,
        source,
      })),
      found: found.length,
    };
  },
});
