import type { Cell, Row } from "../../../kernel/document/index.ts";
import type { Message } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";
import { cellListTexts } from "../shell/cell-texts.ts";
import { nameCell } from "../shell/cell-words.ts";
import { changeTexts, compareTexts } from "./compare-texts.ts";

/** One difference between two versions, as it is shown. */
export interface DescribedRow {
  readonly name: string;
  /** Which side changed it, and how. */
  readonly change: Message;
  /** The texts; null if a version does not have it. */
  readonly mine: string | null;
  readonly theirs: string | null;
  /** Whether both can be kept side by side. */
  readonly both: boolean;
}

export function describeRow(row: Row<unknown>): DescribedRow {
  const { key, change } = row;
  if (key === "title" || key === "titles" || key === "settings" || key === "order") {
    const names = {
      title: compareTexts.notebookTitle(),
      titles: compareTexts.titles(),
      settings: compareTexts.settings(),
      order: compareTexts.order(),
    } as const;
    const write = (value: unknown) => (value === undefined ? null : writeValue(value));
    const word = changeTexts[change === "none" ? "mine" : change]();
    const texts = { mine: write(row.mine), theirs: write(row.theirs) };
    return { name: say(names[key]), change: word, ...texts, both: key === "settings" || key === "titles" };
  }
  const { base, mine, theirs } = row as Row<Cell>;
  const shown = mine ?? theirs ?? base;
  const name = shown && nameCell({ ...shown, attributes: { ...shown.attributes } }, undefined);
  const outside = isOnlyOutside(mine, theirs);
  const texts = { mine: writeCell(mine, outside), theirs: writeCell(theirs, outside) };
  return {
    name: name || say(cellListTexts.empty()),
    change: wordOf(row as Row<Cell>),
    ...texts,
    both: mine !== undefined && theirs !== undefined && mine.source !== theirs.source,
  };
}

function wordOf({ base, mine, theirs, change }: Row<Cell>): Message {
  if (change === "conflict") {
    if (base && !mine) return changeTexts.mineGoneEdited();
    return base && !theirs ? changeTexts.theirsGoneEdited() : changeTexts.conflict();
  }
  if (change === "theirs")
    return base ? (theirs ? changeTexts.theirs() : changeTexts.theirsGone()) : changeTexts.theirsNew();
  return base ? (mine ? changeTexts.mine() : changeTexts.mineGone()) : changeTexts.mineNew();
}

/** Whether two cells differ only in their kind or attributes. */
function isOnlyOutside(mine: Cell | undefined, theirs: Cell | undefined): boolean {
  return mine !== undefined && theirs !== undefined && mine.source === theirs.source;
}

/** A cell's source; if only kind or attributes differ, preceded by these. */
function writeCell(cell: Cell | undefined, outside: boolean): string | null {
  if (!cell) return null;
  const { kind, source, attributes } = cell;
  if (!outside) return source;
  return [`type: ${kind}`, ...writePairs(attributes), "", source].join("\n");
}

function writeValue(value: unknown): string {
  if (Array.isArray(value)) return value.map((key) => String(key).replace(/^\w+ /, "")).join(", ");
  if (typeof value === "object" && value !== null) return writePairs(value as Record<string, string>).join("\n");
  return String(value);
}

function writePairs(attributes: Readonly<Record<string, string>>): string[] {
  return Object.entries(attributes).map(([name, value]) => (value === "" ? name : `${name}: ${value}`));
}
