/**
 * What stands in the background for the feeds of plants. A feed without open data has no entry: matched by its words it would get
 * something else (iron ore would become sheet steel), so it is left out, and its mass is reported.
 */
const backgroundOf: Readonly<Record<string, string>> = {
  "coking coal": "Bituminous coal, at mine",
  "injected coal": "Bituminous coal, at mine",
  coal: "Bituminous coal, at mine",
  coke: "Metallurgical coke, at plant",
  "natural gas": "Natural gas, at processing, composite, kg",
  "feed gas": "Natural gas, at processing, composite, kg",
  "fuel gas": "Natural gas, at processing, composite, kg",
  "boiler gas": "Natural gas, at processing, composite, kg",
  "burner gas": "Natural gas, at processing, composite, kg",
  "lime kiln gas": "Natural gas, at processing, composite, kg",
  gas: "Natural gas, at processing, composite, kg",
  limestone: "Limestone, at mine",
  lime: "Quicklime, at plant",
  oxygen: "Oxygen, liquid, at plant",
};

/** Air and water come without burdens worth counting; scrap and cullet leave theirs with the product that they were. */
const free: ReadonlySet<string> = new Set(["blast", "air", "water", "process water", "scrap", "cullet"]);

/** How a feed enters the inventory: by a product of the background, without burdens, or as a gap. */
export function feedIn(feed: string): { readonly product: string } | "free" | "gap" {
  const product = backgroundOf[feed];
  if (product !== undefined) return { product };
  return free.has(feed) ? "free" : "gap";
}
