import { type Token, tokTypes } from "acorn";
import type { Rewriting } from "./rewriting.ts";
import { parseCell } from "./syntax.ts";

/**
 * A script, which a cell becomes, reads `<!--` and a leading `-->` as comments; a module, which a cell is written as,
 * does not. A space between the operators makes both read the same.
 */
export function separateArrows(rewriting: Rewriting): void {
  const { source } = rewriting;
  if (!source.includes("<!--") && !source.includes("-->")) return;
  const tokens: Token[] = [];
  parseCell(source, (token) => tokens.push(token));
  const separated = new Set<number>();
  for (const { type, start } of tokens) {
    const at =
      type === tokTypes.relational && source.startsWith("<!--", start)
        ? start + 1
        : type === tokTypes.incDec && source.startsWith("-->", start)
          ? start + 2
          : undefined;
    // A cell may be parsed twice, as an expression and as a program.
    if (at === undefined || separated.has(at)) continue;
    separated.add(at);
    rewriting.insert(at, " ");
  }
}
