import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { Read } from "../../tool/read.ts";
import { BorderError } from "../border-error.ts";
import { announcedExports } from "./announced-exports.ts";
import { type Assumption, assumed, fromInventory } from "./assumption.ts";
import { type DeclineForm, notesOnDecline, notesOnPayback } from "./avoided-emissions.ts";
import { besideTheInventory } from "./beside.ts";
import type { DestinationGrid, GridBasis } from "./destination-grids.ts";
import { exportedFleet } from "./exported-fleet.ts";
import type { Making } from "./making.ts";
import type { Shipment } from "./shipments.ts";

const texts = messages("border.fleet", {
  notADestination: {
    en: "capacityFactors names {unknown}, to which nothing was shipped. The destinations are {names}.",
    zh: "capacityFactors 中的 {unknown} 没有出口记录。目的地有 {names}。",
  },
  left: {
    en: "{percent} % of the capacity ({MW} MW) went to places without a grid factor and is in no sum: {names}.",
    zh: "{percent} % 的容量（{MW} MW）运往没有电网因子的地方，未计入任何合计：{names}。",
  },
  marginsCo2: {
    en: "Margins of grids are CO2 at the stack alone; making emissions are greenhouse gases of a life cycle.",
    zh: "电网边际因子仅含电厂烟囱排放的 CO2；制造排放为生命周期温室气体。",
  },
  averageLifeCycle: {
    en: "The average of a grid is of its life cycle (CO2e, metric not stated); a new plant displaces marginal plants, not the average.",
    zh: "电网平均因子为生命周期值（CO2e，未说明指标）；新电厂替代的是边际电厂，而非平均。",
  },
  otherYear: {
    en: "For {count} destinations the grid factor is of an earlier year than {year}: {names}.",
    zh: "{count} 个目的地的电网因子早于 {year} 年：{names}。",
  },
  illustrative: {
    en: "These values are illustrative defaults without a source: {names:and}. Give your own.",
    zh: "以下数值为没有来源的示意性默认值：{names:and}。请自行给出。",
  },
});

/** What the tools of solar and of wind exports have in common. */
export interface FleetRequest {
  readonly year: number;
  readonly grid: GridBasis;
  readonly capacityFactor?: number | undefined;
  readonly capacityFactors: Readonly<Record<string, number>>;
  readonly lifetime_yr?: number | undefined;
  readonly degradation?: number | undefined;
  readonly decline?: number | undefined;
  readonly declineForm: DeclineForm;
  readonly losses?: number | undefined;
  readonly embodied_t_MW?: number | undefined;
}

interface Defaults {
  readonly capacityFactor: number;
  readonly lifetime_yr: number;
  readonly degradation: number;
  readonly decline: number;
}

/** The assumptions of a request, with where each is from. `making` is called if no making emissions are given. */
export async function assumptionsOf(request: FleetRequest, defaults: Defaults, making: () => Promise<Making>) {
  const factor = assumed("capacityFactor", "1", request.capacityFactor, defaults.capacityFactor);
  const life = {
    lifetime_yr: assumed("lifetime_yr", "yr", request.lifetime_yr, defaults.lifetime_yr),
    degradation: assumed("degradation", "1/yr", request.degradation, defaults.degradation),
    decline: assumed("decline", "1/yr", request.decline, defaults.decline),
  };
  const made =
    request.embodied_t_MW === undefined ? await making() : { embodied_t_MW: request.embodied_t_MW, notes: [] };
  const unit = "t CO2e AR6.GWP100/MW";
  const embodied: Assumption =
    request.embodied_t_MW === undefined
      ? fromInventory("embodied_t_MW", unit, made.embodied_t_MW)
      : assumed("embodied_t_MW", unit, made.embodied_t_MW, 0);
  const losses = assumed("losses", "1", request.losses, 0);
  const assumptions = [factor, ...Object.values(life), losses, embodied];
  const fleet = {
    capacityFactor: factor.value,
    capacityFactors: request.capacityFactors,
    lifetime_yr: life.lifetime_yr.value,
    degradation: life.degradation.value,
    decline: life.decline.value,
    declineForm: request.declineForm,
    losses: losses.value,
    embodied_t_MW: embodied.value,
  };
  return { assumptions, fleet, notes: made.notes };
}

/** Avoided emissions of shipments with the announced figures beside them. Throws BorderError. */
export async function avoidedByFleet(
  request: FleetRequest,
  shipments: readonly Shipment[],
  grids: ReadonlyMap<string, DestinationGrid>,
  { assumptions, fleet: assumedFleet, notes: onMaking }: Awaited<ReturnType<typeof assumptionsOf>>,
  read: Read,
) {
  const places = new Set(shipments.flatMap(({ iso3 }) => iso3 ?? []));
  const unknown = Object.keys(request.capacityFactors).filter((iso3) => !places.has(iso3));
  if (unknown.length > 0)
    throw new BorderError(
      "capacityFactors",
      texts.notADestination({ unknown: someOf(unknown), names: someOf([...places].sort()) }),
    );
  const { left, months, destinations, ...fleet } = exportedFleet(shipments, grids, assumedFleet);
  const left_MW = left.reduce((sum, { capacity_MW }) => sum + capacity_MW, 0);
  const older = destinations.filter(({ gridYear }) => gridYear < request.year);
  const isUsed = ({ name }: Assumption) =>
    name !== "capacityFactor" || destinations.some(({ iso3 }) => !Object.hasOwn(request.capacityFactors, iso3));
  const used = assumptions.filter(isUsed);
  const open = used.filter(({ illustrative }) => illustrative).map(({ name }) => name);
  const notes: Message[] = [
    besideTheInventory(),
    request.grid === "average" ? texts.averageLifeCycle() : texts.marginsCo2(),
    ...(open.length > 0 ? [texts.illustrative({ names: open })] : []),
    ...onMaking,
    ...(left.length > 0 ? [texts.left(leftOf(left, left_MW, fleet.capacity_MW))] : []),
    ...(request.grid === "average" && older.length > 0
      ? [texts.otherYear({ count: older.length, year: request.year, names: someOf(older.map(({ iso3 }) => iso3)) })]
      : []),
    ...notesOnDecline(assumedFleet),
    ...notesOnPayback(fleet, assumedFleet.lifetime_yr),
  ];
  const announced = await announcedExports(read);
  return {
    fleet: {
      ...fleet,
      left_MW,
      byDestination: [...destinations],
      assumptions: used,
      announced,
      metric: "AR6.GWP100",
      notes,
    },
    months,
  };
}

function leftOf(left: readonly Shipment[], MW: number, covered: number) {
  return {
    percent: Number(((100 * MW) / (MW + covered)).toPrecision(2)),
    MW: Math.round(MW),
    names: someOf([...new Set(left.map(({ area }) => area))]),
  };
}
