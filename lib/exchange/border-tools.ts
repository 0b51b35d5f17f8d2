import { cbamCommunication } from "./tools/communication.ts";

/** What crosses the border, as files for importers. Apart from `tools.ts`, because it needs no code of life cycles. */
export const borderFiles = {
  communication: cbamCommunication,
};
