import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const head = '<?xml version="1.0" encoding="UTF-8"?>';

/** The formats of cells by their style from 1 on; style 0 is a plain number. */
export const styles = { hours: 1, builtInHours: 2, localHours: 3, time: 4, day: 5 } as const;
const formats = ["[hh]:mm:ss", null, "[$-409][h]:mm;@", "hh:mm:ss.000", "yyyy-mm-dd"];

/** The parts of a workbook with one sheet `One`, as Excel writes them. */
export function xlsxParts(rows: string, shared = "", properties = ""): Record<string, Uint8Array> {
  const declared = formats.map((code, i) => (code ? `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>` : ""));
  const used = formats.map((code, i) => `<xf numFmtId="${code ? 164 + i : 46}"/>`);
  const relations = ["worksheet", "styles", "sharedStrings"].map(
    (kind, i) =>
      `<Relationship Id="r${i}" Type="${relation}/${kind}" Target="${kind === "worksheet" ? "worksheets/sheet1" : kind}.xml"/>`,
  );
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr ${properties}/><sheets><sheet name="One" sheetId="1" r:id="r0"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations.join("")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts>${declared.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${used.join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${shared}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(head + text)]));
}

export function xlsxOf(parts: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(zipSync(parts));
}

/** Rows of cells in the markup of a sheet: `['t="e"', "#N/A"]` is a cell with an attribute and a value. */
export function rowsOf(rows: readonly (readonly (readonly [attributes: string, value: string])[])[]): string {
  return rows
    .map((row) => `<row>${row.map(([attributes, value]) => `<c ${attributes}><v>${value}</v></c>`).join("")}</row>`)
    .join("");
}
