/**
 * Adds to this realm what browsers have of the language and Node 20 has not: notebooks are written for browsers. Each part of core-js
 * leaves alone what is there.
 */
export async function addNewerLanguage(): Promise<void> {
  if (
    "groupBy" in Object &&
    "withResolvers" in Promise &&
    "fromAsync" in Array &&
    "Iterator" in globalThis &&
    "union" in Set.prototype
  )
    return;
  await import("./newer-language-parts.ts");
}
