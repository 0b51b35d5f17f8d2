import { messages } from "../../message/message.ts";

/** Sentences about the shipped inventories, if a table is not what its reader expects. */
export const said = messages("lifecycle.background", {
  missing: {
    en: "Row {row} of the dataset {dataset} has no {column}. Use the dataset that ships with this version.",
    zh: "数据集 {dataset} 的第 {row} 行缺少 {column}。请使用随本版本提供的数据集。",
  },
  unknownWord: {
    en: "Row {row} of the dataset {dataset} has “{word}” as its {column}; expected {expected:or}.",
    zh: "数据集 {dataset} 第 {row} 行的 {column} 为“{word}”，应为 {expected:or}。",
  },
  noActivity: {
    en: "Row {row} of the dataset {dataset} belongs to the activity {activity}, which is not listed.",
    zh: "数据集 {dataset} 的第 {row} 行属于活动 {activity}，而该活动未列出。",
  },
  noEdition: {
    en: "There is no edition “{edition}” of USEEIO; there are {editions:and}.",
    zh: "没有 USEEIO 的“{edition}”版；可用的有 {editions:and}。",
  },
  noSector: {
    en: "The background has no sector {code}.",
    zh: "背景数据中没有部门 {code}。",
  },
  readExchanges: { en: "reading the exchanges", zh: "读取交换" },
});
