/** Ways to come to a number of scope 3, from the particular to the general (Scope 3 Calculation Guidance). */
export type Way = "supplier" | "activity" | "spend";

/** One of the fifteen categories of scope 3. */
export interface ValueChainCategory {
  readonly number: number;
  readonly name: string;
  readonly nameZh: string;
  readonly side: "upstream" | "downstream";
  /** Methods of the guidance, and what they rest on. */
  readonly methods: Readonly<Record<string, Way>>;
  /** What is in it (Scope 3 Standard, Table 5.4), and what is not, because another place counts it. */
  readonly boundary: string;
}

const purchases = {
  "supplier-specific": "supplier",
  hybrid: "supplier",
  "average-data": "activity",
  "spend-based": "spend",
} as const;
const transport = { "fuel-based": "activity", "distance-based": "activity", "spend-based": "spend" } as const;
const waste = { "waste-type-specific": "activity", "average-data": "activity" } as const;

function category(
  number: number,
  name: string,
  nameZh: string,
  methods: ValueChainCategory["methods"],
  boundary: string,
): ValueChainCategory {
  return { number, name, nameZh, side: number <= 8 ? "upstream" : "downstream", methods, boundary };
}

/** The categories in the order of the Scope 3 Standard (2011), Ch 5. */
export const valueChain: readonly ValueChainCategory[] = [
  category(
    1,
    "Purchased goods and services",
    "外购商品和服务",
    purchases,
    "Cradle to gate of what was bought in the year; without what is in categories 2 to 8.",
  ),
  category(
    2,
    "Capital goods",
    "资本货物",
    purchases,
    "Cradle to gate of capital goods in the year they were bought; not spread over years, and not in category 1.",
  ),
  category(
    3,
    "Fuel- and energy-related activities",
    "燃料和能源相关活动",
    { "supplier-specific": "supplier", "average-data": "activity", "spend-based": "spend" },
    "Upstream of fuels and electricity, and losses in grids; without what is burnt (scopes 1 and 2).",
  ),
  category(
    4,
    "Upstream transportation and distribution",
    "上游运输和配送",
    transport,
    "Transport of what was bought, and all transport that the company pays for; not in own vehicles (scope 1).",
  ),
  category(
    5,
    "Waste generated in operations",
    "运营中产生的废弃物",
    { "supplier-specific": "supplier", ...waste, "spend-based": "spend" },
    "Treatment by others of the year's waste; not of sold products (category 12).",
  ),
  category(
    6,
    "Business travel",
    "商务差旅",
    transport,
    "Travel of employees in vehicles of others; not commuting (category 7).",
  ),
  category(
    7,
    "Employee commuting",
    "员工通勤",
    { ...transport, "average-data": "activity" },
    "Between home and work, with work at home if wished; not business travel (category 6).",
  ),
  category(
    8,
    "Upstream leased assets",
    "上游租赁资产",
    { "asset-specific": "activity", "lessor-specific": "supplier", "average-data": "activity", "spend-based": "spend" },
    "Scopes 1 and 2 of what the company leases and has not in its own boundary.",
  ),
  category(
    9,
    "Downstream transportation and distribution",
    "下游运输和配送",
    transport,
    "Transport of sold products that the company does not pay for; what it pays for is category 4.",
  ),
  category(
    10,
    "Processing of sold products",
    "售出产品的加工",
    { "site-specific": "supplier", "average-data": "activity", "spend-based": "spend" },
    "Scopes 1 and 2 of those who process intermediate products.",
  ),
  category(
    11,
    "Use of sold products",
    "售出产品的使用",
    { "direct use-phase": "activity", "indirect use-phase": "activity" },
    "Whole lifetime of the products sold in the year.",
  ),
  category(
    12,
    "End-of-life treatment of sold products",
    "售出产品的报废处理",
    waste,
    "Of the products sold in the year, whenever they are thrown away; avoided burdens of recycling are not taken off.",
  ),
  category(
    13,
    "Downstream leased assets",
    "下游租赁资产",
    { "asset-specific": "activity", "lessee-specific": "supplier", "average-data": "activity" },
    "Scopes 1 and 2 of what the company owns and leases to others, where it is not in its own boundary.",
  ),
  category(
    14,
    "Franchises",
    "特许经营",
    { "franchise-specific": "supplier", "average-data": "activity", "spend-based": "spend" },
    "Scopes 1 and 2 of franchisees, where they are not in its own boundary.",
  ),
  category(
    15,
    "Investments",
    "投资",
    { "investment-specific": "supplier", "average-data": "activity", "spend-based": "spend" },
    "By the company's part, scopes 1 and 2 of what it has invested in and not consolidated.",
  ),
];

/** The category of a number ("4", "category 4") or a name; nothing where there is none. */
export function findValueChainCategory(written: string): ValueChainCategory | undefined {
  const text = written.trim().toLowerCase();
  const number = /^(?:category\s*|cat\.?\s*)?(\d+)(?:\.0)?$/.exec(text)?.[1];
  return number
    ? valueChain.find((of) => of.number === Number(number))
    : valueChain.find((of) => of.name.toLowerCase() === text || of.nameZh === text);
}

/** Pairs of categories that may not hold the same thing. */
export const exclusive: readonly (readonly [number, number])[] = [
  [1, 2],
  [4, 9],
  [5, 12],
  [6, 7],
  [8, 13],
];
