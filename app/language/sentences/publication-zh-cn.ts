/** 已发布页面的句子。 */
export const publicationZhCn: Readonly<Record<string, string>> = {
  "The file of dataset `{name}` differs from the lock of this page: its SHA-256 is {found}…, expected {expected}…. Take the file from the site as it was built.":
    "数据集 `{name}` 的文件与本页的锁定不符：其 SHA-256 为 {found}…，应为 {expected}…。请使用站点生成时的文件。",
  "This page was built without a database: build it anew.": "本页生成时不含数据库：请重新生成。",
  "The program of this page ({address}) could not be read.": "无法读取本页的程序（{address}）。",
  "A published page has no language service.": "已发布的页面没有语言服务。",
};
