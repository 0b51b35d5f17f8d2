import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildCollection, writeCollection } from "../../../datasets/build/collection.ts";
import { bytesOf, catalogue, catalogueFile, figuresAreHere, figuresFolder, vocabularyFile } from "./shipped.ts";

test.skipIf(!figuresAreHere)(
  "building the figures again gives the shipped bytes, the shipped catalogue and the shipped vocabulary",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "datasets-"));
    try {
      writeCollection(await buildCollection(figuresFolder), folder);
      expect(readFileSync(join(folder, "catalogue.json"), "utf8")).toBe(readFileSync(catalogueFile, "utf8"));
      expect(readFileSync(join(folder, "vocabulary.json"), "utf8")).toBe(readFileSync(vocabularyFile, "utf8"));
      for (const entry of catalogue.datasets)
        expect(Buffer.compare(readFileSync(join(folder, entry.file)), bytesOf(entry)), entry.file).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  180_000,
);
