import type { DatasetEntry } from "../services/catalogue.ts";

/** What forms are made for. */
export interface FormHost {
  /** The reader's language, as a tag of BCP 47. */
  readonly language: string;
  readonly catalogue: readonly DatasetEntry[];
}
