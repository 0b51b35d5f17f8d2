import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../../cli/installation/root.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import type { Meaning, MeaningKind } from "../../../lib/dialogue/lexicon/entry.ts";
import { linkText } from "../../../lib/dialogue/link.ts";
import { measures } from "../../../lib/dialogue/measures/measures.ts";
import { plan } from "../../../lib/dialogue/planner.ts";
import { shippedDialogue } from "./shipped-dialogue.ts";

const { lexicon } = await shippedDialogue;
const { datasets } = JSON.parse(readFileSync(join(root, "datasets/catalogue.json"), "utf8")) as {
  datasets: readonly DatasetEntry[];
};

/** The dataset of the first step of a question's plan; what it comes to instead, where it has none. */
function datasetOf(question: string): unknown {
  const { outcome } = plan(linkText(question, lexicon), lexicon);
  if (outcome.kind !== "draft") return outcome.kind;
  return outcome.steps.find(({ tool }) => tool === "data.query")?.args.dataset;
}

describe("Every dataset", () => {
  it.each(datasets.map((entry) => [entry.name, entry] as const))("%s is found by its titles", (name, entry) => {
    expect(datasetOf(entry.title)).toBe(name);
    expect(datasetOf(`请列出“${entry.title_zh}”`)).toBe(name);
  });
});

/** What a measure takes of a kind of concept. */
const concepts = measures.flatMap((measure) =>
  Object.entries(measure.by ?? {}).flatMap(([kind, by]) =>
    Object.keys(by.values).map((value) => [measure, kind as MeaningKind, value] as const),
  ),
);

describe("Every value that a measure takes", () => {
  it.each(
    concepts
      .filter(([, kind]) => kind !== "place")
      .map((each) => [`${each[0].id}: ${each[1]} ${each[2]}`, each] as const),
  )("%s has words in both languages", (_, [, kind, value]) => {
    const label: Meaning["label"] = lexicon.conceptLabel(kind, value);
    for (const words of [label.en, label.zh]) {
      const found = linkText(words, lexicon).flatMap(({ meanings, nested }) => [...meanings, ...nested]);
      expect(found.filter((meaning) => meaning.kind === kind).map((meaning) => meaning.value)).toContain(value);
    }
  });
});

describe("Every measure", () => {
  it.each(measures.map((measure) => [measure.id, measure] as const))(
    "%s has words in both languages",
    (id, measure) => {
      for (const words of [measure.label.en, measure.label.zh]) {
        const found = linkText(words, lexicon).flatMap(({ meanings }) => meanings);
        const families = found.filter(({ kind }) => kind === "measure").map(({ value }) => value as readonly string[]);
        expect(
          families.some((ids) => ids.includes(id)),
          words,
        ).toBe(true);
      }
    },
  );
});
