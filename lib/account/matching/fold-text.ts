/** A word of a text: a run of letters and digits of an alphabet, or one Chinese character. */
export interface Word {
  /** Folded: width, case, accents and plurals do not matter. */
  readonly text: string;
  readonly isHan: boolean;
}

const HAN = /\p{Script=Han}/u;
const WORD = /\p{Script=Han}|[\p{L}\p{N}]+/gu;
/** Longer names are cut: nothing in a name of an activity needs as many words. */
const LONGEST = 400;

/** Width (NFKC), letter case, accents and blanks do not matter: `ＤＩＥＳＥＬ  (l)` is `diesel (l)`. */
export function foldText(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("ß", "ss")
    .replace(/\s+/g, " ")
    .trim();
}

/** What names of lines, sites and regions are compared by: blanks do not matter either. */
export function nameKey(text: string): string {
  return foldText(text).replaceAll(" ", "");
}

/** The words of a text, folded. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const [found] of foldText(text).matchAll(WORD)) {
    if (HAN.test(found)) for (const part of apart(found)) words.push(part);
    else words.push({ text: singular(found), isHan: false });
  }
  return words;
}

/** `柴油kwh`: a run of letters may hold characters of both scripts. */
function apart(run: string): Word[] {
  return [...run.matchAll(/\p{Script=Han}|[^\p{Script=Han}]+/gu)].map(([text]) =>
    HAN.test(text) ? { text, isHan: true } : { text: singular(text), isHan: false },
  );
}

/** The singular of an English plural, by its ending alone: what matters is that both forms fold to one. */
export function singular(word: string): string {
  if (word.length < 4 || !/[a-z]s$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z|gas|bus)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
