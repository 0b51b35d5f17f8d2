import { strToU8, Zip, ZipDeflate } from "fflate";
import { CellStyles } from "./cell-styles.ts";
import { cellXml, columnName, escapedXml, type WorkbookSheet } from "./written-cell.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
/** The first moment that a ZIP archive can state, in local time as it asks. */
const EPOCH = new Date(1980, 0, 1);
/** Characters that are packed at once. */
const CHUNK = 1 << 18;

/** The files of an .xlsx workbook by path; its ZIP archive is the workbook. ECMA-376 part 1, 12 and 18. */
export function workbookParts(sheets: readonly WorkbookSheet[]): Map<string, string> {
  return new Map([...writtenParts(sheets)].map(([path, pieces]) => [path, [...pieces].join("")]));
}

/** The bytes of an .xlsx workbook. The same sheets give the same bytes; rows are packed as they come. */
export function workbookBytes(sheets: readonly WorkbookSheet[]): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let failure: unknown;
  const zip = new Zip((error, data) => {
    if (error) failure = error;
    else chunks.push(data);
  });
  for (const [path, pieces] of writtenParts(sheets)) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = EPOCH;
    zip.add(file);
    let held = "";
    for (const piece of pieces) {
      held += piece;
      if (held.length < CHUNK) continue;
      file.push(strToU8(held));
      held = "";
    }
    file.push(strToU8(held), true);
  }
  zip.end();
  if (failure) throw failure;
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Styles come last: sheets say which there are. */
function* writtenParts(sheets: readonly WorkbookSheet[]): Generator<readonly [path: string, pieces: Iterable<string>]> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const path = (at: number) => `worksheets/sheet${at + 1}.xml`;
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${types}.${type}+xml"/>`;
  const overrides = [
    override("xl/workbook.xml", "sheet.main"),
    ...sheets.map((_, at) => override(`xl/${path(at)}`, "worksheet")),
    override("xl/styles.xml", "styles"),
  ];
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const related = (items: readonly string[]) => [
    `${HEAD}<Relationships xmlns="${packages}/relationships">${items.join("")}</Relationships>`,
  ];
  yield [
    "[Content_Types].xml",
    [
      `${HEAD}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join("")}</Types>`,
    ],
  ];
  yield ["_rels/.rels", related([relation("rId1", "officeDocument", "xl/workbook.xml")])];
  yield [
    "xl/workbook.xml",
    [
      `${HEAD}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>${names.map((name, at) => `<sheet name="${escapedXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
    ],
  ];
  yield [
    "xl/_rels/workbook.xml.rels",
    related([
      ...sheets.map((_, at) => relation(`rId${at + 1}`, "worksheet", path(at))),
      relation(`rId${sheets.length + 1}`, "styles", "styles.xml"),
    ]),
  ];
  const styles = new CellStyles();
  for (const [at, sheet] of sheets.entries()) yield [`xl/${path(at)}`, sheetXml(sheet, styles)];
  yield ["xl/styles.xml", [`${HEAD}${styles.xml()}`]];
}

function* sheetXml({ rows, widths = [], frozen = 0 }: WorkbookSheet, styles: CellStyles): Generator<string> {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const view =
    frozen === 0
      ? ""
      : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  yield `${HEAD}<worksheet xmlns="${main}">${view}${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>`;
  let at = 0;
  for (const cells of rows) {
    at++;
    const isHead = at <= frozen;
    const written = cells.map((cell, i) => cellXml(cell, `${columnName(i)}${at}`, styles.of(cell, isHead))).join("");
    if (written !== "") yield `<row r="${at}">${written}</row>`;
  }
  yield "</sheetData></worksheet>";
}

/** Names that Excel takes: at most 31 characters, none of []:*?/\, no two alike. */
function sheetNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name, at) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\]/g, " ")
        .replaceAll(/^'|'$/g, "")
        .trim()
        .slice(0, 27) || `Sheet ${at + 1}`;
    let free = plain;
    for (let count = 2; used.has(free.toLowerCase()); count++) free = `${plain} ${count}`;
    used.add(free.toLowerCase());
    return free;
  });
}
