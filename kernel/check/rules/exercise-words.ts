import type { AnyNode } from "acorn";
import { isSealed, unsealSource } from "../../lesson/seal.ts";
import type { CheckedCell } from "../subject.ts";
import { calleeOf, findCalls } from "../visit.ts";

/**
 * The identifiers in the exercises of a cell. They include the name of the expected answer and the names that a solution reads,
 * which count as used. A packed exercise is parsed, not run.
 */
export function findExerciseWords(cell: CheckedCell): string[] {
  return findCalls(cell).flatMap(({ call }) => {
    const [declared] = call.arguments as AnyNode[];
    if (calleeOf(call) !== "exercise" || !declared) return [];
    return textOf(declared, cell.syntax!.script).match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
  });
}

function textOf(declared: AnyNode, script: string): string {
  const text = declared.type === "TemplateLiteral" ? declared.quasis[0]?.value.cooked : undefined;
  if (!text || !isSealed(text)) return script.slice(declared.start, declared.end);
  try {
    return unsealSource(text);
  } catch {
    return ""; // A damaged exercise reports its error when it runs.
  }
}
