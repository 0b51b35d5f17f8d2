import { utils, write } from "@e965/xlsx";
import { tableFromIPC } from "apache-arrow";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, describe, expect, it } from "vitest";
import { TableFileService } from "../../kernel/table-file/table-file-service.ts";
import { sqliteFile } from "../sqlite-file.ts";

let started = 0;
const service = new TableFileService(() => {
  started++;
  return new Worker(new URL("../../kernel/table-file/table-file.worker.ts", import.meta.url), { type: "module" });
});

afterAll(() => service.stop());

/** Finds the first table of a file and reads it: its columns, and its rows as records. */
async function readFirst(name: string, bytes: Uint8Array) {
  const [found] = await service.find(name, bytes);
  const { bytes: arrow } = await service.read(name, bytes, found!.reading);
  const rows = tableFromIPC(arrow).toArray();
  return { ...found!, rows: rows.map((row) => ({ ...row.toJSON() })) };
}

describe("The worker that reads tables from files", () => {
  it("is started when it is first needed", async () => {
    expect(started).toBe(0);
    await service.find("a.csv", new TextEncoder().encode("a,b\n1,2\n"));
    expect(started).toBe(1);
  });

  it("reads a CSV in GB18030", async () => {
    // 省份,排放 / 北京,"1,234.5"
    const bytes = Uint8Array.of(
      ...[0xca, 0xa1, 0xb7, 0xdd, 0x2c, 0xc5, 0xc5, 0xb7, 0xc5, 0x0d, 0x0a, 0xb1, 0xb1, 0xbe, 0xa9, 0x2c],
      ...new TextEncoder().encode('"1,234.5"\r\n'),
    );
    const { reading, rows } = await readFirst("排放.csv", bytes);
    expect(reading).toMatchObject({ encoding: "gb18030", delimiter: ",", decimal: ".", header: true });
    expect(rows).toEqual([{ 省份: "北京", 排放: 1234.5 }]);
  });

  it("reads a database of SQLite", async () => {
    const bytes = await sqliteFile("CREATE TABLE 厂 (地区, t); INSERT INTO 厂 VALUES ('北京', 1.5)");
    const { title, reading, rows } = await readFirst("a.db", bytes);
    expect([title, reading.format, rows]).toEqual(["厂", "sqlite", [{ 地区: "北京", t: 1.5 }]]);
  });

  it.each(["xlsx", "biff8"] as const)("reads a workbook (%s), and its sheets with dates", async (bookType) => {
    const day = new Date(Date.UTC(2024, 0, 31));
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet(
      [
        ["地区", "day"],
        ["北京", day],
      ],
      { cellDates: true, UTC: true } as never,
    );
    utils.book_append_sheet(book, sheet, "一");
    const bytes = new Uint8Array(write(book, { type: "array", bookType }));
    const { title, rows } = await readFirst(bookType === "xlsx" ? "a.xlsx" : "a.xls", bytes);
    expect([title, rows]).toEqual(["一", [{ 地区: "北京", day: day.getTime() }]]);
    expect(await service.sheets("a.xlsx", bytes)).toEqual([
      {
        name: "一",
        rows: [
          ["地区", "day"],
          ["北京", day],
        ],
      },
    ]);
  });

  it("reads a Parquet file packed by Snappy, also as Arrow with its own types", async () => {
    const columnData = [
      { name: "id", data: [1n, 2n ** 60n], type: "INT64" as const },
      { name: "x", data: [1.5, null], type: "DOUBLE" as const },
    ];
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData, codec: "SNAPPY" }));
    const { rows } = await readFirst("a.parquet", bytes);
    expect(rows).toEqual([
      { id: "1", x: 1.5 },
      { id: String(2n ** 60n), x: null },
    ]);
    const table = tableFromIPC(await service.parquet("a.parquet", bytes));
    expect(table.toArray().map((row) => row.id)).toEqual([1n, 2n ** 60n]);
  });

  it("refuses what is no table with the sentence in both languages", async () => {
    const error = await service.find("a.csv", new Uint8Array()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: "TableFileError",
      message: "a.csv: the file is empty. Was it saved completely? Save or download it again.",
      said: { texts: { zh: "{file}：{reason}" } },
    });
  });
});
