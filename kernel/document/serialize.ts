import { createCell } from "./cell.ts";
import type { Cell, Notebook, NotebookPart } from "./notebook.ts";
import { findScriptEnd } from "./script.ts";

/** The text of a notebook file. Parts that were not edited are as in the original file. */
export function serializeNotebook({ parts, cells, attributes, lineEnd }: Notebook): string {
  const missing = parts.some((part) => part.type === "notebook" && part.added);
  const added = missing && (cells.length > 0 || Object.keys(attributes).length > 0);
  const last = parts.findLastIndex(({ type }) => type === "notebook" || type === "cell");
  // From the end, because an unclosed element needs its end tag only if something follows it.
  let text = "";
  for (const [index, part] of [...parts.entries()].toReversed()) {
    if (added && index === last) text = `${lineEnd}</notebook>${lineEnd}${text}`;
    text = renderPart(part, text, added) + text;
  }
  return text;
}

function renderPart(part: NotebookPart, rest: string, added: boolean): string {
  switch (part.type) {
    case "text":
      // A stray “<” must not form a tag with the text that now follows it.
      return part.text.endsWith("<") && /^[a-z!/?]/i.test(rest) ? `${part.text} ` : part.text;
    case "notebook":
      if (!part.added) return part.tag;
      return added ? part.tag || "<notebook>" : "";
    case "translated-title":
      return part.markup;
    case "title":
      return part.markup + (rest === "" ? "" : findMissingEnd(part.markup, "title"));
    case "cell":
      return renderCell(part, rest);
  }
}

function renderCell({ id, kind, source, attributes, markup }: Cell, rest: string): string {
  const { lead, open, body, close } = markup;
  const end = rest === "" ? "" : findMissingEnd(close, "script");
  // If the cell was closed only because of the text after it, it is written again from its source.
  if (body.includes("<!--") && findScriptEnd(body + close + end + rest, 0).end !== body.length) {
    const { markup: anew } = createCell(id, { kind, source, attributes }, "\n");
    return lead + anew.open + anew.body + anew.close;
  }
  return lead + open + body + close + end;
}

/** The missing end tag of an element, or its missing end. */
function findMissingEnd(markup: string, name: string): string {
  if (markup === "" && name === "title") return "";
  if (new RegExp(`</${name}(?:[\\t\\n\\f\\r /][^]*)?>$`, "i").test(markup)) return "";
  return new RegExp(`</${name}[^>]*$`, "i").test(markup) ? ">" : `</${name}>`;
}
