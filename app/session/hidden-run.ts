import { pace } from "../../kernel/runtime/tick.ts";
import type { CellReport } from "../../kernel/sandbox/protocol.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import { countCells } from "../live/frame-reports.ts";
import type { LiveNotebook } from "../live/live-notebook.ts";

const said = messages("session.run", {
  blocked: { en: "Not run, because `{name}` has no value.", zh: "未运行，因为 `{name}` 没有值。" },
  notRun: { en: "Not run.", zh: "未运行。" },
  notEnded: {
    en: "Did not end within {seconds} s, and was stopped.",
    zh: "未在 {seconds} 秒内结束，已被停止。",
  },
  blocking: {
    en: "Did not yield for {seconds} s, and was stopped.",
    zh: "连续 {seconds} 秒未让出控制，已被停止。",
  },
  cut: {
    en: "Its result did not arrive, because another cell did not yield.",
    zh: "因另一单元格未让出控制，未能得到其结果。",
  },
  barred: { en: "This page's host does not let notebooks run.", zh: "此页面的主机不允许运行笔记本。" },
});

/** How long a run may take as a whole, and how long a cell may block the thread, in milliseconds. */
const MOST_MS = 60_000;
const BLOCKING_MS = 5_000;

/** What came of a cell in a run. */
export interface CellOutcome {
  readonly cell: number;
  readonly status: "ran" | "failed" | "skipped" | "stopped";
  /** The values of its names, or the text that it shows. */
  readonly shows: readonly string[];
  /** Why it failed or did not run. */
  readonly why?: Sentence;
}

/** A run that has ended. */
export interface HiddenRun {
  readonly cells: readonly CellOutcome[];
  /** Whether its frame did not answer any more. */
  readonly isBlocking: boolean;
}

/**
 * Runs all cells of a notebook once in a frame that nobody sees, and discards it. A run ends by itself, after a minute, or when a cell
 * blocks its thread. Rejects with the signal's reason, and with a Fault if the page's host runs no frames.
 */
export async function runHidden(live: LiveNotebook, signal: AbortSignal): Promise<HiddenRun> {
  const place = document.createElement("div");
  place.inert = true;
  place.ariaHidden = "true";
  place.style.cssText = "position:fixed;left:-2000px;top:0;width:900px;height:1200px;visibility:hidden";
  document.body.append(place);
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A frame that was discarded, or that blocks, never answers: all waiting races with these.
  const blocking = new Promise<"blocking">((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    live.addEventListener("barred", () => reject(new Fault(said.barred())), { once: true });
    live.addEventListener("change", () => {
      if (live.unresponsiveFor > BLOCKING_MS) resolve("blocking");
    });
  });
  blocking.catch(() => {});
  try {
    signal.throwIfAborted();
    const settled = new Promise<"settled" | "late">((resolve) => {
      live.addEventListener("settled", () => resolve("settled"), { once: true });
      timer = setTimeout(() => resolve("late"), MOST_MS);
    });
    live.mount(place);
    place.querySelector("iframe")!.style.cssText = "width:100%;height:100%;border:0";
    const end = await Promise.race([settled, blocking]);
    const shown = end === "blocking" ? end : await Promise.race([shownBy(live, end === "settled", signal), blocking]);
    const isBlocking = shown === "blocking";
    const lateOf = (cell: number) => {
      if (!isBlocking) return said.notEnded({ seconds: MOST_MS / 1000 });
      return cell === live.lastEntered ? said.blocking({ seconds: BLOCKING_MS / 1000 }) : said.cut();
    };
    const cells = live.cells.map(({ id }) =>
      outcomeOf(id, live.reports.get(id), isBlocking ? [] : (shown.get(id) ?? []), lateOf(id)),
    );
    return { cells, isBlocking };
  } finally {
    clearTimeout(timer);
    live.dispose();
    place.remove();
  }
}

/** What each cell shows: the values of its names, or else its text. */
async function shownBy(
  live: LiveNotebook,
  isSettled: boolean,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, readonly string[]>> {
  // The reports on the last cells are sent a moment later.
  while (isSettled && !signal.aborted && countCells(live.reports, "queued", "running") > 0) await pace();
  const names = [...live.reports.values()].flatMap(({ outputs }) => outputs);
  const [previews, texts] = await Promise.all([live.api!.outputs.previews(names), live.api!.outputs.texts()]);
  const previewOf = new Map(previews.map(({ name, preview }) => [name, preview]));
  return new Map(
    texts.map(({ cell, text }) => {
      const values = (live.reports.get(cell)?.outputs ?? []).filter((name) => previewOf.has(name));
      const shows = values.map((name) => `${name} = ${previewOf.get(name)}`);
      return [cell, shows.length > 0 || text === "" ? shows : [text]];
    }),
  );
}

/** @param late why a cell that still runs was stopped */
function outcomeOf(
  cell: number,
  report: Pick<CellReport, "state"> | undefined,
  shows: readonly string[],
  late: Sentence,
): CellOutcome {
  const { status, error, blockedBy } = report?.state ?? { status: "queued" };
  switch (status) {
    case "fresh":
      return { cell, status: "ran", shows };
    case "failed":
      return { cell, status: "failed", shows: [], why: error?.said ?? error?.message ?? said.notRun() };
    case "running":
    case "queued":
      return { cell, status: "stopped", shows: [], why: late };
    default:
      return {
        cell,
        status: "skipped",
        shows: [],
        why: blockedBy ? said.blocked({ name: blockedBy.name }) : said.notRun(),
      };
  }
}
