import type { Text } from "../../message/message.ts";
import type { Json } from "../plan.ts";

/** What a form of the lexicon means. */
export const meaningKinds = [
  /** An ISO 3166 alpha-3 code, or WORLD. */
  "place",
  /** A group of countries of the classification. */
  "group",
  /** A family of measures: emissions, population, ocean sink. */
  "measure",
  /** What is done with a measure: per head, share, change, rank. */
  "operation",
  "gas",
  "principle",
  "metric",
  "database",
  "fuel",
  "sector",
  "product",
  "pool",
  "term",
  "basis",
  "method",
  "approach",
  "region",
  "material",
  "technology",
  "process",
  "boundary",
  "bound",
  "unit",
  /** What is bought. */
  "commodity",
  "ordinal",
  /** A dataset by its title or its name, with its first column. */
  "table",
  /** What the house has no data of: a city, a company, a pollutant. */
  "absent",
  /** What happened in a year, which tells nothing where the year is said. */
  "event",
  /** Who holds or uses an amount that the words give. */
  "holder",
  /** A word that narrows a figure and that no dataset here can follow: a season, an owner, a negation, a share of many. */
  "restrictor",
  /** A word that refers to what was said before: its, the same, that country. */
  "before",
  /** A word of the sentence, not of the matter. */
  "plain",
] as const;
export type MeaningKind = (typeof meaningKinds)[number];

export interface Meaning {
  readonly kind: MeaningKind;
  readonly value: Json;
  readonly label: Text;
  /** Whether the sentence may be understood without it: “how many”, “total”. */
  readonly soft?: true;
}

/** A form in one of the languages, and what it means. */
export interface Entry {
  readonly form: string;
  readonly meaning: Meaning;
  readonly via: "exact" | "alias";
}

/** Forms in both languages, parted by commas: a table of the lexicon is a list of these. */
export interface Forms {
  readonly value: Json;
  readonly label: Text;
  /** Forms of any language, parted by “|”. */
  readonly forms: string;
  readonly soft?: true;
}

export function entriesOf(kind: MeaningKind, table: readonly Forms[]): Entry[] {
  return table.flatMap(({ value, label, forms, soft }) => {
    const meaning: Meaning = { kind, value, label, ...(soft ? { soft } : {}) };
    const all = new Set(
      [...forms.split("|"), label.en, label.zh].map((each) => each.trim()).filter((each) => each !== ""),
    );
    return [...all].map((form) => ({ form, meaning, via: "alias" as const }));
  });
}
