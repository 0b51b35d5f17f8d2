import { expect, test } from "vitest";
import type { Selection } from "../../../lib/tool/selection.ts";
import { openServices } from "../headless/services.ts";

const services = openServices();

async function read(tool: string, input: unknown): Promise<string[]> {
  const rows: Selection[] = [];
  await services.compute.call(tool, input, { reads: (selection) => rows.push(selection) });
  return rows.map(({ dataset, where, rows, of }) => `${dataset}: ${rows} of ${of}${where && `, ${where}`}`);
}

const made = [
  "mrio7_co2: 252 of 252, year = 2011",
  "mrio7_final_demand: 4501 of 4501",
  "mrio7_flows: 56804 of 56804",
  "mrio7_regions: 7 of 7",
  "mrio_sectors: 35 of 35",
];
const small = { year: 2011, emissionsYear: 2011, regions: 7, edits: [] };

test("the accounts of a table rest on the rows that it was made of, with the emissions of one year", async () => {
  expect(await read("consumption.accounts", { $table: small })).toEqual(made);
});

test("a table that a tool made rests on the rows of those that it took, however often it is asked", async () => {
  const of = { tool: "consumption.aggregate", tables: { table: small }, options: { regionGroups: { NEU: "ROW" } } };
  const aggregated = { $table: { year: 2011, edits: [], made: of } };
  expect(await read("consumption.accounts", aggregated)).toEqual(made);
  expect(await read("consumption.accounts", aggregated)).toEqual(made);
});

test("a tool that reads a dataset says so on every call, also when the columns are at hand", async () => {
  const question = { regions: ["CHN"], year: 2022, boundary: "fossil" };
  const first = await read("panorama.ladder", question);
  expect(first).toContain("ceds_countries: 1 of 14510, gas = 'CO2' and iso3 = 'CHN' and year = 2022");
  expect(await read("panorama.ladder", question)).toEqual(first);
});
