import { type Message, messages } from "../../../lib/message/message.ts";
import { isBindingName } from "../binding-name.ts";
import type { CellKind } from "../kind.ts";

const texts = messages("compile", {
  unreachableDatabase: {
    en: "The database “{database}” cannot be reached: a notebook has no network. Remove the attribute “database” to query the notebook's own database.",
    zh: "无法访问数据库“{database}”：笔记本不能访问网络。去掉属性“database”，即可查询笔记本自带的数据库。",
  },
});

const quick = messages("cell.sql", {
  button: { en: "Query", zh: "查询" },
  add: { en: "Add an SQL cell", zh: "添加 SQL 单元格" },
});

export const sql: CellKind = {
  name: "sql",
  type: "application/sql",
  label: { en: "SQL", zh: "SQL" },
  source: { form: "text", tag: "sql", tagOf, escapes: "sql", valueType: "Table", query: true },
  editor: "sql",
  quick: {
    key: "q",
    icon: "data",
    button: quick.button(),
    add: quick.add(),
  },
  exchange: { jupyterNames: ["sql"], fences: ["sql"] },
};

/** The name of the database of cells without an attribute, if the notebook declares it. */
const DATABASE = "db";

/**
 * The attribute `database="var:name"` queries a database that a cell declares instead of the notebook's own. Without it, as in
 * Notebook Kit, that is the one declared as `db`.
 */
function tagOf(
  attributes: Readonly<Record<string, string>>,
  declared: ReadonlySet<string>,
): { tag: string; problem?: Message } {
  const database = Object.hasOwn(attributes, "database") ? (attributes.database ?? "") : "";
  const variable = /^var:(.*)$/.exec(database)?.[1];
  if (database === "" || variable === DATABASE) return { tag: declared.has(DATABASE) ? `${DATABASE}.sql` : "sql" };
  if (variable !== undefined && isBindingName(variable)) return { tag: `${variable}.sql` };
  return { tag: "sql", problem: texts.unreachableDatabase({ database }) };
}
