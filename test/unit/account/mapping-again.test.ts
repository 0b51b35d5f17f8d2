import { expect, test } from "vitest";
import { pastedSheet } from "../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../lib/account/reading/read-sheets.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { call } from "../inventory/company/calling.ts";

const linesOf = (file: string, text: string) => readSheets([pastedSheet(file, text)], { file }).lines;
const told = (notes: readonly unknown[]) =>
  notes.map((note) => writeMessage(note as Parameters<typeof writeMessage>[0]));

test("a mapping of one year's file holds for the next one's, in other rows and columns, and says what no longer fits", async () => {
  const first = linesOf("energy-2022.csv", "Fuel,Amount,Unit\nQuux,3,t\nStove oil,10,t\n");
  const candidates = await call("account.compute", {
    kind: "company",
    year: 2022,
    lines: linesOf("d.csv", "Fuel,Amount,Unit\nDiesel generator,1,t\n"),
  });
  const { id } = candidates.lines[0].match;
  const mapping = {
    entries: [
      { name: "Quux", to: id },
      { name: "Stove oil", skip: "of the tenant" },
    ],
  };
  const before = await call("account.compute", { kind: "company", year: 2022, lines: first, mapping });
  expect(before.lines.map((line: { match: { kind: string } }) => line.match.kind)).toEqual(["mapping", "mapping"]);
  const next = linesOf("energy-2023.csv", "Report 2023\n\nUnit,Note,Amount,Fuel\nt,new,7,Wood pellets\nt,,6, quux\n");
  const after = await call("account.compute", { kind: "company", year: 2023, lines: next, mapping });
  const quux = after.lines.find(({ name }: { name: string }) => name.trim() === "quux");
  expect(quux.match).toMatchObject({ kind: "mapping", id });
  expect(quux.emissions.value).toBeGreaterThan(0);
  expect(told(after.notes)).toContain("1 entry of the mapping fits no line of this file: Stove oil.");
  const gone = { entries: [{ name: "Quux", to: "no such id" }] };
  const other = await call("account.compute", { kind: "company", year: 2023, lines: next, mapping: gone });
  const of = other.lines.find(({ name }: { name: string }) => name.trim() === "quux");
  expect(told([of.match.how])[0]).toContain("no longer exists");
});
