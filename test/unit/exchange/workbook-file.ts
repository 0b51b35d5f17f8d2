import { strToU8, zipSync } from "fflate";

type Cell = string | number | null;

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${text}`);
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * A workbook as Excel writes it: texts shared, every second of them in two runs with a reading beside it, empty cells and
 * rows left out, sheets in the order of the workbook and not of their files. ECMA-376 part 1.
 */
export function workbookFile(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const texts: string[] = [];
  const shared = (text: string) => {
    const known = texts.indexOf(text);
    return known >= 0 ? known : texts.push(text) - 1;
  };
  const names = Object.keys(sheets);
  const parts: Record<string, Uint8Array> = {};
  names.forEach((name, i) => {
    const rows = sheets[name]!.map((row, r) => {
      const cells = row.map((cell, c) => {
        if (cell === null || cell === "") return "";
        const at = `${columnName(c)}${r + 1}`;
        return typeof cell === "number"
          ? `<c r="${at}" s="3"><v>${cell}</v></c>`
          : `<c r="${at}" t="s"><v>${shared(cell)}</v></c>`;
      });
      return cells.join("") === "" ? "" : `<row r="${r + 1}" spans="1:${row.length}">${cells.join("")}</row>`;
    });
    const body = `<dimension ref="A1"/><sheetData>${rows.join("")}</sheetData><pageMargins left="0.7" right="0.7"/>`;
    parts[`xl/worksheets/sheet${names.length - i}.xml`] = xml(`<worksheet xmlns="${main}">${body}</worksheet>`);
  });
  const items = texts.map((text, i) => {
    const [a, b] = [text.slice(0, 1), text.slice(1)].map(escaped);
    if (i % 2 === 0) return `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
    return `<si><r><t>${a}</t></r><r><rPr><b/></rPr><t xml:space="preserve">${b}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>`;
  });
  parts["xl/sharedStrings.xml"] = xml(`<sst xmlns="${main}" count="${items.length}">${items.join("")}</sst>`);
  const listed = names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  parts["xl/workbook.xml"] = xml(
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join("")}</sheets></workbook>`,
  );
  const related = names.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${names.length - i}.xml"/>`,
  );
  parts["xl/_rels/workbook.xml.rels"] = xml(`<Relationships>${related.join("")}</Relationships>`);
  return zipSync(parts);
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** The cells of a text with a separator, numbers as numbers. */
export function cellsOf(text: string, separator: string): Cell[][] {
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  return lines.map((line) =>
    line.split(separator).map((field) => {
      if (field === "") return null;
      return Number.isFinite(Number(field)) ? Number(field) : field.replaceAll('"', "");
    }),
  );
}
