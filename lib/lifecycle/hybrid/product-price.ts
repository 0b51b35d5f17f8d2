import { messages } from "../../message/message.ts";
import { type CsrMatrix, csrFromTriplets } from "../../numeric/csr.ts";
import { type BackgroundLink, linkKey } from "../background/background-link.ts";
import { SUBSTITUTION } from "../graph/activity-functions.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import type { LinkedSystem } from "../graph/linked-system.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { type Prices, purchaseIn, type SectorPurchase } from "./purchase.ts";
import type { SectorBackground } from "./sector-background.ts";

const texts = messages("lifecycle.price", {
  noSector: {
    en: "The price of {product} has no sector, and no background link names one. Give a sector.",
    zh: "产品“{product}”有价格但未指明部门，背景连接中也没有对应部门。请给出部门。",
  },
  price: {
    en: "The price of {product} is {price}; expected a number > 0.",
    zh: "产品“{product}”的价格应大于 0，实际为 {price}。",
  },
  unknownProduct: {
    en: "prices names {id}, which is not a product of the inventory.",
    zh: "prices 中的 {id} 不是清单中的产品。",
  },
});

/** The price of a product that nothing in the system makes. */
export interface ProductPrice extends Prices {
  /** Money of the price year per unit of the product; for a waste per unit given to be treated. */
  readonly price: number;
  /** Sector of the background; default: that of the background link of the product. */
  readonly sector?: string | undefined;
}

/** What an exchange without a provider buys of a sector; null if its product has no price. */
export type SectorOfInput = (exchange: number, product: number, amount: number) => SectorPurchase | null;

/**
 * What inputs without a provider buy of the sectors of a background: amount × price, in the money of the background. Throws
 * LifecycleError, which names the product.
 *
 * @param prices by id of the product. @param links where a price without a sector finds one (`backgroundLinks`).
 */
export function sectorsOfInputs(
  { products, exchanges }: Pick<ExchangeGraph, "products" | "exchanges">,
  background: SectorBackground,
  prices: ReadonlyMap<string, ProductPrice>,
  links?: ReadonlyMap<string, BackgroundLink>,
): SectorOfInput {
  const at = new Map(products.map(({ id }, index) => [id, index]));
  // The purchase of one unit, by product: amounts are proportional to it.
  const units = new Map<number, SectorPurchase>();
  for (const [id, given] of prices) {
    const product = at.get(id);
    if (product === undefined) throw new LifecycleError("prices", texts.unknownProduct({ id }));
    const { name, unit } = products[product]!;
    const { price: amount } = given;
    if (!(amount > 0 && amount < Number.POSITIVE_INFINITY))
      throw new LifecycleError("prices", texts.price({ product: name, price: amount }));
    const sector = given.sector ?? links?.get(linkKey(name, unit))?.sector.code;
    if (sector === undefined) throw new LifecycleError("prices", texts.noSector({ product: name }));
    units.set(product, purchaseIn(background, { ...given, sector, amount }));
  }
  return (exchange, product, amount) => {
    const unit = units.get(product);
    if (!unit) return null;
    // What is given to be treated is a service that is paid; only a credit is money not spent.
    const isPaid = products[product]!.waste && exchanges.type[exchange] !== SUBSTITUTION;
    return { sector: unit.sector, amount: (isPaid ? -amount : amount) * unit.amount };
  };
}

/**
 * C_u, n × P: money that a run of each node spends on each sector for what nothing in the system provides. With it a linked system
 * is the process part of `tiered` and `integrated`.
 */
export function upstreamLinks(
  { graph, nodes, cutOffCells }: Pick<LinkedSystem, "graph" | "nodes" | "cutOffCells">,
  background: SectorBackground,
  sectorOf: SectorOfInput,
): CsrMatrix {
  const [rows, columns, values]: number[][] = [[], [], []];
  for (const [at, exchange] of cutOffCells.exchange.entries()) {
    const amount = cutOffCells.factor[at]! * graph.exchanges.amount[exchange]!;
    const bought = sectorOf(exchange, cutOffCells.row[at]!, amount);
    if (!bought) continue;
    rows!.push(bought.sector);
    columns!.push(cutOffCells.column[at]!);
    values!.push(bought.amount);
  }
  return csrFromTriplets(background.sectors.length, nodes.length, rows!, columns!, values!);
}
