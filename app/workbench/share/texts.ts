import { messages } from "../../../lib/message/message.ts";

/** Texts about copies of notebooks. */
export const copyTexts = messages("workbench.copy", {
  made: {
    en: "This is your own copy, stored in this browser. You are notified when the original changes.",
    zh: "这是您自己的副本，保存在此浏览器中。原件有新版本时会提示您。",
  },
  duplicate: { en: "Duplicate to edit", zh: "复制后编辑" },
  duplicated: {
    en: "This is your own copy, in your folder. The example stays as it is.",
    zh: "这是您自己的副本，保存在您的文件夹中。示例保持不变。",
  },
});

/** Texts about patches. */
export const patchTexts = messages("workbench.patch", {
  saved: {
    en: "“{name}” contains your changes. Anyone who has the notebook can open it and choose what to apply.",
    zh: "“{name}”包含您的改动。拥有该笔记本的人可以打开它并选择采用哪些。",
  },
  none: {
    en: "There are no changes to save: the notebook is the same as the original.",
    zh: "没有可保存的改动：内容与原件一致。",
  },
  same: { en: "The notebook already contains the changes of this patch.", zh: "笔记本已与补丁内容一致。" },
  exact: {
    en: "The patch was made on this version. Look at its changes and choose.",
    zh: "补丁基于当前版本。请查看其改动并选择。",
  },
  moved: {
    en: "The notebook has changed since the patch was made. Changes of the patch alone are preselected; review the rest.",
    zh: "补丁生成之后笔记本有改动。只有补丁改动的部分已预先选好，其余请查看。",
  },
  elsewhere: {
    en: "The patch is for the notebook “{name}”, which is not here. Open that notebook, then the patch.",
    zh: "补丁对应的笔记本“{name}”不在这里。请先打开该笔记本，再打开补丁。",
  },
});
