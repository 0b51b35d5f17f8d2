import type { Sentence } from "../../lib/message/message.ts";
import { saySentence } from "../language/sentence.ts";
import { say } from "../language/speech.ts";
import { countCells } from "../live/frame-reports.ts";
import type { SaveState } from "../session/autosave.ts";
import type { Session } from "../session/contract.ts";

/** What of a notebook is worth telling to someone who does not see the page. */
export interface Standing {
  running: boolean;
  stuck: boolean;
  failed: number;
  stale: number;
  save: SaveState;
  saveProblem: Sentence | null;
}

export function standingOf(session: Session): Standing {
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
 * The sentence to read out for a change, or null. Saving is told only where it was asked for or had failed: autosave
 * works all the time, and a voice that says so all the time is noise.
 */
export function announce(before: Standing, now: Standing, saveAsked: boolean): string | null {
  if (now.stuck && !before.stuck) return say("live.unresponsive");
  const saveFailed = now.save === "failed" || now.save === "conflict";
  if (saveFailed && now.save !== before.save)
    return say("live.saveFailed", { reason: saySentence(now.saveProblem ?? "") }).trim();
  const recovered = before.save === "failed" || before.save === "conflict";
  if (now.save === "saved" && before.save !== "saved" && (saveAsked || recovered)) return say("live.saved");
  if (!before.running && now.running) return say("live.running");
  if (before.running && !now.running) {
    if (now.failed > 0) return say("live.failed", { count: now.failed });
    return now.stale > 0 ? say("live.finishedStale", { count: now.stale }) : say("live.finished");
  }
  if (!now.running && now.failed > before.failed) return say("live.failed", { count: now.failed });
  return null;
}
