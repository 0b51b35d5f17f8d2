/** A name as a quoted identifier of SQL, whatever signs are in it. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
