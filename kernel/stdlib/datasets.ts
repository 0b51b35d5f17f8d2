import type { Table } from "apache-arrow";
import { readArrow } from "../../lib/files/arrow/arrow-file.ts";
import { messages } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { coverageOfColumn } from "../../lib/uncertainty/coverage/declared-columns.ts";
import type { Run } from "../runtime/run.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import { originOf } from "../services/catalogue-phrases.ts";
import type { PageClient } from "../services/page-client.ts";

/** `datasets` of one run: the catalogue and its data. */
export interface Datasets {
  /** Every dataset with its columns, units, source and licence. */
  list(): readonly DatasetEntry[];
  /** The catalogue entry of a dataset; undefined if it does not exist. */
  describe(name: string): DatasetEntry | undefined;
  /** The data: an Arrow table, or the parsed TopoJSON of a map. */
  load(name: string): Promise<Table | unknown>;
  /** A source line for a figure: publisher, vintage, licence. */
  cite(...names: string[]): HTMLElement;
}

/** `datasets` for a run; `language` gives the reader's when a source line is written. */
export function datasetsOf(
  page: Pick<PageClient, "dataset">,
  run: Run,
  catalogue: readonly DatasetEntry[],
  language: () => string,
): Datasets {
  const describe = (name: string) => {
    const entry = catalogue.find((each) => each.name === name);
    return entry && withCoverage(entry);
  };
  return {
    list: () => catalogue,
    describe,
    async load(name) {
      const bytes = await page.dataset(run, name);
      return describe(name)?.format === "topojson"
        ? JSON.parse(new TextDecoder().decode(bytes))
        : readArrow(bytes, name);
    },
    cite: (...names) =>
      citation(
        names.map((name) => describe(name) ?? name),
        language(),
      ),
  };
}

const covered = new WeakMap<DatasetEntry, DatasetEntry>();

/** The entry with how many published figures lie inside what it declares of its columns; made once. */
function withCoverage(entry: DatasetEntry): DatasetEntry {
  if (entry.uncertainty === undefined) return entry;
  const known = covered.get(entry);
  if (known) return known;
  const uncertainty = entry.uncertainty.map((stated) => {
    const coverage = coverageOfColumn(entry.name, stated.column);
    return { ...stated, coverage: coverage && { ...coverage, against: coverage.against.texts } };
  });
  const described = { ...entry, uncertainty };
  covered.set(entry, described);
  return described;
}

const texts = messages("citation", {
  unknown: { en: "{name}: not in the catalogue", zh: "{name}：目录中没有" },
  entry: { en: "{publisher}, {vintage} ({licence})", zh: "{publisher}，{vintage}（{licence}）" },
  source: { en: "Source: {lines}", zh: "来源：{lines}" },
  sources: { en: "Sources: {lines}", zh: "来源：{lines}" },
  separator: { en: "; ", zh: "；" },
});

/** The source line of datasets: publisher, vintage, licence. */
export function citation(entries: readonly (DatasetEntry | string)[], tag: string): HTMLElement {
  const language = { tag };
  const root = document.createElement("p");
  root.className = "citation";
  const written = entries.map((entry) =>
    writeMessage(typeof entry === "string" ? texts.unknown({ name: entry }) : texts.entry(originOf(entry)), language),
  );
  const distinct = [...new Set(written)];
  const lines = distinct.join(writeMessage(texts.separator(), language));
  root.textContent = writeMessage((distinct.length > 1 ? texts.sources : texts.source)({ lines }), language);
  return root;
}
