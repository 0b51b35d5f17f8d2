import { type Message, messages } from "../../../lib/message/message.ts";
import type { Problem } from "../notebook.ts";

const texts = messages("document", {
  unreadableEntry: {
    en: "The entry “{name}” of the front matter cannot be read, and is left out.",
    zh: "无法读取文首元数据中的“{name}”一项，已略去。",
  },
  unreadableFront: {
    en: "This line of the front matter cannot be read, and is left out: {text}",
    zh: "无法读取文首元数据中的这一行，已略去：{text}",
  },
});

/** A value of YAML; every scalar is a text. */
export type YamlValue = string | readonly YamlValue[] | YamlMap;
export interface YamlMap {
  readonly [name: string]: YamlValue;
}

/** The YAML at the head of a Markdown file, and the text below it. */
export interface FrontMatter {
  readonly entries: ReadonlyMap<string, YamlValue>;
  readonly body: string;
  /** The line of the file on which the text begins, from 1. */
  readonly line: number;
  readonly problems: readonly Problem[];
}

/**
 * Splits a Markdown file at its front matter. Of YAML it reads what front matter is made of: maps and lists, by indentation or in
 * brackets, quoted and folded texts. An entry that it cannot read is left out with a problem.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\n(?:([\s\S]*?)\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { entries: new Map(), body: text, line: 1, problems: [] };
  const entries = new Map<string, YamlValue>();
  const problems: Problem[] = [];
  const lines = match[1]?.split("\n") ?? [];
  const report = (at: number, message: Message) => problems.push({ line: at + 2, message });
  for (let at = 0; at < lines.length; ) {
    const begin = at++;
    if (isBlank(lines[begin]!)) continue;
    // An entry goes on to the next line that begins at the margin, but for the items of a list.
    while (at < lines.length && (isBlank(lines[at]!) || /^[ \t]|^- /.test(lines[at]!) || lines[at] === "-")) at += 1;
    const key = readKey(lines[begin]!);
    if (!key || key.indent > 0) {
      report(begin, texts.unreadableFront({ text: lines[begin]!.trim() }));
      continue;
    }
    try {
      entries.set(key.name, readValue(key.rest, new Lines(lines.slice(begin + 1, at)), 0));
    } catch {
      report(begin, texts.unreadableEntry({ name: key.name }));
    }
  }
  // Text between two rules is text.
  if (entries.size === 0 && problems.length > 0) return { entries, body: text, line: 1, problems: [] };
  return { entries, body: text.slice(match[0].length), line: match[0].split("\n").length, problems };
}

/** Writes front matter: each value as JSON, which YAML reads. */
export function renderFrontMatter(entries: Readonly<Record<string, unknown>>): string {
  const written = Object.entries(entries).filter(([, value]) => value !== undefined);
  return ["---", ...written.map(([name, value]) => `${name}: ${JSON.stringify(value)}`), "---"].join("\n");
}

export function asTextOf(value: YamlValue | undefined): string {
  return typeof value === "string" ? value : "";
}

export function asMap(value: YamlValue | undefined): YamlMap {
  return typeof value === "object" && !Array.isArray(value) ? (value as YamlMap) : {};
}

export function asList(value: YamlValue | undefined): readonly YamlValue[] {
  if (value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value as YamlValue];
}

/** The lines of an entry below its key, with the place of the reader. */
class Lines {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The next line that is neither blank nor a comment; undefined at the end. */
  get next(): string | undefined {
    while (this.#at < this.#lines.length && isBlank(this.#lines[this.#at]!)) this.#at += 1;
    return this.#lines[this.#at];
  }

  /** The next line as it is, also if it is blank. */
  get raw(): string | undefined {
    return this.#lines[this.#at];
  }

  skip(): void {
    this.#at += 1;
  }

  /** Puts another text in the place of the next line. */
  with(line: string): Lines {
    return new Lines([line, ...this.#lines.slice(this.#at + 1)]);
  }

  /** Goes as far as a copy of these lines has gone. */
  follow(copy: Lines): void {
    this.#at += copy.#at;
  }
}

/** Reads what stands after a key, and the lines below it that are further in than the key, or a list as far in. */
function readValue(rest: string, lines: Lines, indent: number): YamlValue {
  const block = /^([|>])([+-]?)\s*(?:#.*)?$/.exec(rest);
  if (block) return readText(lines, indent, block[1] === ">");
  if (rest !== "") return readInline(rest, lines, indent);
  const { next } = lines;
  if (next === undefined) return "";
  const inner = indentOf(next);
  const isItem = /^\s*-(?:\s|$)/.test(next);
  if (inner < indent || (inner === indent && !isItem)) return "";
  return isItem ? readList(lines, inner) : inner > indent - 1 && readKey(next) ? readMap(lines, inner) : refuse();
}

function readList(lines: Lines, indent: number): YamlValue[] {
  const items: YamlValue[] = [];
  for (let { next } = lines; next !== undefined && indentOf(next) >= indent; next = lines.next) {
    const [, dash = refuse(), rest = ""] = /^(\s*-(?:\s+|$))(.*)$/.exec(next) ?? [];
    if (indentOf(next) > indent) refuse();
    // A map that begins on the line of its dash goes on below, as far in as its first key.
    if (readKey(rest) && !/^["'[{]/.test(rest)) {
      const inner = lines.with(" ".repeat(dash.length) + rest);
      items.push(readMap(inner, dash.length));
      lines.follow(inner);
      continue;
    }
    lines.skip();
    items.push(readValue(rest, lines, indent + 1));
  }
  return items;
}

function readMap(lines: Lines, indent: number): YamlMap {
  const entries: [string, YamlValue][] = [];
  for (let { next } = lines; next !== undefined && indentOf(next) >= indent; next = lines.next) {
    const key = readKey(next);
    if (!key || key.indent > indent) refuse();
    lines.skip();
    entries.push([key!.name, readValue(key!.rest, lines, indent + (isItemBelow(lines, indent) ? 0 : 1))]);
  }
  return Object.fromEntries(entries);
}

function isItemBelow(lines: Lines, indent: number): boolean {
  const { next } = lines;
  return next !== undefined && indentOf(next) === indent && /^\s*-(?:\s|$)/.test(next);
}

/** A text of several lines, with its line ends or folded. */
function readText(lines: Lines, indent: number, folds: boolean): string {
  const found: string[] = [];
  const first = lines.next;
  const inner = first === undefined ? 0 : indentOf(first);
  if (first === undefined || inner < indent) return "";
  for (let { raw } = lines; raw !== undefined && (raw.trim() === "" || indentOf(raw) >= inner); raw = lines.raw) {
    found.push(raw.slice(inner));
    lines.skip();
  }
  const text = found.join("\n").trimEnd();
  return folds ? text.replace(/(?<!\n)\n(?!\n)/g, " ").replace(/\n\n+/g, "\n") : text;
}

/** A scalar, list or map on the line of its key; a text or bracket that is open there goes on below. */
function readInline(rest: string, lines: Lines, indent: number): YamlValue {
  let text = rest;
  const further = () => {
    const { next } = lines;
    if (next === undefined || indentOf(next) < Math.max(indent, 1)) return false;
    text += ` ${next.trim()}`;
    lines.skip();
    return true;
  };
  for (;;) {
    const flow = new Flow(text);
    try {
      const value = flow.value();
      if (!flow.atEnd) refuse();
      if (!/^["'[{]/.test(text) && further()) continue;
      return value;
    } catch (error) {
      if (!/^["'[{]/.test(text) || !further()) throw error;
    }
  }
}

/** Reads YAML on one line. */
class Flow {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return /^\s*(?:#.*)?$/.test(this.#text.slice(this.#at));
  }

  value(inside = false): YamlValue {
    this.#space();
    const sign = this.#text[this.#at];
    if (sign === "[") return this.#list();
    if (sign === "{") return this.#map();
    return sign === '"' || sign === "'"
      ? this.#quoted(sign)
      : this.#plain(inside ? /^(?:[^,\]}#:]|:(?!\s|$)|(?<=\S)#)*/ : /^(?:[^#]|(?<=\S)#)*/);
  }

  #list(): YamlValue[] {
    const items: YamlValue[] = [];
    this.#at += 1;
    for (;;) {
      if (this.#eat("]")) return items;
      items.push(this.value(true));
      if (!this.#eat(",") && this.#text[this.#at] !== "]") refuse();
    }
  }

  #map(): YamlMap {
    const entries: [string, YamlValue][] = [];
    this.#at += 1;
    for (;;) {
      if (this.#eat("}")) return Object.fromEntries(entries);
      const name = this.value(true);
      if (typeof name !== "string" || name === "" || !this.#eat(":")) refuse();
      entries.push([name as string, this.value(true)]);
      if (!this.#eat(",") && this.#text[this.#at] !== "}") refuse();
    }
  }

  #quoted(quote: string): string {
    const form = quote === '"' ? /"((?:[^"\\]|\\[\s\S])*)"/y : /'((?:[^']|'')*)'/y;
    form.lastIndex = this.#at;
    const found = form.exec(this.#text) ?? refuse();
    this.#at = form.lastIndex;
    return quote === '"' ? String(JSON.parse(found[0])) : found[1]!.replaceAll("''", "'");
  }

  #plain(form: RegExp): string {
    const [found = ""] = form.exec(this.#text.slice(this.#at)) ?? [];
    this.#at += found.length;
    return found.trim();
  }

  #eat(sign: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    this.#space();
    return true;
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at += 1;
  }
}

function readKey(line: string): { indent: number; name: string; rest: string } | undefined {
  const match = /^(\s*)(?:"([^"\\]+)"|'([^']+)'|([^\s"'#[\]{},&*!|>%@`-][^#]*?))\s*:(?:\s+(.*?))?\s*$/.exec(line);
  if (!match) return undefined;
  const [, space = "", double, single, plain, rest = ""] = match;
  return { indent: space.length, name: double ?? single ?? plain!, rest: rest.startsWith("#") ? "" : rest };
}

function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

function isBlank(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

function refuse(): never {
  throw new SyntaxError("YAML");
}
