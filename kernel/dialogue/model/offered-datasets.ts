import { measures } from "../../../lib/dialogue/measures/measures.ts";
import { tools } from "../../../lib/tools.ts";
import type { DatasetEntry } from "../../services/catalogue.ts";
import { byFit } from "./fit.ts";

/** What a model sees of a dataset: its names and units, none of its rows. */
export interface DatasetCard {
  readonly name: string;
  readonly title: string;
  readonly years?: readonly [number, number];
  /** Columns with their units; `none` for names and indices. */
  readonly columns: { readonly [name: string]: string };
}

const MOST_DATASETS = 6;

/**
 * The datasets that fit the words of a question best. Only those that this program's own measures and tools name are offered: what
 * anybody else calls a dataset or a column, in a file or a folder, is not for a model to read.
 */
export function offeredDatasets(catalogue: readonly DatasetEntry[], words: ReadonlySet<string>): DatasetCard[] {
  const known = new Set([...measures.map(({ dataset }) => dataset), ...tools.flatMap(({ datasets = [] }) => datasets)]);
  const shipped = catalogue.filter(
    ({ name, kind, own, imported }) => known.has(name) && kind !== "own" && !own && !imported,
  );
  return byFit(shipped, textOf, words)
    .slice(0, MOST_DATASETS)
    .map(({ name, title, years, columns }) => ({
      name,
      title,
      ...(years ? { years } : {}),
      columns: Object.fromEntries(columns.map((column) => [column.name, column.unit])),
    }));
}

/** What a dataset is called, and the words for what it measures. */
function textOf({ name, title, title_zh, summary }: DatasetEntry): string {
  const forms = measures
    .filter(({ dataset }) => dataset === name)
    .flatMap((each) => [each.forms, each.label.en, each.label.zh]);
  return [name.replaceAll("_", " "), title, title_zh, summary, ...forms].join(" | ");
}
