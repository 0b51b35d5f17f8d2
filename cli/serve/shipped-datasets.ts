import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Load } from "../../kernel/services/compute/read-dataset.ts";
import { expand } from "../../kernel/services/packed-arrow.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { root } from "../installation/root.ts";

const texts = messages("server", {
  unknownDataset: {
    en: "There is no dataset {name} in the catalogue.",
    zh: "目录中没有数据集 {name}。",
  },
});

interface Entry {
  readonly name: string;
  readonly file: string;
  readonly encoding?: { readonly name: string };
}

/** Reads shipped datasets from their folder. Rejects with a sentence for a name that the catalogue does not have. */
export function shippedDatasets(folder = join(root, "datasets")): Load {
  let entries: Promise<readonly Entry[]> | undefined;
  return async (name) => {
    entries ??= readFile(join(folder, "catalogue.json"), "utf8").then((text) => JSON.parse(text).datasets);
    const entry = (await entries).find((candidate) => candidate.name === name);
    if (!entry) throw new Fault(texts.unknownDataset({ name }));
    const bytes = await readFile(join(folder, entry.file));
    return entry.encoding ? expand(Uint8Array.from(gunzipSync(bytes))) : bytes;
  };
}
