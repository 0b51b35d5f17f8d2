import { panoramaAccounts, panoramaAvoided } from "./tools/accounts.ts";
import { panoramaAnnounced } from "./tools/announced.ts";
import { panoramaLadder } from "./tools/ladder.ts";
import { panoramaReconcile } from "./tools/reconcile.ts";

/** Production, consumption and nature in one table of accounts. */
export const panorama = {
  ladder: panoramaLadder,
  accounts: panoramaAccounts,
  reconcile: panoramaReconcile,
  avoided: panoramaAvoided,
  announced: panoramaAnnounced,
};
