import type { Cause } from "../../kernel/runtime/state.ts";
import { messages } from "../../lib/message/message.ts";
import { writeList } from "./figures.ts";
import { say, sayPart } from "./speech.ts";

export const causeTexts = messages("cells.cause", {
  first: { en: "ran when the notebook opened", zh: "打开笔记本时运行" },
  edited: { en: "ran because it was edited", zh: "因编辑而运行" },
  input: { en: "ran because {names} changed", zh: "因 {names} 变化而运行" },
  asked: { en: "run by you", zh: "按您的要求运行" },
  resumed: { en: "ran when it was resumed", zh: "恢复后运行" },
  restarted: { en: "ran again after {service} restarted", zh: "{service} 重启后再次运行" },
});

/** Why a cell last ran. */
export function writeCause(cause: Cause): string {
  switch (cause.kind) {
    case "input":
      return say(causeTexts.input({ names: writeList(cause.names) }));
    case "restarted":
      return say(causeTexts.restarted({ service: sayPart(cause.service) }));
    default:
      return say(causeTexts[cause.kind]());
  }
}
