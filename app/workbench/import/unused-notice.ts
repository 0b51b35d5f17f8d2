import type { UnusedFile } from "../../../lib/exchange/mrio/unused-files.ts";
import type { Message } from "../../../lib/message/message.ts";
import { importTexts } from "./import-texts.ts";

/** Files that are named; of hundreds, the first and their number say enough. */
const NAMED = 12;

/** The sentence that names the files that were not read; none if all were. */
export function unusedNotice(unused: readonly UnusedFile[]): Message[] {
  if (unused.length === 0) return [];
  const named = unused
    .slice(0, NAMED)
    .map(({ path, reason }) => (reason ? importTexts.unusedFor({ path, reason }) : path));
  const more = unused.length - named.length;
  const files = more > 0 ? [...named, importTexts.unusedMore({ count: more })] : named;
  return [importTexts.unused({ count: unused.length, files })];
}
