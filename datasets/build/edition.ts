import { editionDate } from "../../kernel/services/edition.ts";
import { must } from "./dataset.ts";
import type { FigureEntry } from "./figures.ts";

/** The year of an edition, as its vintage names it. Throws if it names none. */
export function editionYear({ file, vintage }: Pick<FigureEntry, "file" | "vintage">): number {
  const date = editionDate(vintage);
  must(date !== null, () => `${file}: its edition, “${vintage}”, names no year.`);
  return Number(date.date.slice(0, 4));
}

/**
 * What is known of one edition only: numbers that were counted in it, statements about it. A newer edition, whose vintage is not
 * in the list, is built without; what holds for every edition is checked in all of them.
 */
export type KnownEditions<Fact> = Readonly<Record<string, Fact>>;

/** What is known of this edition; undefined for one that was not looked at. */
export function knownOf<Fact>(known: KnownEditions<Fact>, { vintage }: Pick<FigureEntry, "vintage">): Fact | undefined {
  return Object.hasOwn(known, vintage) ? known[vintage] : undefined;
}
