import type { Position } from "./cell.ts";

/** An index of the lines of a text; lines and columns are counted from 1, columns in UTF-16 units. */
export interface LineIndex {
  /** The line and column of an offset. */
  locate(offset: number): Position;
  /** The offset of a line and column, clamped to the text. */
  offset(line: number, column: number): number;
  /** The text of a line, without its end. */
  text(line: number): string;
}

/** Line ends as an editor counts them. */
const editorLineEnd = /\r\n?|\n/g;

/** Line ends as ECMAScript, and therefore a stack trace, counts them. */
const scriptLineEnd = /\r\n?|[\n\u2028\u2029]/g;

/** Indexes the lines of an author's text. */
export function indexLines(text: string): LineIndex {
  return indexLinesBy(text, editorLineEnd);
}

/** Indexes the lines of a script as the JavaScript engine counts them. */
export function indexScriptLines(text: string): LineIndex {
  return indexLinesBy(text, scriptLineEnd);
}

function indexLinesBy(text: string, lineEnd: RegExp): LineIndex {
  const starts = [0];
  const ends: number[] = [];
  for (const { index, 0: end } of text.matchAll(lineEnd)) {
    ends.push(index);
    starts.push(index + end.length);
  }
  ends.push(text.length);
  const start = (line: number) => starts[Math.min(Math.max(line, 1), starts.length) - 1] ?? 0;
  const end = (line: number) => ends[Math.min(Math.max(line, 1), ends.length) - 1] ?? text.length;
  return {
    locate(offset) {
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle;
      }
      return { line: low + 1, column: offset - starts[low]! + 1 };
    },
    offset(line, column) {
      if (line > starts.length) return text.length;
      return Math.min(start(line) + Math.max(column, 1) - 1, end(line));
    },
    text: (line) => text.slice(start(line), end(line)),
  };
}
