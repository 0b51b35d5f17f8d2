import type { Read } from "../../tool/read.ts";
import { type ExchangeGraph, exchangeTypes } from "../graph/exchange-graph.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { linkDataset } from "./dataset-names.ts";
import { cellsOf } from "./table-cells.ts";

/** How well a substitute fits: the same product, a similar product or region, only the sector. */
export const matchClasses = ["exact", "proxy", "sector"] as const;
export type MatchClass = (typeof matchClasses)[number];

/** Free substitutes for a background product. */
export interface BackgroundLink {
  readonly product: string;
  readonly unit: string;
  readonly match: MatchClass;
  readonly process: {
    /** Id of the activity in `uslciGraph`. */
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    /** How many units of the process one unit of the product is; null if they do not measure the same. */
    readonly factor: number | null;
  } | null;
  /** Sector of USEEIO v2.0.1. It needs a price in dollars of the model's year. */
  readonly sector: { readonly code: string; readonly name: string };
}

/** The substitutes by product and unit (`linkKey`). Throws LifecycleError if the table is not as it ships. */
export async function backgroundLinks(read: Read): Promise<ReadonlyMap<string, BackgroundLink>> {
  const table = cellsOf(linkDataset, await read(linkDataset));
  const [product, unit, match] = [table.text("product"), table.text("unit"), table.word("match", matchClasses)];
  const [processId, process, processUnit] = [
    table.maybeNumber("uslci_process_id"),
    table.maybeText("uslci_process"),
    table.maybeText("uslci_unit"),
  ];
  const [code, sector] = [table.text("useeio_code"), table.text("useeio_name")];
  const links = new Map<string, BackgroundLink>();
  for (let row = 0; row < table.rows; row++) {
    const [id, name, to] = [processId(row), process(row), processUnit(row)];
    const isLinked = id !== null && name !== null && to !== null;
    links.set(linkKey(product(row), unit(row)), {
      product: product(row),
      unit: unit(row),
      match: match(row),
      process: isLinked ? { id: `uslci:${id}`, name, unit: to, factor: factorBetween(unit(row), to) } : null,
      sector: { code: code(row), name: sector(row) },
    });
  }
  return links;
}

export function linkKey(product: string, unit: string): string {
  return `${product}|${unit}`;
}

/** What a product that nothing in the graph makes can be taken from. */
export type BackgroundStatus =
  /** A process, in a unit that converts. */
  | "process"
  /** A process whose unit measures something else: not converted without a factor that has a source. */
  | "mismatch"
  /** Only a sector, which needs a price. */
  | "sector"
  | "none";

export interface BackgroundMatch {
  /** Index of the product in the graph. */
  readonly product: number;
  readonly status: BackgroundStatus;
  readonly link: BackgroundLink | null;
  /** Inputs that take it. */
  readonly uses: number;
}

/**
 * What each product that no activity of the graph makes can be taken from, the most used first. A waste is treated by a sector at most:
 * a process of such a name makes a product, it treats no waste.
 */
export function matchBackground(
  { products, exchanges }: ExchangeGraph,
  links: ReadonlyMap<string, BackgroundLink>,
): BackgroundMatch[] {
  const production = exchangeTypes.indexOf("production");
  const biosphere = exchangeTypes.indexOf("biosphere");
  const made = new Uint8Array(products.length);
  const uses = new Int32Array(products.length);
  for (let at = 0; at < exchanges.count; at++) {
    if (exchanges.type[at] === production) made[exchanges.flow[at]!] = 1;
    else if (exchanges.type[at] !== biosphere) uses[exchanges.flow[at]!]!++;
  }
  const matches: BackgroundMatch[] = [];
  for (const [product, { name, unit, waste }] of products.entries()) {
    if (made[product] || uses[product] === 0) continue;
    const found = links.get(linkKey(name, unit)) ?? null;
    const link = waste && found?.process ? null : found;
    matches.push({ product, status: statusOf(link), link, uses: uses[product]! });
  }
  return matches.sort((a, b) => b.uses - a.uses || a.product - b.product);
}

function statusOf(link: BackgroundLink | null): BackgroundStatus {
  if (!link) return "none";
  if (!link.process) return "sector";
  return link.process.factor === null ? "mismatch" : "process";
}
