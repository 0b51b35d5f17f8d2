import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildCollection, writeCollection } from "../../../datasets/build/collection.ts";
import { bytesOf, catalogue, catalogueFile, figuresAreHere, figuresFolder } from "./shipped.ts";

test.skipIf(!figuresAreHere)(
  "building the figures again gives the shipped bytes and the shipped catalogue",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "datasets-"));
    try {
      writeCollection(await buildCollection(figuresFolder), folder);
      expect(readFileSync(join(folder, "catalogue.json"), "utf8")).toBe(readFileSync(catalogueFile, "utf8"));
      for (const entry of catalogue.datasets)
        expect(Buffer.compare(readFileSync(join(folder, entry.file)), bytesOf(entry)), entry.file).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  180_000,
);
