import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell } from "../subject.ts";
import { filler, findTemplates, remarkAt } from "../visit.ts";

export const validStatement: Rule = {
  name: "valid-statement",
  severity: "error",
  summary: "The database could run every query: its tables and columns are in the catalogue.",
  async check({ cells, environment }) {
    const remarks: Remark[] = [];
    for (const cell of environment.refuse ? cells : []) {
      for (const { tag, text, offset } of findTemplates(cell)) {
        if (tag !== "sql" || text.trim() === "" || !isFree(cell, offset)) continue;
        const statement = placeholders(text);
        // The columns of a value used as a table are known only at run time.
        if (tableValue.test(statement)) continue;
        const refusal = await environment.refuse!(statement);
        if (!refusal) continue;
        const at = offset + (refusal.offset ?? 0);
        remarks.push(remarkAt(cell, refusal.message, at, at + 1));
      }
    }
    return remarks;
  },
};

/** Whether the tag of the template is the notebook's own database, not a name that the cell declares. */
function isFree({ syntax }: CheckedCell, offset: number): boolean {
  return syntax!.free.some(({ name, start, end }) => name === "sql" && start < offset && offset - end < 8);
}

const value = new RegExp(`${filler}(?:[${filler}\\n]*${filler})?`, "g");

const tableValue = /\b(?:from|join)\s+\?/i;

/** The statement with a `?` for each interpolated value, at the same offsets. */
function placeholders(text: string): string {
  return text.replace(value, (found) => `?${found.slice(1).replaceAll(filler, " ")}`);
}
