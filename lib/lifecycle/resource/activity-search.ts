import { z } from "zod";
import type { ResultOf } from "../../tool/shape.ts";
import { functionsOf } from "../graph/activity-functions.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";

/** One activity that a search found. */
export const foundActivityShape = z.object({
  id: z.string(),
  name: z.string(),
  /** Its reference product; empty if it has several and names none. */
  product: z.string().describe("Its reference product; empty if it has several"),
  unit: z.string(),
  location: z.string().nullable(),
  category: z.string().nullable(),
});
export type FoundActivity = ResultOf<typeof foundActivityShape>;

/** Weights of where a word of the text stands. */
const IN_NAME = 4;
const IN_CATEGORY = 1;

/** Activities whose names, products, places or categories have all words of a text, the best first. */
export function findActivities(graph: ExchangeGraph, text: string, most: number): FoundActivity[] {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return [];
  const { reference } = functionsOf(graph);
  const scored = graph.activities.flatMap((activity, a) => {
    const product = reference[a]! < 0 ? undefined : graph.products[graph.exchanges.flow[reference[a]!]!];
    const name = wordsOf(`${activity.name} ${product?.name ?? ""} ${activity.location ?? ""}`);
    const category = wordsOf(activity.category ?? "");
    let score = 0;
    for (const word of wanted) {
      const found = name.some((each) => each.startsWith(word))
        ? IN_NAME
        : category.some((each) => each.startsWith(word))
          ? IN_CATEGORY
          : 0;
      if (found === 0) return [];
      score += found + (name.includes(word) ? 1 : 0);
    }
    return [{ activity, product, score: score / Math.sqrt(name.length) }];
  });
  return scored
    .sort((p, q) => q.score - p.score)
    .slice(0, most)
    .map(({ activity: { id, name, location, category }, product }) => ({
      id,
      name,
      product: product?.name ?? "",
      unit: product?.unit ?? "",
      location,
      category,
    }));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
