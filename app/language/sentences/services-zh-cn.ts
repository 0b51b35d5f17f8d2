/** 数据集、SQL 与计算服务的说明（kernel/services）。 */
export const servicesZhCn: Record<string, string> = {
  "The imported dataset `{name!}` is no longer in the browser's storage: import it again.":
    "导入的数据集 `{name}` 已不在浏览器的存储中，请重新导入。",
};
