/** The file in which the mapping is kept beside the data: `energy-2024.csv` → `energy-2024.mapping.json`. */
export function mappingNameOf(file: string): string {
  return `${file.replace(/(?<=[^/\\])\.[^./\\]*$/, "")}.mapping.json`;
}

/**
 * The mapping of a file among the names beside it: its own, or else that of a file whose name differs in its digits alone, as that of last
 * year does; the latest of these. Null if there is none.
 */
export function mappingNameAmong(file: string, names: readonly string[]): string | null {
  const own = mappingNameOf(file);
  if (names.includes(own)) return own;
  return (
    names
      .filter((name) => withoutDigits(name) === withoutDigits(own))
      .sort()
      .at(-1) ?? null
  );
}

function withoutDigits(name: string): string {
  return name.replace(/\d+/g, "0");
}
