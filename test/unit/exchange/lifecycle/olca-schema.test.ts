import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeOlca } from "../../../../lib/exchange/lifecycle/olca-writer.ts";
import { graphs } from "./graphs.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../exchange-schemas/openlca-objects.schema.json", import.meta.url), "utf8"),
);
const isValid = new Ajv({ strict: false }).compile(schema);

const inventories = graphs({
  multi: true,
  waste: true,
  formulas: true,
  years: true,
  substitution: true,
  providers: true,
  compartments: ["emission/air", "resource/in ground"],
});

/** The objects of a package with their paths, but the two files that say what it is. */
function objectsOf(graph: Parameters<typeof writeOlca>[0]) {
  return [...writeOlca(graph).files]
    .filter(([path]) => path.includes("/"))
    .map(([path, text]) => ({ path, object: JSON.parse(text) as Record<string, unknown> }));
}

describe("The objects of a package that is written", () => {
  test("keep to the schema of the format, in files named after them", () => {
    fc.assert(
      fc.property(inventories, (graph) => {
        for (const { path, object } of objectsOf(graph)) {
          expect(isValid(object), `${path}: ${JSON.stringify(isValid.errors?.slice(0, 4))}`).toBe(true);
          expect(path).toBe(`${path.split("/")[0]}/${String(object["@id"])}.json`);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("name only objects that the package has", () => {
    fc.assert(
      fc.property(inventories, (graph) => {
        const all = objectsOf(graph);
        const known = new Set<unknown>();
        const named: unknown[] = [];
        const visit = (value: unknown, isTop: boolean): void => {
          if (typeof value !== "object" || value === null) return;
          const { "@id": id, "@type": type } = value as Record<string, unknown>;
          if (isTop || type === "Unit") known.add(id);
          else if (id !== undefined) named.push(id);
          for (const inner of Object.values(value)) visit(inner, false);
        };
        for (const { object } of all) visit(object, true);
        expect(named.filter((id) => !known.has(id))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe("The schema refuses", () => {
  const [graph] = fc.sample(inventories, { seed: 3, numRuns: 1 });
  const process = objectsOf(graph!).find(({ path }) => path.startsWith("processes/"))!.object;
  const flow = objectsOf(graph!).find(({ path }) => path.startsWith("flows/"))!.object;
  const first = (process.exchanges as Record<string, unknown>[])[0]!;
  const withFirst = (change: Record<string, unknown>) => ({
    ...process,
    exchanges: [{ ...first, ...change }],
  });

  test("nothing of the sample itself", () => {
    expect(isValid(process)).toBe(true);
    expect(isValid(flow)).toBe(true);
  });

  test.each([
    ["a process without a quantitative reference", withFirst({ isQuantitativeReference: false })],
    ["an amount that is a text", withFirst({ amount: "1.0" })],
    ["an amount that is missing", withFirst({ amount: null })],
    ["a field of schema 1", withFirst({ input: false })],
    ["an exchange without a unit", withFirst({ unit: undefined })],
    [
      "a lognormal law without its deviation",
      withFirst({ uncertainty: { "@type": "Uncertainty", distributionType: "LOG_NORMAL_DISTRIBUTION", geomMean: 1 } }),
    ],
    ["a quality entry without brackets", withFirst({ dqEntry: "1;2;3" })],
    ["a process with an id that is no UUID", { ...process, "@id": "steel" }],
    ["a flow of no type", { ...flow, flowType: "FLOW" }],
    [
      "a flow without a reference property",
      {
        ...flow,
        flowProperties: (flow.flowProperties as object[]).map((factor) => ({ ...factor, isRefFlowProperty: false })),
      },
    ],
    [
      "a causal factor without its exchange",
      {
        ...process,
        allocationFactors: [
          { "@type": "AllocationFactor", allocationType: "CAUSAL_ALLOCATION", product: first.flow, value: 1 },
        ],
      },
    ],
  ])("%s", (_, object) => {
    // As it would be in a file: undefined fields are none.
    expect(isValid(JSON.parse(JSON.stringify(object)))).toBe(false);
  });
});
