import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { openServices, runCells } from "./services.ts";

const folder = new URL("../../../notebooks/", import.meta.url);
const asksForFactors =
  /land_use_reported|factors_(?:energy|ippu|afolu|waste)|factors\.select|inventory\.(?:compile|company)|natural\.(?:bookkeeping|ranges)/;
const notebooks = readdirSync(folder)
  .filter((name) => name.endsWith(".html"))
  .map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const)
  .filter(([, text]) => asksForFactors.test(text));

// One of them imports another.
const services = openServices(Object.fromEntries(notebooks.map(([name, text]) => [name.replace(/\.html$/, ""), text])));

/** What says of a record how its value came here: a row of factors, a line made with one, a biome's stocks, a gas's metric. */
const statuses = ["value_status", "valueStatus", "stocksStatus", "status"] as const;
/** Tools that list what there is, and take none of it. */
const listing = ["inventory.template", "natural.ranges"];

type Told = Readonly<Record<string, unknown>>;

/** Every record within a value that says how a number came there. */
function factorsWithin(value: unknown, found: Told[] = []): Told[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return found;
  if (statuses.some((key) => key in value)) found.push(value as Told);
  for (const inner of Array.isArray(value) ? value : Object.values(value)) factorsWithin(inner, found);
  return found;
}

const statusOf = (factor: Told) => statuses.map((key) => factor[key]).find((status) => status !== undefined);
const hasRecalledBounds = ({ bounds_status, boundsStatus, lo, hi }: Told) =>
  (bounds_status ?? boundsStatus) === "memory" && (typeof lo === "number" || typeof hi === "number");

describe("The shipped notebooks", () => {
  test("that ask for factors are found", () => {
    expect(notebooks.map(([name]) => name)).toContain("inventory-china.html");
    expect(notebooks.length).toBeGreaterThan(4);
  });

  test("would be told of one from memory, in what a tool gives and in a table that is loaded", async () => {
    const found: unknown[] = [];
    const cells = [
      'const taken = factors.select({wanted: {category: "3.C.1", activity: "shrublands all", parameter: "Cf"}})',
      'const loaded = Array.from(await datasets.load("factors_afolu"), (d) => d.toJSON()).filter((d) => d.activity === "shrublands all")',
    ];
    await runCells(services, cells, { value: (_name, value) => found.push(value) });
    expect(found.flatMap((value) => factorsWithin(value)).map(statusOf)).toEqual(["memory", "memory"]);
  });

  test("would be told of stocks, of a range and of bounds from memory, and of none that was left empty", async () => {
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

  test.each(notebooks)(
    "%s rests on no factor whose value is from memory, and holds no bounds from memory",
    async (_, text) => {
      const call = vi.spyOn(services.compute, "call");
      try {
        const named: unknown[] = [];
        const { failed } = await runNotebook(text, { services, value: (_name, value) => named.push(value) });
        expect(failed).toBe(0);
        const asked = call.mock.settledResults.filter((_result, i) => !listing.includes(call.mock.calls[i]![0]));
        const held = named.flatMap((value) => factorsWithin(value));
        const used = [...asked.flatMap(({ value }) => factorsWithin(value)), ...held];
        expect(used.length).toBeGreaterThan(0);
        // What was passed over is told beside what was taken.
        expect(used.filter((factor) => statusOf(factor) === "memory")).toEqual([]);
        // A tool tells the bounds of all gases; what counts is what the notebook keeps of them.
        expect(held.filter(hasRecalledBounds)).toEqual([]);
      } finally {
        call.mockRestore();
      }
    },
  );
});
