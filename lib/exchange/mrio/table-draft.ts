import { type Message, messages } from "../../message/message.ts";
import { type Aggregation, regionOf, sectorOf } from "./aggregation.ts";
import { CellList } from "./cell-list.ts";
import { ImportError } from "./import-error.ts";
import { distinctStressors } from "./stressor-names.ts";
import { SummedCells } from "./summed-cells.ts";

const texts = messages("exchange", {
  missingSectors: {
    en: "{missing} of {count} sectors are missing in their region; their rows and columns are zero.",
    zh: "{count} 个部门中有 {missing} 个在其区域内缺失，相应的行和列为零。",
  },
  aggregatedSectors: {
    en: "{sectors} sectors were brought together in {count} while the files were read.",
    zh: "读取文件时，{sectors} 个部门归并为 {count} 个。",
  },
  unknownRegions: {
    en: "The aggregation names {count} regions that the table has not: {regions}.",
    zh: "归并方案中有 {count} 个区域不在表中：{regions}。",
  },

  noSectors: {
    en: "no region and sector was found in it.",
    zh: "其中没有找到区域和部门。",
  },
  unknownDemandRegion: {
    en: "final demand of {region} was found, which is not a region of the table.",
    zh: "出现了 {region} 的最终需求，而表中没有该区域。",
  },
  noFinalDemand: {
    en: "no file of final demand was found with it.",
    zh: "旁边没有找到最终需求。",
  },
});

/** The account of value added and taxes, as pymrio calls it. */
export const factorInputs = "factor_inputs";
/** The account of a database that names none. */
export const satellite = "satellite";

/**
 * A table under construction while files are read. Rows and columns are addressed by label; cells of the same place are added.
 * With an aggregation, labels that are aggregated have one place.
 */
export class TableDraft {
  readonly regions: string[] = [];
  readonly sectors: string[] = [];
  readonly demand: { readonly region: string; readonly category: string }[] = [];
  readonly stressors: Stressor[] = [];
  /** By region and sector as named in the files; the table's own order is known only at the end. */
  readonly #places = new Map<string, number>();
  /** By region and sector after aggregation. */
  readonly #kept = new Map<string, number>();
  readonly #keptDemand = new Map<string, number>();
  readonly #demandPlaces = new Map<string, number>();
  readonly #stressorPlaces = new Map<string, number>();
  /** Region and sector of each place. */
  readonly #of: { region: number; sector: number }[] = [];
  readonly #regionIndex = new Map<string, number>();
  readonly #sectorIndex = new Map<string, number>();
  readonly Z: Cells;
  readonly Y: Cells;
  readonly F: Cells;
  readonly FY: Cells;
  /** Output by place, if published. */
  readonly output = new Map<number, number>();
  readonly notes: Message[] = [];
  /** Final names of sectors, if files label them by number. */
  readonly sectorNames = new Map<string, string>();
  readonly aggregation: Aggregation | undefined;

  constructor(aggregation?: Aggregation) {
    this.aggregation = aggregation;
    const cells = () => (aggregation ? new SummedCells() : new CellList());
    this.Z = cells();
    this.Y = cells();
    this.F = cells();
    this.FY = cells();
  }

  /** The place of a row or column of Z. */
  place(region: string, sector: string): number {
    const key = keyOf(region, sector);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const [keptRegion, keptSector] = this.aggregation
      ? [regionOf(this.aggregation, region), sectorOf(this.aggregation, sector)]
      : [region, sector];
    const keptKey = keyOf(keptRegion, keptSector);
    let at = this.#kept.get(keptKey);
    if (at === undefined) {
      at =
        this.#of.push({
          region: indexIn(this.#regionIndex, this.regions, keptRegion),
          sector: indexIn(this.#sectorIndex, this.sectors, keptSector),
        }) - 1;
      this.#kept.set(keptKey, at);
    }
    this.#places.set(key, at);
    return at;
  }

  /** The number of distinct rows of Z so far. */
  get rows(): number {
    return this.#places.size;
  }

  /** The number of distinct columns of Y so far. */
  get demandColumns(): number {
    return this.#demandPlaces.size;
  }

  /** Whether a row of Z has these labels. */
  has(region: string, sector: string): boolean {
    return this.#places.has(keyOf(region, sector));
  }

  /** Regions as named in the files. */
  namedRegions(): Set<string> {
    return new Set([...this.#places.keys()].map((key) => key.slice(0, key.indexOf("\u0000"))));
  }

  hasDemand(region: string, category: string): boolean {
    return this.#demandPlaces.has(keyOf(region, category));
  }

  demandPlace(region: string, category: string): number {
    const key = keyOf(region, category);
    const known = this.#demandPlaces.get(key);
    if (known !== undefined) return known;
    const kept = this.aggregation ? regionOf(this.aggregation, region) : region;
    const keptKey = keyOf(kept, category);
    const at = this.#keptDemand.get(keptKey) ?? this.demand.push({ region: kept, category }) - 1;
    this.#keptDemand.set(keptKey, at);
    this.#demandPlaces.set(key, at);
    return at;
  }

  /** Adds to the published output of a place. */
  addOutput(place: number, value: number): void {
    this.output.set(place, (this.output.get(place) ?? 0) + value);
  }

  /** The place of a stressor of an account; names that repeat within one, as in some satellite accounts, are one. */
  stressorPlace(name: string, unit: string, account: string): number {
    const key = keyOf(account, name);
    const known = this.#stressorPlaces.get(key);
    if (known !== undefined) return known;
    this.#stressorPlaces.set(key, this.stressors.length);
    return this.stressors.push({ name, unit, account }) - 1;
  }

  /** Finishes the table: rows region by region, each region with every sector, cells in order. Throws ImportError. */
  finish(source: string, year: number, money: string, file: string): ImportedTable {
    const [R, N] = [this.regions.length, this.sectors.length];
    if (R === 0 || N === 0) throw new ImportError(file, undefined, texts.noSectors());
    const n = R * N;
    const missing = n - this.#of.length;
    if (missing > 0) {
      this.notes.push(texts.missingSectors({ missing, count: n }));
    }
    const at = Int32Array.from(this.#of, ({ region, sector }) => region * N + sector);
    const unknown = this.demand.find(({ region }) => !this.#regionIndex.has(region));
    if (unknown) {
      throw new ImportError(file, undefined, texts.unknownDemandRegion({ region: unknown.region }));
    }
    if (this.demand.length === 0) throw new ImportError(file, undefined, texts.noFinalDemand());
    const move = (given: Cells, rows: boolean, cols: boolean, columns: number) => {
      const cells = listOf(given);
      cells.eachPiece(({ row, col }, length) => {
        for (let p = 0; p < length; p++) {
          if (rows) row[p] = at[row[p]!]!;
          if (cols) col[p] = at[col[p]!]!;
        }
      });
      return cells.sorted(columns);
    };
    const C = this.demand.length;
    const Z = move(this.Z, true, true, n);
    const Y = move(this.Y, true, false, C);
    const x = new Float64Array(n);
    if (this.output.size > 0) for (const [place, value] of this.output) x[at[place]!]! += value;
    else
      for (const cells of [Z, Y])
        cells.value.forEach((value, p) => {
          x[cells.row[p]!]! += value;
        });
    if (this.aggregation) {
      this.notes.push(texts.aggregatedSectors({ sectors: this.#places.size, count: this.#of.length }));
      const known = this.namedRegions();
      const unknown = Object.keys(this.aggregation.regions ?? {}).filter((region) => !known.has(region));
      if (unknown.length > 0) {
        this.notes.push(texts.unknownRegions({ count: unknown.length, regions: unknown.slice(0, 8) }));
      }
    }
    return {
      source: this.aggregation ? `${source} aggregated` : source,
      year,
      money,
      regions: this.regions,
      sectors: this.sectors.map((sector) => this.sectorNames.get(sector) ?? sector),
      demand: this.demand,
      stressors: distinctStressors(this.stressors),
      Z,
      Y,
      x,
      F: move(this.F, false, true, n),
      FY: listOf(this.FY).sorted(C),
      notes: this.notes,
    };
  }
}

type Cells = CellList | SummedCells;

function listOf(cells: Cells): CellList {
  return cells instanceof CellList ? cells : cells.list();
}

function keyOf(region: string, name: string): string {
  return `${region}\u0000${name}`;
}

/** A stressor, and the satellite account to which it belongs. */
export interface Stressor {
  readonly name: string;
  readonly unit: string;
  readonly account: string;
}

export interface SortedCells {
  readonly row: Int32Array;
  readonly col: Int32Array;
  readonly value: Float64Array;
}

/** A database of one year as read. R regions × N sectors = n rows, region by region; rows sell to columns. */
export interface ImportedTable {
  /** Name of the database, e.g. "OECD ICIO 2023". */
  readonly source: string;
  readonly year: number;
  readonly money: string;
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly demand: readonly { readonly region: string; readonly category: string }[];
  /** The name of each is distinct: if several accounts have one of a name, the account stands behind it in parentheses. */
  readonly stressors: readonly Stressor[];
  /** n × n, in row order. */
  readonly Z: SortedCells;
  /** n × C. */
  readonly Y: SortedCells;
  readonly x: Float64Array;
  /** K × n. */
  readonly F: SortedCells;
  /** K × C. */
  readonly FY: SortedCells;
  /** Notes on what was left out or filled in. */
  readonly notes: readonly Message[];
}

function indexIn(known: Map<string, number>, list: string[], name: string): number {
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, list.length);
  return list.push(name) - 1;
}
