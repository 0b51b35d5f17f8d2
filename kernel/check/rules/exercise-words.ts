import type { AnyNode, TemplateLiteral } from "acorn";
import { full } from "acorn-walk";
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
    const { script } = cell.syntax!;
    const texts = [script.slice(declared.start, declared.end), ...sealedTexts(declared)];
    return texts.flatMap((text) => text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? []);
  });
}

/** The declarations that were packed, of one language or of several. */
function sealedTexts(declared: AnyNode): string[] {
  const found: string[] = [];
  full(declared, (node) => {
    const text = node.type === "TemplateLiteral" ? (node as TemplateLiteral).quasis[0]?.value.cooked : undefined;
    if (!text || !isSealed(text)) return;
    try {
      found.push(unsealSource(text));
    } catch {
      // A damaged exercise reports its error when it runs.
    }
  });
  return found;
}
