import type { Cell } from "../document/index.ts";

/** The attribute of a cell that allows it what rules would not, each with its reason: `no-unused-cell: read by the lesson`. */
export const allowAttribute = "data-allow";

/** A rule that a cell may break, and why. */
export interface Allowance {
  readonly rule: string;
  readonly reason: string;
}

/** What a cell's attribute allows. */
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

/** The attribute's text without one rule; null if nothing is left. */
export function withoutAllowance(cell: Cell, rule: string): string | null {
  const kept = readAllowances(cell).filter((allowance) => allowance.rule !== rule);
  return kept.length === 0 ? null : kept.map(({ rule: name, reason }) => `${name}: ${reason}`).join("; ");
}
