import { messages } from "../../message/message.ts";
import { ImportError, layoutFaults } from "./import-error.ts";
import { findLabelList, readLabelList } from "./label-list.ts";
import { readMatrix } from "./matrix-file.ts";
import { fileName, type ImportOptions, type SourceFiles, yearIn } from "./source-files.ts";
import { chooseStressors, type FoundStressor, foundStressors } from "./stressor-choice.ts";
import { factorInputs, type ImportedTable, satellite, TableDraft } from "./table-draft.ts";
import { requireTableSize } from "./table-size.ts";

const texts = messages("exchange", {
  madeByModelD: {
    en: "The industry table was made from supply and use by fixed product sales structures (model D).",
    zh: "产业表由供给表和使用表按固定产品销售结构（模型 D）转换得到。",
  },

  noPart: {
    en: "the file {name} was expected with it.",
    zh: "旁边应有配套文件 {name}。",
  },
});

export interface GloriaFiles {
  readonly source: string;
  readonly year: number;
  readonly flows: string;
}

const money = "thousand USD";

/** 20240111_120secMother_AllCountries_002_T-Results_2021_059_Markup001(full).csv, Markup001 being basic prices. */
export function findGloria(files: SourceFiles): GloriaFiles[] {
  return files.paths.flatMap((path) => {
    const found = /_T-Results_(\d{4})_(\d{3})_Markup001.*\.csv$/i.exec(fileName(path));
    return found ? [{ source: `GLORIA ${found[2]}`, year: Number(found[1]), flows: path }] : [];
  });
}

/**
 * Reads GLORIA: comma-separated numbers without labels in T-, Y-, TQ- and YQ-Results, region by region first its industries
 * and then its products. The supply and use tables become an industry table by fixed product sales structures (each
 * industry sells a product in its share of the region's output of it): Z = D U with D = V q̂⁻¹, as Eurostat's model D.
 * Labels come from the sheets Regions, Sectors, Satellites, and Value added and final demand, of GLORIA_ReadMe_059.xlsx, or from
 * files Regions.csv and so on. V-Results, if it is there and its labels are known, becomes an account of factor inputs. The full 164 × 120 does not fit in a browser tab and must be read with an aggregation. Throws ImportError.
 *
 * Lenzen et al. (2022), doi:10.1080/09535314.2021.1960962; Eurostat Manual of Supply, Use and Input–Output Tables (2008),
 * ch. 11.
 */
export async function readGloria(
  files: SourceFiles,
  { source, year, flows }: GloriaFiles,
  options: ImportOptions = {},
): Promise<ImportedTable> {
  const draft = new TableDraft(options.aggregation);
  const regions = await readLabelList(files, /regions.*\.csv$/i, /acronym|code/i, flows, "Regions.csv");
  const sectors = await readLabelList(files, /sectors.*\.csv$/i, /names?|sector/i, flows, "Sectors.csv");
  const [R, N] = [regions.length, sectors.length];
  requireTableSize(flows, regions, sectors, options.aggregation);
  const industries = regions.flatMap((region) => sectors.map((sector) => draft.place(region, sector)));
  const shares = new ProductShares(N);
  options.step?.(flows);
  await readRows(files, flows, 2 * R * N, 2 * R * N, options, (row, value) => {
    const region = Math.floor(row / (2 * N));
    const within = row % (2 * N);
    if (within === 0) shares.begin();
    if (within < N) {
      for (let p = 0; p < N; p++) shares.make(within, p, value(region * 2 * N + N + p));
      return;
    }
    for (let industry = 0; industry < R * N; industry++) {
      const used = value(Math.floor(industry / N) * 2 * N + (industry % N));
      if (used === 0) continue;
      shares.sell(region, within - N, (seller, share) => {
        draft.Z.add(industries[seller]!, industries[industry]!, share * used);
      });
    }
    if (within === 2 * N - 1) shares.keep(region);
  });

  const demand = partOf(files, flows, "Y");
  const named = await primaryLabels(files, /final.?demand/i);
  const categories = named.length > 0 ? named : usualCategories;
  const places = regions.flatMap((region) => categories.map((category) => draft.demandPlace(region, category)));
  options.step?.(demand);
  await readRows(files, demand, 2 * R * N, places.length, options, (row, value) => {
    const region = Math.floor(row / (2 * N));
    const product = (row % (2 * N)) - N;
    if (product < 0) return;
    places.forEach((col, j) => {
      const bought = value(j);
      if (bought === 0) return;
      shares.sell(region, product, (seller, share) => {
        draft.Y.add(industries[seller]!, col, share * bought);
      });
    });
  });
  await readValueAdded(files, flows, draft, industries, regions.length, N, options);
  await readSatellites(files, flows, draft, industries, N, places, options);
  draft.notes.push(texts.madeByModelD());
  return draft.finish(source, year, money, flows);
}

/** The categories of final demand, where no file names them. */
const usualCategories = [
  "Household final consumption",
  "Non-profit institutions serving households",
  "Government final consumption",
  "Gross fixed capital formation",
  "Changes in inventories",
  "Acquisitions less disposals of valuables",
];

/** A column of the sheet "Value added and final demand"; empty if there is none, or no such file. */
async function primaryLabels(files: SourceFiles, column: RegExp): Promise<string[]> {
  const example = "Value added and final demand.csv";
  return (await findLabelList(files, /value.?added.*\.csv$/i, column, example, true)) ?? [];
}

/** Value added, region by region and by its categories, in the columns of the industries. */
async function readValueAdded(
  files: SourceFiles,
  flows: string,
  draft: TableDraft,
  industries: readonly number[],
  R: number,
  N: number,
  options: ImportOptions,
): Promise<void> {
  const labels = await primaryLabels(files, /value.?added/i);
  const path = findPart(files, flows, "V");
  if (labels.length === 0 || !path) return;
  const stressors = labels.map((label) => draft.stressorPlace(label, money, factorInputs));
  options.step?.(path);
  await readRows(files, path, R * labels.length, 2 * R * N, options, (row, value) => {
    const stressor = stressors[row % labels.length]!;
    industries.forEach((place, i) => {
      draft.F.add(stressor, place, value(Math.floor(i / N) * 2 * N + (i % N)));
    });
  });
}

/**
 * The producers of each product, region by region: the make matrix of each region divided by the output of its products. In
 * GLORIA itself each industry makes only its own product, so the lists are short.
 */
class ProductShares {
  readonly #N: number;
  readonly #regions: Sellers[][] = [];
  #make: Sellers[] = [];

  constructor(N: number) {
    this.#N = N;
  }

  begin(): void {
    this.#make = Array.from({ length: this.#N }, () => ({ industries: [], shares: [], total: 0 }));
  }

  make(industry: number, product: number, value: number): void {
    if (value === 0) return;
    const sellers = this.#make[product]!;
    sellers.industries.push(industry);
    sellers.shares.push(value);
    sellers.total += value;
  }

  keep(region: number): void {
    this.#regions[region] = this.#make;
  }

  sell(region: number, product: number, take: (seller: number, share: number) => void): void {
    const { industries, shares, total } = (this.#regions[region] ?? this.#make)[product]!;
    // A product without a producer is sold by the industry of the same name.
    if (total === 0) take(region * this.#N + product, 1);
    else for (let p = 0; p < shares.length; p++) take(region * this.#N + industries[p]!, shares[p]! / total);
  }
}

interface Sellers {
  readonly industries: number[];
  readonly shares: number[];
  total: number;
}

function partOf(files: SourceFiles, flows: string, part: string): string {
  const found = findPart(files, flows, part);
  if (found) return found;
  throw new ImportError(flows, undefined, texts.noPart({ name: partName(flows, part) }));
}

function partName(flows: string, part: string): string {
  return fileName(flows)
    .replace(/_T-Results_/i, `_${part}-Results_`)
    .toLowerCase();
}

function findPart(files: SourceFiles, flows: string, part: string): string | undefined {
  // Each part has its own date of creation in its name.
  const tail = (text: string) => text.replace(/^\d+_/, "");
  const name = tail(partName(flows, part));
  return files.paths.find((path) => tail(fileName(path).toLowerCase()) === name);
}

/** The rows of the satellite accounts, by the sheet Satellites. */
export async function gloriaStressors(files: SourceFiles, { flows }: GloriaFiles): Promise<FoundStressor[]> {
  const { names, units } = await satelliteLabels(files, flows);
  return foundStressors(names, units);
}

async function satelliteLabels(files: SourceFiles, beside: string): Promise<{ names: string[]; units: string[] }> {
  const read = (column: RegExp) => readLabelList(files, /satellites.*\.csv$/i, column, beside, "Satellites.csv");
  return { names: await read(/^(?!.*head).*(indicator|stressor|name)/i), units: await read(/unit/i) };
}

async function readSatellites(
  files: SourceFiles,
  flows: string,
  draft: TableDraft,
  industries: readonly number[],
  N: number,
  places: readonly number[],
  options: ImportOptions,
): Promise<void> {
  const isSame = (path: string, part: RegExp) =>
    part.test(fileName(path)) &&
    yearIn(fileName(path).replace(/^\d+_/, "")) === yearIn(fileName(flows).replace(/^\d+_/, ""));
  const production = files.paths.find((path) => isSame(path, /_TQ-Results_/i));
  const households = files.paths.find((path) => isSame(path, /_YQ-Results_/i));
  if (!production) return;
  const { names, units } = await satelliteLabels(files, production);
  const chosen = chooseStressors(names, options);
  const stressors = names.map((name, k) => (chosen[k] ? draft.stressorPlace(name, units[k] ?? "", satellite) : -1));
  options.step?.(production);
  await readRows(files, production, names.length, 2 * industries.length, options, (k, value) => {
    if (stressors[k]! < 0) return;
    industries.forEach((place, i) => {
      draft.F.add(stressors[k]!, place, value(Math.floor(i / N) * 2 * N + (i % N)));
    });
  });
  if (!households) return;
  await readRows(files, households, names.length, places.length, options, (k, value) => {
    if (stressors[k]! >= 0)
      places.forEach((col, j) => {
        draft.FY.add(stressors[k]!, col, value(j));
      });
  });
}

async function readRows(
  files: SourceFiles,
  path: string,
  rows: number,
  columns: number,
  options: ImportOptions,
  take: (row: number, value: (column: number) => number) => void,
): Promise<void> {
  let at = 0;
  const found = await readMatrix(
    files,
    path,
    { headerRows: 0, labelColumns: 0, separator: "," },
    (_, width, line) => {
      if (width !== columns)
        throw new ImportError(path, line, layoutFaults.columnsByLabels({ wanted: columns, found: width }));
    },
    ({ value, line }) => {
      if (at >= rows) throw new ImportError(path, line, layoutFaults.surplusRows({ wanted: rows }));
      take(at++, value);
    },
    options,
  );
  if (found.rows !== rows)
    throw new ImportError(path, undefined, layoutFaults.missingRows({ wanted: rows, found: found.rows }));
}
