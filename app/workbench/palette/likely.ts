import type { ActionId } from "../../actions/table.ts";

/** What is likely while a notebook is open, and in the library; what is not enabled at the moment is not shown. */
const inNotebook: readonly ActionId[] = [
  "save",
  "run-all",
  "run-stale",
  "undo",
  "add-data",
  "chart",
  "compute-emissions",
  "find",
  "read",
  "share",
  "present",
  "print",
  "new-from-template",
  "open",
  "library",
];
const inLibrary: readonly ActionId[] = ["new-from-template", "new", "open", "import-database", "import-folder", "help"];

/** How many actions that were chosen before come first. */
const RECENT = 4;

/**
 * Entries with the likely ones first: those that the user chose last, then those that most users want here, then the rest in its own
 * order.
 */
export function likelyFirst<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  recent: readonly string[],
  isOpen: boolean,
): Entry[] {
  const likely = [...recent.slice(0, RECENT), ...(isOpen ? inNotebook : inLibrary)];
  const rank = new Map(likely.toReversed().map((id, i) => [id, -1 - i]));
  return entries.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
}

/** The recent choices after another one, the last first. */
export function withRecent(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((each) => each !== id)].slice(0, RECENT);
}
