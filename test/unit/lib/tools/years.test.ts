import { describe, expect, test } from "vitest";
import { z } from "zod";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import { columnsFrom, type Read } from "../../../../lib/tool/read.ts";
import { inputSchema } from "../../../../lib/tool/schema.ts";
import { tableYear } from "../../../../lib/tool/table-year.ts";
import { defineTool } from "../../../../lib/tool/tool.ts";
import { findTool, tools } from "../../../../lib/tools.ts";
import { shipped } from "../../inventory/company/calling.ts";
import { fileLine } from "./table-examples.ts";

/** An input in which each year can be set, for every tool that takes a year and reads datasets. */
const inputs: Readonly<Record<string, (year: number) => object>> = {
  "account.compute": (year) => ({ lines: [fileLine], kind: "company", region: "DEU", year }),
  "account.match": (year) => ({ lines: [fileLine], kind: "company", region: "DEU", year }),
  "avoided.solar": (year) => ({ year, embodied_t_MW: 600 }),
  "avoided.surface": (year) => ({
    year,
    x: { parameter: "lifetime_yr", from: 20, to: 30 },
    y: { parameter: "decline", from: 0, to: 0.02 },
  }),
  "avoided.wind": (year) => ({ year }),
  "cbam.obligation": (year) => ({ good: "72081000", origin: "CHN", mass_t: 1000, price: 80, year }),
  "cbam.years": (year) => ({ good: "72081000", origin: "CHN", mass_t: 1000, price: 80, from: year, to: year }),
  "consumption.carried": (year) => ({ year, region: "DEU" }),
  "factors.grid": (year) => ({ place: "DEU", year }),
  "indicators.convergence": (year) => ({ years: [year] }),
  "indicators.decoupling": (year) => ({ region: "DEU", from: year, to: year + 1 }),
  "indicators.gases": (year) => ({ region: "DEU", year }),
  "indicators.national": (year) => ({ region: "DEU", year }),
  "inventory.company": (year) => ({
    year,
    rows: [{ scope: 2, category: "electricity", country: "DEU", amount: 1, unit: "MWh" }],
  }),
  "inventory.compare": (year) => ({ year, region: "DEU", ours: { value: 600, unit: "Mt CO2" } }),
  "inventory.national": (year) => ({ region: "DEU", year }),
  "inventory.purchasedEnergy": (year) => ({
    year,
    uses: [{ category: "electricity", country: "DEU", amount: 1, unit: "MWh" }],
  }),
  "panorama.accounts": (year) => ({ regions: ["DEU"], year }),
  "panorama.ladder": (year) => ({ regions: ["DEU"], year }),
};

/** Tools for which the year selects no row of a dataset, and why. */
const others: Readonly<Record<string, string>> = {
  "inventory.landfill": "the year in which deposits begin; the dataset has factors without years",
  "inventory.template": "the year that is written into the rows of a template",
};

const yearFields = new Set(["year", "years", "from", "to"]);

function takesYear({ input }: { input: z.ZodType }): boolean {
  const { properties = {} } = inputSchema(input) as { properties?: Record<string, { description?: string }> };
  return Object.keys(properties).some((field) => yearFields.has(field) || field === "firstYear");
}

/** What a person reads of a call: the error, or the sentences of the result. */
async function readOf(name: string, year: number): Promise<{ error?: string; text: string }> {
  try {
    const output = await callTool(findTool(name)!, inputs[name]!(year), uninterrupted, shipped);
    return { text: JSON.stringify(output) };
  } catch (error) {
    const { message } = error as Error;
    return { error: message, text: message };
  }
}

describe("A year outside the tables", { timeout: 60_000 }, () => {
  test("is tried for every tool that takes a year and reads datasets", () => {
    const reading = tools.filter((tool) => (tool.datasets ?? []).length > 0 && takesYear(tool)).map(({ name }) => name);
    expect(reading.filter((name) => !others[name]).sort()).toEqual(Object.keys(inputs).sort());
  });

  describe.each(Object.keys(inputs))("%s", (name) => {
    test.each([1800, 2050, 9999, -1])("is answered for %i with a sentence", async (year) => {
      const { error, text } = await readOf(name, year);
      expect(text).not.toMatch(/NaN|undefined|\[object|not a finite number/);
      // The obligation of CBAM goes on without end, and is computed for any later year.
      if (name.startsWith("cbam.") && year > 2026) return;
      const isLacking = /"(?:lacks|problems)":\["|"(?:lacks|problems)":\[\{/.test(text);
      expect(error !== undefined || isLacking, text.slice(0, 300)).toBe(true);
      expect(text).toContain(String(year));
    });

    test("is refused for a billion, with the bounds", async () => {
      expect((await readOf(name, 1e9)).error).toMatch(
        /is 1000000000(?:; expected a number ≤ 9999|, but .* for \d{4} to \d{4})/,
      );
    });
  });

  test.each([
    ["inventory.national", 1980],
    ["inventory.compare", 2000],
    ["panorama.ladder", 1750],
  ])("is refused by %s with the span, which begins in %i", async (name, first) => {
    const pattern = new RegExp(`^${name}: year is 2050, but the data .* have the years ${first} to 20\\d\\d \\(`);
    expect((await readOf(name, 2050)).error).toMatch(pattern);
  });
});

describe("The years of what a tool reads", () => {
  const read: Read = async (name) =>
    columnsFrom(name, name === "late" ? { year: [2010, 2020] } : { year: [1990, 2005, null] });
  const tool = defineTool({
    name: "test.years",
    title: { en: "Test", zh: "测试" },
    summary: { en: "Test", zh: "测试" },
    input: z.object({
      year: z.union([tableYear(["early", "late"], "rows"), z.array(tableYear(["early", "late"], "rows"))]),
      of: z.array(z.string()).default(["early"]),
      rows: z.array(z.number()).default([]),
      breaks: z.boolean().default(false),
    }),
    output: z.object({ value: z.number() }),
    assumptions: [],
    references: [],
    async run({ of, breaks }, _work, reading) {
      for (const name of of) await reading(name);
      if (breaks) throw new TypeError("cannot read properties of undefined");
      return { value: breaks ? Number.NaN : 0 };
    },
  });
  const call = (input: object) => callTool(tool, input, uninterrupted, read);

  test("are those of the datasets that were read", async () => {
    await expect(call({ year: 2015 })).rejects.toThrow(
      "year is 2015, but the data that it is looked up in have the years 1990 to 2005 (early)",
    );
    expect(await call({ year: 2015, of: ["early", "late"] })).toEqual({ value: 0 });
    expect(await call({ year: 2015, of: [] })).toEqual({ value: 0 });
  });

  test("do not bind an input with data of its own, nor years of which some are there", async () => {
    expect(await call({ year: 2015, rows: [1] })).toEqual({ value: 0 });
    expect(await call({ year: [2000, 2015] })).toEqual({ value: 0 });
    await expect(call({ year: [1900, 2015] })).rejects.toThrow("year is 1900");
  });

  test("are named in place of what breaks on such a year", async () => {
    await expect(call({ year: 1800, breaks: true })).rejects.toThrow("the years 1990 to 2005");
    await expect(call({ year: 2000, breaks: true })).rejects.toThrow("cannot read");
  });
});
