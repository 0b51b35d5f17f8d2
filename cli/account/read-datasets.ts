import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import type { ReportDataset } from "../../lib/account/report/report.ts";
import type { Read } from "../../lib/tool/read.ts";
import { root } from "../installation/root.ts";
import { shippedDatasets } from "../serve/shipped-datasets.ts";

/** Reads shipped datasets and remembers which, so that a report names them with their licences. */
export class NotedDatasets {
  readonly #names = new Set<string>();
  readonly #read = readOnce(shippedDatasets());

  readonly read: Read = (name, part) => {
    this.#names.add(name);
    return this.#read(name, part);
  };

  async list(language: string): Promise<ReportDataset[]> {
    const text = await readFile(join(root, "datasets/catalogue.json"), "utf8");
    const { datasets } = JSON.parse(text) as { readonly datasets: readonly CatalogueEntry[] };
    return datasets
      .filter(({ name }) => this.#names.has(name))
      .map(({ name, title, title_zh, publisher, vintage, licence }) => ({
        name,
        title: language === "zh-CN" ? title_zh : title,
        publisher,
        vintage,
        licence,
      }));
  }
}

interface CatalogueEntry extends ReportDataset {
  readonly title_zh: string;
}
