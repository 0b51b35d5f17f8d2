import { describe, expect, test } from "vitest";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import { archive, plain } from "./archive.ts";
import { eora, exiobase, figaroMatrix, gloria, numbers, sums } from "./samples.ts";

// The same numbers in the layouts of other editions, with what is odd in each.
async function read(files: Readonly<Record<string, string>>) {
  const [table, ...more] = findTables(archive(files, 13));
  expect(more).toEqual([]);
  const found = await table!.read();
  return { name: `${found.source}, ${found.year}`, money: found.money, ...plain(found) };
}

const rename = (
  files: Readonly<Record<string, string>>,
  change: (path: string, text: string) => readonly [string, string],
) => Object.fromEntries(Object.entries(files).map(([path, text]) => change(path, text)));
const csv = (rows: readonly (readonly (string | number)[])[]) => `${rows.map((row) => row.join(",")).join("\n")}\n`;

describe("EXIOBASE 3", () => {
  test("of version 3.4 mixes two spellings of regions in one archive, and calls final demand's emissions F_hh", async () => {
    const mixed = rename(exiobase, (path, text) => {
      const file = path.replace("F_Y.txt", "F_hh.txt");
      // The F_hh of this version has no line of index names, and other files have three letters.
      const plainer = file.endsWith("F_hh.txt") ? text.replace(/^stressor\t*\n/m, "") : text;
      const spelled = /Z\.txt|F\.txt$/.test(file)
        ? plainer.replaceAll(/\bAT\b/g, "AUT").replaceAll(/\bWA\b/g, "WWA")
        : plainer;
      return [file, spelled];
    });
    expect(mixed["IOT_2011_ixi/Z.txt"]).toContain("WWA");
    expect(mixed["IOT_2011_ixi/Y.txt"]).not.toContain("WWA");
    const table = await read(mixed);
    expect(table).toMatchObject({ name: "EXIOBASE 3 ixi, 2011", regions: ["AT", "WA"], ...numbers, x: sums });
    expect(table.FY[0]).toEqual([7, 0, 9, 0]);
  });

  test("product by product, with its accounts in several folders as of version 3.9, keeps their stressors apart", async () => {
    const split = rename(exiobase, (path, text) => [
      path.replace("_ixi", "_pxp").replace("satellite/", "air_emissions/"),
      text,
    ]);
    const employment = {
      "IOT_2011_pxp/employment/F.txt": exiobase["IOT_2011_ixi/satellite/F.txt"]!.replace(
        "CO2 - combustion - air",
        "CO2 of commuting",
      ),
      "IOT_2011_pxp/employment/unit.txt": exiobase["IOT_2011_ixi/satellite/unit.txt"]!.replace(
        "CO2 - combustion - air",
        "CO2 of commuting",
      ),
    };
    const table = await read({ ...split, ...employment });
    expect(table.name).toBe("EXIOBASE 3 pxp, 2011");
    expect(table.stressors).toEqual([
      "CO2 - combustion - air [kg]",
      "CH4 - agriculture - air (air_emissions) [kg]",
      "CO2 of commuting [kg]",
      "CH4 - agriculture - air (employment) [kg]",
    ]);
    // Each has its own figures; they are not added up.
    expect(table.F[3]).toEqual(table.F[1]);
  });

  test("is refused where its parts do not fit: a row twice, a stressor without unit, a demand row missing", async () => {
    const file = (name: string, change: (text: string) => string) =>
      read({ ...exiobase, [`IOT_2011_ixi/${name}`]: change(exiobase[`IOT_2011_ixi/${name}`]!) });
    await expect(file("Z.txt", (text) => text.replace("\nAT\tSteel\t", "\nAT\tWheat\t"))).rejects.toThrow(
      'IOT_2011_ixi/Z.txt, line 5: a row that is also a column was expected, but "AT, Wheat" stands there twice.',
    );
    await expect(file("satellite/unit.txt", (text) => text.replace("CH4 -", "NH3 -"))).rejects.toThrow(
      'IOT_2011_ixi/satellite/F.txt, line 6: a stressor of unit.txt was expected, but "CH4 - agriculture - air" is not in it.',
    );
    await expect(file("Y.txt", (text) => text.replace(/WA\tSteel.*\r\n/, ""))).rejects.toThrow(
      "IOT_2011_ixi/Y.txt: 4 rows were expected, one for each sector, but there are 3. Is the file truncated?",
    );
  });
});

test("A table that pymrio saved may name its stressors in two columns", async () => {
  const two = rename(exiobase, (path, text) => {
    const name = path.replace("IOT_2011_ixi/", "mine_2010/").replace("satellite/", "emissions/");
    if (!/emissions\/(F|F_Y|unit)\.txt$/.test(name)) return [name, text];
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line, i) => {
        if (name.endsWith("unit.txt")) return line.replace("\t", i === 0 ? "\tcompartment\t" : "\tair\t");
        if (i < 2) return line.replace("\t", "\t\t");
        return line.replace("\t", i === 2 ? "\tcompartment\t" : "\tair\t");
      });
    return [name, `${lines.join("\n")}\n`];
  });
  const table = await read(two);
  expect(table).toMatchObject({ name: "mine, 2010", ...numbers });
  expect(table.stressors).toEqual(["CO2 - combustion - air, air [kg]", "CH4 - agriculture - air, air [kg]"]);
  expect(table.FY[0]).toEqual([7, 0, 9, 0]);
});

describe("OECD ICIO", () => {
  const sectors = ["AUS_01T03", "AUS_05T06", "NZL_01T03", "NZL_05T06"];

  test("of 2016 quotes its labels, names categories first and ends in VA+TAXSUB and OUT", async () => {
    const quoted = (label: string) => `"${label}"`;
    const rows = sectors.map((_, i) => ["AUS_C01T05AGR", "AUS_C10T14MIN", "NZL_C01T05AGR", "NZL_C10T14MIN"][i]!);
    const table = await read({
      "ICIO2016_2003.csv": csv([
        ["", ...rows, "HFCE_AUS", "INV_AUS", "HFCE_NZL", "INV_NZL", "DISC"].map(quoted),
        ...numbers.Z.map((row, i) => [quoted(rows[i]!), ...row, ...numbers.Y[i]!, i]),
        [quoted("VA+TAXSUB"), 1, 2, 3, 4, "", "", "", "", ""],
        [quoted("OUT"), 9, 9, 9, 9, "", "", "", "", ""],
      ]),
    });
    expect(table).toMatchObject({ name: "OECD ICIO 2016, 2003", regions: ["AUS", "NZL"], Z: numbers.Z });
    // Without a column of output, a row's own discrepancy of 0, 1, 2 and 3 closes it.
    expect(table.x).toEqual(sums.map((sum, i) => sum + i));
    expect(table.demand).toEqual(["AUS HFCE", "AUS INV", "NZL HFCE", "NZL INV", "AUS discrepancy", "NZL discrepancy"]);
    expect(table.Y).toEqual(numbers.Y.map((row, i) => [...row, i === 1 ? 1 : 0, i > 1 ? i : 0]));
    expect(table.stressors).toEqual(["VA+TAXSUB [million USD]"]);
    expect(table.F).toEqual([[1, 2, 3, 4]]);
    expect(table.notes).toEqual([
      "The statistical discrepancy in the column DISC, which adds up to 6.00000, is kept as final demand “discrepancy” of the region that supplies, so that each output is the sum of its row. Nobody is known to have bought it.",
    ]);
  });

  test("of 2018 has taxes by region, TOTAL and OUTPUT, and an extension in capitals", async () => {
    const table = await read({
      "ICIO2018_2010.CSV": csv([
        ["", ...sectors, "AUS_HFCE", "AUS_INVNT", "NZL_HFCE", "NZL_INVNT", "TOTAL"],
        ...numbers.Z.map((row, i) => [sectors[i]!, ...row, ...numbers.Y[i]!, sums[i]!]),
        ["AUS_TAXSUB", 1, 1, 0, 0, 2, 0, 0, 0, 4],
        ["NZL_TAXSUB", 0, 0, 1, 1, 0, 0, 3, 0, 5],
        ["VALU", 1, 2, 3, 4, 0, 0, 0, 0, 10],
        ["OUTPUT", ...sums, 0, 0, 0, 0, 0],
      ]),
    });
    expect(table).toMatchObject({ name: "OECD ICIO 2018, 2010", ...numbers, x: sums });
    expect(table.stressors).toEqual(["TAXSUB [million USD]", "VALU [million USD]"]);
    expect(table.F).toEqual([
      [1, 1, 1, 1],
      [1, 2, 3, 4],
    ]);
    expect(table.FY[0]).toEqual([2, 0, 3, 0]);
  });

  const rows2023 = ["CHN_A01_02", "MEX_A01_02", "CN1_A01_02", "CN2_A01_02", "MX1_A01_02", "MX2_A01_02"];
  const table2023 = (rows: readonly string[]) =>
    csv([
      ["V1", ...rows, "CHN_HFCE", "CHN_NPISH", "CHN_GGFC", "CHN_GFCF", "CHN_INVNT", "CHN_DPABR", "MEX_HFCE", "OUT"],
      ...rows.map((row, i) => [row, ...rows.map((_, j) => 10 * i + j), 1, 0, 0, 0, 0, 0, 2, 100 + i]),
      ["TLS", ...rows.map(() => 1), 0, 0, 0, 0, 0, 0, 0, 6],
      ["VA", ...rows.map(() => 2), 0, 0, 0, 0, 0, 0, 0, 12],
      ["OUT", ...rows.map((_, i) => 100 + i), 0, 0, 0, 0, 0, 0, 0, 0],
    ]);

  test("of 2023, the extended edition, has the parts of China and Mexico folded back on rows and columns", async () => {
    const table = await read({ "ICIO2023_2016-2020/ICIO2023_2020.csv": table2023(rows2023) });
    expect(table.name).toBe("OECD ICIO 2023, 2020");
    expect(table.regions).toEqual(["CHN", "MEX"]);
    const china = [0, 2, 3];
    const block = (rows: number[], columns: number[]) =>
      rows.flatMap((i) => columns.map((j) => 10 * i + j)).reduce((a, b) => a + b);
    expect(table.Z).toEqual([
      [block(china, china), block(china, [1, 4, 5])],
      [block([1, 4, 5], china), block([1, 4, 5], [1, 4, 5])],
    ]);
    expect(table.x).toEqual([100 + 102 + 103, 101 + 104 + 105]);
    expect(table.F).toEqual([
      [3, 3],
      [6, 6],
    ]);
  });

  test("is refused where a part of China is missing among the rows, though China itself is there", async () => {
    const cut = table2023(rows2023)
      .split("\n")
      .filter((line) => !line.startsWith("CN2_"))
      .join("\n");
    await expect(read({ "ICIO2023_2020.csv": cut })).rejects.toThrow(
      "ICIO2023_2020.csv: 6 rows were expected, one for each column, but 1 are missing. Is the file truncated?",
    );
    const open = table2023(rows2023).split("\n").slice(0, -2).join("\n");
    await expect(read({ "ICIO2023_2020.csv": open })).rejects.toThrow(
      "ICIO2023_2020.csv: a last row of output was expected, as there is a column. Is the file truncated?",
    );
  });

  test("in the small edition goes by its year alone", async () => {
    expect((await read({ "2020_SML.csv": table2023(["CHN_A01_02", "MEX_A01_02"]) })).name).toBe("OECD ICIO, 2020");
  });
});

test("FIGARO by products has its codes as they are published", async () => {
  const files = rename(figaroMatrix, (path, text) => [
    path.replace("ind-by-ind_23ed", "prod-by-prod_24ed"),
    text.replaceAll(/\b(AT|FIGW1)_(A01|B)\b/g, "$1_CPA_$2"),
  ]);
  const table = await read(files);
  expect(table).toMatchObject({ name: "FIGARO 2024 pxp, 2021", sectors: ["CPA_A01", "CPA_B"], ...numbers });
});

test("Eora26 in purchasers' prices, with its labels in the archive itself and no tab at their ends", async () => {
  const files = rename(eora, (path, text) => [
    path.replaceAll("_bp", "_pp").replace("indices/", "Eora26_2015_pp/"),
    text.replaceAll("\t\n", "\n").replace(/\t$/, ""),
  ]);
  expect(await read(files)).toMatchObject({ name: "Eora26 pp, 2015", ...numbers, money: "thousand USD" });
});

test("GLORIA of another version, in the folders of its two archives, whose industries make their own products alone", async () => {
  const diagonal = rename(gloria, (path, text) => {
    const folder = /_TQ-|_YQ-/.test(path) ? "GLORIA_SatelliteAccounts_057_2014/" : "GLORIA_MRIOs_57_2014/";
    const name = path.replace("_2021_059_", "_2014_057_");
    if (!/_T-Results/.test(path)) return [/Results/.test(path) ? folder + name : path, text];
    const rows = text
      .trimEnd()
      .split("\n")
      .map((line) => line.split(",").map(Number));
    for (const at of [0, 4]) {
      rows[at]![at + 2] = rows[at]![at + 2]! + rows[at + 1]![at + 2]!;
      rows[at + 1]![at + 2] = 0;
    }
    return [folder + name, csv(rows)];
  });
  const table = await read(diagonal);
  expect(table).toMatchObject({ name: "GLORIA 057, 2014", Z: numbers.Z, x: sums });
});
