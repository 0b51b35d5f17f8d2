import { allowanceRule } from "../../kernel/check/check-notebook.ts";
import { rules } from "../../kernel/check/rules/index.ts";

/** Every rule in a line: its name, its severity and its summary. */
export function describeRules(): string {
  const all = [...rules, allowanceRule];
  const width = Math.max(...all.map(({ name }) => name.length));
  return all
    .map(({ name, severity, summary }) => `${name.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`)
    .join("");
}
