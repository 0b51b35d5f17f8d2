import type { DeskWish } from "../../../lib/account/desk/account-desk.ts";
import { OpenAccount } from "../../../lib/account/desk/open-account.ts";
import type { Sheet } from "../../../lib/account/line-shape.ts";
import { tableFiles } from "../../../lib/files/table/table-files.ts";
import type { DatasetFile } from "../datasets.ts";
import type { DeskApi, DeskSource } from "./desk-api.ts";
import { loadUnpacked } from "./load-unpacked.ts";
import { readOnce } from "./read-dataset.ts";
import { spacedReports } from "./spaced-reports.ts";

type LoadFile = (name: string) => Promise<DatasetFile>;

/** The account that is open in a worker, one at a time. */
export function deskJobs(): DeskApi {
  let account: OpenAccount | null = null;
  // Calls come one at a time, and each brings what loads a data set as long as it lasts.
  let loadFile: LoadFile | null = null;
  const read = readOnce((name) => loadUnpacked(name, loadFile!));
  const opened = (load: LoadFile) => {
    loadFile = load;
    return account!;
  };
  return {
    async open(source) {
      account = new OpenAccount(await sheetsOf(source), read);
    },
    async read(asked, report) {
      return account!.read(asked, spacedReports(report));
    },
    compute: (wish: DeskWish, report, load) => opened(load).compute(wish, spacedReports(report)),
    total: (wish, key, load) => opened(load).total(wish, key),
    search: (wish, line, text, load) => opened(load).search(wish, line, text),
    async report(wish, of, load) {
      const { reportFile } = await import("../report/report-file.ts");
      return reportFile(await opened(load).account(wish), of);
    },
  };
}

async function sheetsOf(source: DeskSource): Promise<readonly Sheet[]> {
  if ("sheets" in source) return source.sheets;
  return (await tableFiles.cells(source.file, source.bytes)) as Sheet[];
}
