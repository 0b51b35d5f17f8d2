import type { AnyNode } from "acorn";
import { isSealed, unsealSource } from "../../lesson/seal.ts";
import type { CheckedCell } from "../subject.ts";
import { calleeOf, findCalls } from "../visit.ts";

/**
 * The words in the exercises of a cell: among them are the name under which an answer is looked for, and the names that a
 * solution reads, so that cells offer them to the reader. A packed exercise is read, not run.
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
    return ""; // A damaged one says so where it runs.
  }
}
