import type { DatasetReader } from "../../kernel/services/datasets.ts";
import type { Database } from "../../kernel/services/service-calls.ts";
import { QuickDatabase } from "../../kernel/services/small-query/quick-database.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("reader", {
  needsDatabase: {
    en: "This page carries no database; it answers the queries of its notebook itself. This query, with these values, needs one: build the page with `--database`.",
    zh: "本页不含数据库，笔记本的查询由本页自行应答。此查询及其当前取值需要数据库：请用 `--database` 重新生成本页。",
  },
});

const known = new WeakMap<object, Database>();

/** Answers the queries of a page that carries no database. The build has found that they are selections from small datasets. */
export async function pageQueries(datasets: Pick<DatasetReader, "entries" | "load">): Promise<Database> {
  const none = () => Promise.reject(new Fault(texts.needsDatabase()));
  const queries = known.get(datasets) ?? new QuickDatabase(datasets, none, { alone: true });
  known.set(datasets, queries);
  return queries;
}
