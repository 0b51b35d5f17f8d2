import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { inventoryEntries } from "../../../kernel/services/import/inventory-entries.ts";
import { inventoryList } from "../../../kernel/services/import/inventory-list.ts";
import type { ExchangeGraph } from "../../../lib/lifecycle/graph/exchange-graph.ts";
import { graphOf } from "../../../lib/lifecycle/graph/records.ts";
import { importedInventoryNames, inventoryDatasets } from "../../../lib/lifecycle/resource/dataset-names.ts";
import { importedInventory } from "../../../lib/lifecycle/resource/imported-inventory.ts";
import { importedRules } from "../../../lib/lifecycle/resource/imported-rules.ts";
import { type InventoryColumns, inventoryColumns } from "../../../lib/lifecycle/resource/inventory-columns.ts";
import { inventoryResource } from "../../../lib/lifecycle/resource/inventory-resource.ts";
import { openInventory } from "../../../lib/lifecycle/resource/open-inventory.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { columnsFrom, type Read } from "../../../lib/tool/read.ts";
import { arbitraryGraph } from "../exchange/lifecycle/arbitrary-graph.ts";

const holds = {
  formulas: true,
  substitution: true,
  properties: true,
  shares: true,
  pert: true,
  spreads: [1.1, 1.5, Math.E],
};
const about = { title: "Made up", format: "olca-jsonld", licence: "CC0" };
const origin = { at: "2026-01-02T03:04:05Z", files: [{ name: "a.zip", bytes: 1, modified: "", sha256: "ab" }] };

/** Every field of a graph: columns that few records have, all laws, what is missing and what is empty. */
const rich: ExchangeGraph = graphOf({
  products: [
    { id: "p", name: "Product", unit: "kg" },
    { id: "w", name: "Waste", unit: "kg", waste: true },
  ],
  activities: [
    {
      id: "a",
      name: "",
      location: "CN",
      years: [1999, 2020],
      category: "x/y",
      stage: "use",
      comment: "",
      exchanges: [
        {
          type: "production",
          product: "p",
          amount: 1,
          unit: "kg",
          reference: true,
          mass: 1,
          energy: 2,
          price: -3,
          share: 0.5,
        },
        { type: "production", product: "Other", amount: 2, unit: "MJ", share: 0.5 },
        { type: "technosphere", product: "w", amount: -0.25, unit: "kg", provider: "b", only: "p" },
        { type: "biosphere", flow: "Carbon dioxide", compartment: "emission/air", formula: "2 * k", unit: "kg" },
      ],
    },
    { id: "b", name: "Treatment", exchanges: [{ type: "production", product: "w", amount: -1, unit: "kg" }] },
  ],
  parameters: [
    { name: "k", value: 3, activity: "a", unit: "kg", uncertainty: { type: "triangular", lo: 1, mode: 3, hi: 4 } },
  ],
});

/** Reads columns, without a file between. */
function readerOf(tables: InventoryColumns, source: string): Read {
  const names = importedInventoryNames(source);
  const known = new Map(Object.entries(names).map(([key, name]) => [name, key as keyof InventoryColumns]));
  return async (dataset) => {
    const key = known.get(dataset);
    if (key === undefined) throw new Fault(`no ${dataset}`);
    const columns = Object.entries(tables[key]).map(([name, { values }]) => [name, values] as const);
    return columnsFrom(dataset, Object.fromEntries(columns));
  };
}

/** Reads the Arrow files as the browser keeps them. */
async function stored(graph: ExchangeGraph, source: string): Promise<Read> {
  const files = new Map<string, Uint8Array>();
  const format = { id: about.format, title: { en: "openLCA", zh: "openLCA" } };
  const inventory = { graph, title: about.title, licence: about.licence, notes: [] };
  for (const { entry, parts } of inventoryEntries(inventory, format, source, origin)) {
    const chunks: Uint8Array[] = [];
    for await (const part of parts()) chunks.push(part);
    files.set(entry.name, new Uint8Array(Buffer.concat(chunks)));
  }
  return readOnce(async (name) => files.get(name) ?? Promise.reject(new Fault(`no ${name}`)));
}

describe("An imported inventory as datasets", () => {
  it("comes back as it was, whatever it has", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(holds), async (graph) => {
        const read = readerOf(inventoryColumns(graph, about), "x");
        expect(await importedInventory("x", read)).toEqual({ about, graph });
      }),
      { numRuns: 50 },
    );
  });

  it("comes back from Arrow files, with what is missing and what is empty", async () => {
    expect(rich.activities[0]!.comment).toBe("");
    expect(rich.activities[1]!.comment).toBeNull();
    const { graph } = await importedInventory("my LCA", await stored(rich, "my LCA"));
    expect(graph).toEqual(rich);
    const empty = { ...rich, parameters: [], exchanges: { ...rich.exchanges, details: new Map() } };
    expect((await importedInventory("x", await stored(empty, "x"))).graph).toEqual(empty);
  });

  it("has names that need no quotes and that differ in every script", () => {
    expect(importedInventoryNames("ecoinvent 3.9, cut-off").exchanges).toBe("ecoinvent_3_9_cut_off_exchanges");
    expect(importedInventoryNames("2024 库").flows).toBe("lca_2024_库_elementary_flows");
    expect(inventoryDatasets("my LCA")).toContain("my_lca_inventory");
    expect(inventoryDatasets("uslci")).not.toContain("uslci_inventory");
  });

  const cells: readonly [keyof InventoryColumns, string, number, unknown, string][] = [
    ["activities", "name", 1, null, "row 2 of x_activities should have a text in the column name, but has nothing"],
    ["activities", "last_year", 0, null, "both years or none"],
    ["activities", "first_year", 0, 1999.5, "an integer from -10000 to 10000"],
    ["exchanges", "type", 3, "emission", "one of production, technosphere, substitution or biosphere"],
    [
      "exchanges",
      "flow",
      0,
      99,
      "row 1 of x_exchanges should have an integer from 0 to 2 in the column flow, but has 99",
    ],
    ["exchanges", "flow", 3, 1, "an integer from 0 to 0"],
    ["exchanges", "provider", 2, 2, "an integer from -1 to 1"],
    ["exchanges", "amount", 2, Number.NaN, "a finite number in the column amount, but has NaN"],
    ["exchanges", "activity", 1, 1, "row 3 of x_exchanges should have an integer from 1 to 1 in the column activity"],
    ["details", "exchange", 1, 0, "an integer from 1 to 4"],
    ["details", "only", 2, 7, "an integer from 0 to 2"],
    ["parameters", "law", 0, '{"type":"lognormal","mean":', "a distribution in the column law"],
    ["parameters", "law", 0, '{"type":"uniform","lo":"1","hi":2}', "a distribution in the column law"],
    ["parameters", "law", 0, "undefined", "a distribution in the column law"],
  ];
  it.each(cells)("that is damaged in %s.%s says where (row %i, %s)", async (table, column, row, value, sentence) => {
    const tables = inventoryColumns(rich, about);
    const given = tables[table][column]!;
    const values = Array.from(given.values as ArrayLike<unknown>);
    values[row] = value;
    const damaged = { ...tables, [table]: { ...tables[table], [column]: { ...given, values } } };
    await expect(importedInventory("x", readerOf(damaged as InventoryColumns, "x"))).rejects.toThrow(sentence);
  });

  it("that has lost rows says so", async () => {
    const tables = inventoryColumns(rich, about);
    const products = Object.fromEntries(
      Object.entries(tables.products).map(([name, given]) => [name, { ...given, values: given.values.slice(1) }]),
    );
    const damaged = { ...tables, products } as InventoryColumns;
    await expect(importedInventory("x", readerOf(damaged, "x"))).rejects.toThrow(
      "x_products has 2 rows, and 3 were imported",
    );
  });
});

describe("The rules of an imported inventory", () => {
  it("divide activities by the shares that their files state, and choose nothing for others", () => {
    expect(importedRules(rich)).toEqual({ allocation: { byActivity: { a: "share" } } });
    const details = new Map([...rich.exchanges.details].filter(([at]) => at !== 1));
    expect(importedRules({ ...rich, exchanges: { ...rich.exchanges, details } })).toEqual({});
  });
});

describe("An inventory by a name", () => {
  it("that nobody imported is answered with the names that there are", async () => {
    const nothing: Read = (name) => Promise.reject(new Fault(`no ${name}`));
    await expect(openInventory({ source: "ecoinvnt" }, nothing)).rejects.toThrow(
      "There is no inventory “ecoinvnt”. Those that ship are uslci, premise, background and wind-turbines; none was imported here.",
    );
    const mark = { name: "my LCA", title: "", format: "ilcd", licence: null, activities: 2, exchanges: 5 };
    const list = readOnce(async (name) =>
      name === "imported_inventories" ? inventoryList([mark, mark]).bytes() : Promise.reject(new Fault(name)),
    );
    await expect(openInventory({ source: "ecoinvnt" }, list)).rejects.toThrow("imported into this browser: my LCA.");
  });

  it("must be given, or activities", async () => {
    await expect(openInventory({}, () => Promise.reject(new Fault("x")))).rejects.toThrow("source is missing");
  });

  it("is no part of what a build carries, whatever its cells write", () => {
    const { requests } = inventoryResource.staticCall!;
    expect(requests(new Map([["source", "my LCA"]]))).toEqual([]);
    expect(requests(new Map([["source", undefined]])).map(({ source }) => source)).toEqual([
      "uslci",
      "premise",
      "background",
      "wind-turbines",
    ]);
  });
});
