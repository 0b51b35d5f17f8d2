/** 打开与保存笔记本时的说明（app/session、cli/serve）。 */
export const serverZhCn: Record<string, string> = {
  "There is no notebook named “{name!}” on this site.": "本站没有名为“{name}”的笔记本。",
};
