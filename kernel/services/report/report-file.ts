import type { Account } from "../../../lib/account/account-shapes.ts";
import { accountReport } from "../../../lib/account/report/account-report.ts";
import type { ReportDataset, ReportStandard } from "../../../lib/account/report/report.ts";
import { reportPage } from "../../../lib/account/report/report-page.ts";
import { reportWorkbook } from "../../../lib/account/report/report-workbook.ts";
import { toldAccount } from "./told-account.ts";

/** The forms of a report, by the ending of the file. */
export const reportForms = ["xlsx", "html"] as const;
export type ReportForm = (typeof reportForms)[number];

const types: Readonly<Record<ReportForm, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  html: "text/html",
};

/** What a report is made of, beside the account. */
export interface ReportWish {
  readonly form: ReportForm;
  readonly standard: ReportStandard;
  /** A tag of BCP 47. */
  readonly language: string;
  /** The data sets that the account has read. */
  readonly datasets: readonly ReportDataset[];
  /** What a person states of the fields, by their keys. */
  readonly statements?: Readonly<Record<string, string>>;
}

/** The report of an account as a file: the same as `yuheng account --out` writes. */
export function reportFile(account: Account, wish: ReportWish): Blob {
  const { form, standard, language, datasets, statements = {} } = wish;
  const report = accountReport(
    toldAccount(account, language),
    { tag: language },
    { standard, datasets, statements: new Map(Object.entries(statements)) },
  );
  return new Blob([form === "xlsx" ? reportWorkbook(report) : reportPage(report)], { type: types[form] });
}
