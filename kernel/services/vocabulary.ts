import { z } from "zod";

/** The words by which rows of a dataset are asked for. */
export interface DatasetVocabulary {
  /** Distinct texts by column, of columns that hold names; in order. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The first and the last year with a value; undefined if it has no column of years. */
  readonly years?: readonly [first: number, last: number];
  /** The same for each place, by its code in the column, which is iso3 or region. */
  readonly places?: {
    readonly column: string;
    readonly spans: ReadonlyMap<string, readonly [first: number, last: number]>;
  };
}

/** The vocabularies of the shipped datasets, by their names. */
export type Vocabulary = ReadonlyMap<string, DatasetVocabulary>;

const list = z.array(z.string());

/** As it is stored: columns refer to lists by position, and places of one span are one text, separated by spaces. */
const vocabularyFile = z.object({
  version: z.literal(1),
  lists: z.array(list),
  datasets: z.record(
    z.string(),
    z.object({
      values: z.record(z.string(), z.int().min(0)),
      years: z.tuple([z.int(), z.int()]).optional(),
      places: z.object({ column: z.string(), spans: z.array(z.tuple([z.int(), z.int(), z.string()])) }).optional(),
    }),
  ),
});

export type VocabularyFile = z.input<typeof vocabularyFile>;

/** Reads `datasets/vocabulary.json`. */
export const vocabularySchema = vocabularyFile.transform(
  ({ lists, datasets }): Vocabulary =>
    new Map(Object.entries(datasets).map(([name, entry]) => [name, openEntry(entry, lists)])),
);

function openEntry(
  { values, years, places }: VocabularyFile["datasets"][string],
  lists: VocabularyFile["lists"],
): DatasetVocabulary {
  const words = new Map<string, readonly string[]>(
    Object.entries(values).map(([column, at]) => [column, lists[at] ?? []]),
  );
  if (!places) return { values: words, ...(years ? { years } : {}) };
  const spans = new Map(
    places.spans.flatMap(([first, last, codes]) => codes.split(" ").map((code) => [code, [first, last] as const])),
  );
  words.set(places.column, [...spans.keys()].sort());
  return { values: words, ...(years ? { years } : {}), places: { column: places.column, spans } };
}
