import { operations } from "../../numeric/expression/operations.ts";

/** Functions by their name in lower case; LOG of spreadsheets is the decimal logarithm. */
const functions = new Map<string, string>([
  ...["if", "pi", ...Object.keys(operations)].map((name) => [name.toLowerCase(), name] as const),
  ["log", "log10"],
]);

/**
 * A formula of a spreadsheet in the library's notation: arguments separated by ";", single "=" and "<>" in comparisons,
 * function names in capitals, and names of variables, which exchange formats compare without regard to case, as declared.
 *
 * @param declared the declared spelling of each variable, by its name in lower case
 */
export function libraryFormula(text: string, declared: ReadonlyMap<string, string>): string {
  return text
    .replaceAll(";", ",")
    .replaceAll("<>", "!=")
    .replace(/(?<![<>=!])=(?!=)/g, "==")
    .replace(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_.]*/gu, (name) => {
      const lower = name.toLowerCase();
      return declared.get(lower) ?? functions.get(lower) ?? name;
    })
    .replace(/\bpi\(\s*\)/g, "pi");
}
