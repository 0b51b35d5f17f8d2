import { describe, expect, test } from "vitest";
import { factorsWithin, hasRecalledBounds, recalledWithin, statusOf } from "../../../kernel/check/recalled-numbers.ts";
import { openServices, runCells } from "../headless/services.ts";

const services = openServices();

// That the shipped notebooks have none is tested in `languages.test.ts`, which runs them.
describe("A factor from memory", () => {
  test("is told in what a tool gives and in a table that is loaded", async () => {
    const found: unknown[] = [];
    const cells = [
      'const taken = factors.select({wanted: {category: "3.C.1", activity: "shrublands all", parameter: "Cf"}})',
      'const loaded = Array.from(await datasets.load("factors_afolu"), (d) => d.toJSON()).filter((d) => d.activity === "shrublands all")',
    ];
    await runCells(services, cells, { value: (_name, value) => found.push(value) });
    expect(found.flatMap((value) => factorsWithin(value)).map(statusOf)).toEqual(["memory", "memory"]);
  });

  test("is told of stocks, of a range and of bounds, and of none that was left empty", async () => {
    const found = new Map<string, unknown>();
    const change = '{year: 2000, from: "primary", to: "pasture", area_ha: 1}';
    const cells = [
      `const book = natural.bookkeeping({biome: "tropical moist forest", changes: [${change}], from: 2000, to: 2000})`,
      'const seeps = natural.ranges({gas: "all"}).then(({ranges}) => ranges.filter((d) => d.name.startsWith("geologic seeps, by")))',
      'const coal = (await factors.select({wanted: {category: "1.A", activity: "Other Bituminous Coal", parameter: "NCV"}})).factor',
      "const bare = {...coal, lo: null, hi: null}",
    ];
    await runCells(services, cells, { value: (name, value) => found.set(name, value) });
    const told = (name: string) => factorsWithin(found.get(name));
    expect([...told("book"), ...told("seeps")].map(statusOf)).toEqual(["memory", "memory"]);
    expect([...told("seeps"), ...told("coal"), ...told("bare")].map(hasRecalledBounds)).toEqual([true, true, false]);
  });

  test("is found in a table, a map, rows of Arrow and a value that contains itself, and nowhere in what cannot be read", async () => {
    const cells = [
      'const table = sql`select * from factors_afolu where activity = ${"shrublands all"}`',
      'const rows = Array.from(await datasets.load("factors_afolu")).filter((d) => d.activity === "shrublands all")',
      'const map = new Map([["a", {value: 1, valueStatus: "memory"}]])',
      'const ring = {value: 1, status: "memory"}; ring.self = [ring]',
      'const trap = {get dear() { throw new Error("out of reach") }}',
      'const page = {body: document.body, status: "source"}',
    ];
    const found = new Map<string, unknown>();
    await runCells(services, cells, { value: (name, value) => found.set(name, value) });
    const counts = [...found].map(([name, value]) => [name, recalledWithin(value).length]);
    expect(Object.fromEntries(counts)).toEqual({ table: 1, rows: 1, map: 1, ring: 1, trap: 0, page: 0 });
  });
});
