import type { Sentence } from "../../../lib/message/message.ts";
import { messages } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";
import { countCells } from "../../live/frame-reports.ts";
import type { SaveState } from "../../session/autosave.ts";
import type { Session } from "../../session/contract.ts";

export const liveTexts = messages("workbench.live", {
  running: { en: "Running.", zh: "正在运行。" },
  finished: { en: "Finished. Every cell is up to date.", zh: "运行完毕，全部单元格均为最新。" },
  finishedStale: { en: "Finished. {count} {count:cell is|cells are} stale.", zh: "运行完毕，{count} 个单元格待更新。" },
  failed: { en: "Finished. {count} {count:cell|cells} failed.", zh: "运行完毕，{count} 个单元格失败。" },
  saved: { en: "Saved.", zh: "已保存。" },
  savedFailed: {
    en: "Saved. {count} {count:cell has|cells have} failed.",
    zh: "已保存。有 {count} 个单元格失败。",
  },
  saveFailed: { en: "Not saved. {reason}", zh: "未能保存。{reason}" },
  unresponsive: {
    en: "A cell is running without a pause. You can stop it.",
    zh: "有一个单元格一直在运行，可以停止它。",
  },
});

/** The state of a notebook that is announced to screen readers. */
export interface SessionStatus {
  running: boolean;
  stuck: boolean;
  failed: number;
  stale: number;
  save: SaveState;
  saveProblem: Sentence | null;
}

export function statusOf(session: Session): SessionStatus {
  return {
    running: session.running,
    stuck: session.unresponsiveFor > 300,
    failed: countCells(session.reports, "failed"),
    stale: countCells(session.reports, "stale"),
    save: session.autosave.saveState,
    saveProblem: session.autosave.problem,
  };
}

/**
 * The announcement for a change, or null. Saving is announced only if the user requested it or it had failed before, since
 * autosave runs all the time.
 */
export function announce(before: SessionStatus, now: SessionStatus, saveRequested: boolean): string | null {
  if (now.stuck && !before.stuck) return say(liveTexts.unresponsive());
  const saveFailed = now.save === "failed" || now.save === "conflict";
  if (saveFailed && now.save !== before.save)
    return say(liveTexts.saveFailed({ reason: now.saveProblem ?? "" })).trim();
  const recovered = before.save === "failed" || before.save === "conflict";
  if (now.save === "saved" && before.save !== "saved" && (saveRequested || recovered))
    return say(now.failed > 0 ? liveTexts.savedFailed({ count: now.failed }) : liveTexts.saved());
  if (!before.running && now.running) return say(liveTexts.running());
  if (before.running && !now.running) {
    if (now.failed > 0) return say(liveTexts.failed({ count: now.failed }));
    return now.stale > 0 ? say(liveTexts.finishedStale({ count: now.stale })) : say(liveTexts.finished());
  }
  if (!now.running && now.failed > before.failed) return say(liveTexts.failed({ count: now.failed }));
  return null;
}
