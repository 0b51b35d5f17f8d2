import { messages } from "../../../lib/message/message.ts";
import { isOlderObservable } from "../../cell/kinds/unsupported.ts";
import { kindOf } from "../../cell/kinds.ts";
import { parseCell } from "../../compile/syntax.ts";
import type { CellContent } from "../cell.ts";
import { createNotebook } from "../create.ts";
import type { Notebook, Problem } from "../notebook.ts";
import { applyOperation } from "../operations.ts";
import { lackingHere } from "./foreign-names.ts";
import { convertObservable } from "./observable.ts";

const texts = messages("document", {
  lackingNames: {
    en: "Cell {place} uses what does not exist here: {names}.",
    zh: "第 {place} 个单元格使用了此处没有的名称：{names}。",
  },
  keptCells: {
    en: "Cells in {kinds} are kept, but do not run here: {count} of them.",
    zh: "{kinds} 的单元格会保留，但不能在此运行，共 {count} 个。",
  },
});

/** What was read of a file in another format. */
export interface ImportedContent {
  readonly title: string | undefined;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly cells: readonly (CellContent & { readonly id?: number })[];
  /** Whether we wrote the file: then nothing is new to who opens it again. */
  readonly ours?: boolean;
  /** The line of the file on which each cell begins. */
  readonly lines: readonly number[];
  readonly problems?: readonly Problem[];
  /** For each cell of Observable's older JavaScript the block of the file it comes from, if cells of one block become one cell. */
  readonly blocks?: readonly (OlderBlock | undefined)[];
}

/** A block of older cells that were one cell. */
export interface OlderBlock {
  /** Its place in the file. */
  readonly place: number;
  /** The kind of the cell. */
  readonly kind: string;
}

/** Makes a notebook of what was read. Older JavaScript is converted; what is lost or does not run becomes a problem with its line. */
export function importedNotebook({
  title,
  attributes,
  cells,
  ours,
  lines,
  problems = [],
  blocks,
}: ImportedContent): Notebook {
  const named = title === undefined || title === "" ? {} : { title };
  const content = { ...named, ...(attributes && { attributes }) };
  const found = [...problems];
  let notebook = createNotebook({ ...content, cells });
  const lineOf = (id: number) => lines[notebook.cells.findIndex((cell) => cell.id === id)] ?? 1;
  const { operations, problems: unconverted } = convertObservable(notebook);
  found.push(...unconverted.map(({ cell, message }) => ({ message, line: lineOf(cell) })));
  for (const operation of operations) {
    const outcome = applyOperation(notebook, operation);
    if (outcome.ok) notebook = outcome.notebook;
  }
  if (blocks) notebook = createNotebook({ ...content, cells: joinBlocks(notebook, blocks) });
  if (ours) return { ...notebook, problems: found };
  const older = new Set(cells.flatMap((cell, i) => (isOlderObservable(cell) ? [notebook.cells[i]?.id] : [])));
  for (const { cell, place, names } of lackingHere(notebook.cells)) {
    // Of converted cells it was said.
    if (!older.has(cell)) found.push({ message: texts.lackingNames({ place, names }), line: lineOf(cell) });
  }
  const silent = notebook.cells.filter(({ kind }) => kindOf(kind).source === undefined);
  if (silent.length > 0) {
    const kinds = [...new Set(silent.map(({ kind }) => kind))];
    found.push({ message: texts.keptCells({ kinds, count: silent.length }), line: lineOf(silent[0]!.id) });
  }
  return { ...notebook, problems: found.toSorted((a, b) => a.line - b.line) };
}

/** Joins adjacent cells of one block to one program. */
function joinBlocks({ cells }: Notebook, blocks: readonly (OlderBlock | undefined)[]): CellContent[] {
  const joined: { content: CellContent; place: number | undefined; single: boolean }[] = [];
  for (const [i, { kind, source, attributes }] of cells.entries()) {
    const block = kind === "js" ? blocks[i] : undefined;
    const place = block?.place;
    const last = joined.at(-1);
    if (!last || place === undefined || last.place !== place) {
      joined.push({ content: { kind: block?.kind ?? kind, source, attributes }, place, single: true });
      continue;
    }
    const before = last.single ? asStatement(last.content.source) : last.content.source;
    joined[joined.length - 1] = {
      content: { ...last.content, source: `${before}\n\n${asStatement(source)}` },
      place,
      single: false,
    };
  }
  return joined.map(({ content }) => content);
}

/** A cell as a statement of a program, in which an expression is not shown by itself. */
function asStatement(source: string): string {
  try {
    const { expression } = parseCell(source);
    if (!expression) return source;
    const { start, end } = expression;
    return `${source.slice(0, start)}display(${source.slice(start, end)});${source.slice(end)}`;
  } catch {
    return source;
  }
}
