/**
 * Widths of texts without a page, so that a figure is laid out in the same way in the browser and in Node. They are those of a
 * wide sans-serif: what fits by them also fits in narrower faces.
 */

const NARROW = /[ijl.,:;|'!()[\]\-\u2009\u202f· tfrI/]/;
const WIDE = /[MWmw@%—→←ÆŒ]/;
/** East Asian characters and full-width punctuation take one em. */
const FULL = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const CAPITAL = /[A-Z0-9₀-₉+−–=<>~◆●○]/;

/** The width of one line of text in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const char of text) {
    ems += FULL.test(char) ? 1 : NARROW.test(char) ? 0.34 : WIDE.test(char) ? 0.92 : CAPITAL.test(char) ? 0.64 : 0.57;
  }
  return ems * fontSize;
}

/** A text cut to a width, with an ellipsis where something is missing. */
export function shortened(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const chars = [...text];
  while (chars.length > 1 && textWidth(`${chars.join("").trimEnd()}…`, fontSize) > width) chars.pop();
  return `${chars.join("").trimEnd()}…`;
}

/** A text in at most so many lines of a width; the last one is shortened. */
export function wrapped(text: string, width: number, fontSize: number, most = 2): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of wordsOf(text)) {
    if (line === "" || textWidth((line + word).trimEnd(), fontSize) <= width) line += word;
    else {
      lines.push(line.trimEnd());
      line = word;
    }
  }
  lines.push(line.trimEnd());
  const kept = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")] : lines;
  return kept.map((each) => shortened(each, width, fontSize));
}

/** Words with the space behind them; Chinese breaks between any two characters. */
function wordsOf(text: string): string[] {
  return (
    text.match(
      /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60][，。；：、）]?|[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]+\s*|\s+/g,
    ) ?? []
  );
}
