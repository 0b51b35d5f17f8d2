/**
 * A formula of the library as spreadsheets and exchange formats write it: arguments separated by ";", "=" and "<>" in comparisons,
 * function names in capitals. `log` of the library is the natural logarithm, in spreadsheets LN.
 */
export function spreadsheetFormula(text: string): string {
  return text
    .replaceAll(",", ";")
    .replaceAll("**", "^")
    .replaceAll("==", "=")
    .replaceAll("!=", "<>")
    .replace(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/gu, (name) =>
      name === "log" ? "LN" : name.toUpperCase(),
    )
    .replace(/(?<![\p{L}\p{N}_.])(pi|PI)(?![\p{L}\p{N}_.(])/gu, "PI()");
}
