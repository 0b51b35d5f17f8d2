import { messages } from "../../lib/message/message.ts";
import { say } from "./speech.ts";

const kinds = messages("cells.error", {
  unsupported: { en: "not run", zh: "不运行" },
  duplicate: { en: "duplicate", zh: "重复定义" },
  cycle: { en: "cycle", zh: "循环依赖" },
  "unknown name": { en: "unknown name", zh: "未知名称" },
  stopped: { en: "stopped", zh: "已停止" },
  note: { en: "note", zh: "提示" },
  thrown: { en: "thrown", zh: "抛出的值" },
});

/** The kind of an error in the page's language if it is a word (`duplicate`); names of classes stay. */
export function sayErrorKind(name: string): string {
  return Object.hasOwn(kinds, name) ? say(kinds[name as keyof typeof kinds]()) : name;
}
