import type { Table } from "apache-arrow";
import { autoType, type DSVRowString } from "d3";
import { readArrow } from "../../lib/files/arrow/arrow-file.ts";
import type { SheetCells } from "../../lib/files/table/table-file.ts";
import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { attachmentName, baseName } from "../attachment/attachment-name.ts";
import { readCells } from "../attachment/cells-json.ts";
import { mediaType } from "../attachment/media-type.ts";
import { readSheets } from "../attachment/sheet-json.ts";
import { textOf } from "../attachment/text-content.ts";
import type { Run } from "../runtime/run.ts";
import type { Attachment } from "../services/attachment.ts";
import type { FileForm } from "../services/file-content.ts";
import type { PageClient } from "../services/page-client.ts";
import { dsvFormat } from "./d3.ts";
import { FileArchive } from "./file-archive.ts";
import type { SQLiteDatabaseClient, SqliteClients } from "./sqlite-client.ts";
import { Workbook } from "./workbook.ts";

const texts = messages("attachment", {
  notText: {
    en: 'A file\'s name is a text; expected `FileAttachment("data.csv")`.',
    zh: '文件名应为文本，例如 `FileAttachment("data.csv")`。',
  },
  brokenJson: {
    en: "“{name}” is not JSON: {reason}",
    zh: "“{name}”不是 JSON：{reason}",
  },
  encoding: { en: "{name}: {note}", zh: "{name}：{note}" },
  packed: {
    en: "“{name}” is within “{archive}”. Take it out of the archive, and add it as a file of its own, to read its tables.",
    zh: "“{name}”在“{archive}”之中。要读取其中的表，请将其从压缩包中取出，并单独添加为文件。",
  },
});

/** How separated text is read. */
export interface DsvOptions {
  /** What separates the columns; `,` by default. */
  readonly delimiter?: string;
  /** Whether rows are arrays, the first of which has the names, instead of objects. */
  readonly array?: boolean;
  /** Whether numbers, dates and booleans are recognised (`autoType`) instead of texts. */
  readonly typed?: boolean | "auto";
  /** As in `text`. */
  readonly encoding?: string;
}

/**
 * `FileAttachment` of one run. `files` are the known files of the notebook, `sqlite` gives what opens databases, and `warn` takes what
 * the reader of the cell should know of a file.
 */
export function fileAttachmentOf(
  page: Pick<PageClient, "file">,
  run: Run,
  files: readonly Attachment[],
  sqlite: () => SqliteClients,
  warn: (note: Message) => void,
) {
  return function FileAttachment(name: string): NotebookFile {
    if (typeof name !== "string") throw new Fault(texts.notText());
    const path = attachmentName(name);
    return new NotebookFile(
      path,
      files.find((file) => file.name === path),
      (form) => page.file(run, path, form),
      sqlite,
      warn,
    );
  };
}

/** What of a file is known before it is read. */
type Known = Pick<Attachment, "mimeType" | "size" | "lastModified">;

type Read = (
  form: FileForm,
) => Promise<{ readonly attachment: Pick<Attachment, "tables">; readonly bytes: Uint8Array<ArrayBuffer> }>;

/** A file of the notebook, as in Observable: its content is read when a method asks for it. */
export class NotebookFile {
  readonly #path: string;
  readonly #known: Known | undefined;
  readonly #read: Read;
  readonly #sqlite: () => SqliteClients;
  readonly #warn: (note: Message) => void;

  constructor(
    path: string,
    known: Known | undefined,
    read: Read,
    sqlite: () => SqliteClients,
    warn: (note: Message) => void,
  ) {
    this.#path = path;
    this.#known = known;
    this.#read = read;
    this.#sqlite = sqlite;
    this.#warn = warn;
  }

  /** Its name without a folder. */
  get name(): string {
    return baseName(this.#path);
  }

  /** Its path relative to the notebook. */
  get path(): string {
    return this.#path;
  }

  get mimeType(): string {
    return this.#known?.mimeType ?? mediaType(this.#path);
  }

  /** In bytes; undefined if the file is unknown. */
  get size(): number | undefined {
    return this.#known?.size;
  }

  /** Milliseconds since 1970; undefined if the file is unknown. */
  get lastModified(): number | undefined {
    return this.#known?.lastModified;
  }

  /** Its address relative to the notebook. */
  get href(): string {
    return this.#path.split("/").map(encodeURIComponent).join("/");
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#read("bytes")).bytes;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.bytes()).buffer;
  }

  async blob(): Promise<Blob> {
    return new Blob([await this.bytes()], { type: this.mimeType });
  }

  async stream(): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    return (await this.blob()).stream();
  }

  /** An address that contains the file, for the attributes of elements. */
  async url(): Promise<string> {
    const bytes = await this.bytes();
    let text = "";
    for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
    return `data:${this.mimeType};base64,${btoa(text)}`;
  }

  /** @param encoding a label of the Encoding Standard; by default that of the file, as it was recognised when it was added */
  async text(encoding?: string): Promise<string> {
    const { attachment, bytes } = await this.#read("bytes");
    const { text, note } = textOf(this.name, bytes, encoding ?? encodingOf(attachment));
    if (note) this.#warn(texts.encoding({ name: this.name, note }));
    return text;
  }

  async json(): Promise<unknown> {
    const text = await this.text();
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Fault(texts.brokenJson({ name: this.name, reason: (error as Error).message }));
    }
  }

  async dsv({ delimiter = ",", array = false, typed = false, encoding }: DsvOptions = {}): Promise<unknown[]> {
    const format = dsvFormat(delimiter);
    const text = await this.text(encoding);
    if (array) return typed ? format.parseRows(text, (row) => autoType(row)) : format.parseRows(text);
    return typed ? format.parse(text, autoType as (row: DSVRowString) => object) : format.parse(text);
  }

  csv(options: Omit<DsvOptions, "delimiter"> = {}): Promise<unknown[]> {
    return this.dsv({ ...options, delimiter: "," });
  }

  tsv(options: Omit<DsvOptions, "delimiter"> = {}): Promise<unknown[]> {
    return this.dsv({ ...options, delimiter: "\t" });
  }

  async arrow(): Promise<Table> {
    return readArrow(await this.bytes(), this.name);
  }

  async parquet(): Promise<Table> {
    return readArrow((await this.#read("arrow")).bytes, this.name);
  }

  async xlsx(): Promise<Workbook> {
    return new Workbook(readSheets((await this.#read("sheets")).bytes), this.name);
  }

  /** All cells of its sheets, as `account.read` takes them: of a workbook, or of a delimited text as its one sheet. */
  async sheets(): Promise<SheetCells[]> {
    return readCells((await this.#read("cells")).bytes);
  }

  async html(): Promise<Document> {
    return new DOMParser().parseFromString(await this.text(), "text/html");
  }

  async xml(type: DOMParserSupportedType = "application/xml"): Promise<Document> {
    return new DOMParser().parseFromString(await this.text(), type);
  }

  /** @param properties of the image element, such as `width` */
  async image(properties: Partial<HTMLImageElement> = {}): Promise<HTMLImageElement> {
    return Object.assign(document.createElement("img"), properties, { src: await this.url() });
  }

  /** The files of a zip archive: `filenames`, and `file(name)`, which is a file like this one. */
  async zip(): Promise<FileArchive<NotebookFile>> {
    const archive = this.name;
    return FileArchive.open(await this.bytes(), archive, ({ path, size }, unpack) => {
      const known = { mimeType: mediaType(path), size, lastModified: this.lastModified ?? 0 };
      const read: Read = async (form) => {
        if (form !== "bytes") throw new Fault(texts.packed({ name: path, archive }));
        return { attachment: { tables: {} }, bytes: await unpack() };
      };
      return new NotebookFile(path, known, read, this.#sqlite, this.#warn);
    });
  }

  /** A client of a database of SQLite, in memory: what its statements change is not saved. */
  async sqlite(): Promise<SQLiteDatabaseClient> {
    return this.#sqlite().open(this);
  }
}

/** How many bytes are passed to a function at once. */
const PIECE = 1 << 13;

function encodingOf({ tables }: Pick<Attachment, "tables">): string | undefined {
  return Object.values(tables).find(({ reading }) => reading.encoding !== undefined)?.reading.encoding;
}
