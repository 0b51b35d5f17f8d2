import type { DatasetColumn, DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { titleOf } from "../../../kernel/services/catalogue.ts";
import type { DatasetVocabulary } from "../../../kernel/services/vocabulary.ts";
import { readColumnUnit } from "../../../lib/data/column-unit.ts";
import { measures as knownMeasures } from "../../../lib/dialogue/measures/measures.ts";
import type { Text } from "../../../lib/message/message.ts";
import { measureNames } from "./measure-names.ts";

/** A column of numbers that a chart may draw. */
export interface ChartMeasure {
  readonly column: string;
  readonly label: Text;
  /** The unit in the notation of `lib/quantity`; empty if it depends on the row or there is none. */
  readonly unit: string;
  /** Whether values of several rows have a sum. */
  readonly sums: boolean;
}

/** A column of names beside that of places: gases, fuels, sectors. */
export interface ChartKey {
  readonly column: string;
  readonly values: readonly string[];
  /** Whether the rows of all its values may be summed. */
  readonly sums: boolean;
  /** The value that is taken where neither all are summed nor each is drawn. */
  readonly usual: string;
}

type Where = Readonly<Record<string, string>>;

/** What a dataset offers to a chart. */
export interface ChartTable {
  readonly name: string;
  readonly title: Text;
  /** The column of codes of places, which are those of ISO 3166 or those of the regions of the input–output table. */
  readonly place: {
    readonly column: string;
    readonly names: "countries" | "mrio_regions";
    readonly codes: readonly string[];
  } | null;
  readonly year: { readonly column: string; readonly first: number; readonly last: number } | null;
  readonly measures: readonly ChartMeasure[];
  readonly keys: readonly ChartKey[];
  /** The rows of countries, and those of the world; null if the table has no rows of the world. */
  readonly countries: Where;
  readonly world: Where | null;
}

/** Columns of names that describe the place, or the publication, and not what was measured. */
const besides = new Set(["entity", "area", "country", "region_name_en", "edition", "submission", "unit", "scope"]);
/** Columns that say what kind of place a row is of. */
const placeKinds = ["entity_type", "area_type"];
/** Columns of numbers that are positions, dates or spreads. */
const noMeasure =
  /^(?:year|month|hour|row|col|day|submission)$|_(?:index|id|number)$|(?:^|_)(?:sd|lo|hi|sigma|min|max)(?:_|$)/;

/** What a dataset of the catalogue offers; null if nothing of it can be drawn. */
export function chartTable(entry: DatasetEntry, words: DatasetVocabulary | undefined): ChartTable | null {
  const { columns } = entry;
  const names = columns.map(({ name }) => name);
  const measures = columns.filter(isMeasure).map((column) => measureOf(entry, column, names));
  const place = placeOf(entry, words);
  const years = words?.years ?? entry.years;
  const year = names.includes("year") && years ? { column: "year", first: years[0], last: years[1] } : null;
  const kindColumn = placeKinds.find((column) => names.includes(column));
  const kinds = (kindColumn && words?.values.get(kindColumn)) || [];
  const keys = [...(words?.values ?? [])]
    .filter(
      ([column, { length }]) => column !== place?.column && column !== kindColumn && !besides.has(column) && length > 1,
    )
    .map(([column, values]) => keyOf(entry.name, column, values));
  if (measures.length === 0 || (!place && !year && keys.length === 0)) return null;
  const only = (kind: string): Where | null => (kindColumn && kinds.includes(kind) ? { [kindColumn]: kind } : null);
  return {
    name: entry.name,
    title: titleOf(entry),
    place,
    year,
    measures,
    keys,
    countries: only("country") ?? {},
    world: only("world"),
  };
}

function isMeasure({ name, type, unit }: DatasetColumn): boolean {
  return /^(?:Float|Int|Uint|Decimal)/.test(type) && unit !== "none" && !noMeasure.test(name);
}

function measureOf(
  { name: dataset, title, title_zh }: DatasetEntry,
  column: DatasetColumn,
  columns: readonly string[],
): ChartMeasure {
  const unit = readColumnUnit(column.unit, columns);
  const known = knownMeasures.find((each) => each.dataset === dataset && each.column === column.name && !each.sign);
  const described = column.description.split(/[;,.]/)[0] || title;
  return {
    column: column.name,
    label: measureNames.get(`${dataset}.${column.name}`) ??
      known?.label ?? { en: described, zh: title_zh || described },
    unit: typeof unit === "string" ? unit : "",
    sums: known ? known.kind !== "intensity" : !/\/(?!yr\b)|%|^1$/.test(column.unit),
  };
}

function placeOf({ name }: DatasetEntry, words: DatasetVocabulary | undefined): ChartTable["place"] {
  const places = words?.places;
  if (!places) return null;
  const codes = [...places.spans.keys()].sort();
  if (places.column === "iso3") return { column: "iso3", names: "countries", codes };
  const isTable = /^(?:mrio|carried)_/.test(name) && !name.startsWith("mrio7");
  return isTable ? { column: places.column, names: "mrio_regions", codes } : null;
}

/** Values that are taken first where one must be. */
const usual = ["CO2", "production", "ghg_by_sector", "total", "all"];

function keyOf(dataset: string, column: string, values: readonly string[]): ChartKey {
  const declared = knownMeasures
    .filter((each) => each.dataset === dataset)
    .flatMap(({ by = {}, where = {}, members }) => [
      ...Object.values(by)
        .filter((each) => each?.column === column)
        .map((each) => ({ sums: each!.open === "sum" && members !== column, value: undefined })),
      ...(typeof where[column] === "string" ? [{ sums: false, value: where[column] as string }] : []),
    ])[0];
  return {
    column,
    values,
    sums: declared?.sums ?? false,
    usual: declared?.value ?? usual.find((each) => values.includes(each)) ?? values[0]!,
  };
}

/** The tables beside a dataset by which its values are divided, or against which they are drawn. */
export const contextColumns = {
  "population.population": { dataset: "population", column: "population" },
  "gdp.gdp_ppp_m2017usd": { dataset: "gdp", column: "gdp_ppp_m2017usd" },
  "gdp.gdp_musd_current": { dataset: "gdp", column: "gdp_musd_current" },
} as const;

export type ContextColumn = keyof typeof contextColumns;

export function isContextColumn(name: string): name is ContextColumn {
  return Object.hasOwn(contextColumns, name);
}
