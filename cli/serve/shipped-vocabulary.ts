import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Vocabulary, vocabularySchema } from "../../kernel/services/vocabulary.ts";
import { root } from "../installation/root.ts";

/** The vocabularies of the shipped datasets, from their folder. */
export async function shippedVocabulary(folder = join(root, "datasets")): Promise<Vocabulary> {
  return vocabularySchema.parse(JSON.parse(await readFile(join(folder, "vocabulary.json"), "utf8")));
}
