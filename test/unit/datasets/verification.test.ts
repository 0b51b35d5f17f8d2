import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checksOf } from "../../../datasets/build/checks.ts";
import { openVerification } from "../../../datasets/build/verification.ts";
import { readFactors } from "../../../lib/factors/factor-table.ts";

const header = "table,key,shipped_value,shipped_lo,shipped_hi,confirmed,confirmed_value,lo,hi,source1,source2,note";
const database = "IPCC Emission Factor Database (EFDB) export, IPCC 2006 V2 Table 1.2, p. 1.18; EF ID 7";
const key = "1.A / peat / NCV / TJ NCV/Gg / 2006";

const peat = readFactors([
  {
    category: "1.A",
    activity: "peat",
    parameter: "NCV",
    value: 9.76,
    lo: 7.8,
    hi: 12.5,
    unit: "TJ NCV/Gg",
    edition: "2006",
    source: "IPCC 2006 V2 Table 1.2",
    value_status: "memory",
    bounds_status: "memory",
  },
]).factors[0]!;

describe("the verification", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "verification-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const applied = (...cells: string[]) => {
    const row = ["factors_energy", key, ...cells].map((cell) => `"${cell}"`).join(",");
    writeFileSync(join(folder, "verification.csv"), `${header}\n${row}\n`);
    return openVerification(folder).applied("factors_energy", [peat])[0]!;
  };

  test("of a value alone leaves the bounds from memory", () => {
    expect(applied("9.76", "7.8", "12.5", "yes", "9.76", "", "", database, "", "bounds not seen")).toMatchObject({
      valueStatus: "source",
      valueRead: database,
      page: "1.18",
      boundsStatus: "memory",
      boundsRead: null,
      note: "bounds not seen",
    });
  });

  test("of the bounds takes where the second source shows them", () => {
    expect(
      applied("9.76", "7.8", "12.5", "yes", "9.76", "7.8", "12.5", database, "bonsai_ipcc 0.5.3 (min, max)", ""),
    ).toMatchObject({
      valueStatus: "source",
      lo: 7.8,
      hi: 12.5,
      boundsStatus: "transcription",
      boundsRead: "bonsai_ipcc 0.5.3 (min, max)",
    });
  });

  test("names a copy without the number it had where it was found", () => {
    const copies = "public copy no. 12 and 345: NCV 9.76";
    expect(applied("9.76", "7.8", "12.5", "yes", "9.76", "7", "13", copies, "", "")).toMatchObject({
      valueStatus: "transcription",
      valueRead: "a public copy: NCV 9.76",
      lo: 7,
      hi: 13,
      boundsStatus: "transcription",
    });
  });

  test("makes no 95 % bounds of a range in a table or of a standard deviation", () => {
    for (const note of ["the table's range can be added", "+- 1 is the table's standard deviation"])
      expect(applied("9.76", "", "", "yes", "9.76", "8.76", "10.76", database, "", note)).toMatchObject({
        lo: null,
        hi: null,
        boundsStatus: null,
      });
  });

  test("of what was not found leaves it from memory, and says what was looked at", () => {
    expect(applied("9.76", "7.8", "12.5", "not_found", "", "", "", "", "", "no table at hand")).toMatchObject({
      valueStatus: "memory",
      valueRead: null,
      note: "no table at hand",
    });
  });

  test("ends the build where it speaks of another number, or of a factor that is not there", () => {
    expect(() => applied("9.8", "", "", "yes", "9.8", "", "", database, "", "")).toThrow(`${key} is 9.76 and not 9.8.`);
    expect(() => applied("9.76", "", "", "corrected", "9.7", "", "", database, "", "")).toThrow(
      `${key} is confirmed as 9.7; a builder must say what follows.`,
    );
    expect(() => openVerification(folder).applied("factors_energy", [])).toThrow(
      `factors_energy has no factor ${key}.`,
    );
  });
});

test("a remark on a case file says of bounds no more than it says", () => {
  expect(checksOf("verified (AMEE datasets, MIT; commit b33b25ba)", true)).toMatchObject({
    valueStatus: "transcription",
    boundsStatus: "memory",
  });
  expect(checksOf("CO2 default and 95% bounds verified (a transcription checked)", true)).toMatchObject({
    valueStatus: "transcription",
    boundsStatus: "transcription",
  });
  expect(checksOf("unverified: from memory of the guideline, high", false)).toEqual({
    valueStatus: "memory",
    valueRead: null,
    boundsStatus: null,
    boundsRead: null,
    note: null,
  });
});
