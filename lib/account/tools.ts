import { accountCompare } from "./tools/compare.ts";
import { accountCompute } from "./tools/compute.ts";
import { accountMatch } from "./tools/match.ts";
import { accountRead } from "./tools/read.ts";

/** From the sheets of a file to lines, what they are taken for, and accounts. */
export const account = {
  read: accountRead,
  match: accountMatch,
  compute: accountCompute,
  compare: accountCompare,
};
