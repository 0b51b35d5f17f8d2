import fc from "fast-check";
import { expect, test } from "vitest";
import { simaproCsv } from "../../../../lib/exchange/lifecycle/simapro-reader.ts";
import { writeSimapro } from "../../../../lib/exchange/lifecycle/simapro-writer.ts";
import { exchangeTypes } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import { graphOf } from "../../../../lib/lifecycle/graph/records.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { graphs } from "./graphs.ts";
import { difference, plainGraph } from "./plain-graph.ts";
import { picked } from "./source.ts";

const inventories = graphs({
  multi: true,
  waste: true,
  formulas: true,
  years: true,
  substitution: true,
  providers: false,
  compartments: ["emission/air", "emission/water/lake", "resource/in ground", "social issue", "final waste flow"],
});

/** Activities have a category with its type, and the uniform law has no centre: what SimaPro adds or has. */
function kept(graph: Parameters<typeof plainGraph>[0]) {
  const treats = new Set<number>();
  const { count, type, activity, flow } = graph.exchanges;
  for (let at = 0; at < count; at++)
    if (exchangeTypes[type[at]!] === "production" && graph.products[flow[at]!]!.waste) treats.add(activity[at]!);
  const activities = graph.activities.map((each, at) => {
    const type = treats.has(at) ? "waste treatment" : "material";
    const isTyped = each.category?.startsWith(type) && each.category !== "materials/metals";
    return { ...each, category: isTyped ? each.category : [type, each.category].filter(Boolean).join("/") };
  });
  return plainGraph({ ...graph, activities });
}

test.each([".", ","] as const)(
  "a file with the decimal separator %s gives the inventory from which it was written",
  async (decimal) => {
    await fc.assert(
      fc.asyncProperty(inventories, async (graph) => {
        const written = writeSimapro(graph, { project: "钢 project", decimal });
        const [name, text] = [...written.files][0]!;
        const read = await simaproCsv.read(await picked({ [name]: text }), uninterrupted);
        expect(difference(kept(graph), kept(read.graph))).toBeUndefined();
        expect(read.title).toBe("钢 project");
      }),
    );
  },
);

test.each([
  { stated: [undefined, undefined], shares: [50, 50], says: /several products and state no shares/ },
  { stated: [0.8, undefined], shares: [80, 20], says: /for some of their products only/ },
  { stated: [0.8, 0.2], shares: [80, 20], says: null },
])("shares $stated are written as $shares, and what SimaPro was given without being stated is named", (given) => {
  const graph = graphOf({
    activities: [
      {
        id: "electrolysis",
        name: "chlor-alkali electrolysis",
        exchanges: ["chlorine", "caustic soda"].map((product, at) => ({
          type: "production" as const,
          product,
          amount: 1,
          unit: "kg",
          ...(at === 0 && { reference: true }),
          share: given.stated[at],
        })),
      },
    ],
  });
  const { files, notes } = writeSimapro(graph, { project: "test" });
  const text = [...files.values()][0]!;
  expect(
    ["chlorine", "caustic soda"].map((name) => Number(new RegExp(`^${name};kg;1;([^;]*);`, "m").exec(text)?.[1])),
  ).toEqual(given.shares.map((share) => expect.closeTo(share, 9)));
  const said = notes.map((note) => writeMessage(note));
  if (given.says === null) expect(said.filter((note) => /shares/.test(note))).toEqual([]);
  else expect(said).toContainEqual(expect.stringMatching(given.says));
});
