import type { CallOptions } from "../../../../kernel/services/datasets.ts";
import type { Account, Candidate } from "../../../../lib/account/account-shapes.ts";
import type { AccountDesk } from "../../../../lib/account/desk/account-desk.ts";
import { accountView, readView } from "../../../../lib/account/desk/desk-views.ts";
import type { ReadOutcome, Sheet } from "../../../../lib/account/line-shape.ts";

/** What a worker would compute, by the name of the tool that does it. */
type Call = (tool: string, input: unknown, options?: CallOptions) => Promise<unknown>;

/** A desk whose lines and accounts are made by hand, which shows of them what a worker would. */
export function handMadeDesk(call: Call, sheets: readonly Sheet[]): AccountDesk<CallOptions> {
  return {
    async read(asked, options) {
      return readView((await call("account.read", asked, options)) as ReadOutcome, sheets);
    },
    async compute({ asked, choice }, options) {
      const account = (await call("account.compute", { asked, ...choice }, options)) as Account;
      return accountView(account, choice.mapping, []);
    },
    async total({ asked, choice }, key, options) {
      const account = (await call("account.total", { asked, ...choice }, options)) as Account;
      return account.totals.find((total) => total.key === key)?.value ?? null;
    },
    async search({ choice }, line, text, options) {
      const { found } = (await call("account.match", { ...choice, line, text }, options)) as { found: Candidate[] };
      return found;
    },
  };
}
