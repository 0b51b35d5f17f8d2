import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import { fieldsOf, linesOf } from "../../../lib/exchange/mrio/lines.ts";
import { archive, plain } from "./archive.ts";
import {
  emerging,
  eora,
  exiobase,
  figaroFlat,
  figaroMatrix,
  gloria,
  icio,
  numbers,
  sums,
  wiodR,
  wiodSheet,
} from "./samples.ts";

async function read(files: Readonly<Record<string, string>>, size?: number) {
  const [table, ...more] = findTables(archive(files, size));
  expect(more).toEqual([]);
  const found = await table!.read();
  return { name: `${found.source}, ${found.year}`, money: found.money, ...plain(found) };
}

const emissions = [100, 200, 300, 400];

describe("EXIOBASE 3", () => {
  test("is read with its greenhouse gases, households and output", async () => {
    const table = await read(exiobase);
    expect(table).toMatchObject({ name: "EXIOBASE 3 ixi, 2011", money: "M.EUR", ...numbers, x: sums });
    expect(table.regions).toEqual(["AT", "WA"]);
    expect(table.stressors).toEqual(["CO2 - combustion - air [kg]", "CH4 - agriculture - air [kg]"]);
    expect(table.F).toEqual([emissions, [0, 1e-3, 0, 0.5]]);
    expect(table.FY[0]).toEqual([7, 0, 9, 0]);
    expect(table.demand).toEqual(["AT Households", "AT Inventories", "WA Households", "WA Inventories"]);
  });

  test("is read from coefficients alone, output solved for", async () => {
    const { "IOT_2011_ixi/Z.txt": Z, "IOT_2011_ixi/x.txt": _, ...rest } = exiobase;
    const lines = Z!.trimEnd().split("\n");
    const coefficients = lines.map((line, i) => {
      if (i < 3) return line;
      const fields = line.split("\t");
      return [...fields.slice(0, 2), ...fields.slice(2).map((value, j) => Number(value) / sums[j]!)].join("\t");
    });
    const table = await read({ ...rest, "IOT_2011_ixi/A.txt": coefficients.join("\n") });
    table.x.forEach((value, i) => {
      expect(value).toBeCloseTo(sums[i]!, 8);
    });
    expect(table.Z[1]![2]).toBeCloseTo(7, 8);
    expect(table.notes[0]).toContain("solved");
  });

  test("is refused where a column of the satellite account is none of the table", async () => {
    const F = exiobase["IOT_2011_ixi/satellite/F.txt"]!.replace("\tWA\tWA", "\tWA\tWF");
    await expect(read({ ...exiobase, "IOT_2011_ixi/satellite/F.txt": F })).rejects.toThrow(
      'IOT_2011_ixi/satellite/F.txt, line 2: a column of the table was expected, but "WF, Steel" is none.',
    );
  });
});

describe("OECD ICIO", () => {
  test("has China's parts folded back, value added as a stressor, and the discrepancy as final demand", async () => {
    const table = await read(icio);
    expect(table.name).toBe("OECD ICIO 2021, 2018");
    expect(table.regions).toEqual(["AUS", "CHN"]);
    expect(table.sectors).toEqual(["A01_02", "B"]);
    expect(table.Z).toEqual([
      [1, 2, 5, 3],
      [2, 2, 2, 2],
      [3, 1, 7, 2],
      [0, 1, 2, 3],
    ]);
    expect(table.Y[2]).toEqual([3, 0, 10, 1, 0, 0]);
    expect(table.demand.at(-1)).toBe("AUS discrepancy");
    expect(table.Y.map((row) => row[5])).toEqual([0.5, 0, 0, 0]);
    expect(table.x).toEqual([24.5, 15, 27, 13]);
    expect(table.x).toEqual(
      table.x.map((_, i) => [...table.Z[i]!, ...table.Y[i]!].reduce((sum, value) => sum + value, 0)),
    );
    expect(table.stressors).toEqual(["TLS [million USD]", "VA [million USD]", "CO2 [Mt]"]);
    expect(table.F[1]).toEqual([17, 8, 9, 0]);
    expect(table.F[2]).toEqual([5, 6, 3, 4]);
    expect(table.FY[2]).toEqual([0.5, 0, 0, 0, 0, 0]);
    expect(table.notes).toEqual([
      "The statistical discrepancy in the column DISC, which adds up to 0.500000, is kept as final demand “discrepancy” of the region that supplies, so that each output is the sum of its row. Nobody is known to have bought it.",
    ]);
  });

  test("is refused with a column that stands there twice", async () => {
    const text = icio["ICIO2021_2018.csv"]!.replace("AUS_B,CHN_A01_02", "AUS_A01_02,CHN_A01_02");
    await expect(read({ "ICIO2021_2018.csv": text })).rejects.toThrow(
      'ICIO2021_2018.csv, line 1: the column "AUS_A01_02" stands there twice.',
    );
  });

  test("is refused with a word among its numbers", async () => {
    const text = icio["ICIO2021_2018.csv"]!.replace("AUS_B,2,2", "AUS_B,2,two");
    await expect(read({ "ICIO2021_2018.csv": text })).rejects.toThrow(
      'ICIO2021_2018.csv, line 3: a number was expected in column 3, but "two" stands there.',
    );
  });
});

describe("FIGARO", () => {
  test.each([
    ["matrix", figaroMatrix],
    ["flat file", figaroFlat],
  ])("is read as %s", async (_, files) => {
    const table = await read(files);
    expect(table).toMatchObject({ name: "FIGARO 2023 ixi, 2021", ...numbers, x: sums });
    expect(table.regions).toEqual(["AT", "ROW"]);
    expect(table.stressors).toEqual(["D21X31 [million EUR]", "B2A3G [million EUR]"]);
    expect(table.F).toEqual([
      [1, 1, 1, 1],
      [2, 3, 4, 5],
    ]);
    expect(table.FY[0]).toEqual([2, 0, 2, 0]);
  });
});

describe("WIOD", () => {
  test.each([
    ["WIOD 2013, 2011", wiodSheet, ["ROU", "ROW"], ["AtB", "C"]],
    ["WIOD 2016, 2014", wiodR, ["AUS", "ROW"], ["A01", "B"]],
  ])("is read as %s, totals passed over", async (name, files, regions, sectors) => {
    const table = await read(files);
    expect(table).toMatchObject({ name, ...numbers, x: sums, regions, sectors });
    expect(table.F).toEqual([
      [1, 1, 1, 1],
      [2, 3, 4, 5],
    ]);
    expect(table.FY[0]).toEqual([2, 0, 2, 0]);
  });

  test("is refused where its end is missing", async () => {
    const lines = wiodSheet["WIOT11_ROW_Sep12.csv"]!.split("\n");
    await expect(read({ "WIOT11_ROW_Sep12.csv": lines.slice(0, 8).join("\n") })).rejects.toThrow(
      "WIOT11_ROW_Sep12.csv, line 8: 4 rows were expected, one for each sector of the header, but there are 2. Is the file truncated?",
    );
  });
});

describe("Eora26", () => {
  test("is read without the statistical discrepancy, which is noted", async () => {
    const table = await read(eora);
    expect(table).toMatchObject({ name: "Eora26 bp, 2015", ...numbers, x: sums, F: [emissions], FY: [[7, 0, 9, 0]] });
    expect(table.stressors).toEqual(["I-GHG-CO2 emissions (Gg) from PRIMAP [Gg]"]);
    expect(table.notes[0]).toContain("3.00000 thousand USD");
  });

  test("asks for the labels that are missing", async () => {
    const { "indices/labels_FD.txt": _, ...rest } = eora;
    await expect(read(rest)).rejects.toThrow("labels_FD.txt was expected with it");
  });
});

describe("GLORIA", () => {
  test("becomes an industry table in which each industry sells what it makes", async () => {
    const table = await read(gloria);
    expect(table.name).toBe("GLORIA 059, 2021");
    expect(table.sectors).toEqual(["Growing wheat, barley", "Basic iron"]);
    // Three quarters of the wheat are made by the first industry, a quarter by the second, and all of the iron.
    expect(table.Z[0]).toEqual(numbers.Z[0]!.map((value) => 0.75 * value));
    expect(table.Z[1]).toEqual(numbers.Z[1]!.map((value, j) => value + 0.25 * numbers.Z[0]![j]!));
    expect(table.Y[0]!.slice(0, 2)).toEqual([7.5, -0.75]);
    expect(table.F).toEqual([emissions]);
    expect(table.FY[0]![0]).toBe(7);
    expect(table.x.reduce((a, b) => a + b)).toBeCloseTo(
      sums.reduce((a, b) => a + b),
      10,
    );
  });

  test("is refused before it is read where no browser could hold it", async () => {
    const list = (count: number, head: string) =>
      `${head}\n${Array.from({ length: count }, (_, i) => `n${i}`).join("\n")}`;
    const files = { ...gloria, "Regions.csv": list(164, "code"), "Sectors.csv": list(120, "sector") };
    await expect(read(files)).rejects.toThrow(
      /a table of at most 8000 rows was expected, but 164 regions × 120 sectors have 19680, whose flows take 3\.1 GB: .* 49 regions and the rest of the world with all 120 sectors would fit/,
    );
  });
});

test("EMERGING is read from its matrices exported as CSV", async () => {
  const table = await read(emerging);
  expect(table).toMatchObject({ name: "EMERGING, 2019", ...numbers, x: sums, F: [emissions], FY: [[7, 0, 9, 0]] });
});

test("a sector that one region has not is zero there, and noted", async () => {
  const text = "V1,AUS_A,AUS_B,NZL_A,AUS_HFCE,NZL_HFCE\nAUS_A,1,2,3,4,5\nAUS_B,1,1,1,1,1\nNZL_A,2,2,2,2,2\n";
  const table = await read({ "ICIO2023_2020.csv": text });
  expect(table.x).toEqual([15, 5, 10, 0]);
  expect(table.notes).toEqual(["1 of 4 sectors are missing in their region; their rows and columns are zero."]);
});

const samples = { exiobase, icio, figaroMatrix, figaroFlat, wiodSheet, wiodR, eora, gloria, emerging };

describe("chunk boundaries", () => {
  test.each(Object.entries(samples))("never change what is read of %s", async (_, files) => {
    const whole = await read(files);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 97 }), async (size) => {
        expect(await read(files, size)).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  test.each(Object.entries(samples))("never change the sentence for a cut %s", async (_, files) => {
    const main = Object.keys(files)[0]!;
    const text = files[main]!;
    const cut = { ...files, [main]: text.slice(0, Math.floor(text.length * 0.7)) };
    const sentence = async (size?: number) =>
      read(cut, size).then(
        () => "read",
        (error: Error) => `${error.name}: ${error.message}`,
      );
    const whole = await sentence();
    expect(whole).toMatch(/^ImportError: .*(expected|found)/);
    expect(whole).toContain(main);
    for (const size of [1, 3, 7, 50]) expect(await sentence(size)).toBe(whole);
  });

  test("give the same lines of any text", async () => {
    const text = fc
      .array(fc.constantFrom("a", "1", ",", "\r", "\n", "\r\n", "é", "中"), { maxLength: 40 })
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (given, size) => {
        const lines = async (chunk: number) => {
          const found: string[] = [];
          for await (const line of linesOf(archive({ a: given }, chunk).open("a"))) found.push(line);
          return found;
        };
        const expected = given.split(/\r\n|\r|\n/);
        if (expected.at(-1) === "") expected.pop();
        expect(await lines(size)).toEqual(expected);
      }),
    );
  });

  test("do not matter to thousands of columns", async () => {
    const n = 3000;
    const header = Array.from({ length: n }, (_, j) => `AUS_S${j}`);
    const text = `V1,${header.join(",")},AUS_HFCE\n${header
      .map((label, i) => `${label},${"1,".repeat(i === 0 ? n : 0)}${"0,".repeat(i === 0 ? 0 : n)}2`)
      .slice(0, n)
      .join("\n")}\n`;
    const table = await findTables(archive({ "ICIO2023_2019.csv": text }, 4096))[0]!.read();
    expect(table.Z.value).toHaveLength(n);
    expect(table.x[0]).toBe(n + 2);
  });
});

test("quotes hold separators and doubled quotes", () => {
  expect(fieldsOf('a,"b, c","d ""e""",', ",")).toEqual(["a", "b, c", 'd "e"', ""]);
});
