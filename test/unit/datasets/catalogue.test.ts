import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { arrowEntries, arrowOf, bytesOf, catalogue, catalogueFile, tableOf, textsOf } from "./shipped.ts";

const kinds = ["production", "consumption", "trade", "natural", "lifecycle", "industry", "electricity", "uncertainty"];
kinds.push("geography");

const licences = readFileSync(new URL("LICENCES.md", catalogueFile), "utf8");

describe("the catalogue", () => {
  test("names every file of the folder and no other", () => {
    const files = readdirSync(new URL(".", catalogueFile)).filter((file) => /\.(arrow|packed|json)$/.test(file));
    expect(files.sort()).toEqual(
      [...catalogue.datasets.map(({ file }) => file), "catalogue.json", "vocabulary.json"].sort(),
    );
  });

  test.each(catalogue.datasets)("agrees with the bytes of $file", (entry) => {
    const bytes = bytesOf(entry);
    expect(bytes.byteLength).toBe(entry.bytes);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(entry.sha256);
  });

  test.each(arrowEntries)("agrees with the rows, columns and types of $file", (entry) => {
    const table = tableFromIPC(arrowOf(entry));
    expect(table.numRows).toBe(entry.rows);
    expect(table.schema.fields.map((field) => ({ name: field.name, type: String(field.type) }))).toEqual(
      entry.columns.map(({ name, type }) => ({ name, type })),
    );
  });

  test.each(arrowEntries.filter(({ encoding }) => encoding))("says how long $name is when unpacked", (entry) => {
    expect(arrowOf(entry).byteLength).toBe(entry.encoding!.bytes);
    expect(entry.file).toBe(`${entry.name}.packed`);
  });

  test.each(arrowEntries)("names no column of $name by a word that SQL keeps for itself", (entry) => {
    const reserved = [
      "all",
      "and",
      "any",
      "as",
      "case",
      "check",
      "column",
      "default",
      "end",
      "from",
      "group",
      "having",
    ];
    reserved.push("in", "into", "limit", "not", "null", "offset", "on", "or", "order", "select", "table", "then", "to");
    reserved.push("union", "unique", "using", "when", "where", "with");
    expect(entry.columns.map(({ name }) => name).filter((name) => reserved.includes(name))).toEqual([]);
  });

  test("carries all years of the input-output table in less than 12 MB", () => {
    const mrio = catalogue.datasets.filter(({ name }) => name.startsWith("mrio_"));
    expect(mrio.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(12e6);
  });

  test.each(catalogue.datasets)(
    "gives every column of $name a unit, or the word none, and a description",
    ({ columns }) => {
      for (const column of columns) {
        expect(column.unit).not.toBe("");
        expect(column.description).not.toBe("");
        expect(column.name).toMatch(/^[a-z][a-z0-9_]*$/);
      }
    },
  );

  test.each(catalogue.datasets)("is named with its licence in LICENCES.md: $name", ({ name }) => {
    expect(licences).toContain(`\`${name.replace(/^(mrio_\w+)_\d{4}$/, "$1_YEAR")}\``);
  });

  test.each(catalogue.datasets)("says of $name who published it and under which open licence", (entry) => {
    expect(kinds).toContain(entry.kind);
    expect(entry.publisher).not.toBe("");
    expect(entry.citation).not.toBe("");
    expect(entry.source).not.toBe("");
    expect(entry.licence_url).toMatch(/^https:/);
    expect(entry.licence).not.toMatch(/-SA|-NC|-ND/);
    expect(entry.share_alike).toBe(false);
    expect(entry.title_zh).toMatch(/\p{Script=Han}/u);
    expect(entry.traps.length).toBeGreaterThan(0);
  });

  test.each(arrowEntries.filter(({ years }) => years))("states the first and last year of $name", (entry) => {
    const years = tableOf(entry.name).getChild("year")?.toArray() as Int16Array;
    expect([years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))]).toEqual(entry.years);
  });

  test("holds no path of the machine that built it", () => {
    const path = /\/work|\/home|\/tmp|\.\.\/|shared\//;
    expect(readFileSync(catalogueFile, "utf8")).not.toMatch(path);
    expect(textsOf(tableOf("process_ranges"), "source").filter((source) => path.test(source ?? ""))).toEqual([]);
  });
});
