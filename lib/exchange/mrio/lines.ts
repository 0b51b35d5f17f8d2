import { messages } from "../../message/message.ts";
import { ImportError } from "./import-error.ts";

const texts = messages("exchange", {
  notNumberInColumn: {
    en: 'a number was expected in column {column}, but "{text}" stands there.',
    zh: "第 {column} 列应为数字，此处却是“{text}”。",
  },
});

/** The lines of a text given in chunks, for any line ending and without a byte order mark. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let parts: string[] = [];
  let isFirst = true;
  let endsInReturn = false;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    let from: number = isFirst && chunk.charCodeAt(0) === 0xfeff ? 1 : 0;
    isFirst = false;
    // A line that ended in \r at the end of a chunk may continue with the \n of its end.
    if (endsInReturn && chunk[from] === "\n") from++;
    endsInReturn = false;
    for (;;) {
      const end = nextEnd(chunk, from);
      if (end < 0) break;
      parts.push(chunk.slice(from, end));
      yield parts.join("");
      parts = [];
      from = end + 1;
      if (chunk[end] === "\r") {
        if (chunk[from] === "\n") from++;
        else endsInReturn = from === chunk.length;
      }
    }
    if (from < chunk.length) parts.push(chunk.slice(from));
  }
  if (parts.length > 0) yield parts.join("");
}

function nextEnd(chunk: string, from: number): number {
  const newline = chunk.indexOf("\n", from);
  const carriage = chunk.indexOf("\r", from);
  if (carriage < 0) return newline;
  return newline < 0 ? carriage : Math.min(newline, carriage);
}

/** The fields of one line; a quoted field may contain separators, and doubled quotes stand for a quote. */
export function fieldsOf(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let text = "";
      let from = at + 1;
      for (;;) {
        const end = line.indexOf('"', from);
        if (end < 0) {
          text += line.slice(from);
          at = line.length;
          break;
        }
        text += line.slice(from, end);
        at = end + 1;
        if (line[at] !== '"') break;
        text += '"';
        from = at + 1;
      }
      fields.push(text);
    } else {
      const end = line.indexOf(separator, at);
      const stop = end < 0 ? line.length : end;
      fields.push(line.slice(at, stop));
      at = stop;
    }
    if (at >= line.length) return fields;
    at += separator.length;
    if (at === line.length) {
      fields.push("");
      return fields;
    }
  }
}

/** The separator of a header. */
export function separatorOf(line: string): string {
  const counts = ["\t", ";", ","].map((separator) => ({ separator, count: line.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

/** A number of a table: a blank, "-" and ".." mean zero. Throws ImportError. */
export function numberIn(field: string, file: string, line: number, column: number): number {
  const value = Number(field);
  if (Number.isFinite(value)) return value;
  const text = field.trim();
  if (text === "" || text === "-" || text === ".." || /^(nan|na|n\/a|null)$/i.test(text)) return 0;
  throw new ImportError(file, line, texts.notNumberInColumn({ column: column + 1, text: text.slice(0, 30) }));
}
