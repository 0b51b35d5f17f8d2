import { avoidedEmissions, type ExportedCapacity } from "./avoided-emissions.ts";
import type { DestinationGrid } from "./destination-grids.ts";
import type { Shipment } from "./shipments.ts";

/** What holds for every destination; capacity factors may differ. */
export interface FleetAssumptions
  extends Omit<ExportedCapacity, "capacity_MW" | "capacityFactor" | "gridFactor_t_MWh"> {
  readonly capacityFactor: number;
  /** By ISO 3166 alpha-3. */
  readonly capacityFactors: Readonly<Record<string, number>>;
}

/** Avoided emissions of what one destination received, t. */
export interface DestinationAvoided {
  readonly iso3: string;
  readonly area: string;
  readonly capacity_MW: number;
  readonly capacityFactor: number;
  readonly gridFactor_t_MWh: number;
  readonly gridYear: number;
  readonly generation_MWh: number;
  readonly baseline_t: number;
  readonly embodied_t: number;
  readonly avoided_t: number;
  readonly firstYear_t: number;
}

export interface FleetMonth {
  readonly month: number;
  readonly capacity_MW: number;
  readonly baseline_t: number;
  readonly embodied_t: number;
  readonly firstYear_t: number;
}

export interface ExportedFleet {
  readonly capacity_MW: number;
  readonly generation_MWh: number;
  readonly baseline_t: number;
  readonly embodied_t: number;
  readonly avoided_t: number;
  readonly firstYear_t: number;
  readonly payback_yr: number | null;
  readonly lifecycle_g_kWh: number | null;
  /** Mean grid factor, weighted by the generation of the first year, t/MWh. */
  readonly gridFactor_t_MWh: number;
  /** The largest first. */
  readonly destinations: readonly DestinationAvoided[];
  readonly months: readonly FleetMonth[];
  /** Shipments to places without a factor, which are in no sum. */
  readonly left: readonly Shipment[];
}

/** Avoided emissions of shipments by destination, with the factor of each grid. */
export function exportedFleet(
  shipments: readonly Shipment[],
  grids: ReadonlyMap<string, DestinationGrid>,
  { capacityFactors, ...life }: FleetAssumptions,
): ExportedFleet {
  const byCountry = new Map<string, { area: string; capacity: number }>();
  const months = new Map<number, FleetMonth>();
  const left: Shipment[] = [];
  const goodsOf = (iso3: string, capacity_MW: number): ExportedCapacity => ({
    ...life,
    capacity_MW,
    capacityFactor: Object.hasOwn(capacityFactors, iso3) ? capacityFactors[iso3]! : life.capacityFactor,
    gridFactor_t_MWh: grids.get(iso3)!.factor_t_MWh,
  });
  for (const shipment of shipments) {
    const { iso3, area, month, capacity_MW } = shipment;
    if (iso3 === null || !grids.has(iso3)) {
      left.push(shipment);
      continue;
    }
    byCountry.set(iso3, { area, capacity: (byCountry.get(iso3)?.capacity ?? 0) + capacity_MW });
    if (month === null) continue;
    const of = avoidedEmissions(goodsOf(iso3, capacity_MW));
    months.set(month, monthWith(months.get(month), { month, capacity_MW, ...of }));
  }
  let firstGeneration = 0;
  const destinations = [...byCountry].map(([iso3, { area, capacity }]): DestinationAvoided => {
    const goods = goodsOf(iso3, capacity);
    const { years, payback_yr: _, lifecycle_g_kWh: __, ...of } = avoidedEmissions(goods);
    firstGeneration += years[0]!.generation_MWh;
    const { capacityFactor, gridFactor_t_MWh } = goods;
    return {
      ...{ iso3, area, capacity_MW: capacity, capacityFactor, gridFactor_t_MWh, gridYear: grids.get(iso3)!.year },
      ...of,
    };
  });
  destinations.sort((a, b) => b.capacity_MW - a.capacity_MW || (a.iso3 < b.iso3 ? -1 : 1));
  const sum = (of: (each: DestinationAvoided) => number) => destinations.reduce((total, each) => total + of(each), 0);
  const [firstYear_t, embodied_t] = [sum((each) => each.firstYear_t), sum((each) => each.embodied_t)];
  const generation_MWh = sum((each) => each.generation_MWh);
  return {
    capacity_MW: sum((each) => each.capacity_MW),
    generation_MWh,
    baseline_t: sum((each) => each.baseline_t),
    embodied_t,
    avoided_t: sum((each) => each.avoided_t),
    firstYear_t,
    payback_yr: firstYear_t > 0 ? embodied_t / firstYear_t : null,
    lifecycle_g_kWh: generation_MWh > 0 ? (1000 * embodied_t) / generation_MWh : null,
    gridFactor_t_MWh: firstGeneration > 0 ? firstYear_t / firstGeneration : 0,
    destinations,
    months: [...months.values()].sort((a, b) => a.month - b.month),
    left,
  };
}

function monthWith(before: FleetMonth | undefined, { month, ...added }: FleetMonth): FleetMonth {
  const sum = before ?? { capacity_MW: 0, baseline_t: 0, embodied_t: 0, firstYear_t: 0 };
  return {
    month,
    capacity_MW: sum.capacity_MW + added.capacity_MW,
    baseline_t: sum.baseline_t + added.baseline_t,
    embodied_t: sum.embodied_t + added.embodied_t,
    firstYear_t: sum.firstYear_t + added.firstYear_t,
  };
}
