import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ecospold1 } from "../../../../lib/exchange/lifecycle/ecospold1.ts";
import { writeEcospold1 } from "../../../../lib/exchange/lifecycle/write-ecospold1.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { arbitraryGraph } from "./arbitrary-graph.ts";
import { comparable } from "./comparable.ts";
import { filesOf, writtenBy } from "./inventory-files.ts";

const holds = {
  formulas: false,
  substitution: true,
  properties: false,
  shares: true,
  pert: false,
  spreads: [1.05, 1.5, 3],
};

describe("EcoSpold 1", () => {
  test("an inventory that is written and read is the same, but for ids and providers, which the format does not have", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph(holds), fc.integer({ min: 1, max: 5000 }), async (graph, chunk) => {
        const { files } = writtenBy(writeEcospold1, graph);
        const { graph: found } = await ecospold1.read(filesOf(files, chunk), uninterrupted);
        const without = {
          ...graph,
          exchanges: { ...graph.exchanges, provider: graph.exchanges.provider.map(() => -1) },
        };
        expect(comparable(found, "name")).toEqual(comparable(without, "name"));
      }),
    );
  });
});
