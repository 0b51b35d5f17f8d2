import type { Table } from "apache-arrow";
import type { Run } from "../runtime/run.ts";
import type { PageClient } from "../sandbox/page-client.ts";
import { readArrow } from "../services/arrow-file.ts";
import type { DatasetEntry } from "../services/catalogue.ts";

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

export function datasetsOf(page: Pick<PageClient, "dataset">, run: Run, catalogue: readonly DatasetEntry[]): Datasets {
  const describe = (name: string) => catalogue.find((entry) => entry.name === name);
  return {
    list: () => catalogue,
    describe,
    async load(name) {
      const bytes = await page.dataset(run, name);
      return describe(name)?.format === "topojson"
        ? JSON.parse(new TextDecoder().decode(bytes))
        : readArrow(bytes, name);
    },
    cite: (...names) => citation(names.map((name) => describe(name) ?? name)),
  };
}

/** The source line of datasets: publisher, vintage, licence. */
export function citation(entries: readonly (DatasetEntry | string)[]): HTMLElement {
  const root = document.createElement("p");
  root.className = "citation";
  const lines = entries.map((entry) =>
    typeof entry === "string"
      ? `${entry}: not in the catalogue`
      : `${entry.publisher}, ${entry.vintage} (${entry.licence})`,
  );
  root.textContent = `${entries.length > 1 ? "Sources" : "Source"}: ${[...new Set(lines)].join("; ")}`;
  return root;
}
