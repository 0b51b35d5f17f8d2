/** What was typed into a notebook and is not in its file yet, with all that can be undone. */
export interface Draft {
  /** The notebook. */
  readonly name: string;
  /** The page that writes it: two pages of one notebook do not overwrite each other's. */
  readonly writer: string;
  /** The version of the file that it began with; null where the file was gone. */
  readonly base: string | null;
  readonly baseText: string;
  /** The notebook being edited, as `stringifyEditing` writes it. */
  readonly editing: string;
  /** Whether its text differs from that of the file it began with; if not, only its history is worth keeping. */
  readonly changed: boolean;
  /** When it was written, in milliseconds. */
  readonly time: number;
}

/** What becomes of the drafts found when a notebook opens. */
export interface DraftChoice {
  /** The one to go on from. */
  readonly draft: Draft | null;
  /** Others that hold something nobody saved: they are offered. */
  readonly others: readonly Draft[];
  /** Those that nobody needs any more. */
  readonly obsolete: readonly Draft[];
}

/**
 * Chooses among the drafts that no living page writes. One that holds changes comes before one that holds only a
 * history, whatever version it began with: what was typed is never passed over. The newest of them is gone on from.
 */
export function chooseDraft(drafts: readonly Draft[], version: string | null): DraftChoice {
  const newest = drafts.toSorted((a, b) => b.time - a.time);
  const changed = newest.filter((draft) => draft.changed);
  const histories = newest.filter((draft) => !draft.changed);
  const draft = changed[0] ?? histories.find(({ base }) => base === version) ?? null;
  const isTwin = ({ editing, base }: Draft) => editing === draft?.editing && base === draft.base;
  const others = changed.slice(1).filter((other) => !isTwin(other));
  const kept = new Set([draft, ...others]);
  return { draft, others, obsolete: newest.filter((each) => !kept.has(each)) };
}
