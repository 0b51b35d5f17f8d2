import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ilcd } from "../../../../lib/exchange/lifecycle/ilcd.ts";
import { writeIlcd } from "../../../../lib/exchange/lifecycle/write-ilcd.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { arbitraryGraph } from "./arbitrary-graph.ts";
import { comparable } from "./comparable.ts";
import { filesOf, writtenBy } from "./inventory-files.ts";

// Squares of these have three decimals at most, which the format keeps.
const spreads = [1.1, 1.5, 3];
const holds = { formulas: true, substitution: true, properties: true, shares: true, pert: false, spreads };

describe("ILCD", () => {
  test("an inventory that is written and read is the same, but for units of parameters", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(holds), fc.integer({ min: 1, max: 5000 }), async (graph, chunk) => {
        const { files } = writtenBy(writeIlcd, graph);
        const { graph: found } = await ilcd.read(filesOf(files, chunk), uninterrupted);
        const without = { ...graph, parameters: graph.parameters.map(({ unit: _, ...parameter }) => parameter) };
        expect(comparable(found)).toEqual(comparable(without));
      }),
    );
  });
});
