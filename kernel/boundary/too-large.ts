import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("boundary", {
  tooLarge: {
    en: "The data are too large for the page. Use fewer rows: split the file, or sum its rows first.",
    zh: "数据过大，页面无法处理。请减少行数：拆分文件，或先汇总各行。",
  },
});

/** The fault of a message that was too large to be copied; null for all else that posting a message throws. */
export function tooLarge(error: unknown): Fault | null {
  // V8: "Data cannot be cloned, out of memory."
  return /memory/i.test(String(error)) ? new Fault(texts.tooLarge(), { cause: error }) : null;
}
