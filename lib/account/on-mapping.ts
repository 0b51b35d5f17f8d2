/** Whether the code of a note is that of one on a mapping: where it comes from, or what of it does not fit the file. */
export function isOnMapping(code: string): boolean {
  return code.startsWith("account.mapping.");
}
