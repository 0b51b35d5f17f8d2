import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datasetAge } from "../../../app/workbench/panels/dataset-age.ts";
import { longAge, shortAge } from "../../../cli/datasets/edition.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { ageOf, editionDate } from "../../../kernel/services/edition.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { catalogue } from "../datasets/shipped.ts";

const today = new Date("2026-11-27T10:00:00Z");

describe("The date of an edition", () => {
  test.each([
    ["2022-12-01", "2022-12-01", "day"],
    ["v_2024_07_08 (to 2022)", "2024-07-08", "day"],
    ["v2.0, 2020-05-06", "2020-05-06", "day"],
    ["bulk download 14 July 2025 (FRA 2020 edition)", "2025-07-14", "day"],
    ["8 April 2026", "2026-04-08", "day"],
    ["files of May 2026", "2026-05", "month"],
    ["Global Carbon Budget 2025 v1.0", "2025", "year"],
    ["EDGAR_2024_GHG", "2024", "year"],
    ["2024/2025 edition", "2025", "year"],
    ["2023 v1.0, 2025 v1.0", "2025", "year"],
    ["2023 v1.0 of 30 May 2024, 2025 v1.0 of 26 May 2026", "2026-05-26", "day"],
    ["announcements of April 2024 to 31 December 2025 (data of 2021 and 2022)", "2025-12-31", "day"],
    // The years of the data are not the edition's.
    ["2019 release, data 2000-2016", "2019", "year"],
    ["WIOD 2013 release (tables 1995-2011)", "2013", "year"],
  ] as const)("is read in “%s”", (vintage, date, precision) => {
    expect(editionDate(vintage)).toEqual({ date, precision });
  });

  test.each([
    "v1.3.0",
    "0.13.1",
    "world-atlas 2.0.2",
    "GFED5 beta, data to 2022",
    "mixed, named in the column source",
    "",
  ])("is not read in “%s”", (vintage) => {
    expect(editionDate(vintage)).toBeNull();
  });

  test("of every dataset that ships is a date of its form, or none", () => {
    for (const { vintage } of catalogue.datasets)
      expect(editionDate(vintage)?.date ?? "2000", vintage).toMatch(/^(19|20)\d\d(-(0[1-9]|1[0-2])(-[0-3]\d)?)?$/);
  });
});

describe("The age of a dataset", () => {
  const of = (vintage: string, years: [number, number] | null = null) => ({ vintage, years }) as DatasetEntry;

  test("counts whole months from the date of the edition, and says so in three places", () => {
    const entry = of("bulk download 14 July 2025", [1990, 2020]);
    expect(ageOf(entry, today)).toMatchObject({ from: "edition", since: "2025-07-14", months: 16 });
    expect(shortAge(entry, today)).toBe("16 months");
    expect(longAge(entry, today)).toBe("16 months, from the date of the edition (2025-07-14)");
    expect(writeMessage(datasetAge(entry, today))).toBe("16 months, from the date of the edition (2025-07-14)");
  });

  test("of an edition of a year is in years", () => {
    expect(longAge(of("EDGAR_2024_GHG"), today)).toBe("about 2 years, from the date of the edition (2024)");
    expect(writeMessage(datasetAge(of("EDGAR_2024_GHG"), today))).toBe("2 years, from the date of the edition (2024)");
    expect(shortAge(of("2026"), today)).toBe("less than a year");
  });

  test("counts from the last year of the data where the edition names no date, and says so", () => {
    const entry = of("GFED5 beta, data to 2022", [2002, 2022]);
    expect(shortAge(entry, today)).toBe("data: about 4 years");
    expect(longAge(entry, today)).toContain("from the last year of the data (2022): the edition names no date");
    expect(writeMessage(datasetAge(entry, today))).toContain("from the last year of the data (2022)");
  });

  test("is unknown without either", () => {
    expect(ageOf(of("v1.3.0"), today)).toBeNull();
    expect(shortAge(of("v1.3.0"), today)).toBe("unknown");
    expect(longAge(of("v1.3.0"), today)).toMatch(/^unknown/);
    expect(writeMessage(datasetAge(of("v1.3.0"), today))).toMatch(/^unknown/);
  });

  test("of a day in months grows by one every month", () => {
    const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2026-11-27"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (date, months) => {
        // The first days of a month are in every month.
        const since = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1 + (date.getUTCDate() % 28)));
        const later = new Date(since);
        later.setUTCMonth(since.getUTCMonth() + months);
        const entry = of(since.toISOString().slice(0, 10));
        expect(ageOf(entry, later)?.months).toBe(months);
        expect(ageOf(entry, new Date(later.getTime() - 86_400_000))?.months).toBe(months - 1);
      }),
    );
  });
});
