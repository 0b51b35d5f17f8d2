import type { AccountKind, Candidate } from "../account-shapes.ts";
import type { ReadLine } from "../line-shape.ts";
import type { Mapping } from "../mapping-shape.ts";
import type { Asked } from "../reading/read-request.ts";
import type { AccountView, ReadView } from "./desk-views.ts";

/** How lines become an account: null is found from them. */
export interface DeskChoice {
  readonly kind: AccountKind | null;
  readonly year: number | null;
  readonly region: string | null;
  readonly mapping: Mapping;
}

/** How sheets are read, and what is made of their lines. */
export interface DeskWish {
  readonly asked: Asked;
  readonly choice: DeskChoice;
}

/** Where a line stands, and what it is called: it is one of those that were read. */
export type LinePlace = Pick<ReadLine, "sheet" | "row" | "column" | "name">;

/**
 * Where the sheets of a file, its lines and their account lie while a person works on them, away from the page: what comes back is what
 * is shown. Each answer rejects with a Fault for what cannot be read or computed.
 */
export interface AccountDesk<Options> {
  read(asked: Asked, options: Options): Promise<ReadView>;
  compute(wish: DeskWish, options: Options): Promise<AccountView>;
  /** The total of a key with other answers; null without a figure. Nothing that lies there changes. */
  total(wish: DeskWish, key: string, options: Options): Promise<number | null>;
  /** More of what a line can be taken for, by words. */
  search(wish: DeskWish, line: LinePlace, text: string, options: Options): Promise<readonly Candidate[]>;
}
