import { kindOf, kindOfType } from "../cell/kinds.ts";
import { type Body, decodeBody, encodeBody, escapedAttribute, normalizeSource } from "./body.ts";
import type { Cell, CellMarkup } from "./notebook.ts";
import { isAttributeName, patchAttribute, readAttributes, renderAttribute } from "./tags.ts";

/** The content of a new cell. */
export interface CellContent {
  readonly kind: string;
  readonly source: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Reserved attributes of a cell's script: id, kind, and the kind of escaping. */
const ownAttributes: readonly string[] = ["id", "type", escapedAttribute];

/** Whether an attribute of this name can be set on a cell. */
export function isCellAttribute(name: string): boolean {
  return isAttributeName(name) && !ownAttributes.includes(name);
}

/** Reads a cell from its markup. */
export function readCell(id: number, markup: CellMarkup): Cell {
  const attributes = readAttributes(markup.open);
  const own = (name: string) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined);
  return {
    type: "cell",
    id,
    kind: kindOfType(own("type")),
    source: decodeBody(bodyOf(markup)),
    attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => !ownAttributes.includes(name))),
    markup,
  };
}

/** Writes a new cell in Notebook Kit's format. */
export function createCell(id: number, { kind, source, attributes = {} }: CellContent, lineEnd: string): Cell {
  const body = encodeBody(normalizeSource(source), undefined, lineEnd);
  const open = ["<script", renderAttribute("id", String(id)), renderAttribute("type", kindOf(kind).type)];
  for (const [name, value] of Object.entries(attributes)) {
    if (isCellAttribute(name)) open.push(renderAttribute(name, value, quoteFor(value)));
  }
  if (body.escaped) open.push(escapedAttribute);
  return readCell(id, { lead: `${lineEnd}  `, open: `${open.join(" ")}>`, body: body.text, close: "</script>" });
}

/** The cell with another source; the rest of its markup is unchanged. */
export function withSource(cell: Cell, source: string): Cell {
  const text = normalizeSource(source);
  if (text === cell.source) return cell;
  const body = encodeBody(text, bodyOf(cell.markup), findLineEnd(cell.markup));
  const open = patchAttribute(cell.markup.open, escapedAttribute, body.escaped ? "" : null);
  return reparse(cell, { ...cell.markup, open, body: body.text });
}

/** The cell with another kind. */
export function withKind(cell: Cell, kind: string): Cell {
  if (kind === cell.kind) return cell;
  return reparse(cell, { ...cell.markup, open: patchAttribute(cell.markup.open, "type", kindOf(kind).type) });
}

/** The cell with an attribute set, or removed if the value is null. */
export function withAttribute(cell: Cell, name: string, value: string | null): Cell {
  const open = patchAttribute(cell.markup.open, name, value);
  return open === cell.markup.open ? cell : reparse(cell, { ...cell.markup, open });
}

/** Parses changed markup, and ensures that it contains the cell's id. */
function reparse({ id }: Cell, markup: CellMarkup): Cell {
  const open = idOf(markup.open) === id ? markup.open : patchAttribute(markup.open, "id", String(id));
  return readCell(id, { ...markup, open });
}

/** The id in a start tag, as Notebook Kit reads it; NaN or not positive if there is none. */
export function idOf(open: string): number {
  const attributes = readAttributes(open);
  return Math.floor(Number(Object.hasOwn(attributes, "id") ? attributes.id : ""));
}

function bodyOf({ open, body }: CellMarkup): Body {
  return { text: body, escaped: Object.hasOwn(readAttributes(open), escapedAttribute) };
}

function findLineEnd({ lead, body }: CellMarkup): string {
  return /\r\n|\n/.exec(body + lead)?.[0] ?? "\n";
}

function quoteFor(value: string): '"' | "'" {
  return value.includes('"') && !value.includes("'") ? "'" : '"';
}
