/** A piece of text in one colour; null is the colour of what is around it. */
export interface TextRun {
  readonly text: string;
  readonly colour: string | null;
}

const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** What stays on one line: a word with its space, a wide letter with the mark behind it, a symbol of a legend with the word behind it. */
const PIECE = new RegExp(
  `${WIDE.source}[，。：；、！？）”]*|(?:[●○■□▲△] ?)?(?:(?!${WIDE.source})\\S)+ ?|[●○■□▲△] ?${WIDE.source}| `,
  "gu",
);

/** The width of a text in a sans face, in ems: there is no browser to ask, so it is estimated, rather too wide than too narrow. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const letter of text) {
    if (WIDE.test(letter)) ems += 1;
    else if (/[iljtfrI.,:;'’|! ()[\]\u2009\u202f]/.test(letter)) ems += 0.34;
    else if (/[mwMW@%—…●○]/.test(letter)) ems += 0.92;
    else if (/[A-Z&]/.test(letter)) ems += 0.72;
    else ems += 0.57;
  }
  return ems;
}

/** Breaks a text into lines of at most so many ems: between words, and between the letters of Chinese. */
export function linesOf(runs: readonly TextRun[], ems: number): TextRun[][] {
  const lines: TextRun[][] = [[]];
  let width = 0;
  for (const { text, colour } of runs) {
    for (const [piece] of text.replace(/[ \t\r\n]+/g, " ").matchAll(PIECE)) {
      const isFirst = lines.at(-1)!.length === 0;
      if (isFirst && piece === " ") continue;
      if (!isFirst && width + emsOf(piece.trimEnd()) > ems) {
        lines.push([]);
        width = 0;
      }
      const line = lines.at(-1)!;
      const last = line.at(-1);
      if (last?.colour === colour) line[line.length - 1] = { text: last.text + piece, colour };
      else line.push({ text: piece, colour });
      width += emsOf(piece);
    }
  }
  return lines.filter((line) => line.length > 0);
}
