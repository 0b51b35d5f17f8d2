import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import type { Read } from "../tool/read.ts";
import type { AccountInput, AccountMaker } from "./account-maker.ts";
import type { Account, AccountKind, Candidate } from "./account-shapes.ts";
import { idleFactors } from "./idle-factors.ts";
import type { Tell } from "./line-count.ts";
import type { Ask, ReadLine } from "./line-shape.ts";
import { makers } from "./makers.ts";
import { mappingChanges } from "./matching/mapping-changes.ts";

const texts = messages("account", {
  noKind: {
    en: 'kind: there is no account of the kind "{kind}"; {kinds} are known.',
    zh: "kind：没有“{kind}”这种核算；已知的有 {kinds}。",
  },
  whichYear: { en: "Of which year is the file?", zh: "文件属于哪一年？" },
  yearTaken: {
    en: "The file states no year; {year}, the latest year of the factors, is taken.",
    zh: "文件没有写明年份；取因子的最近年份 {year}。",
  },
  year: { en: "{year}", zh: "{year} 年" },
  noSearch: {
    en: "search: accounts of the kind {kind} have no search by words.",
    zh: "search：{kind} 类核算不支持按词语查找。",
  },
});

/** What an account is asked for with; its year is found where it is not given. */
export type AccountRequest = Omit<AccountInput, "year"> & { readonly year: number | undefined };

/**
 * Makes the account of a kind; of the kind that fits the lines best if none is asked for, and tells how many lines are done. Throws a Fault for an unknown kind.
 */
export async function makeAccount(
  request: AccountRequest,
  kind: AccountKind | undefined,
  read: Read,
  tell?: Tell,
): Promise<Account> {
  const maker = makerFor(request.lines, kind ?? request.mapping.kind);
  const { year, isTaken } = await yearOf(request, read);
  const made = await maker.make({ ...request, year }, read, tell);
  const { lines, mapping } = request;
  const account = { ...made, notes: [...made.notes, ...mappingChanges(lines, mapping), ...idleFactors(mapping)] };
  if (!isTaken) return account;
  const options = [year, year - 1, year - 2].map((of) => ({ value: String(of), label: texts.year({ year: of }) }));
  const ask: Ask = { key: "year", question: texts.whichYear(), options, assumed: String(year), rows: [] };
  return { ...account, asks: [ask, ...account.asks], notes: [texts.yearTaken({ year }), ...account.notes] };
}

/** More candidates for one line, by words of a person. Throws a Fault where a kind has no search. */
export async function searchCandidates(
  request: AccountRequest,
  kind: AccountKind | undefined,
  line: ReadLine,
  text: string,
  read: Read,
): Promise<readonly Candidate[]> {
  const maker = makerFor(request.lines, kind ?? request.mapping.kind);
  if (!maker.search) throw new Fault(texts.noSearch({ kind: maker.kind }), { field: "search" });
  const { year } = await yearOf(request, read);
  return maker.search(line, text, { ...request, year }, read);
}

/** The kind that is asked for, or that fits the lines best. */
export function kindOf(lines: readonly ReadLine[], kind: AccountKind | undefined): AccountKind {
  return makerFor(lines, kind).kind;
}

function makerFor(lines: readonly ReadLine[], kind: AccountKind | undefined): AccountMaker {
  if (kind !== undefined) {
    const found = makers.find((maker) => maker.kind === kind);
    if (found) return found;
    throw new Fault(texts.noKind({ kind, kinds: makers.map((maker) => maker.kind) }), { field: "kind" });
  }
  const fits = makers.map((maker) => ({ maker, fit: maker.fit(lines) }));
  return fits.reduce((best, next) => (next.fit > best.fit ? next : best)).maker;
}

/** The year asked for or answered, else the most frequent of the lines, else the latest year of the factors. */
async function yearOf(
  { year, lines, mapping }: AccountRequest,
  read: Read,
): Promise<{ year: number; isTaken: boolean }> {
  if (year !== undefined) return { year, isTaken: false };
  const { answers = {} } = mapping;
  const answered = Object.hasOwn(answers, "year") ? Number(answers.year) : Number.NaN;
  if (Number.isInteger(answered)) return { year: answered, isTaken: false };
  const counts = new Map<number, number>();
  for (const { year: of } of lines) if (of !== null) counts.set(of, (counts.get(of) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (first) return { year: first[0], isTaken: false };
  const columns = await read("factors_value_chain_uk");
  const years = Array.from(columns.numbers("year")).filter((of) => of !== null);
  return { year: Math.max(...years.map(Number)), isTaken: true };
}
