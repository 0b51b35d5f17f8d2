import { accountRead } from "./tools/read.ts";

/** From the sheets of a file to lines, what they are taken for, and accounts. */
export const account = {
  read: accountRead,
};
