import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("boundary", {
  tooLarge: {
    en: "The data need more memory than can be passed within the page at once. Use fewer rows: split the file, or sum its rows first.",
    zh: "数据所需内存超出页面内一次可传递的上限。请减少行数：拆分文件，或先汇总各行。",
  },
});

/** The fault of a message that was too large to be copied; null for all else that posting a message throws. */
export function tooLarge(error: unknown): Fault | null {
  const { name = "", message = "" } = (error ?? {}) as Partial<Error>;
  // V8: "Data cannot be cloned, out of memory."; others name the size that could not be allocated.
  const isSize = (name === "DataCloneError" && /memory/i.test(message)) || /^(?:RangeError|InternalError)$/.test(name);
  return isSize ? new Fault(texts.tooLarge(), { cause: error }) : null;
}
