import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import { type LineChange, textOf } from "./line-difference.ts";
import type { AttributeReplacements, CellPatch, NotebookPatch, Replacement } from "./patch.ts";
import { isPatch, mark } from "./write-patch.ts";

const texts = messages("document", {
  newerPatch: {
    en: "This patch was written by a newer version of Yuheng, and cannot be read here.",
    zh: "这个补丁由更新版本的玉衡写成，在此无法读取。",
  },
  notPatch: {
    en: "This is not a patch of a notebook.",
    zh: "这不是笔记本的补丁。",
  },
  unreadableLine: {
    en: "Line {number} of the patch cannot be understood: “{line}”.",
    zh: "补丁第 {number} 行无法理解：“{line}”。",
  },
  patchWithoutBase: {
    en: "This patch does not say which version of which notebook it changes.",
    zh: "这个补丁没有说明针对哪个笔记本的哪个版本。",
  },
  patchOrder: {
    en: "The order in this patch is not a list of cells.",
    zh: "这个补丁中的顺序不是单元格列表。",
  },
  incompleteCell: {
    en: "Cell {cell} in line {line} of the patch is incomplete.",
    zh: "补丁第 {line} 行的单元格 {cell} 内容不完整。",
  },
});

/** Thrown for a text that is not a valid patch. */
export class PatchError extends Fault {
  override name = "PatchError";
}

/** Reads a patch. Throws PatchError with the line that cannot be understood. */
export function readPatch(text: string): NotebookPatch {
  const lines = text.replaceAll("\r\n", "\n").replace(/\n$/, "").split("\n");
  if (lines[0] !== mark) {
    throw new PatchError(isPatch(text) ? texts.newerPatch() : texts.notPatch());
  }
  let notebook: string | undefined;
  let base: string | undefined;
  let title: Replacement<string> | undefined;
  let order: readonly number[] | undefined;
  const titles = new Map<string, Replacement<string | null>>();
  const settings = new Map<string, Replacement<string | null>>();
  const cells: CellPatch[] = [];
  let open: Section | undefined;
  const close = () => {
    if (open) cells.push(cellOf(open));
    open = undefined;
  };
  for (const [i, line] of lines.entries()) {
    const wrong = () => new PatchError(texts.unreadableLine({ number: i + 1, line: line.slice(0, 80) }));
    if (i === 0 || line.trim() === "") continue;
    const section = /^cell (\d+) (changed|deleted|added after (?:(\d+)|the title))$/.exec(line);
    if (section) {
      close();
      const [, id, what = "", after] = section;
      const type = what.startsWith("added") ? "added" : (what as "changed" | "deleted");
      open = {
        type,
        line: i + 1,
        cell: Number(id),
        after: after === undefined ? null : Number(after),
        fields: [],
        lines: [],
      };
    } else if (open) {
      const source = /^([ +-])\|(.*)$/s.exec(line);
      const field = /^ {2}(kind|@\S+): (.+)$/s.exec(line);
      if (source) open.lines.push([source[1] as LineChange[0], source[2]!]);
      else if (field) open.fields.push([field[1]!, readLineValue(field[2]!) ?? fail(wrong())]);
      else throw wrong();
    } else {
      const [, name = "", rest = ""] = /^([a-z]+(?: \S+)?): (.+)$/s.exec(line) ?? [];
      if (name === "notebook") notebook = readText(rest) ?? fail(wrong());
      else if (name === "base") base = /^sha256 ([0-9a-f]{64})$/.exec(rest)?.[1] ?? fail(wrong());
      else if (name === "title") title = textReplacement(readLineValue(rest)) ?? fail(wrong());
      else if (name === "order") order = rest.split(" ").map(Number);
      else if (name.startsWith("title "))
        titles.set(name.slice(6), replacementOf(readLineValue(rest)) ?? fail(wrong()));
      else if (name.startsWith("setting "))
        settings.set(name.slice(8), replacementOf(readLineValue(rest)) ?? fail(wrong()));
      else throw wrong();
    }
  }
  close();
  if (notebook === undefined || base === undefined) throw new PatchError(texts.patchWithoutBase());
  if (order?.some((id) => !Number.isSafeInteger(id))) throw new PatchError(texts.patchOrder());
  return {
    notebook,
    base,
    titles: Object.fromEntries(titles),
    settings: Object.fromEntries(settings),
    cells,
    ...(title ? { title } : {}),
    ...(order ? { order } : {}),
  };
}

/** The value of a line: a single value, or a replacement. */
type LineValue = { readonly one: string | null } | { readonly replacement: Replacement<string | null> };

interface Section {
  readonly type: CellPatch["type"];
  readonly line: number;
  readonly cell: number;
  readonly after: number | null;
  readonly fields: [string, LineValue][];
  readonly lines: LineChange[];
}

function cellOf({ type, line, cell, after, fields, lines }: Section): CellPatch {
  const wrong = () => new PatchError(texts.incompleteCell({ cell, line }));
  if (type === "changed") {
    const replacements = fields.map(([name, value]) => [name, replacementOf(value) ?? fail(wrong())] as const);
    const kind = textReplacement(fields.find(([name]) => name === "kind")?.[1]);
    const attributes: AttributeReplacements = Object.fromEntries(
      replacements.flatMap(([name, change]) => (name === "kind" ? [] : [[name.slice(1), change]])),
    );
    const source: Replacement<string> | undefined =
      lines.length > 0 ? [textOf(lines, "before"), textOf(lines, "after")] : undefined;
    return { type, cell, attributes, ...(kind ? { kind } : {}), ...(source ? { source } : {}) };
  }
  const own = new Map(fields.map(([name, value]) => [name, ("one" in value ? value.one : null) ?? fail(wrong())]));
  const kind = own.get("kind") ?? fail(wrong());
  own.delete("kind");
  const source = textOf(lines, type === "added" ? "after" : "before");
  const attributes = Object.fromEntries([...own].map(([name, value]) => [name.slice(1), value]));
  const content = { kind, source, attributes };
  return type === "added" ? { type, cell, after, content } : { type, cell, content };
}

function readLineValue(text: string): LineValue | undefined {
  const arrow = /^(null|"(?:[^"\\]|\\.)*") → (null|"(?:[^"\\]|\\.)*")$/.exec(text);
  if (arrow) {
    const [from, to] = [readSide(arrow[1]!), readSide(arrow[2]!)];
    return from === undefined || to === undefined ? undefined : { replacement: [from, to] };
  }
  const one = readText(text);
  return one === undefined ? undefined : { one };
}

function replacementOf(value: LineValue | undefined): Replacement<string | null> | undefined {
  return value && "replacement" in value ? value.replacement : undefined;
}

function textReplacement(value: LineValue | undefined): Replacement<string> | undefined {
  const [from, to] = replacementOf(value) ?? [];
  return typeof from === "string" && typeof to === "string" ? [from, to] : undefined;
}

/** One side of a replacement; undefined if its text is not JSON. */
function readSide(text: string): string | null | undefined {
  return text === "null" ? null : readText(text);
}

function readText(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

function fail(error: Error): never {
  throw error;
}
