import { type Message, messages } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";

/** The words of a page that are there before a script runs. */
export const words = messages("build", {
  code: { en: "Show code", zh: "显示代码" },
  sources: { en: "Data, licences and methods", zh: "数据、许可与方法" },
  failed: { en: "This cell failed when the page was built", zh: "生成页面时，此单元运行失败" },
  warning: { en: "Noticed when the page was built", zh: "生成页面时发现" },
  waiting: {
    en: "This cell waits for one that failed when the page was built.",
    zh: "此单元依赖的单元在生成页面时失败。",
  },
  colon: { en: ": ", zh: "：" },
  between: { en: "; ", zh: "；" },
});

export const siteLanguages = ["en", "zh-CN"] as const;
export type SiteLanguage = (typeof siteLanguages)[number];

/** A message in the language of a site. */
export function written(message: Message, language: SiteLanguage): string {
  return writeMessage(message, { tag: language });
}
