import type { FirstNeeds, PageData } from "../../kernel/integrity/page-data.ts";
import { ComputePool } from "../../kernel/services/compute/pool.ts";
import { DatasetService, type DatasetSource } from "../../kernel/services/datasets.ts";
import type { EachLater } from "../../kernel/services/later-program.ts";
import type { QueryProgram, QueryService } from "../../kernel/services/query.ts";
import type { Database, NotebookServices } from "../../kernel/services/service-calls.ts";
import type { WorkerLike } from "../../kernel/workers/running-worker.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

import { carriedFiles } from "./carried-files.ts";

const texts = messages("reader", {
  noNotebook: {
    en: "There is no notebook named “{name}” on this site.",
    zh: "本站没有名为“{name}”的笔记本。",
  },
  noDatabase: {
    en: "This page was built without a database: build it again.",
    zh: "本页生成时不含数据库：请重新生成。",
  },
  otherFile: {
    en: "The file of dataset `{name}` differs from the lock of this page: its SHA-256 is {found}…, expected {expected}…. Take the file from the site as it was built.",
    zh: "数据集 `{name}` 的文件与本页的锁定不符：其 SHA-256 为 {found}…，应为 {expected}…。请使用站点生成时的文件。",
  },
});

/** The programs and data of a page, from files next to it or from the page itself. */
export interface Assets {
  /** The frame's program, as text. */
  program(): Promise<string>;
  /** Addresses of the frame's program as scripts; none in a page that is one file, or has no origin. */
  readonly scripts?: readonly string[];
  /** The programs that the frame loads later, as text. */
  readonly later: EachLater<() => Promise<string>>;
  readonly datasets: DatasetSource;
  /** A file of the notebook, by form and name; null, or an error status, if there is none. */
  file(key: string): Promise<Response | null>;
  /** A worker that runs the library; one named `reproducible` gives the same bits on every machine. */
  worker(name: string): WorkerLike;
  /** The database's program. */
  database(): QueryProgram;
  /** What answers queries in a page that needs no database. */
  queries?(datasets: DatasetService): Promise<Database>;
}

/** The services of a page. Each starts when it is first needed. */
export function servicesOf(
  data: PageData,
  assets: Assets,
  reproducible = false,
): NotebookServices & { begin(needs: FirstNeeds): void; stop(): void } {
  const datasets = new DatasetService(assets.datasets);
  const name = reproducible ? "reproducible" : "yuheng-compute";
  const size = Math.max(1, Math.min(2, navigator.hardwareConcurrency - 1));
  const compute = new ComputePool(() => assets.worker(name), datasets, size);
  let query: Promise<QueryService> | undefined;
  return {
    datasets,
    compute,
    files: carriedFiles(data, (key) => assets.file(key)),
    query: () => {
      if (!data.database) return assets.queries?.(datasets) ?? Promise.reject(new Fault(texts.noDatabase()));
      query ??= import("../../kernel/services/query.ts").then(
        ({ QueryService }) => new QueryService(assets.database(), datasets, null),
      );
      return query;
    },
    notebook: async (name) => {
      const text = data.notebooks[name];
      if (text === undefined) throw new Fault(texts.noNotebook({ name }));
      return text;
    },
    begin: ({ datasets: names, library }) => {
      if (library.tools.length > 0) compute.start(library);
      // A failure is reported to the cell that requests the dataset.
      for (const name of names) datasets.file(name).catch(() => {});
    },
    stop: () => {
      compute.stop();
      void query?.then((database) => database.stop()).catch(() => {});
    },
  };
}

/** The catalogue in the page, with a given source of its files. */
export function catalogueOf(data: PageData, file: DatasetSource["file"]): DatasetSource {
  return {
    differs: ({ name, sha256 }, hash) =>
      texts.otherFile({ name, found: hash.slice(0, 12), expected: sha256.slice(0, 12) }),
    catalogue: async () => ({ version: 1, datasets: [...data.catalogue] }),
    file,
  };
}
