import { expect, test } from "vitest";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import { writePymrio } from "../../../lib/exchange/mrio/write-pymrio.ts";
import { inputOutputTable } from "../../../lib/mrio/table.ts";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import { denseFromRows } from "../../../lib/numeric/matrix.ts";
import { archive, plain } from "./archive.ts";

test("a table that is saved as pymrio saves it comes back as it was", async () => {
  const rows = [
    [1.5, 0],
    [0.1, 1e-12],
  ];
  const table = inputOutputTable({
    regions: ["A", "B"],
    sectors: ['"s", t\tu'],
    Z: csrFromDense(denseFromRows(rows, "Z")),
    Y: denseFromRows(
      [
        [1, -2, 3],
        [4, 5, 6],
      ],
      "Y",
    ),
    yRegions: ["A", "A", "B"],
    yCategories: ["c1", "c2", "c1"],
    F: denseFromRows([[7, 8]], "F"),
    FY: denseFromRows([[1, 0, 2]], "FY"),
    stressors: ["CO2"],
    units: { money: "M.EUR", stressors: ["Mt"] },
  });
  const saved = Object.fromEntries(
    writePymrio(table, "test_2005/").map((file) => [file.path, file.frame ? "" : [...file.lines()].join("\n")]),
  );
  const found = await findTables(archive(saved, 11))[0]!.read();
  const back = plain(found);
  expect(found.source).toBe("test");
  expect(found.year).toBe(2005);
  expect(back.Z).toEqual(rows);
  expect(back.Y).toEqual([
    [1, -2, 3],
    [4, 5, 6],
  ]);
  expect(back.x).toEqual([...table.x]);
  expect(back.F).toEqual([[7, 8]]);
  expect(back.FY).toEqual([[1, 0, 2]]);
  expect(back.stressors).toEqual(["CO2 [Mt]"]);
  expect(found.money).toBe("M.EUR");
  expect(found.sectors).toEqual(['"s", t\tu']);
  // What pymrio asks an account for beside its files.
  expect(JSON.parse(saved["test_2005/satellite/file_parameters.json"]!)).toEqual({
    files: {
      F: { name: "F.txt", nr_index_col: "1", nr_header: "2" },
      F_Y: { name: "F_Y.txt", nr_index_col: "1", nr_header: "2" },
      unit: { name: "unit.txt", nr_index_col: "1", nr_header: "1" },
    },
    systemtype: "Extension",
    name: "satellite",
  });
});
