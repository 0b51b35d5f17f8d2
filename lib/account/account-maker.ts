import type { Read } from "../tool/read.ts";
import type { Account, AccountKind, Candidate } from "./account-shapes.ts";
import type { Tell } from "./line-count.ts";
import type { Ask, LeftOut, ReadLine } from "./line-shape.ts";
import type { Mapping } from "./mapping-shape.ts";

type Cells = Readonly<Record<string, unknown>>;

/** What the lines of a file are made into an account with. */
export interface AccountInput {
  readonly lines: readonly ReadLine[];
  readonly leftOut: readonly LeftOut[];
  readonly asks: readonly Ask[];
  readonly year: number;
  /** ISO 3166-1 alpha-3 or ISO 3166-2, for lines and sites without one of their own. */
  readonly region: string | null;
  readonly mapping: Mapping;
  readonly metric: string;
  /** Tables of `inventory.company`, as rows: certificates and contracts, facilities, conversions of money, own factors. */
  readonly instruments?: readonly Cells[];
  readonly facilities?: readonly Cells[];
  readonly prices?: readonly Cells[];
  readonly factors?: readonly Cells[];
}

/** Makes accounts of one kind. */
export interface AccountMaker {
  readonly kind: AccountKind;
  /** 0 to 1: how well the lines fit such an account; the kind that fits best is taken where none is asked for. */
  fit(lines: readonly ReadLine[]): number;
  /** @param tell is told how many lines are done */
  make(input: AccountInput, read: Read, tell?: Tell): Promise<Account>;
  /** Candidates for a line by words of a person. */
  search?(line: ReadLine, text: string, input: AccountInput, read: Read): Promise<readonly Candidate[]>;
}
