import { html, nothing, type TemplateResult } from "lit";
import type { Attachment } from "../../../kernel/services/attachment.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import type { TableReading } from "../../../lib/files/table/table-reading.ts";
import type { Message } from "../../../lib/message/message.ts";
import type { Workbench } from "../../actions/action.ts";
import { fileActionTexts } from "../../actions/file-actions.ts";
import { icon } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { writeCount, writeList, writeMoment, writeSize } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";
import { canHoldLines } from "../account/sheet-file.ts";
import { dataTexts } from "../panels/data-texts.ts";
import { fact } from "../panels/dataset-style.ts";
import { encodings } from "./reading-options.ts";

/**
 * Where an own table comes from: its file, and how it was read.
 * @param astray whether the file is kept in this browser, although the notebook stands in a folder
 */
export function ownFacts(
  { file, reading }: NonNullable<DatasetEntry["own"]>,
  attachment: Attachment | null,
  astray: boolean,
): TemplateResult {
  return html`<dl>
    ${fact(say(dataTexts.file()), html`<code>${file}</code>`)} ${fact(say(dataTexts.read()), writeReading(reading))}
    ${attachment ? fileFacts(attachment, astray) : nothing}
  </dl>`;
}

/** Facts on a file of the notebook, apart from its name. */
export function fileFacts({ size, lastModified, sha256 }: Attachment, astray: boolean): TemplateResult {
  return html`${fact(say(dataTexts.size()), writeSize(size))} ${fact(say(dataTexts.modified()), writeMoment(lastModified))}
  ${sha256 === "" ? nothing : fact(say(dataTexts.hash()), html`<code title=${sha256}>${sha256.slice(0, 12)}…</code>`)}
  ${astray ? fact(say(dataTexts.place()), html`${showSentence(say(dataTexts.inBrowser()))}`) : nothing}`;
}

/**
 * Buttons that change how a file is read, and remove it.
 * @param astray whether it is kept in this browser, although the notebook stands in a folder
 * @param label of the first; null for a file in which no tables are looked for
 */
export function ownButtons(
  workbench: Workbench,
  file: string,
  astray: boolean,
  label: Message | null = dataTexts.readAgain(),
): TemplateResult {
  return html`${
    canHoldLines({ name: file })
      ? html`<button class="button" type="button" @click=${() => workbench.computeEmissions(file)}>
        ${icon("graph")}${say(fileActionTexts.computeEmissions())}
      </button>`
      : nothing
  }${
    label
      ? html`<button class="button" type="button" @click=${() => workbench.readAgain(file)}>
        ${icon("edit")}${say(label)}
      </button>`
      : nothing
  }${
    astray
      ? html`<button class="button" type="button" @click=${() => workbench.putBeside(file)}>
        ${icon("download")}${say(dataTexts.putBeside())}
      </button>`
      : nothing
  }<button class="button" type="button" @click=${() => workbench.removeData(file)}>
      ${icon("bin")}${say(dataTexts.remove())}
    </button>`;
}

const formatNames: Readonly<Record<Exclude<TableReading["format"], "delimited" | "workbook">, string>> = {
  json: "JSON",
  jsonlines: "JSON Lines",
  geojson: "GeoJSON",
  topojson: "TopoJSON",
  parquet: "Parquet",
  arrow: "Arrow",
  sqlite: "SQLite",
};

const signTexts: Readonly<Record<string, () => Message>> = {
  ",": dataTexts.commas,
  ";": dataTexts.semicolons,
  "\t": dataTexts.tabs,
  "|": dataTexts.bars,
  " ": dataTexts.spaces,
};

function writeReading(reading: TableReading): string {
  const { format, encoding, delimiter, decimal, header, skip = 0, head = 1, unitRow, foot = 0, part } = reading;
  const parts: string[] = [];
  if (format === "delimited") {
    const signs = signTexts[delimiter ?? ","]?.() ?? delimiter ?? "";
    parts.push(say(dataTexts.delimited({ signs })));
  } else if (format === "workbook") parts.push(say(dataTexts.workbook({ part: part ?? "" })));
  else parts.push(part === undefined ? formatNames[format] : `${formatNames[format]} (${part})`);
  if (encoding !== undefined) parts.push(encodings[encoding] ?? encoding);
  if (decimal === ",") parts.push(say(dataTexts.decimalComma()));
  if (header === false) parts.push(say(dataTexts.noHeader()));
  if (skip > 0) parts.push(say(dataTexts.skipped({ count: writeCount(skip) })));
  if (head > 1) parts.push(say(dataTexts.headRows({ count: head })));
  if (unitRow) parts.push(say(dataTexts.unitRow()));
  if (foot > 0) parts.push(say(dataTexts.footRows({ count: writeCount(foot) })));
  return writeList(parts);
}
