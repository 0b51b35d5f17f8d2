import { tableFromIPC } from "apache-arrow";
import { expect, it } from "vitest";
import { tableFiles } from "../../../kernel/table-file/table-files.ts";

it("A delimited text is found and read", async () => {
  const bytes = new TextEncoder().encode("name;value;year\nSão;1.234,5;2010\nb;;2011\n");
  const [found] = await tableFiles.find("data.csv", bytes);
  expect(found!.reading).toMatchObject({ delimiter: ";", decimal: ",", header: true, skip: 0, encoding: "utf-8" });
  expect(found!.preview).toEqual([
    ["São", "1234.5", "2010"],
    ["b", null, "2011"],
  ]);
  const { bytes: arrow, rows } = await tableFiles.read("data.csv", bytes, found!.reading);
  expect(rows).toBe(2);
  expect(tableFromIPC(arrow).getChild("value")!.toArray()[0]).toBe(1234.5);
});
