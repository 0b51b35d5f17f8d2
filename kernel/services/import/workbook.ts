import { ImportError } from "../../../lib/exchange/mrio/import-error.ts";
import { BinarySheetLines, BinarySheets, BinaryTexts } from "../../../lib/files/container/binary-part.ts";
import { SharedTexts, SheetLines, TagList } from "../../../lib/files/container/xml-part.ts";
import { readZip, type ZipEntry } from "../../../lib/files/container/zip-archive.ts";
import { FileError } from "../../../lib/files/file-error.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";

const said = messages("import", {
  records: {
    en: "records",
    zh: "记录",
  },
  tags: {
    en: "tags",
    zh: "标签",
  },
  missingSheet: {
    en: 'a sheet "{sheet}" was expected in it.',
    zh: "其中应有工作表“{sheet}”。",
  },
  notWorkbook: {
    en: "{path} was expected in it: is it an .xlsx or .xlsb workbook?",
    zh: "其中应有 {path}：这是 .xlsx 或 .xlsb 工作簿吗？",
  },
  damagedBytes: {
    en: "other compressed bytes were expected. Was the file cut or damaged?",
    zh: "压缩内容与预期不符。文件是否被截断或损坏？",
  },
  brokenPart: {
    en: "{form} of a workbook were expected, but they break at {why}.",
    zh: "应有工作簿的{form}，但在此处中断：{why}。",
  },
});

/** The minimum length of a yielded text chunk. */
const CHUNK = 1 << 16;

/** An incremental parser of a part of a workbook. */
interface Reader {
  add(bytes: Uint8Array): void;
  end(): void;
}

/** The names and paths of the sheets, in order. */
type Sheets = readonly { readonly name: string; readonly path: string }[];

/** Streams the sheets of an .xlsx or .xlsb workbook as tab-separated texts. */
export class Workbook {
  readonly #sheets: Sheets;
  readonly #parts: Parts;

  private constructor(parts: Parts, sheets: Sheets) {
    this.#parts = parts;
    this.#sheets = sheets;
  }

  /** Throws ImportError if the file is not such a workbook. */
  static async open(file: Blob, name: string): Promise<Workbook> {
    const parts = new Parts(name, await readZip(file, name));
    const listed = await parts.sheets();
    const main = parts.isBinary ? "xl/workbook.bin" : "xl/workbook.xml";
    const relations = await parts.read(main.replace("xl/", "xl/_rels/").concat(".rels"), new TagList("Relationship"));
    const targets = new Map(relations.found.map(({ Id, Target }) => [Id, Target ?? ""]));
    return new Workbook(
      parts,
      listed.map(({ name, id }) => {
        const target = targets.get(id) ?? "";
        return { name, path: target.startsWith("/") ? target.slice(1) : `xl/${target}` };
      }),
    );
  }

  /** The names of the sheets, in order. */
  get sheets(): readonly string[] {
    return this.#sheets.map(({ name }) => name);
  }

  /** The text of a sheet, by default the first; chunks may end anywhere. Throws ImportError. */
  async *text(sheet: string | undefined, read: (bytes: number) => void): AsyncGenerator<string> {
    const found = sheet === undefined ? this.#sheets[0] : this.#sheets.find(({ name }) => name === sheet);
    if (!found) throw new ImportError(this.#parts.name, undefined, said.missingSheet({ sheet: sheet ?? "1" }));
    const lines = await this.#parts.lines();
    let pending = "";
    for await (const _ of this.#parts.feed(found.path, lines, read)) {
      for (const line of lines.take()) pending += `${line}\n`;
      if (pending.length < CHUNK) continue;
      yield pending;
      pending = "";
    }
    if (pending !== "") yield pending;
  }
}

/** The files in a workbook, in either format. */
class Parts {
  readonly name: string;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(name: string, entries: readonly ZipEntry[]) {
    this.name = name;
    this.#entries = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));
  }

  get isBinary(): boolean {
    return this.#entries.has("xl/workbook.bin");
  }

  async sheets(): Promise<{ name: string; id: string }[]> {
    if (this.isBinary) return (await this.read("xl/workbook.bin", new BinarySheets())).found;
    const { found } = await this.read("xl/workbook.xml", new TagList("sheet"));
    return found.map((sheet) => ({
      name: sheet.name ?? "",
      id: Object.entries(sheet).find(([key]) => /^([^:]+:)?id$/.test(key))?.[1] ?? "",
    }));
  }

  /** The parser of a sheet, with the shared strings. */
  async lines(): Promise<SheetLines | BinarySheetLines> {
    const path = this.isBinary ? "xl/sharedstrings.bin" : "xl/sharedstrings.xml";
    const texts = this.isBinary ? new BinaryTexts() : new SharedTexts();
    if (this.#entries.has(path)) await this.read(path, texts);
    return this.isBinary ? new BinarySheetLines(texts.found) : new SheetLines(texts.found);
  }

  async read<R extends Reader>(path: string, reader: R): Promise<R> {
    for await (const _ of this.feed(path, reader, () => {})) void _;
    return reader;
  }

  /** Feeds a part to its parser, yielding after each chunk. */
  async *feed(path: string, reader: Reader, read: (bytes: number) => void): AsyncGenerator<void> {
    const part = this.#entries.get(path.toLowerCase());
    if (!part) throw new ImportError(this.name, undefined, said.notWorkbook({ path }));
    const stream = (await part.stream(read)).getReader();
    try {
      for (;;) {
        const { done, value } = await stream.read().catch((error: unknown) => {
          if (error instanceof FileError) throw error;
          throw new ImportError(`${this.name}/${path}`, undefined, said.damagedBytes());
        });
        this.#parse(path, () => (done ? reader.end() : reader.add(value)));
        yield;
        if (done) return;
      }
    } finally {
      await stream.cancel().catch(() => {});
    }
  }

  #parse(path: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      const why = error instanceof Fault ? error.said : String((error as Error).message).replace(/\.$/, "");
      const form = path.endsWith(".bin") ? said.records() : said.tags();
      throw new ImportError(`${this.name}/${path}`, undefined, said.brokenPart({ form, why }));
    }
  }
}
