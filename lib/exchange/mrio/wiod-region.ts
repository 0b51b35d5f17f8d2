/** Codes of regions as the two releases of WIOD spell them: ROM is ROU, RoW is ROW. */
export function regionCode(code: string): string {
  const upper = code.trim().toUpperCase();
  return upper === "ROM" ? "ROU" : upper;
}
