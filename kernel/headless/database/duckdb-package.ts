import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";

/** The version of DuckDB for Node that queries run on: that of `package.json`. */
export const DUCKDB_VERSION = "1.4.4-r.1";

const texts = messages("services", {
  duckdbNotInstalled: {
    en: "Queries run on DuckDB, which is not installed here. Install it beside Yuheng: npm install @duckdb/node-api@{version}",
    zh: "查询由 DuckDB 执行，而此处尚未安装。请在 Yuheng 旁安装：npm install @duckdb/node-api@{version}",
  },
});

/** DuckDB for Node is not installed. It is 60 MB for one system, so that only those who query in Node install it. */
export class DuckdbMissing extends Fault {
  override name = "DuckdbMissing";

  constructor(cause: unknown) {
    super(texts.duckdbNotInstalled({ version: DUCKDB_VERSION }), { cause });
  }
}

/** Loads what imports DuckDB for Node. Rejects with DuckdbMissing if it is not installed. */
export function withDuckdb<Module>(load: () => Promise<Module>): Promise<Module> {
  return load().catch((error: NodeJS.ErrnoException) => {
    const isMissing = /MODULE_NOT_FOUND$/.test(error.code ?? "") && error.message.includes("@duckdb/");
    throw isMissing ? new DuckdbMissing(error) : error;
  });
}
