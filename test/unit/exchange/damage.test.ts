import fc from "fast-check";
import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { openFiles } from "../../../kernel/services/import/file-source.ts";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import { plain } from "./archive.ts";
import * as samples from "./samples.ts";

const { numbers: _, sums: __, ...databases } = samples;
const file = (bytes: Uint8Array, name: string) => new File([Uint8Array.from(bytes)], name);

/** All tables of what a person picked, and the files whose end looks cut. */
async function readPicked(files: readonly File[]) {
  const source = await openFiles(files);
  const tables = [];
  for (const table of findTables(source))
    tables.push({ name: table.source, year: table.year, ...plain(await table.read()) });
  return { tables, unfinished: [...source.unfinished] };
}

/** What a damaged database may come to: the sentence of an ImportError, or tables. */
async function outcome(files: readonly File[]) {
  try {
    return await readPicked(files);
  } catch (error) {
    if ((error as Error).name !== "ImportError") throw error;
    return (error as Error).message;
  }
}

const zipped = (files: Readonly<Record<string, string>>, level: 0 | 6) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), { level });

describe.each(Object.entries(databases))("A damaged archive of %s", (_, files) => {
  test.each([0, 6] as const)("gives the same table or a sentence, never another table (level %d)", async (level) => {
    const bytes = zipped(files, level);
    const whole = await readPicked([file(bytes, "database.zip")]);
    expect(whole.tables).toHaveLength(1);
    const damage = fc.oneof(
      fc.record({ at: fc.nat(bytes.length - 1), change: fc.integer({ min: 1, max: 255 }) }),
      fc.record({ at: fc.integer({ min: 1, max: bytes.length - 1 }), change: fc.constant(0) }),
    );
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, change }) => {
        const damaged = change === 0 ? bytes.slice(0, at) : bytes.map((byte, i) => (i === at ? byte ^ change : byte));
        const found = await outcome([file(damaged, "database.zip")]);
        if (typeof found === "string") expect(found).toMatch(/^database(\.zip|\/).*: .*(expected|twice|found)/);
        else expect(found).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(Object.entries(databases))("A plain file of %s that was cut", (_, files) => {
  // Nothing says how many stressors are in a file of one's own.
  const paths = Object.keys(files).filter((path) => !/\/?emissions_\d+\.csv$|impacts\//.test(path));
  const picked = (cut?: string, at?: number) =>
    Object.entries(files).map(([path, text]) => {
      const picked = file(strToU8(path === cut ? text.slice(0, at) : text), path.split("/").at(-1)!);
      Object.defineProperty(picked, "webkitRelativePath", { value: path });
      return picked;
    });

  test("gives a sentence that names a file, or the same table, or says that its end is missing", async () => {
    const whole = await readPicked(picked());
    const place = fc
      .constantFrom(...paths)
      .chain((path) => fc.record({ path: fc.constant(path), at: fc.nat(files[path]!.length - 1) }));
    await fc.assert(
      fc.asyncProperty(place, async ({ path, at }) => {
        const found = await outcome(picked(path, at));
        if (typeof found === "string") {
          expect(found).toMatch(/^[^:]+: .*(expected|twice|found)/);
          return;
        }
        if (found.tables.length === 1 && !found.unfinished.includes(path)) expect(found.tables).toEqual(whole.tables);
      }),
    );
  });
});

test("a gzip file with a byte changed gives the same table or a sentence", async () => {
  const bytes = gzipSync(strToU8(samples.icio["ICIO2021_2018.csv"]!), { mtime: 0 });
  const whole = await readPicked([file(bytes, "ICIO2021_2018.csv.gz")]);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const damaged = bytes.map((byte, i) => (i === at ? byte ^ change : byte));
      const found = await outcome([file(damaged, "ICIO2021_2018.csv.gz")]);
      if (typeof found !== "string") expect(found).toEqual(whole);
    }),
  );
});
