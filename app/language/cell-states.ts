import { messages } from "../../lib/message/message.ts";

/** The states of a cell. */
export const stateTexts = messages("cells.state", {
  queued: { en: "queued", zh: "排队" },
  running: { en: "running", zh: "运行中" },
  fresh: { en: "up to date", zh: "最新" },
  stale: { en: "stale", zh: "待更新" },
  paused: { en: "paused", zh: "已暂停" },
  failed: { en: "failed", zh: "失败" },
  stopped: { en: "stopped", zh: "已停止" },
  blocked: { en: "waiting for a cell that failed", zh: "等待失败的单元格" },
  edited: { en: "edited", zh: "已编辑" },
  none: { en: "not run", zh: "未运行" },
});
