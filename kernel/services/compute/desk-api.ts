import type { Candidate } from "../../../lib/account/account-shapes.ts";
import type { DeskWish, LinePlace } from "../../../lib/account/desk/account-desk.ts";
import type { AccountView, ReadView } from "../../../lib/account/desk/desk-views.ts";
import type { Sheet } from "../../../lib/account/line-shape.ts";
import type { Asked } from "../../../lib/account/reading/read-request.ts";
import { listener, type Requests, trusted } from "../../boundary/rule.ts";
import type { Progress } from "../../runtime/state.ts";
import type { DatasetFile } from "../datasets.ts";
import type { ReportWish } from "../report/report-file.ts";

/** The sheets of an account: a file that is read in the worker, or rows that are there already. */
export type DeskSource = { readonly file: string; readonly bytes: Uint8Array } | { readonly sheets: readonly Sheet[] };

type LoadFile = (name: string) => Promise<DatasetFile>;
type Report = (progress: Progress) => void;

/** Makes the account of one file, whose sheets and lines stay in the worker. */
export interface DeskApi {
  open(source: DeskSource): Promise<void>;
  read(asked: Asked, report: Report): Promise<ReadView>;
  compute(wish: DeskWish, report: Report, load: LoadFile): Promise<AccountView>;
  total(wish: DeskWish, key: string, load: LoadFile): Promise<number | null>;
  search(wish: DeskWish, line: LinePlace, text: string, load: LoadFile): Promise<readonly Candidate[]>;
  /** The report of an account, as a file. */
  report(wish: DeskWish, of: ReportWish, load: LoadFile): Promise<Blob>;
}

/** Arguments are trusted, because they come from the page; the bytes of files are not, and are read only in the worker. */
export const deskRequests: Requests<DeskApi> = {
  open: [trusted],
  read: [trusted, listener],
  compute: [trusted, listener, { callback: trusted }],
  total: [trusted, trusted, { callback: trusted }],
  search: [trusted, trusted, trusted, { callback: trusted }],
  report: [trusted, trusted, { callback: trusted }],
};
