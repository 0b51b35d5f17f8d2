import { messages, type Sentence } from "../../lib/message/message.ts";
import { kindOf, labelOf } from "../cell/kinds.ts";
import type { CompiledCell } from "./cell.ts";

const texts = messages("cell.summary", {
  defines: { en: "defines {names:comma}", zh: "定义 {names:comma}" },
  definesMore: { en: "defines {names:comma} and {more} more", zh: "定义 {names:comma} 及另外 {more} 个" },
  reads: { en: "reads {names:comma}", zh: "读取 {names:comma}" },
  readsMore: { en: "reads {names:comma} and {more} more", zh: "读取 {names:comma} 及另外 {more} 个" },
  text: { en: "text", zh: "文字" },
  formula: { en: "formula", zh: "公式" },
  figure: { en: "figure", zh: "图" },
  table: { en: "table", zh: "表格" },
  input: { en: "input", zh: "输入" },
  test: { en: "checks", zh: "检验" },
  exercise: { en: "exercise", zh: "练习" },
  value: { en: "value", zh: "数值" },
});

/** What a cell shows, as far as its source tells. */
export type Shown = "text" | "formula" | "figure" | "table" | "input" | "test" | "exercise" | "value";

/** What a cell is about, found without running it. */
export interface CellSummary {
  /** The names that it defines. */
  readonly defines: readonly string[];
  /** The names of other cells that it reads. */
  readonly reads: readonly string[];
  /** What it shows, if it defines nothing. */
  readonly shows: Shown | null;
}

/** Of a longer list of names only these many are written. */
const MOST_NAMES = 4;

type SourceCell = { readonly kind: string; readonly source: string };
type Compiled = Pick<CompiledCell, "outputs" | "inputs" | "autodisplay">;

/**
 * Summarises a cell by its compiled code.
 * @param declares whether a cell of the notebook declares a name; others are built in
 */
export function summarizeCell(cell: SourceCell, compiled: Compiled, declares: (name: string) => boolean): CellSummary {
  const { outputs, inputs } = compiled;
  return {
    defines: outputs,
    reads: inputs.filter((name) => declares(name) && !outputs.includes(name)),
    shows: outputs.length > 0 ? null : shownBy(cell, compiled),
  };
}

/** The parts of a summary, beginning with the kind of the cell: “JavaScript”, “defines `year`”, “reads `world`”. */
export function partsOfSummary(kind: string, { defines, reads, shows }: CellSummary): Sentence[] {
  const parts: Sentence[] = [labelOf(kind)];
  if (defines.length > 0) parts.push(listed(defines, texts.defines, texts.definesMore));
  // Text in Markdown says nothing that its kind does not.
  else if (shows && !(shows === "text" && kindOf(kind).markup === "markdown")) parts.push(texts[shows]());
  if (reads.length > 0) parts.push(listed(reads, texts.reads, texts.readsMore));
  return parts;
}

function listed(names: readonly string[], whole: typeof texts.defines, cut: typeof texts.definesMore): Sentence {
  const code = (list: readonly string[]) => list.map((name) => `\`${name}\``);
  if (names.length <= MOST_NAMES + 1) return whole({ names: code(names) });
  return cut({ names: code(names.slice(0, MOST_NAMES)), more: names.length - MOST_NAMES });
}

/** The first pattern that a source contains decides what it shows. */
const patterns: readonly (readonly [RegExp, Shown])[] = [
  [/^\s*exercise\s*\(/, "exercise"],
  [/^\s*test\s*\(/m, "test"],
  [/\bPlot\.|\bcharts\.|\b(?:svg|dot)(?:\.\w+)?`|<svg\b|<canvas\b|\bd3\.create\b/, "figure"],
  [/\bInputs\.table\b|<table\b/, "table"],
  [/\bview\s*\(|\bInputs\./, "input"],
  [/\b(?:md|html)(?:\.\w+)?`/, "text"],
  [/\btex(?:\.\w+)?`/, "formula"],
];

/** What a cell shows, whether or not it also defines names; null if it shows nothing. */
export function displayedBy(cell: SourceCell, compiled: Compiled): Shown | null {
  const { kind, source } = cell;
  if (kindOf(kind).source?.form !== "program") return shownBy(cell, compiled);
  return compiled.autodisplay || /\b(?:display|view|test)\s*\(/.test(source) ? shownBy(cell, compiled) : null;
}

function shownBy({ kind, source }: SourceCell, { autodisplay }: Compiled): Shown | null {
  const declared = kindOf(kind).source;
  if (declared?.form === "text") {
    if (declared.query) return autodisplay ? "table" : null;
    return declared.shows ?? "text";
  }
  const found = patterns.find(([pattern]) => pattern.test(source))?.[1] ?? null;
  return found ?? (autodisplay || /\bdisplay\s*\(/.test(source) ? "value" : null);
}

/** Inputs that are small enough to stand beside others. */
const SMALL_INPUTS = "range|number|select|toggle|radio|checkbox|color|date|datetime|text|email|url|search|button";
const inputDeclaration = new RegExp(
  `^[ \\t]*(?:const|let|var)\\s+([\\p{ID_Start}$_][\\p{ID_Continue}$]*)\\s*=\\s*view\\s*\\(\\s*Inputs\\s*\\.\\s*(?:${SMALL_INPUTS})\\s*\\(`,
  "gmu",
);

/** Whether a cell shows small inputs and nothing else, so that it stands beside others of its kind. */
export function isInputCell({ kind, source }: SourceCell, { outputs }: Pick<CompiledCell, "outputs">): boolean {
  if (kindOf(kind).source?.form !== "program" || outputs.length === 0 || /\bdisplay\s*\(/.test(source)) return false;
  const inputs = new Set([...source.matchAll(inputDeclaration)].map(([, name]) => name));
  return outputs.every((name) => inputs.has(name));
}
