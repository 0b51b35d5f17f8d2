/** 溯源的说明（kernel/provenance）。 */
export const trailSentencesZhCn: Record<string, string> = {
  "Which rows this query read cannot be told: its values are too long to be kept.":
    "无法说明此查询读取了哪些行：其取值过长，未予保留。",
  "Which rows this query read cannot be told: it is not one statement that only reads.":
    "无法说明此查询读取了哪些行：它不是单条只读语句。",
  "Which rows this query read cannot be told: the database does not plan it again as it ran.":
    "无法说明此查询读取了哪些行：数据库无法按当时的情形再次给出其执行计划。",
  "It read `{table!}`, which a statement made and which is no dataset: what that was made of is not told.":
    "它读取了 `{table}`：该表由某条语句建立，不是数据集，其来源未予说明。",
  "Which rows of `{table!}` were read cannot be told.": "无法说明读取了 `{table}` 的哪些行。",
  "Its plan reads no row of `{name!}`.": "其执行计划没有读取 `{name}` 的任何行。",
  "Joins, limits, and conditions on what was computed may leave fewer of these rows.":
    "联接、行数限制以及对计算结果的条件可能使其中实际保留的行更少。",
};
