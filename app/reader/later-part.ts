import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("reader", {
  partMissing: {
    en: "A part of this page's program could not be loaded. Reload the page and try again.",
    zh: "本页程序有一部分无法加载。请刷新页面后重试。",
  },
});

/**
 * A part of the page's program that is loaded on first use: few readers share a link, report on a lesson or reproduce a page, and
 * the others should not wait for that code. Rejects with a message if it cannot be loaded.
 */
export async function laterPart<Part>(loading: Promise<Part>): Promise<Part> {
  return loading.catch(() => {
    throw new Fault(texts.partMissing());
  });
}
