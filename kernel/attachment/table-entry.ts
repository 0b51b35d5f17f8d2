import type { ColumnType } from "../../lib/files/table/table-reading.ts";
import { messages } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import type { AttachedTable, Attachment } from "../services/attachment.ts";
import type { DatasetEntry } from "../services/catalogue.ts";

const texts = messages("attachment", {
  summary: { en: "A table in your file {file}.", zh: "您的文件 {file} 中的表。" },
  licence: { en: "no licence stated", zh: "未说明许可" },
});

/** The types of columns as Arrow names them. */
const arrowTypes: Readonly<Record<ColumnType, string>> = {
  text: "Utf8",
  integer: "Int32",
  number: "Float64",
  boolean: "Bool",
  date: "Date",
  datetime: "Date",
};

/**
 * The entry of a table in a notebook's own file, so that it is a dataset like those of the catalogue: in SQL, in the data panel, in
 * completion and in the trail.
 * @param stored its length, and a hash that changes with the file and with how it is read
 */
export function tableEntry(
  attachment: Attachment,
  name: string,
  { reading, rows }: AttachedTable,
  stored: Pick<DatasetEntry, "bytes" | "sha256">,
): DatasetEntry {
  const file = attachment.name;
  const title = reading.part === undefined ? file : `${file} · ${reading.part}`;
  const date = new Date(attachment.lastModified).toISOString().slice(0, 10);
  const [summary, licence] = [texts.summary({ file }), texts.licence()];
  return {
    name,
    title,
    title_zh: title,
    summary: writeMessage(summary),
    kind: "own",
    file: `${name}.arrow`,
    format: "arrow",
    rows,
    ...stored,
    columns: reading.columns.map((column) => ({
      name: column.name,
      type: arrowTypes[column.type],
      unit: column.unit === "" ? "none" : column.unit,
      description: "",
    })),
    years: null,
    vintage: date,
    publisher: file,
    citation: "",
    licence: writeMessage(licence),
    licence_url: null,
    licence_confirmed: false,
    source: attachment.sha256 === "" ? file : `${file} (SHA-256 ${attachment.sha256})`,
    traps: [],
    share_alike: false,
    own: { file, reading, version: stored.sha256 },
    said: {
      summary,
      licence,
      columns: reading.columns.map(({ unit }) => ({ unit: unit === "" ? "none" : unit, description: noWords })),
      traps: [],
    },
  };
}

const noWords = messages("attachment", { none: { en: "", zh: "" } }).none();
