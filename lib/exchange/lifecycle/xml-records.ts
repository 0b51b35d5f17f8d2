import { SaxesParser } from "saxes";
import { foreign, messages } from "../../message/message.ts";
import { ImportError } from "../mrio/import-error.ts";
import type { SourceFiles } from "../mrio/source-files.ts";

const texts = messages("exchange.xml", {
  empty: {
    en: "the file is empty; an XML document was expected.",
    zh: "文件为空，此处应为 XML 文档。",
  },
  malformed: {
    en: "the XML was expected to be well-formed, but is not ({reason}). Is the file truncated?",
    zh: "XML 格式不正确（{reason}）。文件是否被截断？",
  },
  encoding: {
    en: 'a known encoding was expected, but the document states "{name}". Save it in UTF-8.',
    zh: "文档应采用已知编码，却声明为“{name}”。请以 UTF-8 保存。",
  },
  doctype: {
    en: "a document without a document type definition was expected. Remove the DOCTYPE; its entities are never expanded.",
    zh: "文档不应含有文档类型定义。请删除 DOCTYPE；其中的实体不会被展开。",
  },
  root: {
    en: "the root element {wanted:or} was expected, but it is {found}.",
    zh: "根元素应为 {wanted:or}，实际为 {found}。",
  },
  namespace: {
    en: "the namespace {wanted} was expected, but it is {found}.",
    zh: "命名空间应为 {wanted}，实际为 {found}。",
  },
  deep: {
    en: "at most {most} nested elements were expected.",
    zh: "元素至多嵌套 {most} 层。",
  },
  large: {
    en: "at most {most} characters were expected in one element {name}.",
    zh: "一个 {name} 元素至多含 {most} 个字符。",
  },
});

/** An element with all that is in it. Names have no prefixes: programs choose different ones. */
export interface XmlElement {
  readonly name: string;
  /** Of its start, from 1. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/** What is read of an XML document. */
export interface XmlForm {
  /** Names of the root element that are accepted. */
  readonly roots: readonly string[];
  /** How the namespace of the root ends; a root without a namespace is accepted, too. */
  readonly namespace: string;
  /** Elements that are handed over, each when it is complete. What is outside of them is passed over. */
  readonly records: ReadonlySet<string>;
  /** Elements that are handed over when they begin, with attributes only. */
  readonly marks?: ReadonlySet<string>;
  /** Elements that are passed over with all that is in them, also if it has the name of a record. */
  readonly passed?: ReadonlySet<string>;
}

type Open = { name: string; line: number; attributes: Record<string, string>; children: XmlElement[]; text: string };

/** The deepest documents of the formats have about 12 levels. */
const DEPTH = 100;
/** Characters of a record: the largest comments of databases have some ten thousand. */
const LARGEST = 16_000_000;
/** Characters in which an XML declaration ends. */
const DECLARATION = 200;

/**
 * Reads an XML document piece by piece and hands over its records in their order; never more than one record is kept.
 * Throws ImportError with file and line if it is not well-formed, has another root, or has a document type definition.
 */
export async function readXmlRecords(
  source: SourceFiles,
  path: string,
  form: XmlForm,
  take: (record: XmlElement) => void,
): Promise<void> {
  const reader = new RecordReader(path, form, take);
  let encoding: string | undefined;
  // The declaration is read first, in the same pass: data bases have thousands of files.
  let opening: string | undefined = "";
  for await (const chunk of source.open(path, undefined, "marked")) {
    if (opening === undefined) {
      if (chunk.includes("\ufffd")) await refuseDamage(source, path);
      reader.write(chunk);
      continue;
    }
    opening += chunk;
    if (opening.length < DECLARATION && !opening.includes(">")) continue;
    encoding = statedEncoding(path, opening);
    if (encoding === undefined && opening.includes("\ufffd")) encoding = "utf-8";
    if (encoding !== undefined) break;
    reader.write(opening);
    opening = undefined;
  }
  if (encoding !== undefined) for await (const chunk of source.open(path, encoding)) reader.write(chunk);
  else if (opening !== undefined) reader.write(opening);
  reader.end();
}

/** The mark for bytes that are not UTF-8 may also stand in the text itself: read strictly, only such bytes are refused. */
async function refuseDamage(source: SourceFiles, path: string): Promise<void> {
  for await (const _ of source.open(path, "utf-8"));
}

/** The encoding that the XML declaration states; undefined if it states none or UTF-8. Throws ImportError if it is not known. */
function statedEncoding(path: string, opening: string): string | undefined {
  const [, name] = /^\ufeff?<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']+)["']/.exec(opening) ?? [];
  if (name === undefined || /^utf-?8$/i.test(name)) return undefined;
  try {
    // Whoever reads this sees decoded text: a declaration of UTF-16 that could be read so is not true.
    return /^(?:utf-?16|ucs-?2)/i.test(name) ? undefined : new TextDecoder(name).encoding;
  } catch {
    throw new ImportError(path, 1, texts.encoding({ name }));
  }
}

class RecordReader {
  readonly #parser = new SaxesParser({ position: true });
  readonly #path: string;
  readonly #form: XmlForm;
  readonly #take: (record: XmlElement) => void;
  readonly #open: Open[] = [];
  #depth = 0;
  /** Depth of the element that is being passed over; 0 if none is. */
  #passedFrom = 0;
  #line = 1;
  #size = 0;
  /** Characters written since the last tag. */
  #pending = 0;
  #isEmpty = true;

  constructor(path: string, form: XmlForm, take: (record: XmlElement) => void) {
    this.#path = path;
    this.#form = form;
    this.#take = take;
    const parser = this.#parser;
    parser.on("error", (error) => {
      const reason = foreign(error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, ""));
      throw new ImportError(path, parser.line, texts.malformed({ reason }));
    });
    parser.on("doctype", () => this.#refuse(parser.line, texts.doctype()));
    parser.on("opentagstart", () => {
      this.#line = parser.line;
    });
    parser.on("opentag", ({ name, attributes }) =>
      // Without namespace processing attributes are plain texts.
      this.#start(plain(name), attributes as Readonly<Record<string, string>>),
    );
    parser.on("closetag", () => this.#close());
    parser.on("text", (text) => this.#text(text));
    parser.on("cdata", (text) => this.#text(text));
  }

  write(chunk: string): void {
    if (chunk === "") return;
    this.#isEmpty = false;
    // The parser hands over a text or an attribute only when it is complete.
    this.#pending += chunk.length;
    if (this.#pending > LARGEST)
      this.#refuse(this.#line, texts.large({ most: LARGEST, name: this.#open.at(-1)?.name ?? this.#form.roots[0]! }));
    this.#parser.write(chunk);
  }

  end(): void {
    if (this.#isEmpty) throw new ImportError(this.#path, undefined, texts.empty());
    this.#parser.close();
  }

  #start(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#pending = 0;
    if (this.#depth === 0) this.#checkRoot(name, attributes);
    this.#depth += 1;
    if (this.#depth > DEPTH) this.#refuse(this.#line, texts.deep({ most: DEPTH }));
    if (this.#passedFrom > 0) return;
    if (this.#open.length === 0 && this.#form.passed?.has(name)) {
      this.#passedFrom = this.#depth;
      return;
    }
    if (this.#form.marks?.has(name))
      this.#take({ name, line: this.#line, attributes: withoutPrefixes(attributes), children: [], text: "" });
    if (this.#open.length === 0 && !this.#form.records.has(name)) return;
    if (this.#open.length === 0) this.#size = 0;
    const element = { name, line: this.#line, attributes: withoutPrefixes(attributes), children: [], text: "" };
    this.#open.push(element);
  }

  #close(): void {
    this.#pending = 0;
    this.#depth -= 1;
    if (this.#passedFrom > 0) {
      if (this.#depth < this.#passedFrom) this.#passedFrom = 0;
      return;
    }
    const element = this.#open.pop();
    if (!element) return;
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(element);
    else this.#take(element);
  }

  #text(text: string): void {
    const element = this.#open.at(-1);
    if (!element) return;
    this.#size += text.length;
    if (this.#size > LARGEST) this.#refuse(element.line, texts.large({ most: LARGEST, name: this.#open[0]!.name }));
    element.text += text;
  }

  #checkRoot(name: string, attributes: Readonly<Record<string, string>>): void {
    const { roots, namespace } = this.#form;
    if (!roots.includes(name)) this.#refuse(this.#line, texts.root({ wanted: [...roots], found: name }));
    const found = Object.entries(attributes).flatMap(([key, value]) => (/^xmlns(:|$)/.test(key) ? [value] : []));
    if (found.length > 0 && !found.some((each) => each.endsWith(namespace)))
      this.#refuse(this.#line, texts.namespace({ wanted: namespace, found: found[0]! }));
  }

  #refuse(line: number, reason: ReturnType<typeof texts.empty>): never {
    throw new ImportError(this.#path, line, reason);
  }
}

function plain(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const named: Record<string, string> = {};
  for (const name in attributes) {
    const at = name.indexOf(":");
    if (at < 0) named[name] = attributes[name]!;
    else if (!name.startsWith("xmlns:")) named[name.slice(at + 1)] = attributes[name]!;
  }
  return named;
}
