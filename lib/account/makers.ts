import type { AccountMaker } from "./account-maker.ts";
import { companyMaker } from "./company/company-maker.ts";

/** The kinds of accounts that lines can become. */
export const makers: readonly AccountMaker[] = [companyMaker];
