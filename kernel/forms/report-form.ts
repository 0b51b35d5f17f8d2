import type { Table } from "apache-arrow";
import { html } from "htl";
import type { Account } from "../../lib/account/account-shapes.ts";
import { usualStandards } from "../../lib/account/report/asked-fields.ts";
import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { datasetsOf } from "../services/compute/table-metadata.ts";
import { type ReportForm, reportFile } from "../services/report/report-file.ts";
import type { FormHost } from "./form-host.ts";
import type { Forms } from "./form-options.ts";
import { datasetsOfReport } from "./report-datasets.ts";

const texts = messages("forms.report", {
  label: { en: "Report", zh: "报告" },
  xlsx: { en: "Report (.xlsx)", zh: "报告（.xlsx）" },
  html: { en: "Report (page to print)", zh: "报告（可打印页面）" },
  file: { en: "report {year}", zh: "报告 {year}" },
  noAccount: {
    en: "forms.report makes the report of a result of account.compute, and was given something else.",
    zh: "forms.report 用于生成 account.compute 结果的报告，但传入的不是该结果。",
  },
});

/** Buttons that save the report of an account as a workbook and as a page. Throws a Fault for what is no account. */
export function reportForm({ language, catalogue }: FormHost): Forms["report"] {
  const say = (message: Message) => writeMessage(message, { tag: language });
  return (given, { name, standard, statements = {} } = {}) => {
    if (!isAccount(given)) throw new Fault(texts.noAccount());
    const account = given;
    const datasets = datasetsOfReport(catalogue, datasetsBehind(account), language);
    const wish = { standard: standard ?? usualStandards[account.kind], language, datasets, statements };
    const stem = name ?? say(texts.file({ year: account.year }));
    const button = (form: ReportForm) => {
      const made = html`<button type="button">${say(texts[form]())}</button>` as HTMLElement;
      made.addEventListener("click", () => save(`${stem}.${form}`, reportFile(account, { ...wish, form })));
      return made;
    };
    return html`<form role="group" aria-label=${say(texts.label())} style="display: flex; flex-wrap: wrap; gap: 0.5em">${button("xlsx")}${button("html")}</form>` as HTMLElement;
  };
}

function isAccount(given: object): given is Account & { readonly byTotal?: Pick<Table, "schema"> } {
  const { kind, lines, totals } = given as Partial<Account>;
  return (
    typeof kind === "string" && Object.hasOwn(usualStandards, kind) && Array.isArray(lines) && Array.isArray(totals)
  );
}

/** The tables of a result name the data sets on which it depends. */
function datasetsBehind({ byTotal }: { readonly byTotal?: Pick<Table, "schema"> }): ReadonlySet<string> {
  return new Set(byTotal ? datasetsOf(byTotal) : []);
}

/** Offers a file by the click of a link, which the frame passes to its page. */
function save(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  // It is read right after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
