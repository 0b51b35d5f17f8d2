import type { Message } from "../../message/message.ts";
import type { Asker } from "./asker.ts";
import { columnContents } from "./column-contents.ts";
import { containsWord } from "./contains-word.ts";
import { type FoundTable, type Row, textOf } from "./find-tables.ts";
import { type ColumnHead, periodOf, readHead } from "./read-head.ts";
import { texts } from "./reading-texts.ts";
import { type Span, spanWords } from "./span-words.ts";

/** A table whose columns of other spans of time than the year are told apart, and what is to be said of that. */
export interface SpannedTable {
  readonly table: FoundTable;
  readonly notes: readonly Message[];
}

interface Spanned {
  readonly span: Span;
  /** The head without the words of the span. */
  readonly rest: string;
}

const DECEMBER = 11;
const isHan = /\p{Script=Han}/u;
/** Longer heads are sentences. */
const LONGEST = 40;

/**
 * Of a month beside the year to date, the year before and a plan, the columns that are the year: those to date, or as answered of a report of
 * another month than December. The others have the role "span", and are said.
 * @param names the sheet and the titles above the table, which may say the month
 */
export function spannedTable(
  rows: readonly Row[],
  table: FoundTable,
  { sheet, first, names, asker }: { sheet: string; first: number; names: readonly string[]; asker: Asker },
): SpannedTable {
  const isNumeric = (c: number) => {
    const { filled, numbers } = columnContents(rows, table, c);
    return numbers > 0 && numbers * 2 >= filled;
  };
  const found = table.heads.map((head, c) => {
    const of = spanOf(head);
    return of !== null && isNumeric(c) ? of : null;
  });
  const columnsOf = (span: Span) => found.flatMap((each, c) => (each?.span === span ? [c] : []));
  const months = monthsAcross(table.heads, columnsOf("month"));
  const toDate = columnsOf("toDate");
  const out = new Set<number>();
  let taken: readonly number[] = [];
  if (toDate.length > 0 && months.length > 0) {
    const row = first + table.first;
    const isMonth = monthOf(names) !== DECEMBER && askedFor({ sheet, row, asker }) === "month";
    taken = isMonth ? months : toDate;
    for (const c of isMonth ? toDate : months) out.add(c);
  }
  const others = [...columnsOf("before"), ...columnsOf("plan")];
  const isAmount = (c: number) => !others.includes(c) && !out.has(c) && (taken.includes(c) || isNumeric(c));
  const hasOwn =
    taken.length > 0 ||
    table.heads.some(({ role, text }, c) => text !== "" && isAmount(c) && (role === null || own.has(role)));
  if (hasOwn) for (const c of others) out.add(c);
  if (out.size === 0) return { table, notes: [] };
  const heads = table.heads.map((head, c) =>
    out.has(c)
      ? { ...head, role: "span" as const, unit: null, isCarrier: false, period: null, year: null }
      : found[c] || taken.includes(c)
        ? stripped(head, found[c]?.rest ?? "")
        : head,
  );
  const nameOf = (c: number) => table.heads[c]!.text;
  return {
    table: { ...table, heads },
    notes: [texts.spans({ sheet, names: [...out].sort((a, b) => a - b).map(nameOf), count: out.size })],
  };
}

const own: ReadonlySet<string> = new Set(["amount", "total", "money", "count", "distance"]);

/** Columns of a month: by its words, or of one month by its name. */
function monthsAcross(heads: readonly ColumnHead[], worded: readonly number[]): readonly number[] {
  if (worded.length > 0) return worded;
  const named = heads.flatMap(({ period }, c) => (period !== null && period <= DECEMBER ? [c] : []));
  return new Set(named.map((c) => heads[c]!.period)).size === 1 ? named : [];
}

function stripped(head: ColumnHead, rest: string): ColumnHead {
  const bare = rest === "" ? { ...head, label: "", role: "amount" as const, isExact: true, rank: 50 } : readHead(rest);
  const isAmount = bare.role === null || bare.role === "total" || bare.role === "period";
  return {
    ...bare,
    text: head.text,
    role: isAmount ? "amount" : bare.role,
    isExact: isAmount || bare.isExact,
    unit: rest === "" ? null : bare.unit,
    period: null,
    year: head.year,
  };
}

/** The span of time that one of the rows of a head says. */
function spanOf({ text, year }: ColumnHead): Spanned | null {
  if (text.length > LONGEST * 3) return null;
  const parts = text.split(" / ");
  for (const [span, words] of spanWords)
    for (const [i, part] of parts.entries()) {
      const plain = part.normalize("NFKC").toLowerCase().trim();
      const word = plain.length > LONGEST ? undefined : words.find((each) => says(plain, each, span));
      if (word === undefined || (span === "before" && year !== null)) continue;
      const rest = isHan.test(word) ? "" : plain.replace(word, " ").replace(/\s+/g, " ").trim();
      return {
        span,
        rest: [...parts.slice(0, i), ...parts.slice(i + 1), rest].filter((each) => each !== "").join(" / "),
      };
    }
  return null;
}

/** A month is one by a whole head, the others by a word in it. */
function says(plain: string, word: string, span: Span): boolean {
  if (span !== "month") return containsWord(plain, word);
  return plain.replace(/[([（].*?[)\]）]/g, "").trim() === word;
}

function askedFor({ sheet, row, asker }: { sheet: string; row: number; asker: Asker }): string | null {
  return asker.ask(
    {
      key: `span:${sheet}`,
      question: () => texts.askSpan({ sheet }),
      options: [
        { value: "ytd", label: texts.toDate() },
        { value: "month", label: texts.monthAlone() },
      ],
      assumed: "ytd",
    },
    { sheet, row },
  );
}

/** The month, 0 to 11, that titles name; null if they name none or several. */
function monthOf(names: readonly string[]): number | null {
  const found = new Set<number>();
  for (const name of names) {
    const text = name.normalize("NFKC").slice(0, 200);
    for (const [, month] of text.matchAll(/(?:19|20)\d\d\s*[-./年]\s*(1[0-2]|0?[1-9])(?!\d)/g))
      found.add(Number(month) - 1);
    for (const [, month] of text.matchAll(/(?<!\d)(1[0-2]|0?[1-9])\s*[-./]\s*(?:19|20)\d\d/g))
      found.add(Number(month) - 1);
    for (const [, month] of text.matchAll(/(?<![\d-])(1[0-2]|[1-9])月/g)) found.add(Number(month) - 1);
    for (const [word] of text.matchAll(/\p{L}{3,}/gu)) {
      const month = periodOf(word);
      if (month !== null && month <= DECEMBER && /\d/.test(text)) found.add(month);
    }
  }
  return found.size === 1 ? [...found][0]! : null;
}

/** The texts of titles. */
export function titleTexts(titles: readonly Row[]): string[] {
  return titles.map((row) => row.map(textOf).join(" "));
}
