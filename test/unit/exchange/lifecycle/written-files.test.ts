import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeEcospold1 } from "../../../../lib/exchange/lifecycle/write-ecospold1.ts";
import { writeEcospold2 } from "../../../../lib/exchange/lifecycle/write-ecospold2.ts";
import { writeIlcd } from "../../../../lib/exchange/lifecycle/write-ilcd.ts";
import { arbitraryGraph } from "./arbitrary-graph.ts";
import { schemaErrors } from "./exchange-schema.ts";
import { writtenBy } from "./inventory-files.ts";

const holds = {
  formulas: true,
  substitution: true,
  properties: true,
  shares: true,
  pert: true,
  spreads: [1.05, 1.1, 3],
};
const schemaOf = (path: string) =>
  ({
    datasets: "ecospold2.xsd",
    unitgroups: "ilcd-unit-group.xsd",
    flowproperties: "ilcd-flow-property.xsd",
    flows: "ilcd-flow.xsd",
    processes: "ilcd-process.xsd",
  })[path.split("/")[0]!]!;

describe.each([
  ["EcoSpold 2", writeEcospold2, schemaOf],
  ["EcoSpold 1", writeEcospold1, () => "ecospold1.xsd"],
  ["ILCD", writeIlcd, schemaOf],
] as const)("Written files of %s", (_, write, schema) => {
  const [graph] = fc.sample(arbitraryGraph(holds), { numRuns: 1, seed: 7 });

  test("are valid by our own schema of what we write", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(holds), async (each) => {
        const { files } = writtenBy(write, each);
        for (const name of new Set(Object.keys(files).map(schema))) {
          const own = Object.fromEntries(Object.entries(files).filter(([path]) => schema(path) === name));
          expect(await schemaErrors(name, own)).toEqual([]);
        }
      }),
      // Each case starts xmllint up to four times.
      { numRuns: 3 },
    );
  });

  test.each([
    ["without an end tag", (text: string) => text.slice(0, text.lastIndexOf("</"))],
    [
      "with an amount that is no number",
      (text: string) => text.replace(/(amount="|meanValue="|<meanValue>)[^"<]*/, "$1NaN"),
    ],
    ["with an unknown element", (text: string) => text.replace(/<\/(\w+)>\s*$/, "<surprise/></$1>")],
    ["in another namespace", (text: string) => text.replace(/xmlns="[^"]*"/, 'xmlns="urn:other"')],
  ])("are invalid %s", async (_, damage) => {
    const { files } = writtenBy(write, graph!);
    const [path, text] = Object.entries(files).find(([each]) => /flows|datasets|processes/.test(each))!;
    expect(damage(text)).not.toBe(text);
    expect(await schemaErrors(schema(path), { [path]: damage(text) })).not.toEqual([]);
  });
});
