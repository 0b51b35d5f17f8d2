/** 链接与补丁的说明（kernel/document/patch）。 */
export const patchZhCn: Record<string, string> = {
  "This link was made by a newer version of Yuheng. The notebook is shown as it is published.":
    "这个链接由更新版本的玉衡生成。此处显示已发布的笔记本。",
  "This link is damaged or cut off. The notebook is shown as it is published.":
    "这个链接已损坏或不完整。此处显示已发布的笔记本。",
  "This patch was written by a newer version of Yuheng, and cannot be read here.":
    "这个补丁由更新版本的玉衡写成，在此无法读取。",
  "This is not a patch of a notebook.": "这不是笔记本的补丁。",
  "Line {value#} of the patch cannot be understood: “{line!}”.": "补丁第 {value} 行无法理解：“{line}”。",
  "This patch does not say which version of which notebook it changes.": "这个补丁没有说明针对哪个笔记本的哪个版本。",
  "The order in this patch is not a list of cells.": "这个补丁中的顺序不是单元格列表。",
  "Cell {cell#} in line {line#} of the patch lacks what it needs.": "补丁第 {line} 行的单元格 {cell} 内容不完整。",
};
