import type { Table } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { openServices, runCells } from "./services.ts";

const services = openServices();
const run = (cells: string[]) => runCells(services, cells);

const world = "const world = consumption.table({regions: 7})";
const accounts = "const accounts = consumption.accounts(world)";

function unitsOf(table: unknown): Record<string, string> {
  const { fields } = (table as Table).schema;
  return Object.fromEntries(fields.map(({ name, metadata }) => [name, metadata.get("unit") ?? ""]));
}

describe("A result that is tables", () => {
  test("has the balance of every region, named, with units and the numbers of its matrices", async () => {
    const { values, failed } = await run([
      world,
      accounts,
      "const balance = accounts.balance",
      "const rows = Array.from(balance, (d) => d.toJSON())",
      "const same = rows.every((d, r) => d.production === accounts.D_pba[0][r] && d.exports === accounts.D_exp[0][r])",
    ]);
    expect(failed).toBe(0);
    const rows = values.get("rows") as Record<string, unknown>[];
    expect(rows).toHaveLength(7);
    expect(Object.keys(rows[0]!)).toEqual([
      "region",
      "name",
      "production",
      "consumption",
      "imports",
      "exports",
      "difference",
      "percent",
    ]);
    expect(rows.find(({ region }) => region === "CHN")).toMatchObject({ name: "China" });
    expect(values.get("same")).toBe(true);
    expect(unitsOf(values.get("balance"))).toEqual({
      region: "none",
      name: "none",
      production: "kt",
      consumption: "kt",
      imports: "kt",
      exports: "kt",
      difference: "kt",
      percent: "%",
    });
  });

  test("goes as it comes into Plot, Inputs.table, SQL and the viewer of tables", async () => {
    const { cells, values, failed } = await run([
      world,
      accounts,
      "Plot.plot({marks: [Plot.barX(accounts.balance, {x: 'production', y: 'name'})]})",
      "Inputs.table(accounts.balance, {columns: ['name', 'percent']})",
      "const traded = sql`select consumerName as name, sum(value) as imports from ${accounts.transfers} where origin <> consumer group by all order by all`",
      "const given = d3.sort(accounts.balance, (d) => d.name)",
      "const off = d3.max(Array.from(traded), (d, i) => Math.abs(d.imports / given[i].imports - 1))",
      "accounts.balance",
      "const joined = sql`select count(*)::int as n from ${accounts.intensities} i join mrio_sectors s on i.sector = s.sector and i.sectorName = s.name_en`",
      "const listed = sql`select sum(a)::double as a, max(b) as b from ${[{a: 1, b: 'x'}, {a: 0.1, b: 'y'}]}`",
    ]);
    expect(cells.filter(({ error }) => error).map(({ error }) => error)).toEqual([]);
    expect(failed).toBe(0);
    expect(cells[2]!.html).toContain("China");
    expect(cells[3]!.html).toContain("China");
    expect(values.get("off")).toBeLessThan(1e-12);
    expect(cells[7]!.html).toMatch(/production.*<small class="unit">kt<\/small>/s);
    expect(Array.from(values.get("joined") as Table, (row) => row!.n)).toEqual([7 * 35]);
    expect(Array.from(values.get("listed") as Table, (row) => row!.toJSON())).toEqual([{ a: 1.1, b: "y" }]);
  });

  test("keeps its numbers to the last bit on the way into the database and back", async () => {
    const { values } = await run([
      world,
      accounts,
      "const back = sql`select * from ${accounts.balance}`",
      "const same = Array.from(back, (d) => [d.region, d.production, d.percent])",
      "const own = Array.from(accounts.balance, (d) => [d.region, d.production, d.percent])",
    ]);
    expect(values.get("same")).toEqual(values.get("own"));
  });

  test("is the same data as an equal one, so that what reads it rests", async () => {
    const { values, failed } = await run([
      "const kinds = []",
      "const one = consumption.accounts(consumption.table({regions: 7}))",
      "const other = consumption.accounts(consumption.table({regions: 7}))",
      "const scaled = consumption.accounts(consumption.table({regions: 7}).scale({region: 'CHN', factor: 2}))",
      "const same = [one.equals(other), one.balance.equals(other.balance), one.equals(scaled), one.balance.equals(scaled.balance)]",
    ]);
    expect(failed).toBe(0);
    expect(values.get("same")).toEqual([true, true, false, false]);
  });

  test("has its fields as before: tables are not among them, nor in its JSON", async () => {
    const { values } = await run([
      world,
      accounts,
      "const names = Object.keys(accounts)",
      "const text = JSON.parse(JSON.stringify(accounts))",
      "const spread = {...accounts}",
    ]);
    expect(values.get("names")).not.toContain("balance");
    const text = values.get("text") as { D_pba: number[][]; flows: number[][][] };
    expect(text).not.toHaveProperty("transfers");
    expect(text.flows).toEqual((values.get("spread") as typeof text).flows);
    expect(text.D_pba[0]).toHaveLength(7);
  });

  test("has a table in each list of records, with the units of its columns", async () => {
    const { values, cells, failed } = await run([
      "const budgets = natural.ranges({gas: 'CH4'})",
      "const ranges = budgets.ranges.table",
      "const plain = budgets.ranges.filter((d) => d.value > 20).length",
      "const counted = sql`select count(*)::int as n from ${ranges} where value > 20`",
    ]);
    expect(cells.filter(({ error }) => error).map(({ error }) => error)).toEqual([]);
    expect(failed).toBe(0);
    const table = values.get("ranges") as Table;
    expect(table.schema.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["name", "value", "lo", "hi", "gas"]),
    );
    expect(Array.from(values.get("counted") as Table, (row) => row!.n)).toEqual([values.get("plain")]);
    expect(unitsOf(table)).toMatchObject({ name: "none", value: "Tg CH4/yr", hi: "Tg CH4/yr" });
    expect(JSON.stringify(values.get("budgets"))).not.toContain("schema");
  });

  test("has tables of what stands in nested lists, with what is missing as null", async () => {
    const { values, cells, failed } = await run([
      "const parts = consumption.lmdi({factors: ['a', 'b'], before: [[0], [1]], after: [[2], [3]]})",
      "const rows = Array.from(parts.byFactor, (d) => d.toJSON())",
      "const change = sql`select sum(additive) as sum from ${parts.byFactor}`",
    ]);
    expect(cells.filter(({ error }) => error).map(({ error }) => error)).toEqual([]);
    expect(failed).toBe(0);
    expect(values.get("rows")).toMatchObject([
      { factor: "a", multiplicative: null },
      { factor: "b", multiplicative: null },
    ]);
    const [{ sum }] = Array.from(values.get("change") as Table, (row) => row!.toJSON()) as [{ sum: number }];
    expect(sum).toBeCloseTo(6, 12);
  });

  test("has in a list of records the unit that the table of the call says, and the categories of final demand", async () => {
    const { values, failed } = await run([
      world,
      "const found = consumption.paths(world, {product: 'CHN.c1', count: 3})",
      "const layers = found.layers.table",
      "const sectors = consumption.sectorAccounts(world)",
      "const demand = sectors.demand",
      "const same = Array.from(demand, (d) => d.value)",
      "const given = sectors.byCategory[0]",
    ]);
    expect(failed).toBe(0);
    expect(unitsOf(values.get("layers"))).toEqual({ total: "kt", found: "kt", remainder: "kt" });
    expect(unitsOf(values.get("demand"))).toEqual({ region: "none", name: "none", category: "none", value: "kt" });
    expect(values.get("same")).toEqual(values.get("given"));
  });

  test("converts the columns of a unit to another, and says so where none converts", async () => {
    const { values, cells } = await run([
      world,
      accounts,
      "const mega = inUnit(accounts.balance, 'Mt')",
      "const same = d3.every(d3.zip([...mega], [...accounts.balance]), ([a, b]) => a.production === b.production / 1000 && a.percent === b.percent)",
      "inUnit(accounts.balance, 'TJ')",
    ]);
    expect(unitsOf(values.get("mega"))).toMatchObject({ name: "none", production: "Mt", percent: "%" });
    expect(values.get("same")).toBe(true);
    expect(String(cells[4]!.error?.message)).toContain("`TJ`");
  });

  test("says what cannot stand in a query", async () => {
    const { cells } = await run(["sql`select * from ${[{a: {b: 1}}]}`"]);
    expect(String(cells[0]!.error?.message)).toContain("The column `a`");
  });
});
