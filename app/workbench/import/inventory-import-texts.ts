import { messages } from "../../../lib/message/message.ts";

/** Texts of the import of a life-cycle inventory. */
export const inventoryImportTexts = messages("workbench.inventoryImport", {
  title: { en: "Import the life-cycle inventory {title}", zh: "导入生命周期清单 {title}" },
  format: { en: "Format", zh: "格式" },
  activities: { en: "Activities", zh: "活动" },
  products: { en: "Products", zh: "产品" },
  flows: { en: "Elementary flows", zh: "基本流" },
  exchanges: { en: "Exchanges", zh: "交换" },
  parameters: { en: "Parameters", zh: "参数" },
  methods: { en: "Impact methods", zh: "影响评价方法" },
  methodNames: { en: "{names}", zh: "{names}" },
  licence: { en: "Licence", zh: "许可" },
  noLicence: {
    en: "The files state none. The terms under which you obtained them hold.",
    zh: "文件中未说明。以您取得这些文件时的条款为准。",
  },
  notes: { en: "Not read, or read differently than written", zh: "未读入或读入时有改动的内容" },
  name: { en: "Name in this browser", zh: "在此浏览器中的名称" },
  replaces: {
    en: "The inventory “{name}”, which is kept under this name, will be replaced.",
    zh: "以此名称保存的清单“{name}”将被替换。",
  },
  stays: {
    en: "The inventory is kept in this browser for your next visit. It is never sent anywhere: pages that you build, save or share do not carry it, only the results that they show.",
    zh: "清单保存在此浏览器中，下次访问可直接使用。它不会发送到任何地方：您构建、保存或分享的页面不含清单本身，只含其中显示的结果。",
  },
  again: { en: "Import again, even if these files were imported before", zh: "即使这些文件已导入过，也重新导入" },
  start: { en: "Import", zh: "导入" },
  cancel: { en: "Cancel", zh: "取消" },
  reading: { en: "Reading, {percent} %: {file}", zh: "正在读取，{percent} %：{file}" },
  done: {
    en: "Imported: {name}. In a cell, lifecycle.inventory opens it by this name; its tables are in the catalogue the next time a notebook is opened.",
    zh: "已导入：{name}。在单元格中可用 lifecycle.inventory 按此名称打开；下次打开笔记本时，其各表会出现在目录中。",
  },
});
