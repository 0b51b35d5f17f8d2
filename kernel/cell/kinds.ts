import { Fault } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import type { CellKind, ProgramLanguage, TagFunction } from "./kind.ts";
import { dot } from "./kinds/dot.ts";
import { html } from "./kinds/html.ts";
import { javascript } from "./kinds/javascript.ts";
import { markdown } from "./kinds/markdown.ts";
import { sql } from "./kinds/sql.ts";
import { tex } from "./kinds/tex.ts";
import { typescript } from "./kinds/typescript.ts";
import { unsupported } from "./kinds/unsupported.ts";

const texts = messages("cell", {
  takenKind: {
    en: "The cell kind {name} already exists.",
    zh: "已有名为 {name} 的单元格类型。",
  },
});

/** Kinds by name, in the order of menus. */
const kinds = new Map<string, CellKind>();
const namesByType = new Map<string, string>();

/** Registers a kind of cell, so that it can be read, run, edited and exchanged. Throws if its name or one of its types is taken. */
export function addCellKind(kind: CellKind): void {
  const types = [kind.type, ...(kind.otherTypes ?? [])];
  const taken = kinds.has(kind.name) ? kind.name : types.find((type) => namesByType.has(type));
  if (taken !== undefined) throw new Fault(texts.takenKind({ name: JSON.stringify(taken) }));
  kinds.set(kind.name, kind);
  for (const type of types) namesByType.set(type, kind.name);
}

for (const kind of [javascript, typescript, markdown, sql, html, tex, dot, ...unsupported]) addCellKind(kind);

/** All kinds, in the order of menus. */
export function cellKinds(): CellKind[] {
  return [...kinds.values()];
}

/** The kinds that can run, which are those that a cell can be changed to. */
export function runnableKinds(): CellKind[] {
  return cellKinds().filter(({ source }) => source !== undefined);
}

/** The kind with a name. An unknown kind is kept under its own name. */
export function kindOf(name: string): CellKind {
  return kinds.get(name) ?? { name, type: name };
}

/** The kind of a script's `type`. An unknown type is kept as a kind of its own. */
export function kindOfType(type: string | undefined): string {
  return namesByType.get(type ?? "") ?? type ?? javascript.name;
}

/** Whether cells of the kind are Markdown. */
export function isMarkdown(name: string): boolean {
  return kindOf(name).markup === "markdown";
}

/** Whether the source of cells of the kind is a database query. */
export function isQuery(name: string): boolean {
  const { source } = kindOf(name);
  return source?.form === "text" && source.query === true;
}

/** The programming language of a kind; undefined for text. */
export function programLanguage(name: string): ProgramLanguage | undefined {
  const { source } = kindOf(name);
  return source?.form === "program" ? source.language : undefined;
}

/** The tag functions that kinds define, by the names that cells use. */
export function tagsOfKinds(): Record<string, TagFunction> {
  const tags: Record<string, TagFunction> = {};
  for (const { source } of kinds.values()) if (source?.form === "text" && source.read) tags[source.tag] = source.read;
  return tags;
}

/** The markup language of a template tag. */
export function markupOfTag(tag: string): CellKind["markup"] {
  return cellKinds().find(({ source }) => source?.form === "text" && source.tag === tag)?.markup;
}

/** The displayed label of a kind; an unknown kind keeps its own name. */
export function labelOf(name: string): Sentence {
  const { label } = kindOf(name);
  return label ? { code: `cell.label.${name}`, texts: label, values: {} } : name;
}
