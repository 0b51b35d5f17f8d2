import { compareVersions, type Notebook } from "../document/index.ts";
import { type ValueDifference, valueDifference } from "../values/value-difference.ts";
import type { ExecutedCell, ExecutedNotebook } from "./executed-notebook.ts";

/** A notebook with its results. */
export interface Executed {
  readonly notebook: Notebook;
  readonly executed: ExecutedNotebook;
}

/** A cell on one side of a comparison. */
export interface CellSide {
  readonly place: number;
  readonly kind: string;
  readonly source: string;
  readonly html: string;
  /** Its output as text, without markup. */
  readonly text: string;
  /** Its error, and its warnings, by lines; empty if there are none. */
  readonly error: string;
}

/** A cell that was added, deleted or edited, or whose output or error changed. */
export interface CellDifference {
  readonly before: CellSide | null;
  readonly after: CellSide | null;
  /** Whether its code, kind or attributes changed. */
  readonly edited: boolean;
  /** Whether its output or error changed. */
  readonly shows: boolean;
}

/** The differences between two executed notebooks. */
export interface NotebookDifference {
  readonly titles: readonly [before: string, after: string];
  readonly cells: readonly CellDifference[];
  readonly values: readonly { readonly name: string; readonly difference: ValueDifference }[];
  readonly addedNames: readonly string[];
  readonly removedNames: readonly string[];
}

/** Compares two executed notebooks: their cells, values and outputs. */
export function notebookDifference(before: Executed, after: Executed, tolerance?: number): NotebookDifference {
  const { cells } = compareVersions(before.notebook, before.notebook, after.notebook);
  const differences = cells.flatMap(({ base, theirs, change }): CellDifference[] => {
    const [from, to] = [side(before, base?.id), side(after, theirs?.id)];
    const shows = from?.error !== to?.error || comparable(from?.html) !== comparable(to?.html);
    const edited = change !== "none";
    return edited || shows ? [{ before: from, after: to, edited, shows }] : [];
  });
  const [a, b] = [before.executed.values, after.executed.values];
  const values = [...a].flatMap(([name, value]) => {
    const difference = b.has(name) ? valueDifference(value, b.get(name), tolerance) : null;
    return difference ? [{ name, difference }] : [];
  });
  return {
    titles: [before.executed.title, after.executed.title],
    cells: differences,
    values,
    addedNames: [...b.keys()].filter((name) => !a.has(name)),
    removedNames: [...a.keys()].filter((name) => !b.has(name)),
  };
}

function side({ notebook, executed }: Executed, id: number | undefined): CellSide | null {
  const cell = executed.cells.find((each) => each.id === id);
  if (!cell) return null;
  const source = notebook.cells.find((each) => each.id === id)?.source ?? "";
  return { place: cell.place, kind: cell.kind, source, html: cell.html, text: textOf(cell.html), error: errorOf(cell) };
}

function errorOf({ error, state }: ExecutedCell): string {
  const first = error ? [error] : [];
  const waiting = !error && state.blockedBy ? [`waits for \`${state.blockedBy.name}\``] : [];
  const sentences = [...first, ...(state.warnings ?? [])].map(({ name, message }) => `${name}: ${message}`);
  return [...waiting, ...sentences].join("\n");
}

/** Removes the numbers in ids that libraries generate, because they differ between runs. */
function comparable(html: string | undefined): string | undefined {
  return html
    ?.replaceAll(/\b(inputs-[0-9a-f]+)-\d+/g, "$1")
    .replaceAll(/(\s(?:id|for|href|xlink:href|clip-path|fill|mask|aria-\w+)="[^"]*?)-\d+(?=[")])/g, "$1");
}

function textOf(html: string): string {
  const root = document.createElement("div");
  root.innerHTML = html;
  for (const style of root.querySelectorAll("style")) style.remove();
  for (const part of root.querySelectorAll("td, th, li, p, div, option, h1, h2, h3, h4, text")) part.append(" ");
  return (root.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}
