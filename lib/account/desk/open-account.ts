import type { Read } from "../../tool/read.ts";
import { kindOf, makeAccount, searchCandidates } from "../account.ts";
import { ACCOUNT_METRIC } from "../account-metric.ts";
import type { Account, AccountKind, Candidate } from "../account-shapes.ts";
import type { Tell } from "../line-count.ts";
import type { ReadOutcome, Sheet } from "../line-shape.ts";
import type { Asked } from "../reading/read-request.ts";
import { readSheets } from "../reading/read-sheets.ts";
import type { DeskWish, LinePlace } from "./account-desk.ts";
import { type AccountView, accountView, type ReadView, readView } from "./desk-views.ts";

/** The sheets of a file that is open, their lines as they were read last, and the account as it was made last. */
export class OpenAccount {
  readonly #sheets: readonly Sheet[];
  readonly #datasets: Read;
  /** By kind: makers keep what they open as long as its reader, and what it has read once it does not read again. */
  readonly #readers = new Map<AccountKind, { readonly read: Read; readonly names: Set<string> }>();
  #lines: Kept<ReadOutcome> | null = null;
  #account: Kept<Account> | null = null;

  constructor(sheets: readonly Sheet[], datasets: Read) {
    this.#sheets = sheets;
    this.#datasets = datasets;
  }

  read(asked: Asked, tell?: Tell): ReadView {
    return readView(this.#read(asked, tell), this.#sheets);
  }

  async compute(wish: DeskWish, tell?: Tell): Promise<AccountView> {
    const account = await this.account(wish, tell);
    return accountView(account, wish.choice.mapping, [...this.#reader(account.kind).names].sort());
  }

  /** The account itself: made anew only if something else is wanted than of the last. */
  async account(wish: DeskWish, tell?: Tell): Promise<Account> {
    const key = JSON.stringify(wish);
    if (this.#account?.key === key) return this.#account.is;
    const made = await this.#make(wish, this.#read(wish.asked, tell), tell);
    this.#account = { key, is: made };
    return made;
  }

  /** The total of a key; nothing that is kept changes. */
  async total(wish: DeskWish, key: string): Promise<number | null> {
    const isRead = this.#lines?.key === JSON.stringify(wish.asked);
    const made = await this.#make(wish, isRead ? this.#lines!.is : readSheets(this.#sheets, wish.asked));
    return made.totals.find(({ key: of }) => of === key)?.value ?? null;
  }

  async search(wish: DeskWish, line: LinePlace, text: string): Promise<readonly Candidate[]> {
    const own = this.#read(wish.asked).lines.find(
      ({ sheet, row, column, name }) =>
        sheet === line.sheet && row === line.row && column === line.column && name === line.name,
    );
    if (!own) return [];
    const request = { ...requestOf(wish), lines: [own], leftOut: [], asks: [] };
    const kind = kindOf(request.lines, wish.choice.kind ?? request.mapping.kind);
    return searchCandidates(request, kind, own, text, this.#reader(kind).read);
  }

  #read(asked: Asked, tell?: Tell): ReadOutcome {
    const key = JSON.stringify(asked);
    if (this.#lines?.key !== key) this.#lines = { key, is: readSheets(this.#sheets, asked, { tell }) };
    return this.#lines.is;
  }

  #make(wish: DeskWish, { lines, leftOut, asks }: ReadOutcome, tell?: Tell): Promise<Account> {
    const request = { ...requestOf(wish), lines, leftOut, asks };
    const kind = kindOf(lines, wish.choice.kind ?? request.mapping.kind);
    return makeAccount(request, kind, this.#reader(kind).read, tell);
  }

  #reader(kind: AccountKind) {
    let reader = this.#readers.get(kind);
    if (!reader) {
      const names = new Set<string>();
      const read: Read = (name, part) => {
        names.add(name);
        return this.#datasets(name, part);
      };
      reader = { read, names };
      this.#readers.set(kind, reader);
    }
    return reader;
  }
}

/** What is kept, and of what it was made. */
interface Kept<Made> {
  readonly key: string;
  readonly is: Made;
}

function requestOf({ choice: { year, region, mapping } }: DeskWish) {
  return { year: year ?? undefined, region, mapping, metric: ACCOUNT_METRIC };
}
