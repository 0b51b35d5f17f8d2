import { archiveTargets } from "./archive-targets.ts";
import { arrowTargets } from "./arrow-targets.ts";
import { documentTargets } from "./document-targets.ts";
import { messageTargets } from "./message-targets.ts";
import { tableTargets } from "./table-targets.ts";
import type { Target } from "./target.ts";
import { toolTargets } from "./tool-targets.ts";

/** Everything that takes what others wrote. A new reader is added here, and is then in the suite and in `npm run fuzz`. */
export const targets: readonly Target[] = [
  ...toolTargets,
  ...archiveTargets,
  ...arrowTargets,
  ...tableTargets,
  ...documentTargets,
  ...messageTargets,
];
