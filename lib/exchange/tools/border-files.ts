import { cbamCommunication } from "./communication.ts";

/** What crosses the border, as files for importers. A list of its own, because it needs no code of life cycles. */
export const borderFiles = {
  communication: cbamCommunication,
};
