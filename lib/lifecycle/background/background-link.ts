import type { Read } from "../../tool/read.ts";
import { type ExchangeGraph, exchangeTypes } from "../graph/exchange-graph.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { linkDataset } from "./dataset-names.ts";
import { type FuelMeasures, fuelMeasures } from "./fuel-measures.ts";
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
    /** How many units of the process one unit of the product is; null if they do not measure the same, and no heating value joins them. */
    readonly factor: number | null;
    /** Whether heat was converted to fuel by its heating value: without the losses of a boiler, so at least so much fuel. */
    readonly isByHeat: boolean;
  } | null;
  /** Sector of USEEIO v2.0.1. It needs a price in dollars of the model's year. */
  readonly sector: { readonly code: string; readonly name: string };
}

/**
 * Processes that burn a volume of a fuel, which the table of fuels calls otherwise. The table of links names the boiler of one plant for natural gas, "at
 * hydrocracker, for butadiene", which is published with 13.2 kg CO2 a cubic metre, seven times the carbon of the gas: the boiler of no
 * particular plant stands in its place.
 */
const burnt: readonly { readonly named: RegExp; readonly fuel: string; readonly process?: Burner }[] = [
  {
    named: /^natural gas, combusted in industrial boiler\b/i,
    fuel: "Gaseous fuels · Natural gas",
    process: { id: "uslci:205", name: "Natural gas, combusted in industrial boiler", unit: "m3" },
  },
  { named: /^diesel, combusted in industrial equipment$/i, fuel: "Liquid fuels · Diesel (100% mineral diesel)" },
];

type Burner = Pick<NonNullable<BackgroundLink["process"]>, "id" | "name" | "unit">;

/**
 * The substitutes by product and unit (`linkKey`). Heat that is taken from burning a volume of fuel is as much fuel as holds it by its net
 * heating value, which leaves out what a boiler loses. Throws LifecycleError if the table is not as it ships.
 */
export async function backgroundLinks(read: Read): Promise<ReadonlyMap<string, BackgroundLink>> {
  const [columns, fuels] = await Promise.all([read(linkDataset), fuelMeasures(read)]);
  const table = cellsOf(linkDataset, columns);
  const [product, unit, match] = [table.text("product"), table.text("unit"), table.word("match", matchClasses)];
  const [processId, processName, processUnit] = [
    table.maybeNumber("uslci_process_id"),
    table.maybeText("uslci_process"),
    table.maybeText("uslci_unit"),
  ];
  const [code, sector] = [table.text("useeio_code"), table.text("useeio_name")];
  const links = new Map<string, BackgroundLink>();
  for (let row = 0; row < table.rows; row++) {
    const [id, name, to] = [processId(row), processName(row), processUnit(row)];
    const process = id !== null && name !== null && to !== null ? { id: `uslci:${id}`, name, unit: to } : null;
    links.set(linkKey(product(row), unit(row)), {
      product: product(row),
      unit: unit(row),
      match: match(row),
      process: process && linkedProcess(unit(row), process, fuels),
      sector: { code: code(row), name: sector(row) },
    });
  }
  return links;
}

function linkedProcess(unit: string, process: Burner, { perVolume }: FuelMeasures): BackgroundLink["process"] {
  const factor = factorBetween(unit, process.unit);
  if (factor !== null) return { ...process, factor, isByHeat: false };
  const [fire, energy] = [burnt.find(({ named }) => named.test(process.name)), factorBetween(unit, "MJ")];
  if (fire === undefined || energy === null) return { ...process, factor: null, isByHeat: false };
  const burner = fire.process ?? process;
  for (const volume of ["L", "m3"] as const) {
    const [held, units] = [perVolume[volume].get(fire.fuel), factorBetween(volume, burner.unit)];
    if (held !== undefined && units !== null) return { ...burner, factor: (energy / held) * units, isByHeat: true };
  }
  return { ...process, factor: null, isByHeat: false };
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
