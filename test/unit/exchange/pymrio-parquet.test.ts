import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { openFiles } from "../../../kernel/services/import/file-source.ts";
import { originOf } from "../../../kernel/services/import/import-origin.ts";
import { importedDatasets } from "../../../kernel/services/import/imported-datasets.ts";
import { pymrioArchive } from "../../../kernel/services/import/pymrio-archive.ts";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import type { ImportedTable } from "../../../lib/exchange/mrio/table-draft.ts";
import { accounts } from "../../../lib/mrio/accounts.ts";
import { importedTable } from "../../../lib/mrio/resource/imported-table.ts";
import { type InputOutputTable, inputOutputTable } from "../../../lib/mrio/table.ts";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import { denseFromRows, toRows } from "../../../lib/numeric/matrix.ts";
import { expectClose } from "../../reference/mrio/close.ts";
import small from "../../reference/mrio/small.json" with { type: "json" };
import { plain } from "./archive.ts";

const folder = mkdtempSync(join(tmpdir(), "pymrio-parquet-"));
let database: DuckDBConnection;

beforeAll(async () => {
  database = await (await DuckDBInstance.create(":memory:")).connect();
});

afterAll(() => {
  database.closeSync();
  rmSync(folder, { recursive: true });
});

/** The small table of pymrio's tests, its two stressors in accounts of their own that call them by one name. */
const table = inputOutputTable({
  regions: small.regions,
  sectors: ["sector1", 'Farmer\'s "goods", 100 %', "a.b"],
  Z: csrFromDense(denseFromRows(small.Z)),
  Y: denseFromRows(small.Y),
  yRegions: small.regions,
  F: denseFromRows(small.F),
  FY: denseFromRows(small.FY),
  stressors: ["CO2 (emissions)", "CO2 (imports)"],
  accounts: ["emissions", "imports"],
  units: { money: "money", stressors: ["t", "kg"] },
});

async function opened(archive: Blob, name = "small_2010.zip"): Promise<ImportedTable> {
  const [found, ...more] = findTables(await openFiles([new File([archive], name)]));
  expect(more).toEqual([]);
  return found!.read();
}

/** What an import leaves in the browser, opened as cells open it. */
async function stored(read: ImportedTable): Promise<InputOutputTable> {
  const files = new Map<string, Uint8Array>();
  for (const { entry, parts } of importedDatasets(read, await originOf([], {}, () => {}))) {
    const all: Uint8Array[] = [];
    for await (const part of parts()) all.push(part.slice());
    files.set(entry.name, Uint8Array.from(Buffer.concat(all)));
  }
  const { source, year } = read;
  return importedTable(
    { source, year, edits: [] },
    readOnce(async (name) => files.get(name)!),
  );
}

describe.each(["txt", "parquet"] as const)("A table saved for pymrio as %s", (form) => {
  test("comes back with its numbers, labels, units and accounts, again and again", async () => {
    const first = await opened(await pymrioArchive(table, "small_2010", undefined, form));
    expect(plain(first)).toMatchObject({
      regions: small.regions,
      sectors: [...table.sectors],
      Z: small.Z,
      Y: small.Y,
      x: small.expected.x,
      F: small.F,
      FY: small.FY,
      stressors: ["CO2 (emissions) [t]", "CO2 (imports) [kg]"],
    });
    expect([first.source, first.year, first.money]).toEqual(["small", 2010, "money"]);
    expect(first.stressors.map(({ account }) => account)).toEqual(["emissions", "imports"]);
    const kept = await stored(first);
    expect(kept.accounts).toEqual(["emissions", "imports"]);
    // What pymrio computes of the same table.
    expectClose(toRows((await accounts(kept)).D_cba), small.expected.D_cba_reg, 1e-10);
    const second = await opened(await pymrioArchive(kept, "small_2010", undefined, form));
    expect({ ...plain(second), stressors: second.stressors }).toEqual({ ...plain(first), stressors: first.stressors });
  });

  test("has a folder for each account, in which stressors have the account's own names", async () => {
    const archive = await pymrioArchive(table, "small_2010", undefined, form);
    const files = unzipSync(new Uint8Array(await archive.arrayBuffer()));
    expect(Object.keys(files).sort()).toEqual(
      [
        ...["Z", "Y", "x", "unit"].map((name) => `small_2010/${name}.${form}`),
        ...["emissions", "imports"].flatMap((account) =>
          ["F", "F_Y", "unit"].map((name) => `small_2010/${account}/${name}.${form}`),
        ),
        ...["", "emissions/", "imports/"].map((account) => `small_2010/${account}file_parameters.json`),
      ].sort(),
    );
    const text = new TextDecoder().decode(files["small_2010/imports/file_parameters.json"]);
    expect(JSON.parse(text)).toMatchObject({
      name: "imports",
      systemtype: "Extension",
      files: { F: { name: `F.${form}`, nr_index_col: "1", nr_header: "2" } },
    });
    if (form === "txt") {
      const unit = new TextDecoder().decode(files["small_2010/imports/unit.txt"]);
      expect(unit).toBe("stressor\tunit\nCO2\tkg\n");
    }
  });
});

describe("The Parquet files", () => {
  test("are read by another program, with the description by which pandas makes frames of them", async () => {
    const archive = await pymrioArchive(table, "small_2010", undefined, "parquet");
    const files = unzipSync(new Uint8Array(await archive.arrayBuffer()));
    const path = join(folder, "Y.parquet");
    writeFileSync(path, files["small_2010/Y.parquet"]!);
    const rows = await database.runAndReadAll(`select * from '${path}'`);
    expect(rows.columnNames()).toEqual(["('reg1', 'final demand')", "('reg2', 'final demand')", "region", "sector"]);
    expect(rows.getRows().map((row) => row.slice(0, 2))).toEqual(small.Y);
    expect(rows.getRows()[4]!.slice(2)).toEqual(["reg2", 'Farmer\'s "goods", 100 %']);
    const metadata = await database.runAndReadAll(
      `select decode(value) from parquet_kv_metadata('${path}') where decode(key) = 'pandas'`,
    );
    expect(JSON.parse(String(metadata.getRows()[0]![0]))).toMatchObject({
      index_columns: ["region", "sector"],
      column_indexes: [
        { name: "region", pandas_type: "unicode" },
        { name: "category", pandas_type: "unicode" },
      ],
      columns: [
        { field_name: "('reg1', 'final demand')", pandas_type: "float64" },
        { field_name: "('reg2', 'final demand')" },
        { name: "region", field_name: "region", pandas_type: "unicode" },
        { name: "sector", field_name: "sector" },
      ],
    });
  });

  /** A frame as another program writes it: nullable columns, several groups of rows, another codec, the labels first. */
  async function written(name: string, query: string, pandas: object | undefined): Promise<Uint8Array> {
    const path = join(folder, `${name}.parquet`);
    const text = JSON.stringify(pandas ?? {}).replaceAll("'", "''");
    await database.run(`copy (${query}) to '${path}' (format parquet, codec zstd, kv_metadata {pandas: '${text}'})`);
    return readFileSync(path);
  }
  const levels = (...names: (string | null)[]) => names.map((name) => ({ name, field_name: name }));
  const frame = (index: readonly string[], columns: readonly (string | null)[], data: readonly string[]) => ({
    index_columns: index,
    column_indexes: levels(...columns),
    columns: levels(...data, ...index),
    creator: { library: "pyarrow", version: "14.0.1" },
    pandas_version: "2.1.3",
  });
  const pair = [`"('A', 's')"`, `"('B', 's')"`];
  const Z = (
    query = `select 'A' region, 's' sector, 1.5::double ${pair[0]}, null::double ${pair[1]} union all
    select 'B', 's', 3, 4::double`,
  ) => written("Z", query, frame(["region", "sector"], ["region", "sector"], ["('A', 's')", "('B', 's')"]));
  const Y = () =>
    written(
      "Y",
      `select 'A' region, 's' sector, 1.5::double "('A', 'c')", 0.5::double "('B', 'c')" union all select 'B', 's', 2, 4`,
      frame(["region", "sector"], ["region", "category"], ["('A', 'c')", "('B', 'c')"]),
    );
  const picked = (files: Readonly<Record<string, Uint8Array>>) =>
    openFiles(
      Object.entries(files).map(([path, bytes]) => {
        const file = new File([Uint8Array.from(bytes)], path);
        Object.defineProperty(file, "webkitRelativePath", { value: `made_2001/${path}` });
        return file;
      }),
    );

  test("are read as another program wrote them, an empty cell as zero, coefficients too", async () => {
    const files = {
      "Z.parquet": await Z(),
      "Y.parquet": await Y(),
      "land/F.parquet": await written(
        "F",
        `select 'Arable' stressor, 7::double ${pair[0]}, 8::double ${pair[1]}`,
        frame(["stressor"], ["region", "sector"], ["('A', 's')", "('B', 's')"]),
      ),
      "land/unit.parquet": await written(
        "unit",
        "select 'Arable' stressor, 'km2' unit",
        frame(["stressor"], [null], ["unit"]),
      ),
    };
    const [found] = findTables(await picked(files));
    const read = plain(await found!.read());
    expect([found!.source, found!.year]).toEqual(["made", 2001]);
    expect(read).toMatchObject({
      regions: ["A", "B"],
      sectors: ["s"],
      Z: [
        [1.5, 0],
        [3, 4],
      ],
      F: [[7, 8]],
      x: [3.5, 13],
    });
    expect(read.stressors).toEqual(["Arable [km2]"]);
    expect(await found!.stressors()).toEqual([{ name: "Arable", unit: "km2", isUsual: true, account: "land" }]);

    const { "Z.parquet": A, ...others } = files;
    const [coefficients] = findTables(
      await picked({
        "A.parquet": await Z(`select 'A' region, 's' sector, 0.5::double ${pair[0]},
      0::double ${pair[1]} union all select 'B', 's', 0, 0.25`),
        ...others,
      }),
    );
    expect(A.length).toBeGreaterThan(0);
    expect(plain(await coefficients!.read()).x).toEqual([4, 8]);
  });

  test.each([
    [
      "no description",
      () => written("Z", "select 1 a", undefined),
      "made_2001/Z.parquet: a table that pandas has saved was expected, with the labels of its rows and columns",
    ],
    [
      "a description of no labels",
      () =>
        written("Z", "select 1 a", {
          index_columns: [{ kind: "range", start: 0, stop: 1, step: 1, name: null }],
          column_indexes: levels(null),
          columns: levels("a"),
        }),
      "made_2001/Z.parquet: a table that pandas has saved was expected",
    ],
    [
      "a column without its two labels",
      () =>
        written(
          "Z",
          "select 'A' region, 's' sector, 1::double wheat",
          frame(["region", "sector"], ["region", "sector"], ["wheat"]),
        ),
      'made_2001/Z.parquet: column 1: 2 labels were expected in its name, but it is "wheat".',
    ],
    [
      "texts among numbers",
      () => Z(`select 'A' region, 's' sector, 1::double ${pair[0]}, 'many' ${pair[1]}`),
      `made_2001/Z.parquet: column 2, "('B', 's')", is of another kind than the columns before it`,
    ],
    ["half of its bytes", async () => (await Z()).subarray(0, 200), "made_2001/Z.parquet: Parquet was expected"],
    [
      "a row too few",
      () => Z(`select 'A' region, 's' sector, 1::double ${pair[0]}, 2::double ${pair[1]}`),
      "made_2001/Z.parquet: 2 rows were expected, as many as columns, but there are 1.",
    ],
  ])("end in a sentence that names the file if one has %s", async (_, made, sentence) => {
    const [found] = findTables(await picked({ "Z.parquet": await made(), "Y.parquet": await Y() }));
    await expect(found!.read()).rejects.toThrow(sentence);
    await expect(found!.read()).rejects.toMatchObject({ name: "ImportError" });
  });

  test("that are damaged end in a sentence that names the file, or give a table", async () => {
    const archive = await pymrioArchive(table, "made_2001", undefined, "parquet");
    const whole = unzipSync(new Uint8Array(await archive.arrayBuffer()));
    const files = Object.fromEntries(
      Object.entries(whole).flatMap(([path, bytes]) =>
        path.endsWith(".parquet") ? [[path.replace("made_2001/", ""), Uint8Array.from(bytes)]] : [],
      ),
    );
    const damage = fc.constantFrom(...Object.keys(files)).chain((path) =>
      fc.record({
        path: fc.constant(path),
        at: fc.nat(files[path]!.length - 1),
        change: fc.integer({ min: 0, max: 255 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ({ path, at, change }) => {
        const bytes = files[path]!;
        const damaged = change === 0 ? bytes.slice(0, at) : bytes.map((byte, i) => (i === at ? byte ^ change : byte));
        const [found] = findTables(await picked({ ...files, [path]: damaged }));
        const outcome = await found!.read().catch((error: Error) => error);
        if (!(outcome instanceof Error)) return;
        expect(outcome.name).toBe("ImportError");
        expect(outcome.message).toMatch(/^made_2001\/[\w/]+\.parquet(, line \d+)?: /);
      }),
      { numRuns: 50 },
    );
  });
});
