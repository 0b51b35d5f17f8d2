import { float64, int16, label } from "./column.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";
import type { Positions } from "./mrio-position.ts";
import { spanOf } from "./year-span.ts";

const households = "HH";
/** The last year of WIOD 2013, and so of the output used to divide one sector of the accounts. */
const lastOutput = 2011;
/** Countries of the accounts that are not regions of the table. */
const inRestOfWorld = new Set(["CHE", "HRV", "NOR"]);

/** CO2 by region and sector: the satellite account F of the table, with the direct emissions of households as sector HH. */
export async function buildMrioCo2(figures: Figures, positions: Positions): Promise<TableDataset> {
  const { regions, sectors } = positions;
  const width = sectors.length + 1;
  const span = spanOf((await figures.read("co2_jrc_56")).numbers("year"));
  const [first, last] = span.years;
  const size = (last - first + 1) * regions.length * width;
  const at = (year: number, region: number, sector: number) =>
    ((year - first) * regions.length + region) * width + sector;

  const accounts = await readAccounts(figures, positions, size, at);
  const ready = await figures.read("mrio_co2_35");
  const values = accounts.map(rounded);
  const year = ready.numbers("year");
  const region = ready.numbers("region");
  const sector = ready.numbers("sector");
  // The years up to 2011 are published already mapped. They ship unchanged and validate the mapping of the later years.
  const filled = new Set<number>();
  ready.numbers("co2_kt").forEach((co2, row) => {
    const cell = at(year[row]!, region[row]! - 1, sector[row]!);
    must(
      Math.abs(accounts[cell]! - co2) < 0.003,
      () => `${ready.entry.file}, row ${row}: ${co2} kt where the concordance gives ${accounts[cell]} kt.`,
    );
    must(!filled.has(cell), () => `${ready.entry.file}, row ${row}: region, sector and year occur twice.`);
    filled.add(cell);
    values[cell] = co2;
  });
  must(
    filled.size === (lastOutput - first + 1) * regions.length * width,
    () => `${ready.entry.file}: cells are missing.`,
  );
  const world = values.slice(at(2011, 0, 0), at(2012, 0, 0)).reduce((sum, value) => sum + value, 0);
  must(
    Math.abs(world - 35_013_384) < 1,
    () => `${ready.entry.file}: the world of 2011 sums to ${world} kt where 35,013,384 kt are known.`,
  );

  const rows = Array.from({ length: size }, (_, i) => ({
    year: first + Math.floor(i / (regions.length * width)),
    region: Math.floor(i / width) % regions.length,
    sector: i % width,
  }));
  const account = originOf(figures.entry("co2_jrc_56"));
  const origin = {
    ...account,
    source: `${account.source}; mapped by a concordance of 56 NACE Rev. 2 groups to the 35 WIOD sectors`,
  };
  return table(
    {
      name: "mrio_co2",
      title: `CO2 of 41 regions by 35 sectors and households, ${span.en}`,
      title_zh: `分区域分部门二氧化碳排放（含居民直接排放，${span.zh}）`,
      kind: "consumption",
      summary:
        "The CO2 satellite account of the WIOD 2013 table: the environmental accounts of the Joint Research Centre in the table's regions and sectors, with the direct emissions of households apart.",
      years: span.years,
      traps: [
        "Households (HH, sector_number 0) are outside the table: add them to production and consumption of their own region, and leave them out of the sector matrix.",
        "Residence principle: shipping and aviation follow the operator. Denmark stands 93 % above its territorial figure.",
        "Switzerland, Croatia and Norway are in ROW.",
        "The accounts have 56 sectors of NACE Rev. 2; the concordance to 35 is a modelling choice. Only textiles and leather (c4, c5) are split, by the gross output of the same region and year.",
        `For ${lastOutput + 1}–${last} that split uses the output of ${lastOutput}, the last there is, and those years were mapped for this notebook with the concordance of the earlier ones.`,
        "There is no input-output table after 2011: emissions of later years on the structure of 2011 are an assumption to be stated.",
        "Sectors with zero output emit 1.7 Mt in 2011, which is lost in emissions per output.",
      ],
    },
    origin,
    [
      int16(
        "year",
        rows.map((row) => row.year),
        "none",
        "Year",
      ),
      int16(
        "region_index",
        rows.map((row) => row.region),
        "none",
        "Position of the region in the table, from 0",
      ),
      label(
        "region",
        rows.map((row) => regions[row.region]!),
        "Region",
      ),
      int16(
        "sector_number",
        rows.map((row) => row.sector),
        "none",
        "WIOD number 1 to 35; 0 for households",
      ),
      label(
        "sector",
        rows.map((row) => (row.sector === 0 ? households : sectors[row.sector - 1]!)),
        "Sector code c1 to c35; HH for the direct emissions of households",
      ),
      float64("co2_kt", values, "kt CO2", "CO2 emitted"),
    ],
  );
}

/** The accounts of 44 regions and 56 sectors, mapped to the table's regions and sectors. */
async function readAccounts(
  figures: Figures,
  positions: Positions,
  size: number,
  at: (year: number, region: number, sector: number) => number,
): Promise<number[]> {
  const concordance = await figures.read("concordance_nace56_wiod35");
  const target = concordance.numbers("sector");
  const targets = new Map<string, number[]>();
  concordance.texts("nace").forEach((nace, i) => {
    targets.set(nace, [...(targets.get(nace) ?? []), target[i]!]);
  });
  const share = await outputShares(figures, positions);

  const account = await figures.read("co2_jrc_56");
  const iso3 = account.texts("iso3");
  const year = account.numbers("year");
  const nace = account.texts("nace");
  const co2 = account.numbers("co2_kt");
  const values = new Array<number>(size).fill(0);
  let mapped = 0;
  for (let row = 0; row < co2.length; row++) {
    const region = positions.regions.indexOf(inRestOfWorld.has(iso3[row]!) ? "ROW" : iso3[row]!);
    const into = targets.get(nace[row]!);
    must(
      region >= 0 && into !== undefined,
      () => `${account.entry.file}, row ${row}: ${iso3[row]} ${nace[row]} has no place in the table.`,
    );
    must(co2[row]! >= 0, () => `${account.entry.file}, row ${row}: an emission of ${co2[row]} kt is negative.`);
    const weights = share(Math.min(year[row]!, lastOutput), region, into);
    into.forEach((sector, i) => {
      values[at(year[row]!, region, sector)]! += co2[row]! * weights[i]!;
      mapped += co2[row]! * weights[i]!;
    });
  }
  const total = co2.reduce((sum, value) => sum + value, 0);
  must(
    Math.abs(mapped / total - 1) < 1e-12,
    () => `${account.entry.file}: ${mapped} of ${total} kt found their place.`,
  );
  return values;
}

/** How one sector of the accounts is divided over sectors of the table: by their published output in that region and year. */
async function outputShares(figures: Figures, { count, sectors }: Positions) {
  const figure = await figures.read("mrio_x");
  const output = figure.numbers("output_musd");
  const firstYear = figure.numbers("year")[0]!;
  return (year: number, region: number, into: readonly number[]): number[] => {
    if (into.length === 1) return [1];
    const outputs = into.map((sector) => output[(year - firstYear) * count + region * sectors.length + sector - 1]!);
    const sum = outputs.reduce((a, b) => a + b, 0);
    must(
      sum > 0,
      () => `${figure.entry.file}: region ${region} has no output in ${year} by which to divide its emissions.`,
    );
    return outputs.map((value) => value / sum);
  };
}

/** Rounded to the tonne, as in the years that are published mapped. */
function rounded(kilotonnes: number): number {
  return Math.round(kilotonnes * 1000) / 1000;
}
