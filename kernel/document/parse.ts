import { indexLines } from "../compile/lines.ts";
import { idOf, readCell } from "./cell.ts";
import { decodeText } from "./entities.ts";
import { findCellFaults, findNotebookFaults } from "./format.ts";
import {
  isCell,
  type Notebook,
  type NotebookNode,
  type NotebookPart,
  type Problem,
  type TitleNode,
  untitled,
} from "./notebook.ts";
import { readAttributes } from "./tags.ts";
import { findTokens, type StartToken, type Token } from "./tokens.ts";

/** Elements in which neither a cell nor the notebook's title is looked for. */
const opaque = new Set(["template", "svg", "math"]);

/**
 * Reads a notebook file, whatever state it is in: what is wrong with it is told as problems. Nothing of the text is
 * lost; unless edited, `serializeNotebook` gives it back byte for byte.
 */
export function parseNotebook(text: string): Notebook {
  const reader = new Reader(text);
  for (const token of findTokens(text)) reader.read(token);
  return reader.finish();
}

class Reader {
  readonly #text: string;
  readonly #parts: NotebookPart[] = [];
  readonly #problems: { message: string; offset: number; cell?: number }[] = [];
  readonly #ids = new Set<number>();
  #maxId = 0;
  #from = 0;
  /** How many notebook elements are open, and which opaque element how deeply. */
  #depth = 0;
  #opaque: { name: string; depth: number } | undefined;
  #hasNotebook = false;
  #hasTitle = false;
  #unclosed = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(token: Token): void {
    if (token.type === "unclosed") {
      this.#unclosed = true;
      this.#report("The text from here on is cut off: a comment or a tag is never closed.", token.from);
      return;
    }
    if (token.type === "start" && token.content && (!token.content.closed || token.content.rescued))
      this.#unclosed = true;
    if (this.#opaque) {
      if (token.name === this.#opaque.name) this.#opaque.depth += token.type === "start" ? 1 : -1;
      if (this.#opaque.depth === 0) this.#opaque = undefined;
    } else if (token.type === "end") {
      if (token.name === "notebook" && this.#depth > 0) this.#depth -= 1;
    } else if (token.name === "notebook") this.#readNotebook(token);
    else if (token.name === "title" && !this.#hasTitle) this.#readTitle(token);
    else if (token.name === "script" && this.#depth > 0) this.#readCell(token);
    else if (opaque.has(token.name)) this.#opaque = { name: token.name, depth: 1 };
  }

  #readNotebook(token: StartToken): void {
    this.#depth += 1;
    if (this.#hasNotebook) {
      this.#report("This file has more than one <notebook>. The cells of all are read as one notebook.", token.from);
      return;
    }
    this.#hasNotebook = true;
    this.#cut(token.from, token.to, { type: "notebook", tag: this.#text.slice(token.from, token.to), added: false });
  }

  #readTitle(token: StartToken): void {
    this.#hasTitle = true;
    const to = token.content?.to ?? token.to;
    if (token.content && !token.content.closed) this.#report("The <title> is never closed.", token.from);
    this.#cut(token.from, to, { type: "title", markup: this.#text.slice(token.from, to), inside: this.#depth > 0 });
  }

  #readCell({ from, to, content }: StartToken): void {
    if (!content) return;
    let start = from;
    while (start > this.#from && /[\t\n\f\r ]/.test(this.#text[start - 1]!)) start -= 1;
    const lead = this.#text.slice(start, from);
    const open = this.#text.slice(from, to);
    const id = this.#takeId(open, from);
    const cell = readCell(id, {
      lead,
      open,
      body: this.#text.slice(to, content.end),
      close: this.#text.slice(content.end, content.to),
    });
    this.#cut(start, content.to, cell);
    if (!content.closed)
      this.#report("This cell is never closed by </script>; it reaches to the end of the file.", from, id);
    if (content.rescued) {
      const message =
        "This cell has a <script after a <!--. Other programs may take all that follows for a part of it; an edit of the cell mends that.";
      this.#report(message, from, id);
    }
    for (const message of findCellFaults(cell)) this.#report(message, from, id);
  }

  /** The id a script gives, or else the next one, as Notebook Kit counts. */
  #takeId(open: string, offset: number): number {
    let id = idOf(open);
    const given = Number.isFinite(id) && id > 0;
    if (!given || this.#ids.has(id)) {
      const wrong = given ? `Another cell has the id ${id} too` : "This cell has no valid id";
      id = this.#maxId + 1;
      this.#report(`${wrong}; it is known as cell ${id}.`, offset, id);
    }
    this.#maxId = Math.max(this.#maxId, id);
    this.#ids.add(id);
    return id;
  }

  /** Ends the text before an offset, and adds a part that ends at another. */
  #cut(from: number, to: number, part: NotebookPart): void {
    if (from > this.#from) this.#parts.push({ type: "text", text: this.#text.slice(this.#from, from) });
    this.#parts.push(part);
    this.#from = to;
  }

  #report(message: string, offset: number, cell?: number): void {
    this.#problems.push({ message, offset, ...(cell === undefined ? {} : { cell }) });
  }

  finish(): Notebook {
    const text = this.#text;
    if (text.length > this.#from) this.#parts.push({ type: "text", text: text.slice(this.#from) });
    if (!this.#hasNotebook) {
      this.#report("This file has no <notebook>, so it has no cells. One is added with the first cell.", 0);
      const node: NotebookNode = { type: "notebook", tag: "", added: true };
      // After something that is never closed, nothing would be read.
      if (this.#unclosed || this.#opaque) this.#parts.unshift(node);
      else this.#parts.push(node);
    } else if (this.#depth > 0) this.#report("The <notebook> is never closed by </notebook>.", text.length);
    if (!this.#hasTitle) {
      const node: TitleNode = { type: "title", markup: "", inside: true };
      this.#parts.splice(this.#parts.findIndex(({ type }) => type === "notebook") + 1, 0, node);
    }
    const notebook = fromParts(this.#parts, /\r\n/.test(text) ? "\r\n" : "\n");
    for (const message of findNotebookFaults(notebook)) this.#report(message, 0);
    return { ...notebook, problems: this.#locate() };
  }

  #locate(): Problem[] {
    const lines = indexLines(this.#text);
    return this.#problems
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, ...problem }) => ({ ...problem, line: lines.locate(offset).line }));
  }
}

/** The notebook that parts make. */
export function fromParts(parts: readonly NotebookPart[], lineEnd: Notebook["lineEnd"]): Notebook {
  const title = parts.find((part) => part.type === "title");
  const notebook = parts.find((part) => part.type === "notebook");
  return {
    title: title?.markup ? readTitle(title.markup) : untitled,
    attributes: readAttributes(notebook?.tag ?? ""),
    cells: parts.filter(isCell),
    problems: [],
    parts,
    lineEnd,
  };
}

/** The text of a title element. */
export function readTitle(markup: string): string {
  return decodeText(splitTitle(markup).text, "title");
}

/** Cuts a title element into its tags and its text. */
export function splitTitle(markup: string): { open: string; text: string; close: string } {
  const [start] = findTokens(markup);
  if (start?.type !== "start") return { open: "", text: "", close: "" };
  const end = start.content?.end ?? markup.length;
  return { open: markup.slice(0, start.to), text: markup.slice(start.to, end), close: markup.slice(end) };
}
