/** So many names are written out. */
const NAMED = 8;

/** "a, b, c and 5 more". */
export function list(names: readonly string[]): string {
  if (names.length <= NAMED) return names.join(", ");
  return `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`;
}
