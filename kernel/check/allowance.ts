import type { Cell } from "../document/index.ts";

/** The attribute with which a cell allows exceptions to rules, each with a reason: `no-unused-cell: read by the lesson`. */
export const allowAttribute = "data-allow";

/** An exception to a rule, with its reason. */
export interface Allowance {
  readonly rule: string;
  readonly reason: string;
}

/** Parses the exceptions of a cell's attribute. */
export function readAllowances({ attributes }: Cell): Allowance[] {
  const text = Object.hasOwn(attributes, allowAttribute) ? attributes[allowAttribute]! : "";
  return text
    .split(";")
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const [rule = "", ...reason] = part.split(":");
      return { rule: rule.trim(), reason: reason.join(":").trim() };
    });
}

/** The attribute's value without one rule; null if nothing remains. */
export function withoutAllowance(cell: Cell, rule: string): string | null {
  const kept = readAllowances(cell).filter((allowance) => allowance.rule !== rule);
  return kept.length === 0 ? null : kept.map(({ rule: name, reason }) => `${name}: ${reason}`).join("; ");
}
