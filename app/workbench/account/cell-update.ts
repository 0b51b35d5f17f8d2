import { type AccountCell, accountCells, type SettledChoices } from "./account-cells.ts";
import type { WrittenAccount } from "./written-account.ts";

/** What is written when an account that stands in a notebook is changed. */
export interface CellUpdate {
  /** New sources by the cell: of all that stand as the dialog wrote them, and of those that read and compute the account. */
  readonly sources: ReadonlyMap<number, string>;
  /** Whether cells that read or compute the account have been edited otherwise, and would lose what was edited. */
  readonly isEdited: boolean;
}

interface Cell {
  readonly id: number;
  readonly source: string;
}

/** The languages in which the dialog writes cells. */
const languages = ["en", "zh-CN"] as const;

/**
 * The cells of a written account as they are with other choices. A cell beside data and account that a person has edited is
 * left as it is.
 */
export function cellUpdate(
  cells: readonly Cell[],
  written: WrittenAccount,
  choices: SettledChoices,
  language: string,
): CellUpdate {
  const { kind, year } = written.choices;
  const before =
    kind === null || year === null
      ? []
      : languages.flatMap((each) => accountCells({ ...written.choices, kind, year }, written.names, each));
  const after = accountCells(choices, written.names, language);
  const own = new Map<number, AccountCell["part"]>([
    [written.cells.data, "data"],
    [written.cells.account, "account"],
  ]);
  const sources = new Map<number, string>();
  let isEdited = false;
  for (const { id, source } of cells) {
    const asWritten = before.find((cell) => cell.source.trim() === source.trim())?.part;
    const part = own.get(id) ?? asWritten;
    if (part === undefined || part === "mapping") continue;
    if (asWritten === undefined) isEdited = true;
    const next = after.find((cell) => cell.part === part)!.source;
    if (next !== source) sources.set(id, next);
  }
  return { sources, isEdited };
}
