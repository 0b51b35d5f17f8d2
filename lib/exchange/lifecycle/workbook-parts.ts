/** A cell; null is empty. */
export type WorkbookCell = string | number | null;

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

/** The files of an .xlsx workbook by path; its ZIP archive is the workbook. ECMA-376 part 1, 12 and 18. */
export function workbookParts(sheets: readonly WorkbookSheet[]): Map<string, string> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const path = (at: number) => `worksheets/sheet${at + 1}.xml`;
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${types}.${type}+xml"/>`;
  const overrides = sheets.map((_, at) => override(`xl/${path(at)}`, "worksheet"));
  return new Map([
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override("xl/workbook.xml", "sheet.main")}${overrides.join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${HEAD}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${HEAD}<Relationships xmlns="${packages}/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="${path(at)}"/>`).join("")}</Relationships>`,
    ],
    ...sheets.map(({ rows }, at) => [`xl/${path(at)}`, sheetXml(rows)] as const),
  ]);
}

function sheetXml(rows: WorkbookSheet["rows"]): string {
  const lines = rows.map((cells, at) => {
    const written = cells.map((cell, column) => {
      if (cell === null || cell === "") return "";
      const place = `${columnName(column)}${at + 1}`;
      if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
      return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    });
    return written.some((cell) => cell !== "") ? `<row r="${at + 1}">${written.join("")}</row>` : "";
  });
  return `${HEAD}<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
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

/** Text of XML; control characters, which XML cannot hold, are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/\p{Cc}|[\ufffe\uffff]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ""))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** 0 → A, 26 → AA. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
