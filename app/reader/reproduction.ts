import type { CellProof } from "../../kernel/integrity/lock.ts";
import { noStudy } from "../../kernel/lesson/study.ts";
import { pace } from "../../kernel/runtime/tick.ts";
import type { CellReport } from "../../kernel/sandbox/protocol.ts";
import { Fault } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
import { countCells } from "../live/frame-reports.ts";
import { LiveNotebook } from "../live/live-notebook.ts";
import { NotebookDocument } from "../live/notebook-document.ts";
import { ReaderInputs } from "../live/reader-inputs.ts";
import { type Assets, servicesOf } from "./assets.ts";
import { noTyping } from "./no-typing.ts";
import type { PageElements } from "./page-elements.ts";
import { readerTexts } from "./texts.ts";

/**
 * The verdict on a cell that ran again: the same result; other code, or other data than in the lock; other inputs, because a cell
 * that it reads differs; another result from the same code, inputs and data; a failure; or no published result to compare with.
 */
export type Verdict = "same" | "code" | "data" | "inputs" | "result" | "failed" | "unproved";

export interface CellVerdict {
  readonly cell: number;
  /** Its place in the notebook, from 1. */
  readonly place: number;
  readonly verdict: Verdict;
  /** Why it failed. */
  readonly reason?: Sentence;
}

/**
 * Runs the whole notebook again as it was published, in a hidden frame: seeded, with the clock stopped, and with kernels that give
 * the same bits on every machine. The reader's changes are ignored. `done` is called with the number of finished cells. Rejects
 * when the signal is aborted.
 */
export async function reproduce(
  { data }: PageElements,
  assets: Assets,
  program: string,
  signal: AbortSignal,
  done: (cells: number) => void,
): Promise<CellVerdict[]> {
  const services = servicesOf(data, assets, true);
  const document = new NotebookDocument(data.text);
  const live = new LiveNotebook({
    document,
    inputs: new ReaderInputs(document),
    program,
    scripts: assets.scripts ?? [],
    services: { ...services, describe: async () => [] },
    catalogue: data.catalogue,
    files: data.attachments,
    settings: {
      theme: "light",
      language: data.language,
      lazy: false,
      mode: "read",
      code: false,
      reducedMotion: true,
    },
    typing: noTyping,
    programs: assets.later,
    allows: () => false,
    note: async () => noStudy,
    opening: () => ({
      chance: { seed: data.lock.seed, now: data.lock.now, reproducible: true },
      width: data.widths.wide,
      recorded: true,
    }),
  });
  const place = window.document.createElement("div");
  place.className = "again";
  place.inert = true;
  window.document.body.append(place);
  const ended = () => countCells(live.reports, "fresh", "failed", "stopped", "blocked", "paused", "stale");
  live.addEventListener("change", () => done(ended()));
  // A disposed frame never answers: all waiting races with the signal.
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    live.addEventListener("barred", () => reject(new Fault(readerTexts.barred())), { once: true });
  });
  aborted.catch(() => {});
  try {
    const settled = new Promise((resolve) => {
      live.addEventListener("settled", resolve, { once: true });
      live.mount(place);
    });
    await Promise.race([settled, aborted]);
    const proofs = await Promise.race([live.api!.outputs.proofs(), aborted]);
    // The reports on the last cells are sent a moment later.
    while (ended() < live.cells.length) {
      signal.throwIfAborted();
      await pace();
    }
    return verdictsOf(data.lock.cells, proofs, live.reports);
  } finally {
    live.dispose();
    services.stop();
    place.remove();
  }
}

/** Compares the proofs of a run with those of the lock. */
function verdictsOf(
  lock: readonly CellProof[],
  proofs: readonly CellProof[],
  reports: ReadonlyMap<number, Pick<CellReport, "state">>,
): CellVerdict[] {
  const found = new Map(proofs.map((proof) => [proof.id, proof]));
  return lock.map((published, i) => {
    const own = { cell: published.id, place: i + 1 };
    const proof = found.get(published.id);
    const error = reports.get(published.id)?.state.error;
    const reason = error?.said ?? error?.message;
    if (published.result === null) return { ...own, verdict: "unproved" };
    if (!proof || proof.result === null) return { ...own, verdict: "failed", ...(reason ? { reason } : {}) };
    if (proof.code !== published.code) return { ...own, verdict: "code" };
    if (proof.data !== published.data) return { ...own, verdict: "data" };
    if (proof.result === published.result) return { ...own, verdict: "same" };
    return { ...own, verdict: proof.inputs === published.inputs ? "result" : "inputs" };
  });
}
