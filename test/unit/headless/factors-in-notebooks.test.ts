import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { openServices, runCells } from "./services.ts";

const folder = new URL("../../../notebooks/", import.meta.url);
const asksForFactors = /factors_(?:energy|ippu|afolu|waste)|factors\.select|inventory\.(?:compile|company)/;
const notebooks = readdirSync(folder)
  .filter((name) => name.endsWith(".html"))
  .map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const)
  .filter(([, text]) => asksForFactors.test(text));

// One of them imports another.
const services = openServices(Object.fromEntries(notebooks.map(([name, text]) => [name.replace(/\.html$/, ""), text])));

/** Every record within a value that says how a number came there, as a row of a factor or as a line that was made with one. */
function factorsWithin(value: unknown, found: object[] = []): object[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return found;
  if ("value_status" in value || "valueStatus" in value) found.push(value);
  for (const inner of Array.isArray(value) ? value : Object.values(value)) factorsWithin(inner, found);
  return found;
}

const statusOf = (factor: object) => {
  const { value_status, valueStatus } = factor as Record<string, unknown>;
  return value_status ?? valueStatus;
};

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

  test.each(notebooks)("%s rests on no factor whose value is from memory", async (_, text) => {
    const call = vi.spyOn(services.compute, "call");
    try {
      const named: unknown[] = [];
      const { failed } = await runNotebook(text, { services, value: (_name, value) => named.push(value) });
      expect(failed).toBe(0);
      // A template lists what there are factors for, and takes none.
      const asked = call.mock.settledResults.filter((_result, i) => call.mock.calls[i]![0] !== "inventory.template");
      const used = [...asked.map(({ value }) => value), ...named].flatMap((value) => factorsWithin(value));
      expect(used.length).toBeGreaterThan(0);
      // What was passed over is told beside what was taken.
      expect(used.filter((factor) => statusOf(factor) === "memory")).toEqual([]);
    } finally {
      call.mockRestore();
    }
  });
});
