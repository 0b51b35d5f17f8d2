import { factorsAtHand } from "../../lib/factors/shipped-factors.ts";
import { readNationalActivity } from "../../lib/inventory/national/national-activity.ts";
import { NationalInventories, nationalTotal } from "../../lib/inventory/national/national-inventory.ts";
import { columnsFrom, type DatasetColumns, type Read } from "../../lib/tool/read.ts";
import { tableOf } from "../unit/datasets/shipped.ts";

// `npm run bench:national`: inventories of 200 countries and 30 years with totals, ± and key categories. Prints; nothing fails.

const [FIRST, YEARS, COUNTRIES] = [1990, 30, 200];

const columns = new Map<string, DatasetColumns>();
const read: Read = async (dataset) => {
  const known = columns.get(dataset);
  if (known) return known;
  const table = tableOf(dataset);
  const fresh = columnsFrom(
    dataset,
    Object.fromEntries(table.schema.fields.map(({ name }) => [name, [...table.getChild(name)!]])),
  );
  columns.set(dataset, fresh);
  return fresh;
};

const countries = await read("countries");
const subregions = new Map(
  Array.from(countries.texts("iso3"), (iso3, i) => [iso3!, countries.texts("un_region")[i]!] as const),
);
const opened = performance.now();
const activity = await readNationalActivity(read, {});
const { factors } = await factorsAtHand(undefined, ["1", "2", "3", "4"], read);
console.log(`activity data of all countries indexed: ${(performance.now() - opened).toFixed(0)} ms`);

const codes = [...subregions.keys()].filter((iso3) => activity.heat.oil.codes.includes(iso3)).slice(0, COUNTRIES);
for (let round = 1; round <= 3; round++) {
  const inventories = new NationalInventories(activity, factors, subregions);
  const start = performance.now();
  let lines = 0;
  for (const iso3 of codes)
    for (let year = FIRST; year < FIRST + YEARS; year++) {
      const found = inventories.lines(iso3, year);
      lines += found.length;
      nationalTotal(found, "AR5.GWP100");
    }
  const ms = performance.now() - start;
  console.log(
    `${codes.length} countries × ${YEARS} years, ${lines} lines, round ${round}: ${ms.toFixed(0)} ms (goal < 2000)`,
  );
}
