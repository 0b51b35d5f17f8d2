import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import { messageOut } from "../tool/outcome.ts";
import type { ResultOf } from "../tool/shape.ts";
/** Methods for scope 3, from the specific to the general (Scope 3 Calculation Guidance). */
export type ScopeMethod = "supplier" | "activity" | "spend";

/** One of the fifteen categories of scope 3. */
export const valueChainCategoryShape = z.object({
  number: z.int(),
  name: z.string(),
  nameZh: z.string(),
  side: z.enum(["upstream", "downstream"]),
  /** Methods of the guidance, with their basis. */
  methods: z.record(z.string(), z.enum(["supplier", "activity", "spend"])),
  /** Its minimum boundary (Scope 3 Standard, Table 5.4), and what is counted elsewhere. */
  boundary: messageOut,
});
export interface ValueChainCategory extends ResultOf<typeof valueChainCategoryShape> {
  /** The name for use within a sentence. */
  readonly title: () => Message;
}

const purchases = {
  "supplier-specific": "supplier",
  hybrid: "supplier",
  "average-data": "activity",
  "spend-based": "spend",
} as const;
const transport = { "fuel-based": "activity", "distance-based": "activity", "spend-based": "spend" } as const;
const waste = { "waste-type-specific": "activity", "average-data": "activity" } as const;

/** Names of the categories. */
const names = messages("valueChain", {
  purchases: { en: "Purchased goods and services", zh: "外购商品和服务" },
  capitalGoods: { en: "Capital goods", zh: "资本货物" },
  energyRelated: { en: "Fuel- and energy-related activities", zh: "燃料和能源相关活动" },
  upstreamTransport: { en: "Upstream transportation and distribution", zh: "上游运输和配送" },
  waste: { en: "Waste generated in operations", zh: "运营中产生的废弃物" },
  travel: { en: "Business travel", zh: "商务差旅" },
  commuting: { en: "Employee commuting", zh: "员工通勤" },
  upstreamLeases: { en: "Upstream leased assets", zh: "上游租赁资产" },
  downstreamTransport: { en: "Downstream transportation and distribution", zh: "下游运输和配送" },
  processing: { en: "Processing of sold products", zh: "售出产品的加工" },
  use: { en: "Use of sold products", zh: "售出产品的使用" },
  endOfLife: { en: "End-of-life treatment of sold products", zh: "售出产品的报废处理" },
  downstreamLeases: { en: "Downstream leased assets", zh: "下游租赁资产" },
  franchises: { en: "Franchises", zh: "特许经营" },
  investments: { en: "Investments", zh: "投资" },
});

/** Boundaries of the categories (Scope 3 Standard, Table 5.4), and what is counted elsewhere. */
const boundaries = messages("valueChainBoundary", {
  purchases: {
    en: "Cradle to gate of what was bought in the year; without what is in categories 2 to 8.",
    zh: "当年所购商品和服务从摇篮到大门的排放；不含类别 2 至 8 中的内容。",
  },
  capitalGoods: {
    en: "Cradle to gate of capital goods in the year they were bought; not spread over years, and not in category 1.",
    zh: "当年购入的资本货物从摇篮到大门的排放；不按年分摊，也不在类别 1 中。",
  },
  energyRelated: {
    en: "Upstream of fuels and electricity, and losses in grids; without what is burnt (scopes 1 and 2).",
    zh: "燃料和电力的上游及电网损耗；不含燃烧本身（范围一和二）。",
  },
  upstreamTransport: {
    en: "Transport of what was bought, and all transport that the company pays for; not in own vehicles (scope 1).",
    zh: "所购物品的运输，以及企业付费的全部运输；不含自有车辆（范围一）。",
  },
  waste: {
    en: "Treatment by others of the year's waste; not of sold products (category 12).",
    zh: "他人对当年废弃物的处理；不含售出产品的处理（类别 12）。",
  },
  travel: {
    en: "Travel of employees in vehicles of others; not commuting (category 7).",
    zh: "员工乘坐他人车辆的差旅；不含通勤（类别 7）。",
  },
  commuting: {
    en: "Between home and work, with work at home if wished; not business travel (category 6).",
    zh: "员工往返住所与工作地点，可含居家办公；不含商务差旅（类别 6）。",
  },
  upstreamLeases: {
    en: "Scopes 1 and 2 of what the company leases and has not in its own boundary.",
    zh: "企业租入且不在自身边界内的资产的范围一和二。",
  },
  downstreamTransport: {
    en: "Transport of sold products that the company does not pay for; what it pays for is category 4.",
    zh: "企业不付费的售出产品运输；付费的属于类别 4。",
  },
  processing: {
    en: "Scopes 1 and 2 of those who process intermediate products.",
    zh: "加工中间产品者的范围一和二。",
  },
  use: {
    en: "Whole lifetime of the products sold in the year.",
    zh: "当年售出产品的整个使用寿命。",
  },
  endOfLife: {
    en: "Of the products sold in the year, whenever they are disposed of; avoided burdens of recycling are not subtracted.",
    zh: "当年售出产品的处理，无论何时废弃；不扣除回收所避免的负担。",
  },
  downstreamLeases: {
    en: "Scopes 1 and 2 of what the company owns and leases to others, where it is not in its own boundary.",
    zh: "企业拥有并出租给他人、且不在自身边界内的资产的范围一和二。",
  },
  franchises: {
    en: "Scopes 1 and 2 of franchisees, where they are not in its own boundary.",
    zh: "不在自身边界内的特许经营者的范围一和二。",
  },
  investments: {
    en: "By the company's part, scopes 1 and 2 of what it has invested in and not consolidated.",
    zh: "按企业所占份额，所投资且未合并者的范围一和二。",
  },
});

function category(number: number, key: keyof typeof names, methods: ValueChainCategory["methods"]): ValueChainCategory {
  const { texts } = names[key]();
  const side = number <= 8 ? "upstream" : "downstream";
  return { number, name: texts.en, nameZh: texts.zh, title: names[key], side, methods, boundary: boundaries[key]() };
}

/** The categories in the order of the Scope 3 Standard (2011), Ch 5. */
export const valueChain: readonly ValueChainCategory[] = [
  category(1, "purchases", purchases),
  category(2, "capitalGoods", purchases),
  category(3, "energyRelated", { "supplier-specific": "supplier", "average-data": "activity", "spend-based": "spend" }),
  category(4, "upstreamTransport", transport),
  category(5, "waste", { "supplier-specific": "supplier", ...waste, "spend-based": "spend" }),
  category(6, "travel", transport),
  category(7, "commuting", { ...transport, "average-data": "activity" }),
  category(8, "upstreamLeases", {
    "asset-specific": "activity",
    "lessor-specific": "supplier",
    "average-data": "activity",
    "spend-based": "spend",
  }),
  category(9, "downstreamTransport", transport),
  category(10, "processing", { "site-specific": "supplier", "average-data": "activity", "spend-based": "spend" }),
  category(11, "use", { "direct use-phase": "activity", "indirect use-phase": "activity" }),
  category(12, "endOfLife", waste),
  category(13, "downstreamLeases", {
    "asset-specific": "activity",
    "lessee-specific": "supplier",
    "average-data": "activity",
  }),
  category(14, "franchises", { "franchise-specific": "supplier", "average-data": "activity", "spend-based": "spend" }),
  category(15, "investments", {
    "investment-specific": "supplier",
    "average-data": "activity",
    "spend-based": "spend",
  }),
];

/** The category of a number ("4", "category 4") or a name; undefined if there is none. */
export function findValueChainCategory(written: string): ValueChainCategory | undefined {
  const text = written.trim().toLowerCase();
  const number = /^(?:category\s*|cat\.?\s*)?(\d+)(?:\.0)?$/.exec(text)?.[1];
  return number
    ? valueChain.find((of) => of.number === Number(number))
    : valueChain.find((of) => of.name.toLowerCase() === text || of.nameZh === text);
}

/** Pairs of categories that may not count the same item. */
export const exclusive: readonly (readonly [number, number])[] = [
  [1, 2],
  [4, 9],
  [5, 12],
  [6, 7],
  [8, 13],
];
