import { messages, type Sentence } from "../../lib/message/message.ts";
import type { CompiledCell } from "../compile/index.ts";
import { moduleInStack } from "../module/notebook-modules.ts";
import { type CellError, errorFields, type Place, sentenceFields } from "../runtime/cell-error.ts";

const said = messages("runtime", {
  threwNothing: {
    en: "The cell threw nothing (undefined).",
    zh: "单元格抛出了空值（undefined）。",
  },
  inModule: {
    en: "{file}, line {line}: {reason}",
    zh: "{file} 第 {line} 行：{reason}",
  },
});

/** Describes a thrown value for the reader, with the line and column in the author's source. */
export function explainError(error: unknown, compiled: CompiledCell, source: string): CellError {
  if (!(error instanceof Error)) return { name: "thrown", ...sentenceFields(describeThrown(error)) };
  return { name: error.name, ...fieldsOf(error), ...placeInStack(error, compiled, source) };
}

/** The text of an error; for one of a module with the module's file and line. */
function fieldsOf(error: Error): Pick<CellError, "message" | "said"> {
  const place = moduleInStack(error.stack ?? "");
  if (!place) return errorFields(error);
  const { message, said: sentence } = errorFields(error);
  return sentenceFields(said.inModule({ ...place, reason: sentence ?? message }));
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
