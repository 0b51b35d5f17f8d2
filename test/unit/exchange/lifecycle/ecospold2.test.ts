import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ecospold2 } from "../../../../lib/exchange/lifecycle/ecospold2.ts";
import { writeEcospold2 } from "../../../../lib/exchange/lifecycle/write-ecospold2.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { arbitraryGraph } from "./arbitrary-graph.ts";
import { comparable } from "./comparable.ts";
import { filesOf, writtenBy } from "./inventory-files.ts";

const holds = {
  formulas: true,
  substitution: false,
  properties: true,
  shares: false,
  pert: true,
  spreads: [1.05, 1.5, 3],
};

describe("EcoSpold 2", () => {
  test("an inventory that is written and read is the same", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(holds), fc.integer({ min: 1, max: 5000 }), async (graph, chunk) => {
        const { files } = writtenBy(writeEcospold2, graph);
        const { graph: found } = await ecospold2.read(filesOf(files, chunk), uninterrupted);
        expect(comparable(found)).toEqual(comparable(graph));
      }),
    );
  });
});
