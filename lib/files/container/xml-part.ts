import { SaxesParser } from "saxes";
import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import { markedEncoding } from "./encoding-mark.ts";
import { RowLines } from "./row-lines.ts";

const said = messages("import", {
  wrongEncoding: {
    en: "bytes that are not {encoding}, the encoding of its XML",
    zh: "不属于其 XML 编码 {encoding} 的字节",
  },
});

export type Attributes = Readonly<Record<string, string | undefined>>;

/** Bytes in which the encoding of an XML text is declared. */
const HEAD = 256;

/** Streaming parser of a workbook's XML part: a sheet of a world input–output table has a hundred megabytes of XML. */
export abstract class XmlPart {
  readonly #parser = new SaxesParser();
  #decoder: TextDecoder | null = null;
  #head = new Uint8Array(0);

  constructor() {
    this.#parser.on("opentag", ({ name, attributes }) => this.open(plain(name), attributes as Attributes));
    this.#parser.on("closetag", ({ name }) => this.close(plain(name)));
    this.#parser.on("text", (text) => this.text(text));
    this.#parser.on("cdata", (text) => this.text(text));
  }

  /** Throws the parser's error for invalid XML, and a Fault for bytes that its encoding does not have. */
  add(bytes: Uint8Array): void {
    if (this.#decoder) {
      this.#write(bytes, true);
      return;
    }
    const head = new Uint8Array(this.#head.length + bytes.length);
    head.set(this.#head);
    head.set(bytes, this.#head.length);
    this.#head = head;
    if (head.length >= HEAD) this.#begin();
  }

  end(): void {
    if (!this.#decoder) this.#begin();
    this.#write(new Uint8Array(0), false);
    this.#parser.close();
  }

  #begin(): void {
    this.#decoder = new TextDecoder(xmlEncoding(this.#head), { fatal: true });
    this.#write(this.#head, true);
    this.#head = new Uint8Array(0);
  }

  #write(bytes: Uint8Array, stream: boolean): void {
    let text: string;
    try {
      text = this.#decoder!.decode(bytes, { stream });
    } catch {
      throw new Fault(said.wrongEncoding({ encoding: this.#decoder!.encoding.toUpperCase() }));
    }
    this.#parser.write(text);
  }

  protected abstract open(name: string, attributes: Attributes): void;
  protected close(_: string): void {}
  protected text(_: string): void {}
}

/** The encoding of an XML text by its byte order mark, its zero bytes or its declaration; else UTF-8 (XML 1.0, appendix F). */
function xmlEncoding(head: Uint8Array): string {
  const marked = markedEncoding(head);
  if (marked) return marked;
  if (head[0] === 0x3c && head[1] === 0) return "utf-16le";
  if (head[0] === 0 && head[1] === 0x3c) return "utf-16be";
  const start = new TextDecoder("latin1").decode(head.subarray(0, HEAD));
  const [, declared = "utf-8"] = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start) ?? [];
  try {
    const { encoding } = new TextDecoder(declared);
    // A declaration that could be read is not of UTF-16.
    return encoding.startsWith("utf-16") ? "utf-8" : encoding;
  } catch {
    return "utf-8";
  }
}

/** Removes a namespace prefix: some programs write `x:row`. */
function plain(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The attributes of all tags with one of some names: sheets of a workbook, relations between its parts. */
export class TagList extends XmlPart {
  readonly found: Attributes[] = [];
  readonly #names: readonly string[];

  constructor(...names: readonly string[]) {
    super();
    this.#names = names;
  }

  protected override open(name: string, attributes: Attributes): void {
    if (this.#names.includes(name)) this.found.push(attributes);
  }
}

/** The shared strings; the runs of a rich text are joined, and phonetic readings omitted. */
export class SharedTexts extends XmlPart {
  readonly found: string[] = [];
  #text = "";
  #isText = false;
  #isReading = false;

  protected override open(name: string): void {
    if (name === "si") this.#text = "";
    else if (name === "rPh") this.#isReading = true;
    else if (name === "t") this.#isText = !this.#isReading;
  }

  protected override close(name: string): void {
    if (name === "si") this.found.push(this.#text);
    else if (name === "rPh") this.#isReading = false;
    else if (name === "t") this.#isText = false;
  }

  protected override text(text: string): void {
    if (this.#isText) this.#text += text;
  }
}

/** Converts a sheet to lines. ECMA-376 part 1, 18.3.1. */
export class SheetLines extends XmlPart {
  readonly #texts: readonly string[];
  readonly #rows = new RowLines();
  #column = 0;
  #kind = "n";
  #value = "";
  #isValue = false;
  #isReading = false;

  constructor(texts: readonly string[]) {
    super();
    this.#texts = texts;
  }

  take(): string[] {
    return this.#rows.take();
  }

  protected override open(name: string, attributes: Attributes): void {
    if (name === "row") {
      this.#rows.row(attributes.r === undefined ? undefined : Number(attributes.r));
      this.#column = 0;
    } else if (name === "c") {
      this.#column = columnOf(attributes.r) ?? this.#column + 1;
      this.#kind = attributes.t ?? "n";
      this.#value = "";
    } else if (name === "rPh") this.#isReading = true;
    else if (name === "v" || name === "t") this.#isValue = !this.#isReading;
  }

  protected override close(name: string): void {
    if (name === "v" || name === "t") this.#isValue = false;
    else if (name === "rPh") this.#isReading = false;
    else if (name === "c") {
      const isShared = this.#kind === "s" && this.#value !== "";
      this.#rows.cell(this.#column, isShared ? (this.#texts[Number(this.#value)] ?? "") : this.#value);
    } else if (name === "row") this.#rows.endRow();
  }

  protected override text(text: string): void {
    if (this.#isValue) this.#value += text;
  }
}

/** "AB12" → 28, from 1. */
export function columnOf(reference: string | undefined): number | undefined {
  if (!reference) return undefined;
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = 26 * column + letter;
  }
  return column || undefined;
}
