import { SaxesParser } from "saxes";
import { RowLines } from "./row-lines.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

/** Streaming parser of a workbook's XML part: a sheet of a world input–output table has a hundred megabytes of XML. */
abstract class XmlPart {
  readonly #parser = new SaxesParser();
  readonly #decoder = new TextDecoder();

  constructor() {
    this.#parser.on("opentag", ({ name, attributes }) => this.open(plain(name), attributes as Attributes));
    this.#parser.on("closetag", ({ name }) => this.close(plain(name)));
    this.#parser.on("text", (text) => this.text(text));
  }

  /** Throws the parser's error for invalid XML. */
  add(bytes: Uint8Array): void {
    this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.#parser.write(this.#decoder.decode());
    this.#parser.close();
  }

  protected abstract open(name: string, attributes: Attributes): void;
  protected close(_: string): void {}
  protected text(_: string): void {}
}

/** Removes a namespace prefix: some programs write `x:row`. */
function plain(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The attributes of all tags with a name: sheets of a workbook, relations between its parts. */
export class TagList extends XmlPart {
  readonly found: Attributes[] = [];
  readonly #name: string;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  protected override open(name: string, attributes: Attributes): void {
    if (name === this.#name) this.found.push(attributes);
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
    } else if (name === "v" || name === "t") this.#isValue = true;
  }

  protected override close(name: string): void {
    if (name === "v" || name === "t") this.#isValue = false;
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
function columnOf(reference: string | undefined): number | undefined {
  if (!reference) return undefined;
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = 26 * column + letter;
  }
  return column || undefined;
}
