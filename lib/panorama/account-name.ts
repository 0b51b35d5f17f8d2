import { type Message, messages } from "../message/message.ts";
import type { AccountRow, Category, Principle } from "./account.ts";

const names = messages("account", {
  territorial: { en: "territorial", zh: "属地" },
  residence: { en: "residence", zh: "常住单位" },
  consumption: { en: "consumption", zh: "消费端" },
  income: { en: "income", zh: "收入端" },
  natural: { en: "natural", zh: "自然" },
  avoided: { en: "avoided", zh: "避免排放" },
  total: { en: "total", zh: "合计" },
  imports: { en: "imports", zh: "进口" },
  exports: { en: "exports", zh: "出口" },
  netTransfer: { en: "net transfer", zh: "净转移" },
  residentTransport: { en: "resident transport", zh: "常住单位运输" },
  unexplained: { en: "unexplained", zh: "未解释" },
  landUseChange: { en: "land-use change", zh: "土地利用变化" },
  managedLand: { en: "managed land, indirect", zh: "受管理土地（间接）" },
  landSink: { en: "land sink", zh: "陆地汇" },
  oceanSink: { en: "ocean sink", zh: "海洋汇" },
  exportedGoods: { en: "exported goods", zh: "出口产品" },
  ofGas: { en: "{account} ({gas})", zh: "{account}（{gas}）" },
});

const byName: Readonly<Record<Category | Principle, () => Message>> = {
  ...names,
  "net transfer": names.netTransfer,
  "resident transport": names.residentTransport,
  "land-use change": names.landUseChange,
  "managed land, indirect": names.managedLand,
  "land sink": names.landSink,
  "ocean sink": names.oceanSink,
  "exported goods": names.exportedGoods,
};

/** Names of categories and principles for use within a sentence. */
export function accountName(name: Category | Principle): Message {
  return byName[name]();
}

/** The name of a row: its category, or its principle for a total, and the gas. */
export function accountOfGas({
  category,
  principle,
  gas,
}: Pick<AccountRow, "category" | "principle" | "gas">): Message {
  return names.ofGas({ account: accountName(category === "total" ? principle : category), gas });
}
