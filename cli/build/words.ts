/** The few words that stand in a page before a script runs, by language. */
const english = {
  code: "Show code",
  sources: "Data, licences and methods",
  notebooks: "Notebooks",
  failed: "This cell failed when the page was built",
  waiting: "This cell waits for one that failed when the page was built.",
  colon: ": ",
};

export type Words = typeof english;

const words: Record<SiteLanguage, Words> = {
  en: english,
  "zh-CN": {
    code: "显示代码",
    sources: "数据、许可与方法",
    notebooks: "笔记本",
    failed: "生成页面时，此单元运行失败",
    waiting: "此单元依赖的单元在生成页面时失败。",
    colon: "：",
  },
};

export const siteLanguages = ["en", "zh-CN"] as const;
export type SiteLanguage = (typeof siteLanguages)[number];

export function wordsIn(language: SiteLanguage): Words {
  return words[language];
}
