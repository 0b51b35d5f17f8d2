import { Fault } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import type { CellKind, ProgramLanguage, TagFunction } from "./kind.ts";
import { html } from "./kinds/html.ts";
import { javascript } from "./kinds/javascript.ts";
import { kept } from "./kinds/kept.ts";
import { markdown } from "./kinds/markdown.ts";
import { sql } from "./kinds/sql.ts";
import { tex } from "./kinds/tex.ts";
import { typescript } from "./kinds/typescript.ts";

const said = messages("cell", {
  takenKind: {
    en: "There is a kind of cell {name} already.",
    zh: "已有名为 {name} 的单元格类型。",
  },
});

/** By name, in the order of menus. */
const kinds = new Map<string, CellKind>();
const namesByType = new Map<string, string>();

/** Adds a kind of cell, to be read, run, edited and exchanged from now on. Throws where its name or a type of it is taken. */
export function addCellKind(kind: CellKind): void {
  const types = [kind.type, ...(kind.otherTypes ?? [])];
  const taken = kinds.has(kind.name) ? kind.name : types.find((type) => namesByType.has(type));
  if (taken !== undefined) throw new Fault(said.takenKind({ name: JSON.stringify(taken) }));
  kinds.set(kind.name, kind);
  for (const type of types) namesByType.set(type, kind.name);
}

for (const kind of [javascript, typescript, markdown, sql, html, tex, ...kept]) addCellKind(kind);

/** All kinds, in the order of menus. */
export function cellKinds(): CellKind[] {
  return [...kinds.values()];
}

/** The kinds that run here: what a cell can be made. */
export function runnableKinds(): CellKind[] {
  return cellKinds().filter(({ source }) => source !== undefined);
}

/** The kind of a name. A kind that nobody knows is kept under the name it has. */
export function kindOf(name: string): CellKind {
  return kinds.get(name) ?? { name, type: name };
}

/** The kind of a script of a type. A type we do not know is its own kind, and is kept. */
export function kindOfType(type: string | undefined): string {
  return namesByType.get(type ?? "") ?? type ?? javascript.name;
}

/** Whether a cell of the kind is Markdown for readers. */
export function isMarkdown(name: string): boolean {
  return kindOf(name).markup === "markdown";
}

/** Whether the source of a cell of the kind is a query of the database. */
export function isQuery(name: string): boolean {
  const { source } = kindOf(name);
  return source?.form === "text" && source.query === true;
}

/** The language in which a cell of the kind is a program; undefined for text. */
export function programLanguage(name: string): ProgramLanguage | undefined {
  const { source } = kindOf(name);
  return source?.form === "program" ? source.language : undefined;
}

/** The tags that kinds bring with them, by the names under which cells find them. */
export function tagsOfKinds(): Record<string, TagFunction> {
  const tags: Record<string, TagFunction> = {};
  for (const { source } of kinds.values()) if (source?.form === "text" && source.read) tags[source.tag] = source.read;
  return tags;
}

/** The markup language that the tag before a template reads. */
export function markupOfTag(tag: string): CellKind["markup"] {
  return cellKinds().find(({ source }) => source?.form === "text" && source.tag === tag)?.markup;
}

/** What a kind is called; one that we do not know keeps its own name. */
export function labelOf(name: string): Sentence {
  const { label } = kindOf(name);
  return label ? { code: `cell.label.${name}`, texts: label, values: {} } : name;
}
