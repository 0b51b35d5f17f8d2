import { declared } from "./declared-texts.ts";

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "áƀçđéƒĝħíĵķļɱñóþɋřšţúṽŵẋýžÁƁÇĐÉƑĜĦÍĴĶĻṀÑÓÞɊŘŠŢÚṼŴẊÝŽ";
const letters = new Map([...plain].map((letter, i) => [letter, [...accented][i]!]));

/** A text in letters that no language of ours has. Holes and code stay; the forms for one and for many are texts. */
export function accent(text: string): string {
  return text
    .split(/(`[^`]*`|\{\w+(?::(?:and|or|lines|comma))?\}|\{\w+:|[|}])/)
    .map((part) => (/^[`{|}]/.test(part) ? part : Array.from(part, (letter) => letters.get(letter) ?? letter).join("")))
    .join("");
}

/** A made-up language as a translator gives one: for each domain a file of texts by code. */
export function pseudoFiles(): Map<string, Record<string, string>> {
  const files = new Map<string, Record<string, string>>();
  for (const { code, en } of declared) {
    const domain = code.split(".")[0]!;
    const file = files.get(domain) ?? {};
    files.set(domain, { ...file, [code]: accent(en) });
  }
  return files;
}
