import type { Account, AccountKind, Candidate } from "../account-shapes.ts";
import type { LeftOut, ReadOutcome, Sheet } from "../line-shape.ts";
import type { Mapping } from "../mapping-shape.ts";
import { askedFields, type FieldKey } from "../report/asked-fields.ts";
import { type ReportStandard, reportStandards } from "../report/report.ts";
import { statedFields } from "../report/stated-fields.ts";
import { allCandidates, groupLines, type LineGroup } from "./line-groups.ts";

/** The rows that are listed at once of those that are no lines. */
const LEFT_OUT = 100;
/** Rows of a sheet that are shown, and those below its head. */
const ROWS = 12;
const BELOW_HEAD = 4;

/** What a person sees of the sheets of a file: all of a file of 100,000 lines would stop the page for seconds. */
export interface ReadView extends Omit<ReadOutcome, "lines" | "leftOut"> {
  /** How many lines were read. */
  readonly lines: number;
  readonly leftOut: {
    readonly count: number;
    /** What may be a line first; empty rows are not among them. */
    readonly first: readonly LeftOut[];
    /** How many more there are of those. */
    readonly more: number;
  };
  /** The sheets with their first rows. */
  readonly previews: readonly Sheet[];
}

/** What a person sees of an account: its lines in groups. */
export interface AccountView extends Omit<Account, "lines" | "leftOut"> {
  /** How many lines it has. */
  readonly lines: number;
  /** Its lines in the order in which they should be looked at. */
  readonly groups: readonly LineGroup[];
  /** What any line can be taken for. */
  readonly candidates: readonly Candidate[];
  /** The names of the data sets that it was computed from. */
  readonly datasets: readonly string[];
  /** By standard, the fields of its report that it does not state by itself. */
  readonly unstated: Readonly<Partial<Record<ReportStandard, readonly FieldKey[]>>>;
}

export function readView(
  { lines, leftOut, sheets: readings, ...rest }: ReadOutcome,
  sheets: readonly Sheet[],
): ReadView {
  const seen = leftOut.filter(({ kind }) => kind !== "empty");
  const first = [
    ...seen.filter(({ kind }) => kind === "unreadable"),
    ...seen.filter(({ kind }) => kind !== "unreadable"),
  ];
  return {
    ...rest,
    sheets: readings,
    lines: lines.length,
    leftOut: {
      count: leftOut.length,
      first: first.slice(0, LEFT_OUT),
      more: Math.max(0, first.length - LEFT_OUT),
    },
    previews: sheets.map((sheet) => {
      const head = readings.find(({ sheet: name }) => name === sheet.name)?.head ?? null;
      const shown = head ? head.last - (sheet.first ?? 1) + BELOW_HEAD : 0;
      return { ...sheet, rows: sheet.rows.slice(0, Math.max(ROWS, shown)) };
    }),
  };
}

export function accountView(account: Account, mapping: Mapping, datasets: readonly string[]): AccountView {
  const { lines, leftOut: _, ...rest } = account;
  return {
    ...rest,
    lines: lines.length,
    groups: groupLines(lines, mapping),
    candidates: allCandidates(lines),
    datasets,
    unstated: Object.fromEntries(
      reportStandards.filter((each) => isFor(each, account.kind)).map((each) => [each, unstatedFields(account, each)]),
    ),
  };
}

const isFor = (standard: ReportStandard, kind: AccountKind) => askedFields[standard].kinds.includes(kind);

const unstatedFields = (account: Account, standard: ReportStandard) =>
  statedFields(account, standard, new Map(), { tag: "en" }).flatMap(({ key, isStated }) =>
    isStated ? [] : [key as FieldKey],
  );
