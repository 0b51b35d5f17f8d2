/** 已发布页面的句子。 */
export const publicationZhCn: Readonly<Record<string, string>> = {
  "A published page has no language service.": "已发布的页面没有语言服务。",
};
