import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  attachmentName,
  baseName,
  isAttachmentName,
  isFileName,
  safeFileName,
} from "../../../kernel/attachment/attachment-name.ts";
import { mediaType } from "../../../kernel/attachment/media-type.ts";
import { tableName } from "../../../kernel/attachment/table-name.ts";

describe("names of files", () => {
  test.each(["a.csv", "数据.csv", "data/a.csv", "with space.csv", "noending"])("%s may be read", (name) => {
    expect(isAttachmentName(name)).toBe(true);
  });

  test.each(["", "/etc/passwd", "../a.csv", "a/../b", "a//b", "./a", "a\\b", "C:a", "a\u0000b", "x".repeat(256)])(
    "%j may not: it would lead out of the notebook's folder",
    (name) => {
      expect(isAttachmentName(name)).toBe(false);
    },
  );

  test("a notebook may write ./ before a name", () => {
    expect([attachmentName("./a.csv"), attachmentName("a.csv"), baseName("data/a.csv")]).toEqual([
      "a.csv",
      "a.csv",
      "a.csv",
    ]);
  });

  test.each([
    ["a.csv", "a.csv"],
    ["../../etc/passwd", "_._.._etc_passwd"],
    ["C:\\data\\a.csv", "C__data_a.csv"],
    [".env", "_env"],
    ["what?.csv", "what_.csv"],
    ["con.csv", "_con.csv"],
    ["ends. . ", "ends"],
    ["e\u0301.csv", "\u00e9.csv"],
    [" ", "file"],
  ])("%j is written as %j", (given, name) => {
    expect(safeFileName(given)).toBe(name);
  });

  test("every name becomes one that is safe and short, and keeps its ending; a safe one stays", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 150 }), fc.constantFrom("", ".csv"), (stem, ending) => {
        const name = safeFileName(stem + ending);
        expect(isFileName(name)).toBe(true);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(240);
        expect(name).not.toMatch(/^\.|[/\\]|\.$/);
        if (stem.trim() !== "") expect(name.endsWith(ending)).toBe(true);
      }),
      { examples: [["数".repeat(200), ".csv"]] },
    );
  });

  test("the media type is that of the ending, whatever its case", () => {
    expect([mediaType("A.CSV"), mediaType("a.parquet"), mediaType("a")]).toEqual([
      "text/csv",
      "application/vnd.apache.parquet",
      "application/octet-stream",
    ]);
  });
});

describe("names of tables", () => {
  test.each([
    ["Emissions 2023 (final)", "emissions_2023_final"],
    ["2023", "t_2023"],
    ["排放 数据", "排放_数据"],
    ["…", "table"],
  ])("%s becomes %s", (title, name) => {
    expect(tableName(title, new Set())).toBe(name);
  });

  test("a name that is taken gets a number", () => {
    expect(tableName("Data", new Set(["data", "data_2"]))).toBe("data_3");
  });
});
