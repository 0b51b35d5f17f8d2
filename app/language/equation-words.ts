import type { Equation } from "../../lib/inventory/equation.ts";
import { equations, equationTotals } from "../../lib/inventory/equations/index.ts";

/** Titles of equations and sums, and names of variables, in Chinese by what they are in English. */
export function equationWords(): Record<string, string> {
  const all = [...equations.values()];
  const titles = [...all, ...equationTotals].map(({ title }) => title);
  const names = all.flatMap(({ variables }: Equation) => Object.values(variables).map(({ name }) => name));
  return Object.fromEntries([...names, ...titles].map(({ en, zh }) => [en, zh]));
}
