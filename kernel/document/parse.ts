import { type Message, messages } from "../../lib/message/message.ts";
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

const texts = messages("document", {
  repeatedId: {
    en: "Another cell has the id {id} too; it is known as cell {known}.",
    zh: "另一个单元格也用了编号 {id}；此单元格改用编号 {known}。",
  },
  withoutId: {
    en: "This cell has no valid id; it is known as cell {known}.",
    zh: "此单元格没有有效的编号；现用编号 {known}。",
  },
  cutOff: {
    en: "The text from here on is cut off: a comment or a tag is never closed.",
    zh: "从此处起内容被截断：有注释或标签没有闭合。",
  },
  severalNotebooks: {
    en: "This file has more than one <notebook>. The cells of all are read as one notebook.",
    zh: "此文件中有多个 <notebook>，其中的单元格全部作为一个笔记本读取。",
  },
  unclosedTitle: {
    en: "The <title> is never closed.",
    zh: "<title> 没有闭合。",
  },
  unclosedCell: {
    en: "This cell is never closed by </script>; it reaches to the end of the file.",
    zh: "此单元格没有用 </script> 闭合，一直延续到文件末尾。",
  },
  hiddenScript: {
    en: "This cell has a <script after a <!--. Other programs may read everything after it as part of this cell; editing the cell fixes that.",
    zh: "此单元格的 <!-- 之后有 <script。其他程序可能把后面的内容全部当作它的一部分；编辑一次该单元格即可修正。",
  },
  noNotebook: {
    en: "This file has no <notebook>, so it has no cells. One is added with the first cell.",
    zh: "此文件中没有 <notebook>，因此没有单元格。添加第一个单元格时会一并添加。",
  },
  unclosedNotebook: {
    en: "The <notebook> is never closed by </notebook>.",
    zh: "<notebook> 没有用 </notebook> 闭合。",
  },
});

/** Elements whose content is not searched for cells or the notebook's title. */
const opaque = new Set(["template", "svg", "math"]);

/**
 * Parses a notebook file, whatever its state; errors are reported as problems. No text is lost: unless edited,
 * `serializeNotebook` returns it byte for byte.
 */
export function parseNotebook(text: string): Notebook {
  const reader = new Reader(text);
  for (const token of findTokens(text)) reader.read(token);
  return reader.finish();
}

class Reader {
  readonly #text: string;
  readonly #parts: NotebookPart[] = [];
  readonly #problems: { message: Message; offset: number; cell?: number }[] = [];
  readonly #ids = new Set<number>();
  #maxId = 0;
  #from = 0;
  /** The number of open notebook elements, and the open opaque element with its depth. */
  #depth = 0;
  #opaque: { name: string; depth: number } | undefined;
  #hasNotebook = false;
  #hasTitle = false;
  readonly #titles = new Set<string>();
  #unclosed = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(token: Token): void {
    if (token.type === "unclosed") {
      this.#unclosed = true;
      this.#report(texts.cutOff(), token.from);
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
    else if (token.name === "title") this.#readTranslatedTitle(token);
    else if (token.name === "script" && this.#depth > 0) this.#readCell(token);
    else if (opaque.has(token.name)) this.#opaque = { name: token.name, depth: 1 };
  }

  #readNotebook(token: StartToken): void {
    this.#depth += 1;
    if (this.#hasNotebook) {
      this.#report(texts.severalNotebooks(), token.from);
      return;
    }
    this.#hasNotebook = true;
    this.#cut(token.from, token.to, { type: "notebook", tag: this.#text.slice(token.from, token.to), added: false });
  }

  #readTitle(token: StartToken): void {
    this.#hasTitle = true;
    const to = token.content?.to ?? token.to;
    if (token.content && !token.content.closed) this.#report(texts.unclosedTitle(), token.from);
    this.#cut(token.from, to, { type: "title", markup: this.#text.slice(token.from, to), inside: this.#depth > 0 });
  }

  /** A further title with a language of its own; any other is text of the file. */
  #readTranslatedTitle({ from, to, content }: StartToken): void {
    const language = readAttributes(this.#text.slice(from, to)).lang ?? "";
    if (language === "" || !content?.closed || this.#titles.has(language)) return;
    this.#titles.add(language);
    const start = this.#leadOf(from);
    this.#cut(start, content.to, {
      type: "translated-title",
      language,
      markup: this.#text.slice(start, content.to),
    });
  }

  /** The start of the white space before an offset. */
  #leadOf(from: number): number {
    let start = from;
    while (start > this.#from && /[\t\n\f\r ]/.test(this.#text[start - 1]!)) start -= 1;
    return start;
  }

  #readCell({ from, to, content }: StartToken): void {
    if (!content) return;
    const start = this.#leadOf(from);
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
    if (!content.closed) this.#report(texts.unclosedCell(), from, id);
    if (content.rescued) {
      const message = texts.hiddenScript();
      this.#report(message, from, id);
    }
    for (const message of findCellFaults(cell)) this.#report(message, from, id);
  }

  /** The id in the script's tag, or else the next one, as Notebook Kit counts. */
  #takeId(open: string, offset: number): number {
    let id = idOf(open);
    const given = Number.isFinite(id) && id > 0;
    if (!given || this.#ids.has(id)) {
      const known = this.#maxId + 1;
      this.#report(given ? texts.repeatedId({ id, known }) : texts.withoutId({ known }), offset, known);
      id = known;
    }
    this.#maxId = Math.max(this.#maxId, id);
    this.#ids.add(id);
    return id;
  }

  /** Adds the text before `from`, then a part that ends at `to`. */
  #cut(from: number, to: number, part: NotebookPart): void {
    if (from > this.#from) this.#parts.push({ type: "text", text: this.#text.slice(this.#from, from) });
    this.#parts.push(part);
    this.#from = to;
  }

  #report(message: Message, offset: number, cell?: number): void {
    this.#problems.push({ message, offset, ...(cell === undefined ? {} : { cell }) });
  }

  finish(): Notebook {
    const text = this.#text;
    if (text.length > this.#from) this.#parts.push({ type: "text", text: text.slice(this.#from) });
    if (!this.#hasNotebook) {
      this.#report(texts.noNotebook(), 0);
      const node: NotebookNode = { type: "notebook", tag: "", added: true };
      // At the end it would be part of the unclosed element and not be parsed.
      if (this.#unclosed || this.#opaque) this.#parts.unshift(node);
      else this.#parts.push(node);
    } else if (this.#depth > 0) this.#report(texts.unclosedNotebook(), text.length);
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

/** Builds a notebook from its parts. */
export function fromParts(parts: readonly NotebookPart[], lineEnd: Notebook["lineEnd"]): Notebook {
  const title = parts.find((part) => part.type === "title");
  const notebook = parts.find((part) => part.type === "notebook");
  return {
    title: title?.markup ? readTitle(title.markup) : untitled,
    titles: Object.fromEntries(
      parts.flatMap((part) => (part.type === "translated-title" ? [[part.language, readTitle(part.markup)]] : [])),
    ),
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

/** Splits a title element into its tags and its text. */
export function splitTitle(markup: string): { open: string; text: string; close: string } {
  const [start] = findTokens(markup);
  if (start?.type !== "start") return { open: "", text: "", close: "" };
  const end = start.content?.end ?? markup.length;
  return { open: markup.slice(0, start.to), text: markup.slice(start.to, end), close: markup.slice(end) };
}
