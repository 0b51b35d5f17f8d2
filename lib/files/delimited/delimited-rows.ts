/** What went through a text. */
export interface RowsRead {
  /** Rows in which text stands behind a closing quotation mark, or a quotation mark is not closed. */
  readonly misquoted: number;
  /** The line on which the first of them begins; 0 if there is none. */
  readonly firstMisquoted: number;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Goes through the rows of a delimited text (RFC 4180, with any delimiter and any line break): calls `visit` with the fields of
 * each row, in a list that is used again for the next one, and the line on which the row begins. A row that goes over several lines
 * has line breaks in quotes. Ends early if `visit` returns false. A quotation mark that is never closed is a character.
 *
 * d3-dsv, which notebooks use, gives all rows at once and no lines; for a million rows that is gigabytes of records.
 */
export function visitRows(
  text: string,
  delimiter: string,
  visit: (fields: string[], line: number) => boolean | undefined,
  { at = 0, line = 1 }: { at?: number; line?: number } = {},
): RowsRead {
  const separator = delimiter.charCodeAt(0);
  const { length } = text;
  const fields: string[] = [];
  let misquoted = 0;
  let firstMisquoted = 0;
  /** No quotation mark that opens a field behind this place is closed. */
  let lastClosing = text.lastIndexOf('"');
  let p = at;
  while (p < length) {
    const start = line;
    let count = 0;
    let isMisquoted = false;
    for (;;) {
      let field: string | null = null;
      if (p < length && text.charCodeAt(p) === QUOTE) {
        const closing = p < lastClosing ? closingQuote(text, p + 1) : -1;
        if (closing < 0) {
          lastClosing = Math.min(lastClosing, p);
          isMisquoted = true;
        } else {
          let inner = text.slice(p + 1, closing);
          if (inner.includes('"')) inner = inner.replaceAll('""', '"');
          line += lineBreaks(inner);
          p = closing + 1;
          const rest = p;
          while (p < length && !isEnd(text.charCodeAt(p), separator)) p++;
          if (p > rest) isMisquoted = true;
          field = p > rest ? inner + text.slice(rest, p) : inner;
        }
      }
      if (field === null) {
        const from = p;
        while (p < length && !isEnd(text.charCodeAt(p), separator)) p++;
        field = text.slice(from, p);
      }
      fields[count++] = field;
      if (p >= length || text.charCodeAt(p) !== separator) break;
      p++;
    }
    if (p < length) {
      p += text.charCodeAt(p) === CR && text.charCodeAt(p + 1) === LF ? 2 : 1;
      line++;
    }
    fields.length = count;
    if (isMisquoted) {
      misquoted++;
      if (firstMisquoted === 0) firstMisquoted = start;
    }
    if (visit(fields, start) === false) break;
  }
  return { misquoted, firstMisquoted };
}

function isEnd(code: number, separator: number): boolean {
  return code === separator || code === LF || code === CR;
}

/** The place of the quotation mark that closes a field; two of them are a character. -1 if there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) count++;
  }
  return count;
}
