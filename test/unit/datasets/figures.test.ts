import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFigures } from "../../../datasets/build/figures.ts";
import { figuresAreHere, figuresFolder } from "./shipped.ts";

describe.skipIf(!figuresAreHere)("figures", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "figures-"));
    const file = "production/gcb2025_national.parquet";
    mkdirSync(dirname(join(folder, file)));
    copyFileSync(join(figuresFolder, file), join(folder, file));
    const catalogue: { tables: { id: string; sha256: string }[] } = JSON.parse(
      readFileSync(join(figuresFolder, "catalogue.json"), "utf8"),
    );
    const tables = catalogue.tables.filter(({ id }) => id === "gcb2025_national");
    writeFileSync(
      join(folder, "catalogue.json"),
      JSON.stringify({ tables: [...tables, ...tables.map((entry) => ({ ...entry, id: "altered", sha256: "0" }))] }),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("end with file, row and column where a number is missing", async () => {
    const figure = await openFigures(folder).read("gcb2025_national");
    expect(() => figure.numbers("consumption_mtco2")).toThrow(
      "production/gcb2025_national.parquet, row 0: column consumption_mtco2 holds null where a finite number is expected.",
    );
  });

  test("are refused where their bytes are not those of their catalogue", async () => {
    await expect(openFigures(folder).read("altered")).rejects.toThrow(
      "its bytes are not those its catalogue describes",
    );
  });

  test("name the table that is not there", () => {
    expect(() => openFigures(folder).entry("exiobase")).toThrow("The figures have no table named exiobase.");
  });
});
