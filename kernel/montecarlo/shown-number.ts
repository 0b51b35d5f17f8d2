/** A sign, digits with thousands set apart by spaces or commas, a fraction, a power; then perhaps a unit. */
const shown =
  /^\s*([+\-−–]?)(\d+(?:[ \u00a0\u2009\u202f'’]\d{3})+|\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(e[+-]?\d+)?(?:\s*([\p{L}%‰°][\p{L}\d%‰°·/²³₀-₉\s-]*))?\s*$/iu;

/**
 * The number that a short text shows, such as `1 234.5` or `12.3 %`; a unit may follow. Undefined where the text is no number,
 * or more than one.
 */
export function readShownNumber(text: string): number | undefined {
  const [, sign, whole = "", part = "", power = "", unit = ""] = shown.exec(text) ?? [];
  // “5 to 7”: what follows is a second number.
  if (whole + part === "" || /\s\d/.test(unit)) return undefined;
  const value = Number(whole.replace(/\D/g, "") + part + power);
  return sign && sign !== "+" ? -value : value;
}
