import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedVocabulary } from "../../../cli/serve/shipped-vocabulary.ts";
import { servedVocabulary } from "../../../kernel/services/served-vocabulary.ts";
import { catalogue, tableOf, vocabularyFile } from "./shipped.ts";

const vocabulary = await shippedVocabulary();

/** Distinct texts of a column in those rows that a test wants. */
function textsOf(dataset: string, column: string, wanted: (row: number) => boolean = () => true): string[] {
  const cells = [...tableOf(dataset).getChild(column)!] as (string | null)[];
  return [...new Set(cells.filter((cell, row) => cell !== null && wanted(row)) as string[])].sort();
}

describe("The vocabulary of the datasets", () => {
  it("has every dataset of the catalogue, and only its columns", () => {
    expect([...vocabulary.keys()]).toEqual(catalogue.datasets.map(({ name }) => name));
    for (const { name, columns } of catalogue.datasets) {
      const known = new Set(columns.map((column) => column.name));
      for (const column of vocabulary.get(name)!.values.keys()) expect([name, known.has(column)]).toEqual([name, true]);
    }
  });

  it.each([
    ["electricity_mix", "source"],
    ["ceds_countries", "gas"],
    ["mrio_sectors", "sector"],
    ["nonco2_countries", "sector"],
    ["carbon_budget_countries", "iso3"],
    ["mrio_accounts", "region"],
  ])("lists the texts that %s has in %s", (dataset, column) => {
    const texts = textsOf(dataset, column);
    expect(texts.length).toBeGreaterThan(1);
    expect(vocabulary.get(dataset)!.values.get(column)).toEqual(texts);
  });

  it("lists names of places only where no code stands beside them", () => {
    const codes = [...tableOf("carbon_budget_countries").getChild("iso3")!];
    const names = textsOf("carbon_budget_countries", "entity", (row) => codes[row] === null);
    expect(names).toContain("World");
    expect(vocabulary.get("carbon_budget_countries")!.values.get("entity")).toEqual(names);
  });

  it("leaves out columns of descriptions and of very many texts", () => {
    expect(vocabulary.get("uslci_process")!.values.has("comment")).toBe(false);
    expect(vocabulary.get("fedefl_flowable")!.values.has("flowable")).toBe(false);
  });

  it.each(["carbon_budget_countries_2024", "population", "electricity_mix", "power_hours"])(
    "gives the first and the last year of %s with a value, as a whole and by place",
    (dataset) => {
      const table = tableOf(dataset);
      const cells = (name: string) => [...table.getChild(name)!] as (string | number | null)[];
      const [years, places] = [cells("year") as number[], cells("iso3")];
      const numbers = table.schema.fields
        .filter(({ type }) => String(type) === "Float64")
        .map(({ name }) => cells(name));
      const spans = new Map<string, [number, number]>();
      let whole: [number, number] | undefined;
      const widened = (span: [number, number] | undefined, year: number): [number, number] =>
        span ? [Math.min(span[0], year), Math.max(span[1], year)] : [year, year];
      for (const [row, year] of years.entries()) {
        if (numbers.every((values) => values[row] === null)) continue;
        whole = widened(whole, year);
        const place = places[row];
        if (typeof place === "string") spans.set(place, widened(spans.get(place), year));
      }
      const { years: said, places: by } = vocabulary.get(dataset)!;
      expect(said).toEqual(whole);
      expect(by!.column).toBe("iso3");
      expect(new Map([...by!.spans].sort())).toEqual(new Map([...spans].sort()));
    },
  );

  it("is read in a page as it is served, and is absent where it is not", async () => {
    const base = new URL("http://localhost/datasets/");
    const asked: string[] = [];
    const served = await servedVocabulary(base, async (address) => {
      asked.push(address.href);
      return new Response(readFileSync(vocabularyFile));
    });
    expect(served).toEqual(vocabulary);
    expect(asked).toEqual(["http://localhost/datasets/vocabulary.json"]);
    expect(await servedVocabulary(base, async () => new Response("", { status: 404 }))).toBeNull();
    expect(await servedVocabulary(base, async () => new Response('{"version":1}'))).toBeNull();
    expect(await servedVocabulary(base, () => Promise.reject(new TypeError("unreachable")))).toBeNull();
  });
});
