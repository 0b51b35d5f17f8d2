import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { openFiles } from "../../../kernel/services/import/file-source.ts";
import { originOf } from "../../../kernel/services/import/import-origin.ts";
import { importedDatasets } from "../../../kernel/services/import/imported-datasets.ts";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import { importedTable } from "../../../lib/mrio/resource/imported-table.ts";
import type { CsrMatrix } from "../../../lib/numeric/csr.ts";
import type { DenseMatrix } from "../../../lib/numeric/matrix.ts";
import { plain } from "./archive.ts";
import { exiobase, icio, numbers, sums } from "./samples.ts";

const bytesOf = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
const file = (bytes: Uint8Array, name: string) => new File([Uint8Array.from(bytes)], name);

describe("files as a person picks them", () => {
  test("are read from a zip archive whose name says the year", async () => {
    const inner = Object.fromEntries(
      Object.entries(exiobase).map(([path, text]) => [path.replace("IOT_2011_ixi/", ""), text]),
    );
    const source = await openFiles([file(zipSync(bytesOf(inner)), "IOT_2011_ixi.zip")]);
    const table = await findTables(source)[0]!.read();
    expect([table.source, table.year]).toEqual(["EXIOBASE 3 ixi", 2011]);
    expect(plain(table).Z).toEqual(numbers.Z);
    expect(source.bytesRead).toBeGreaterThan(0);
    expect(source.bytesRead).toBeLessThanOrEqual(source.bytes);
  });

  test("are read from gzip and plain files side by side", async () => {
    const [name, text] = Object.entries(icio)[0]!;
    const satellite = file(strToU8(icio["emissions_2018.csv"]!), "emissions_2018.csv");
    const source = await openFiles([file(gzipSync(strToU8(text)), `${name}.gz`), satellite]);
    expect((await findTables(source)[0]!.read()).stressors).toHaveLength(3);
  });

  test("end in a sentence where an archive was cut", async () => {
    const archive = zipSync(bytesOf(exiobase));
    await expect(openFiles([file(archive.slice(0, -30), "IOT_2011_ixi.zip")])).rejects.toThrow(
      "IOT_2011_ixi.zip: the directory of a zip archive was expected at its end. Is the file truncated?",
    );
    const cut = gzipSync(strToU8(icio["ICIO2021_2018.csv"]!)).slice(0, -12);
    const source = await openFiles([file(cut, "ICIO2021_2018.csv.gz")]);
    await expect(findTables(source)[0]!.read()).rejects.toThrow(
      "ICIO2021_2018.csv: more compressed bytes were expected",
    );
  });
});

describe("bytes that are not those of the encoding", () => {
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const textOf = async (source: Awaited<ReturnType<typeof openFiles>>, ...given: Parameters<typeof source.open>) => {
    let text = "";
    for await (const chunk of source.open(...given)) text += chunk;
    return text;
  };

  test("end in a sentence that names file, line and byte, and never in another name", async () => {
    const source = await openFiles([file(latin("region,x\nFRA,1\nC\u00f4te d'Ivoire,2\n"), "table.csv")]);
    await expect(textOf(source, "table.csv")).rejects.toThrow(
      'table.csv, line 3: UTF-8 was expected, but the byte 0xF4 after "C" is none of it. Save the file in UTF-8.',
    );
    expect(await textOf(source, "table.csv", "windows-1252")).toContain("C\u00f4te d'Ivoire");
    expect(await textOf(source, "table.csv", undefined, "marked")).toContain("C\ufffdte");
    const cut = await openFiles([file(strToU8("Côte").slice(0, 2), "cut.csv")]);
    await expect(textOf(cut, "cut.csv")).rejects.toThrow("cut.csv, line 1: a whole character of UTF-8 was expected");
  });

  test("in a table of the exchange stop its import", async () => {
    const broken = Object.fromEntries(
      Object.entries(icio).map(([name, text]) => [name, latin(text.replace("\ufeff", ""))]),
    );
    const [name, text] = Object.entries(icio)[0]!;
    broken[name] = latin(text.replace("\ufeff", "").replace(/[A-Z]{3}/, "C\u00f4t"));
    const source = await openFiles(Object.entries(broken).map(([path, bytes]) => file(bytes, path)));
    await expect(findTables(source)[0]!.read()).rejects.toThrow(
      /ICIO2021_2018\.csv, line 1: UTF-8 was expected, but the byte 0xF4/,
    );
  });
});

test("an import comes back from its datasets as the table it was", async () => {
  const source = await openFiles([file(zipSync(bytesOf(exiobase)), "IOT_2011_ixi.zip")]);
  const origin = await originOf([file(strToU8("x"), "IOT_2011_ixi.zip")], {}, () => {});
  const stored = new Map<string, Uint8Array>();
  for (const { entry, parts } of importedDatasets(await findTables(source)[0]!.read(), origin)) {
    const all: Uint8Array[] = [];
    for await (const part of parts()) all.push(part.slice());
    stored.set(entry.name, Uint8Array.from(Buffer.concat(all)));
  }
  const request = { source: "EXIOBASE 3 ixi", year: 2011, edits: [] };
  const table = await importedTable(
    request,
    readOnce(async (name) => stored.get(name)!),
  );
  // 11 of 16 cells are filled: a full matrix is the smaller one.
  expect(table.Z).toMatchObject({ kind: "dense", rows: 4, columns: 4 });
  expect([...(table.Z as DenseMatrix).data]).toEqual(numbers.Z.flat());
  expect([...table.x]).toEqual(sums);
  expect([...table.Y.data]).toEqual(numbers.Y.flat());
  expect([...table.F.data.slice(0, 4)]).toEqual([100, 200, 300, 400]);
  expect([...table.FY.data.slice(0, 4)]).toEqual([7, 0, 9, 0]);
  expect(table.units).toEqual({ money: "M.EUR", stressors: ["kg", "kg"] });
});

test("a sparse import comes back as lists, without a cell more than it has", async () => {
  const labels = Array.from({ length: 9 }, (_, i) => `AUS_S${i}`);
  const text = [
    `V1,${labels.join(",")},AUS_HFCE`,
    ...labels.map((label, i) => `${label},${labels.map((_, j) => (i === j ? i + 1 : 0)).join(",")},1`),
    `VA,${"1,".repeat(9)}0`,
  ];
  const table = await findTables(await openFiles([file(strToU8(text.join("\n")), "ICIO2023_2020.csv")]))[0]!.read();
  const origin = await originOf([], {}, () => {});
  const stored = new Map<string, Uint8Array>();
  for (const { entry, parts } of importedDatasets(table, origin)) {
    const all: Uint8Array[] = [];
    for await (const part of parts()) all.push(part.slice());
    stored.set(entry.name, Uint8Array.from(Buffer.concat(all)));
  }
  const opened = await importedTable(
    { source: "OECD ICIO 2023", year: 2020, edits: [] },
    readOnce(async (name) => stored.get(name)!),
  );
  expect(opened.Z).toMatchObject({ kind: "csr", rows: 9, columns: 9 });
  expect([...(opened.Z as CsrMatrix).columnIndices]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect([...(opened.Z as CsrMatrix).values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
