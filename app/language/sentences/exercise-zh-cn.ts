/** 练习的声明（kernel/exercise）。 */
export const exerciseSentencesZhCn: Record<string, string> = {
  "An exercise is declared by an object: exercise({id, title, answer, value, solution}).":
    "练习由一个对象声明：exercise({id, title, answer, value, solution})。",
  "An exercise needs the text `{field}`.": "练习缺少文本 `{field}`。",
  "An exercise has no field `{field}`.": "练习没有名为 `{field}` 的字段。",
  "An exercise says what is right by `value`, `holds` or `cases`.":
    "练习须用 `value`、`holds` 或 `cases` 说明什么是正确答案。",
  "The packed exercise does not run: {message}": "打包的练习无法运行：{message}",
  "This exercise was changed after it was packed and cannot be read. Take the lesson's file anew.":
    "此练习在打包后被改动，无法读取。请重新获取课程文件。",
};
