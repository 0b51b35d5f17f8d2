import { expect, test } from "vitest";
import { OfferedFile } from "../../../app/workbench/data/offered-file.ts";
import { tableFiles } from "../../../lib/files/table/table-files.ts";

const fileOf = (name: string, text: string) => ({
  name,
  mimeType: "text/csv",
  lastModified: 0,
  bytes: new TextEncoder().encode(text),
});

const open = (text: string, taken: readonly string[] = []) =>
  OfferedFile.open(tableFiles, fileOf("My data.csv", text), new Set(taken), null);

const typesOf = (offered: OfferedFile) => offered.tables[0]!.found.reading.columns.map(({ type }) => type);

test("A table is named after its file, by a free name", async () => {
  expect((await open("a,b\n1,2\n")).tables[0]!.name).toBe("my_data");
  expect((await open("a,b\n1,2\n", ["my_data"])).tables[0]!.name).toBe("my_data_2");
});

test("A name must be one that SQL takes and no other table has", async () => {
  const offered = await open("a,b\n1,2\n", ["taken"]);
  const problem = (name: string) => {
    offered.rename(0, name);
    return offered.problemOf(0);
  };
  expect(["mine", "排放_2023", "", "two words", "2023", 'a"b', "Taken"].map(problem)).toEqual([
    ...[null, null, "empty", "wrong", "wrong", "wrong", "taken"],
  ]);
});

test("Another decimal sign reads the columns anew; types and units that were set stay", async () => {
  const offered = await open("a;b;c\n1,5;2;x\n2,5;3;y\n");
  expect(typesOf(offered)).toEqual(["number", "integer", "text"]);
  await offered.setType(0, "b", "text");
  offered.setUnit(0, "a", "kt");
  await offered.setOptions(0, { decimal: "." });
  expect(typesOf(offered)).toEqual(["text", "text", "text"]);
  await offered.setOptions(0, { decimal: "," });
  expect(typesOf(offered)).toEqual(["number", "text", "text"]);
  expect(offered.tables[0]!.found.reading.columns.map(({ unit }) => unit)).toEqual(["kt", "", ""]);
  expect(offered.tables[0]!.found.preview[0]).toEqual(["1.5", "2", "x"]);
});

test("A file that is in the notebook is offered by the name and in the way in which it was added", async () => {
  const text = "a;b\n1,5;2\n";
  const first = await open(text);
  await first.setType(0, "b", "text");
  first.setUnit(0, "a", "kt");
  first.rename(0, "mine");
  const { reading, rows } = first.tables[0]!.found;
  const before = { ...fileOf("My data.csv", text), size: 0, sha256: "", tables: { mine: { reading, rows } } };
  const again = await OfferedFile.open(tableFiles, fileOf("My data.csv", text), new Set(), before);
  expect(again.tables[0]).toMatchObject({ name: "mine", selected: true });
  expect(again.tables[0]!.found.reading).toEqual(reading);
});
