/** 写作辅助的说明（app/typing）。 */
export const typingSentencesZhCn: Record<string, string> = {
  "The language service could not answer.": "语言服务未能作答。",
};
