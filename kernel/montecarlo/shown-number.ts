/** A sign, digits with spaces or commas as thousands separators, a fraction, an exponent; optionally a unit. */
const shown =
  /^\s*([+\-−–]?)(\d+(?:[ \u00a0\u2009\u202f'’]\d{3})+|\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(e[+-]?\d+)?(?:\s*([\p{L}%‰°][\p{L}\d%‰°·/²³₀-₉\s-]*))?\s*$/iu;

/**
 * Parses the number in a short text such as `1 234.5` or `12.3 %`, optionally with a unit. Undefined if the text contains no
 * number, or more than one.
 */
export function readShownNumber(text: string): number | undefined {
  const [, sign, whole = "", part = "", power = "", unit = ""] = shown.exec(text) ?? [];
  // “5 to 7” contains a second number.
  if (whole + part === "" || /\s\d/.test(unit)) return undefined;
  const value = Number(whole.replace(/\D/g, "") + part + power);
  return sign && sign !== "+" ? -value : value;
}
