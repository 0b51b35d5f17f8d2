/** A notebook's text that is not saved to its file yet, with the history. */
export interface Draft {
  /** The name of the notebook. */
  readonly name: string;
  /** The page that writes it: two pages of one notebook have separate drafts. */
  readonly writer: string;
  /** The version of the file that it is based on; null if the file was gone. */
  readonly base: string | null;
  readonly baseText: string;
  /** The notebook being edited, as `stringifyEditing` writes it. */
  readonly editing: string;
  /** Whether its text differs from that of the file it is based on; if not, only its history is of use. */
  readonly changed: boolean;
  /** When it was written, in milliseconds. */
  readonly time: number;
}

/** How the drafts found when a notebook opens are used. */
export interface DraftChoice {
  /** The one to continue from. */
  readonly draft: Draft | null;
  /** Others with unsaved changes, which are offered for comparison. */
  readonly others: readonly Draft[];
  /** Those that are not needed any more. */
  readonly obsolete: readonly Draft[];
}

/**
 * Chooses among the drafts that no open page owns: the newest with changes, whatever version it is based on, before one with
 * only a history, so that nothing typed is dropped.
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
