import { messages, type Sentence } from "../../lib/message/message.ts";
import type { CompiledCell } from "../compile/index.ts";
import { moduleInStack } from "../module/notebook-modules.ts";
import { type CellError, errorFields, errorName, type Place, sentenceFields } from "../runtime/cell-error.ts";
import { cellsScript } from "./precompiled.ts";

const texts = messages("runtime", {
  threwNothing: {
    en: "The cell threw nothing (undefined).",
    zh: "单元格抛出了空值（undefined）。",
  },
  inModule: {
    en: "{file}, line {line}: {reason}",
    zh: "{file} 第 {line} 行：{reason}",
  },
});

/**
 * Describes a thrown value for the reader, with the line and column in the author's source.
 *
 * @param options `firstLine`, the line on which the cell's code begins in the script of all cells, if it comes from there;
 *   `notebook`, the imported notebook that the cell is of
 */
export function explainError(
  error: unknown,
  compiled: CompiledCell,
  source: string,
  { firstLine, notebook }: { firstLine?: number | undefined; notebook?: string | undefined } = {},
): CellError {
  if (!(error instanceof Error)) return { name: "thrown", ...sentenceFields(describeThrown(error)) };
  const script =
    firstLine === undefined
      ? `notebook/${notebook === undefined ? "" : `${encodeURIComponent(notebook).replace(/\W/g, "\\$&")}/`}cell-${compiled.id}\\.js`
      : cellsScript;
  return { name: errorName(error), ...fieldsOf(error), ...placeInStack(error, compiled, source, script, firstLine) };
}

/** The code of a cell of an imported notebook, under a name that tells it from that of a cell of the importing one. */
export function codeFrom(notebook: string, code: string): string {
  return code.replace(/\n\/\/# sourceURL=notebook\/(?=[^\n]*$)/, (start) => `${start}${encodeURIComponent(notebook)}/`);
}

/** A cell in a stack, and the imported notebook that it is of. */
export interface CellInStack {
  readonly cell: number;
  readonly notebook: string | undefined;
}

/** The cell whose code is topmost in an error's stack; undefined if none is, or there is no stack. */
export function cellInStack(error: unknown): CellInStack | undefined {
  const { stack } = (error ?? {}) as { stack?: unknown };
  const frame = typeof stack === "string" ? /notebook\/(?:([^/\s:]*)\/)?cell-(\d+)\.js:/.exec(stack) : null;
  if (!frame) return undefined;
  const [, notebook, cell] = frame;
  return { cell: Number(cell), notebook: notebook === undefined ? undefined : decodeURIComponent(notebook) };
}

/** The text of an error; for one of a module with the module's file and line. */
function fieldsOf(error: Error): Pick<CellError, "message" | "said"> {
  const place = moduleInStack(error.stack ?? "");
  if (!place) return errorFields(error);
  const { message, said: sentence } = errorFields(error);
  return sentenceFields(texts.inModule({ ...place, reason: sentence ?? message }));
}

/** The topmost stack frame in the cell itself, mapped to the author's source. */
function placeInStack(
  { stack }: Error,
  compiled: CompiledCell,
  source: string,
  script: string,
  firstLine: number | undefined,
): Place | undefined {
  const lines = compiled.code.split("\n").length;
  for (const [, line, column] of (stack ?? "").matchAll(new RegExp(`${script}:(\\d+):(\\d+)`, "g"))) {
    const own = Number(line) - (firstLine ?? 1) + 1;
    if (own >= 1 && own <= lines) return placeOf(compiled.position(own, Number(column)), source);
  }
  return undefined;
}

function placeOf({ line, column }: { line: number; column: number }, source: string): Place {
  return { line, column, sourceLine: source.split(/\r?\n/)[line - 1] ?? "" };
}

function describeThrown(value: unknown): Sentence {
  if (value === undefined) return texts.threwNothing();
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
