/** Phrases that say of a number that it was written from memory. */
const phrase =
  /\bfrom (?:(?:my|our|his|her|their|someone[’']s) )?memory\b|\brecalled from\b|\bas (?:remembered|recalled)\b|凭着?\p{Script=Han}{0,4}(?:记忆|回忆)|[来出]自记忆/giu;

/** Denied right before the phrase, in the same clause: “not written from memory”, “没有一个数凭记忆写下”. */
const denied =
  /\b(?:not|no|none|never|nothing|without|instead of|rather than|\p{L}+n[’']t)(?: [\p{L}\d’'-]+){0,5} ?$|[不没未无非]\p{Script=Han}{0,6}$/iu;

/** Left out right after the phrase, in the same clause: “bounds from memory are left empty”, “凭记忆写下的上下限在此留空”. */
const leftOut =
  /^[^,;:，；：]*(?:\b(?:left (?:empty|out)|omitted|excluded|(?:not|never) (?:shown|used|counted))\b|留空|略去|剔除|省略|不(?:显示|采用|使用|计入))/iu;

/** It names another status as well: the sentence explains how numbers are labelled. */
const explained = /\btranscri(?:ptions?|bed)\b|转录|转抄/iu;

/** The end of a sentence, or a blank line. */
const stop = /[.!?](?=\s|$)|[。！？]|\n[ \t]*\n/gu;

/** A range of a text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a text says that numbers are from memory, in English or Chinese. A clause that denies it or says that such numbers are
 * left out says no such thing, nor does a sentence that explains the statuses of numbers.
 */
export function findRecalled(text: string): TextRange[] {
  const stops = [...text.matchAll(stop)].map(({ index, 0: mark }) => index + mark.length);
  return [...text.matchAll(phrase)].flatMap(({ index, 0: words }) => {
    const end = index + words.length;
    const from = stops.findLast((at) => at <= index) ?? 0;
    const to = stops.find((at) => at >= end) ?? text.length;
    const [before, after] = [text.slice(from, index), text.slice(end, to)].map((part) => part.replaceAll(/\s+/g, " "));
    if (denied.test(before!) || leftOut.test(after!) || explained.test(text.slice(from, to))) return [];
    return [{ start: index, end }];
  });
}
