import type { Message } from "../../../lib/message/message.ts";
import { messages } from "../../../lib/message/message.ts";
import { type TrailCell, trailOf } from "../../provenance/trail.ts";
import type { DatasetEntry } from "../../services/catalogue.ts";
import { originOf } from "../../services/catalogue-phrases.ts";
import { datasetsOf } from "../../services/step.ts";

export const sourceTexts = messages("figure.source", {
  source: { en: "Source: {source}", zh: "来源：{source}" },
  sources: { en: "Sources: {sources}", zh: "来源：{sources}" },
  entry: { en: "{publisher}, {vintage} ({licence})", zh: "{publisher}，{vintage}（{licence}）" },
  more: { en: "Sources", zh: "来源" },
});

/** The sources of a figure whose author gives none: the datasets that its cell depends on. Null if there are none. */
export function sourceOf(
  cells: readonly TrailCell[],
  cell: number,
  catalogue: readonly DatasetEntry[],
): Message | null {
  const names = new Set(datasetsOf(trailOf(cells, cell).flatMap(({ steps }) => steps)));
  const lines = new Map(
    catalogue
      .filter(({ name }) => names.has(name))
      .map((entry) => [
        JSON.stringify([entry.publisher, entry.vintage, entry.licence]),
        sourceTexts.entry(originOf(entry)),
      ]),
  );
  const [first] = lines.values();
  if (!first) return null;
  return lines.size === 1
    ? sourceTexts.source({ source: first })
    : sourceTexts.sources({ sources: [...lines.values()] });
}
