import type { Notebook, NotebookPart } from "./notebook.ts";
import { fromParts, parseNotebook } from "./parse.ts";
import { serializeNotebook } from "./serialize.ts";
import { readAttributes } from "./tags.ts";
import { findTokens } from "./tokens.ts";

/**
 * The script with the conversation of a notebook. It stands after the notebook element, where no reader of notebooks looks for cells,
 * and is no part of the history of edits: a question is no edit that could be undone.
 */
const TYPE = "application/yuheng-dialogue+json";

/** The version of the format. A script of another version is kept and not read. */
const VERSION = "1";

interface FoundScript {
  readonly part: number;
  /** The whole element in the text of its part, with the line break before it. */
  readonly from: number;
  readonly to: number;
  readonly version: string;
  readonly body: string;
}

/** The JSON text of a notebook's conversation; null if the file has none in this version of the format. */
export function readDialogue(notebook: Pick<Notebook, "parts">): string | null {
  const found = findScript(notebook.parts);
  return found?.version === VERSION ? found.body : null;
}

/**
 * The notebook with another conversation, as JSON text, or with none. Cells, title and all else of the file are kept byte for byte.
 */
export function withDialogue(notebook: Notebook, json: string | null): Notebook {
  const { parts, lineEnd, problems } = notebook;
  const found = findScript(parts);
  if (!found && json === null) return notebook;
  const script =
    json === null ? "" : `${lineEnd}<script type="${TYPE}" data-version="${VERSION}">${inScript(json)}</script>`;
  const changed = found ? replaced(parts, found, script) : added(parts, script, lineEnd);
  return { ...fromParts(changed, lineEnd), problems };
}

/** The text of a notebook file without its conversation. */
export function withoutDialogue(text: string): string {
  const notebook = parseNotebook(text);
  const without = withDialogue(notebook, null);
  return without === notebook ? text : serializeNotebook(without);
}

function replaced(parts: readonly NotebookPart[], { part, from, to }: FoundScript, script: string): NotebookPart[] {
  const { text } = parts[part] as { text: string };
  return parts.with(part, { type: "text", text: text.slice(0, from) + script + text.slice(to) });
}

/** Puts the script after the end of the notebook element; before its start in a file that does not close it. */
function added(parts: readonly NotebookPart[], script: string, lineEnd: string): NotebookPart[] {
  for (const [at, part] of [...parts.entries()].toReversed()) {
    if (part.type !== "text") continue;
    const end = [...findTokens(part.text)].findLast((token) => token.type === "end" && token.name === "notebook");
    if (!end) continue;
    return parts.with(at, { type: "text", text: part.text.slice(0, end.to) + script + part.text.slice(end.to) });
  }
  const start = parts.findIndex(({ type }) => type === "notebook");
  return parts.toSpliced(start, 0, { type: "text", text: script.trimStart() + lineEnd });
}

function findScript(parts: readonly NotebookPart[]): FoundScript | undefined {
  for (const [index, part] of parts.entries()) {
    if (part.type !== "text") continue;
    for (const token of findTokens(part.text)) {
      if (token.type !== "start" || token.name !== "script" || !token.content?.closed) continue;
      const attributes = readAttributes(part.text.slice(token.from, token.to));
      if (attributes.type !== TYPE) continue;
      const lead = /\r?\n$/.exec(part.text.slice(0, token.from))?.[0].length ?? 0;
      return {
        part: index,
        from: token.from - lead,
        to: token.content.to,
        version: attributes["data-version"] ?? "",
        body: part.text.slice(token.to, token.content.end),
      };
    }
  }
  return undefined;
}

/** JSON whose text cannot end the script or begin a comment in it. */
function inScript(json: string): string {
  return json.replaceAll("<", "\\u003c");
}
