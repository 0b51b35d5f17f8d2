import { SaxesParser } from "saxes";
import { RowLines } from "./row-lines.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

/** What a workbook's parts hold, read tag by tag: a sheet of a world input–output table is a hundred megabytes of XML. */
abstract class XmlPart {
  readonly #parser = new SaxesParser();
  readonly #decoder = new TextDecoder();

  constructor() {
    this.#parser.on("opentag", ({ name, attributes }) => this.open(plain(name), attributes as Attributes));
    this.#parser.on("closetag", ({ name }) => this.close(plain(name)));
    this.#parser.on("text", (text) => this.text(text));
  }

  /** Throws an Error of the parser's where it is no XML. */
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

/** Some programs write `x:row`. */
function plain(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The tags of one name with their attributes: sheets of a workbook, relations between its parts. */
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

/** The texts that cells share; runs of one text in different type are joined, readings beside it left out. */
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

/** A sheet as lines. ECMA-376 part 1, 18.3.1. */
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
