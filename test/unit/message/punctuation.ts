/**
 * Where a Chinese text has punctuation of half width beside a Han character. Code, addresses, holes and formulas are written
 * as they are.
 */
export function halfWidthIn(text: string): string[] {
  const plain = text
    .replaceAll(/\\?`[^`\n]*`/g, "x")
    .replaceAll(/\]\([^)\s]*\)/g, "]")
    .replaceAll(/https?:[\w./?=&#%:~-]+/g, "x")
    .replaceAll(/\$\{[^{}]*\}/g, "x")
    .replaceAll(/\{\w+(?::[^{}]*)?\}/g, "x");
  const found = plain.matchAll(/.{0,8}(?:\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}).{0,8}/gu);
  return Array.from(found, ([around]) => around.trim());
}
