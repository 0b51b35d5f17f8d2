const isHan = /\p{Script=Han}/u;

/** Whether a text has a word: Chinese ones anywhere, others where no letter stands beside them. Both are folded. */
export function containsWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  if (isHan.test(word)) return true;
  const isLetter = (character: string | undefined) => character !== undefined && /\p{L}/u.test(character);
  return !isLetter(text[at - 1]) && !isLetter(text[at + word.length]);
}
