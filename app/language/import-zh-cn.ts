import type { importEn } from "./import-en.ts";

/** 导入数据库时的用语。 */
export const importZhCn: Record<keyof typeof importEn, string> = {
  "import.looking": "正在查看文件…",
  "import.reading": "正在导入，{percent} %：{file}",
  "import.done": "已导入：{tables}。下次打开笔记本时，数据集会出现在目录中。",
  "import.known": "这些文件已于 {date} 导入过：{tables}。没有任何改动。",
  "import.cancelled": "导入已取消，没有保留任何内容。",
  "import.failed": "导入失败。{reason}",
  "import.title": "导入 {tables}",
  "import.stressors": "要保留的排放及其他环境压力",
  "import.none": "这些文件不含卫星账户。可以与表一同选择排放账户：发布方的账户文件，或 emissions.csv。",
  "import.filter": "筛选环境压力",
  "import.usual": "温室气体",
  "import.all": "全选所示",
  "import.nothing": "全不选",
  "import.more": "另有 {count} 项；可用筛选查看",
  "import.chosen": "保留 {count} 项，共 {all} 项",
  "import.large": "适用于浏览器标签页放不下的大表",
  "import.regions":
    "要保留的地区，以逗号分隔；其余并为 ROW。也可与表一同选择 region_concordance.csv 和 sector_concordance.csv。",
  "import.again": "即使这些文件已导入过，也重新导入",
  "import.start": "导入",
  "import.cancel": "取消",
  "import.save": "保存为 pymrio 格式",
};
