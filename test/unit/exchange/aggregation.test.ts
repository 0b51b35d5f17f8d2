import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Aggregation, aggregateOthers, regionOf, sectorOf } from "../../../lib/exchange/mrio/aggregation.ts";
import { readConcordances } from "../../../lib/exchange/mrio/concordance-file.ts";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import { archive, plain } from "./archive.ts";
import { emerging, eora, exiobase, figaroFlat, figaroMatrix, gloria, icio, wiodR } from "./samples.ts";

const databases = { exiobase, icio, figaroMatrix, figaroFlat, eora, gloria, emerging };
type Plain = ReturnType<typeof plain>;

async function read(
  files: Readonly<Record<string, string>>,
  aggregation?: Aggregation,
): Promise<Plain & { source: string }> {
  const found = await findTables(archive(files))[0]!.read(aggregation && { aggregation });
  return { source: found.source, ...plain(found) };
}

/** Sums of a matrix over labels, by label: what an aggregation has to give, whatever its order. */
function sums(matrix: readonly (readonly number[])[], rows: readonly string[], columns: readonly string[]) {
  const found = new Map<string, number>();
  matrix.forEach((row, i) => {
    row.forEach((value, j) => {
      const key = `${rows[i]} → ${columns[j]}`;
      found.set(key, (found.get(key) ?? 0) + value);
    });
  });
  return found;
}

function labelled(table: Plain, region: (name: string) => string, sector: (name: string) => string) {
  const rows = table.regions.flatMap((r) => table.sectors.map((s) => `${region(r)} ${sector(s)}`));
  const columns = table.demand.map((label) => {
    const [r, ...category] = label.split(" ");
    return [region(r!), ...category].join(" ");
  });
  return {
    Z: sums(table.Z, rows, rows),
    Y: sums(table.Y, rows, columns),
    F: sums(table.F, table.stressors, rows),
    FY: sums(table.FY, table.stressors, columns),
    x: sums([table.x], ["x"], rows),
  };
}

function expectSame(found: ReturnType<typeof labelled>, wanted: ReturnType<typeof labelled>) {
  for (const part of ["Z", "Y", "F", "FY", "x"] as const) {
    // Sums in another order differ in their last digits; places that are zero may be missing.
    for (const [key, value] of wanted[part]) expect(found[part].get(key) ?? 0, `${part}: ${key}`).toBeCloseTo(value, 9);
    for (const [key, value] of found[part]) expect(wanted[part].get(key) ?? 0, `${part}: ${key}`).toBeCloseTo(value, 9);
  }
}

describe.each(Object.entries(databases))("%s aggregated while it is read", (_, files) => {
  test("is what aggregating the whole table gives, and balances as it does", async () => {
    const whole = await read(files);
    const group = fc.constantFrom("A", "B");
    const map = (names: readonly string[]) =>
      fc
        .tuple(...names.map(() => fc.option(group)))
        .map((groups) => Object.fromEntries(names.flatMap((name, i) => (groups[i] ? [[name, groups[i]]] : []))));
    const aggregation = fc.record({
      regions: map(whole.regions),
      sectors: map(whole.sectors),
      restOfSectors: fc.constantFrom("Other"),
    });
    await fc.assert(
      fc.asyncProperty(aggregation, async (given) => {
        const found = await read(files, given);
        const same = (name: string) => name;
        expectSame(
          labelled(found, same, same),
          labelled(
            whole,
            (name) => regionOf(given, name),
            (name) => sectorOf(given, name),
          ),
        );
        expect(found.source).toBe(`${whole.source} aggregated`);
        expect(found.notes.at(-1)).toMatch(/sectors were brought together in \d+ while the files were read\.$/);
      }),
      { numRuns: 25 },
    );
  });
});

test("Keeping some regions makes the others the rest of the world", async () => {
  const found = await read(figaroMatrix, aggregateOthers(["AT"]));
  expect(found.regions).toEqual(["AT", "ROW"]);
  const typo = await read(figaroMatrix, aggregateOthers(["AT", "CHM"]));
  expect(typo.notes.at(-1)).toBe("The aggregation names 1 regions that the table has not: CHM.");
  const one = await read(wiodR, aggregateOthers([]));
  expect(one.regions).toEqual(["ROW"]);
  expect(one.sectors).toEqual(["A01", "B"]);
});

test("GLORIA in full is read by groups where it is refused as it is", async () => {
  const list = (count: number, head: string, name: string) =>
    `${head}\n${Array.from({ length: count }, (_, i) => `${name}${i}`).join("\n")}\n`;
  const labels = { "Regions.csv": list(164, "code", "R"), "Sectors.csv": list(120, "sector", "S") };
  const tooMany = read({ ...gloria, ...labels }, aggregateOthers(Array.from({ length: 60 }, (_, i) => `R${i}`)));
  await expect(tooMany).rejects.toThrow("61 regions × 120 sectors have 7320, whose flows take 0.4 GB");
  // Few enough are begun to be read: the small file then has too few columns.
  await expect(read({ ...gloria, ...labels }, aggregateOthers(["R0", "R1"]))).rejects.toThrow(
    "39360 columns were expected by the labels, but there are 8.",
  );
});

describe("Concordances beside the table", () => {
  const read = (files: Readonly<Record<string, string>>) => readConcordances(archive(files, 5));

  test("say what becomes of regions and sectors, and of all that they do not name", async () => {
    expect(
      await read({
        "in/region_concordance.csv": "from,to\nAUT,EU\n*,Rest\n",
        "sectors-concordance.csv": 'sector;group\n"Wheat; rye";Food\nSteel;Metals\n',
      }),
    ).toEqual({
      regions: { AUT: "EU" },
      restOfRegions: "Rest",
      sectors: { "Wheat; rye": "Food", Steel: "Metals" },
    });
    expect(await read({ "Regions.csv": "code\nAUT\n" })).toBeUndefined();
  });

  test("end in a sentence where a label becomes two, or none", async () => {
    await expect(read({ "region_concordance.csv": "a,b\nAUT,EU\nAUT,EFTA\n" })).rejects.toThrow(
      'region_concordance.csv, line 3: "AUT" was expected to become one label, but it becomes two.',
    );
    await expect(read({ "region_concordance.csv": "a,b\nAUT\n" })).rejects.toThrow(
      "line 2: a label of the database and",
    );
    await expect(read({ "region_concordance.csv": "a,b\n" })).rejects.toThrow("labels were expected below a header");
  });
});

test("Coefficients alone cannot be added up, and that is said", async () => {
  const { "IOT_2011_ixi/Z.txt": Z, ...rest } = exiobase;
  await expect(read({ ...rest, "IOT_2011_ixi/A.txt": Z! }, aggregateOthers(["AT"]))).rejects.toThrow(
    "IOT_2011_ixi/A.txt: Z.txt was expected in the same folder: coefficients cannot be added up.",
  );
});
