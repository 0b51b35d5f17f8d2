/** 写作辅助的说明（app/typing）。 */
export const typingSentencesZhCn: Record<string, string> = {
  "The language service is not there.": "语言服务不可用。",
  "The language service could not answer.": "语言服务未能作答。",
  "Completion, documentation and checks are not available: the language service did not start.":
    "补全、文档与检查不可用：语言服务未能启动。",
  "The worker ended.": "后台进程已结束。",
  "The declarations answered {status#}.": "读取类型声明时返回 {status}。",
};
