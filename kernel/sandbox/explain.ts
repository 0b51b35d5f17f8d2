import { messages, type Sentence } from "../../lib/message/message.ts";
import type { CompiledCell } from "../compile/index.ts";
import { type CellError, errorFields, type Place, sentenceFields } from "../runtime/cell-error.ts";

const said = messages("runtime", {
  threwNothing: {
    en: "The cell threw nothing (undefined).",
    zh: "单元格抛出了空值（undefined）。",
  },
});

/** Describes a thrown value for the reader, with the line and column in the author's source. */
export function explainError(error: unknown, compiled: CompiledCell, source: string): CellError {
  if (!(error instanceof Error)) return { name: "thrown", ...sentenceFields(describeThrown(error)) };
  return { name: error.name, ...errorFields(error), ...placeInStack(error, compiled, source) };
}

/** The cell whose code is topmost in an error's stack; undefined if none is, or there is no stack. */
export function cellInStack(error: unknown): number | undefined {
  const { stack } = (error ?? {}) as { stack?: unknown };
  const frame = typeof stack === "string" ? /notebook\/cell-(\d+)\.js:/.exec(stack) : null;
  return frame ? Number(frame[1]) : undefined;
}

/** The topmost stack frame in the cell itself, mapped to the author's source. */
function placeInStack({ stack }: Error, compiled: CompiledCell, source: string): Place | undefined {
  const frame = new RegExp(`notebook/cell-${compiled.id}\\.js:(\\d+):(\\d+)`).exec(stack ?? "");
  if (!frame) return undefined;
  const { line, column } = compiled.position(Number(frame[1]), Number(frame[2]));
  return { line, column, sourceLine: source.split(/\r?\n/)[line - 1] ?? "" };
}

function describeThrown(value: unknown): Sentence {
  if (value === undefined) return said.threwNothing();
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
