import type { PageApi } from "../../kernel/sandbox/protocol.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("reader", {
  noLanguageService: {
    en: "A published page has no language service.",
    zh: "已发布的页面没有语言服务。",
  },
});

/** The language service of a published page, which rejects every request. */
export const noTyping: PageApi["typing"] = { ask: () => Promise.reject(new Fault(texts.noLanguageService())) };
