import { findInterpolationEnd } from "../../kernel/compile/syntax.ts";

/** A `${…}` in a text cell; `from` to `to` is the range inside the braces. */
export interface Interpolation {
  readonly from: number;
  readonly to: number;
}

/**
 * The interpolations of a text cell, as the compiler parses them, including those that are still being typed: one that cannot be
 * parsed ends at the balancing brace, or at the end of its line.
 */
export function findInterpolations(source: string): Interpolation[] {
  const found: Interpolation[] = [];
  let index = 0;
  while (index < source.length) {
    if (source[index] === "\\") index += source.startsWith("${", index + 1) ? 3 : 2;
    else if (source.startsWith("$\\{", index)) index += 3;
    else if (source.startsWith("${", index)) {
      const from = index + 2;
      const to = endOf(source, from);
      found.push({ from, to });
      index = to + 1;
    } else index += 1;
  }
  return found;
}

function endOf(source: string, from: number): number {
  try {
    return findInterpolationEnd(source, from);
  } catch {
    return balancedEnd(source, from);
  }
}

function balancedEnd(source: string, from: number): number {
  let depth = 0;
  for (let i = from; i < source.length; ++i) {
    if (source[i] === "{") ++depth;
    else if (source[i] === "}" && depth-- === 0) return i;
  }
  const line = source.indexOf("\n", from);
  return line < 0 ? source.length : line;
}

/**
 * A text cell as a program of the same length: every interpolation is a statement at its position, all else is blank.
 */
export function blankText(source: string): string {
  let text = "";
  let at = 0;
  for (const { from, to } of findInterpolations(source)) {
    text += `${blank(source.slice(at, from - 2))};(${source.slice(from, to)}${to < source.length ? closing(source[to]) : ""}`;
    at = Math.min(to + 1, source.length);
  }
  return text + blank(source.slice(at));
}

function closing(character: string | undefined): string {
  return character === "}" ? ")" : (character ?? "");
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, " ");
}
