import fc from "fast-check";
import { expect, test } from "vitest";
import { olcaJsonLd } from "../../../../lib/exchange/lifecycle/olca-reader.ts";
import { writeOlca } from "../../../../lib/exchange/lifecycle/olca-writer.ts";
import { graphs } from "./graphs.ts";
import { difference, plainGraph } from "./plain-graph.ts";
import { reread } from "./source.ts";

const compartments = ["emission/air", "emission/water/lake", "resource/in ground", 'other, "place"'];

test("a package of openLCA gives the inventory from which it was written", async () => {
  const inventories = graphs({
    multi: true,
    waste: true,
    formulas: true,
    years: true,
    substitution: true,
    providers: true,
    compartments,
  });
  await fc.assert(
    fc.asyncProperty(inventories, async (graph) => {
      const read = await reread(olcaJsonLd, writeOlca(graph), "database.zip");
      expect(difference(plainGraph(graph), plainGraph(read.graph))).toBeUndefined();
      expect(read.title).toBe("database");
    }),
  );
});
