import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { Work } from "../../numeric/work.ts";
import { certificateOf } from "../../optimization/certificate.ts";
import { type ClashingBound, infeasibleSubsystem } from "../../optimization/infeasible-subsystem.ts";
import type { Optimum } from "../../optimization/solution.ts";
import { solveProgramme } from "../../optimization/solve-programme.ts";
import { IndustryError } from "../industry-error.ts";
import { type DispatchProgramme, type DispatchTerms, dispatchProgramme } from "./dispatch-programme.ts";
import type { DispatchSystem } from "./dispatch-system.ts";

const said = messages("industry.dispatch", {
  shortOfPower: {
    en: "In hour {hour} the load of {load} MW exceeds the {available} MW that generators and storage can give. Add capacity, or give valueOfLostLoad so that load may be shed.",
    zh: "第 {hour} 小时负荷为 {load} MW，而发电与储能至多可提供 {available} MW。请增加容量，或给出 valueOfLostLoad 以允许切负荷。",
  },
  tooMuchPower: {
    en: "In hour {hour} the minimum outputs of {minimum} MW exceed the {load} MW that load and storage can take. Lower minimum_MW.",
    zh: "第 {hour} 小时最小出力合计 {minimum} MW，超过负荷与储能可消纳的 {load} MW。请调低 minimum_MW。",
  },
  capTooLow: {
    en: "cap_t of {cap} t cannot be met: serving the load emits at least {least} t. Raise the cap, or add generation that emits less.",
    zh: "cap_t 为 {cap} t，无法满足：供应该负荷至少排放 {least} t。请提高上限，或增加排放较低的电源。",
  },
  clash: {
    en: "No dispatch meets {parts:and} together. Relax at least one of them.",
    zh: "没有任何调度能同时满足 {parts:and}。请至少放宽其中一项。",
  },
  balance: { en: "the load in hour {hour}", zh: "第 {hour} 小时的负荷" },
  ramp: { en: "the ramp of {name} into hour {hour}", zh: "{name} 进入第 {hour} 小时的爬坡限制" },
  level: { en: "the level of {name} in hour {hour}", zh: "{name} 在第 {hour} 小时的储量" },
  end: { en: "the last level of {name}", zh: "{name} 的期末储量" },
  cap: { en: "cap_t", zh: "cap_t" },
  least: { en: "the minimum output of {name} in hour {hour}", zh: "{name} 在第 {hour} 小时的最小出力" },
  most: { en: "the available power of {name} in hour {hour}", zh: "{name} 在第 {hour} 小时的可用出力" },
  power: { en: "the power of {name} in hour {hour}", zh: "{name} 在第 {hour} 小时的功率" },
  energy: { en: "energy_MWh of {name} in hour {hour}", zh: "{name} 在第 {hour} 小时的 energy_MWh" },
  alternatives: {
    en: "The split between hours or generators need not be unique: another may cost the same. Cost is unique; prices and emissions may not be.",
    zh: "各小时或各机组间的分配不一定唯一：可能有成本相同的其他方案。成本唯一，电价与排放则未必。",
  },
  shed: {
    en: "{energy} MWh of load is shed in {hours} {hours:hour|hours}.",
    zh: "共在 {hours} 个小时切除负荷 {energy} MWh。",
  },
});

export interface Dispatch {
  /** MW by generator and hour. */
  readonly generation: readonly Float64Array[];
  readonly storage: readonly {
    readonly charge: Float64Array;
    readonly discharge: Float64Array;
    /** MWh after each hour. */
    readonly level: Float64Array;
  }[];
  /** MW by generator and hour: available from a profile and not used. */
  readonly curtailed: readonly (Float64Array | null)[];
  readonly shed: Float64Array;
  /** d cost / d load of each hour, money per MWh. */
  readonly price: Float64Array;
  readonly cost: number;
  readonly fuelCost: number;
  readonly carbonCost: number;
  readonly lostLoadCost: number;
  readonly emissions: number;
  /** −d cost / d cap, money per t; null without a cap. */
  readonly capPrice: number | null;
  readonly residual: number;
  readonly notes: readonly Message[];
}

/** The power balance is at most so far from the bound that it violates; smaller differences are rounding of the caller's numbers. */
const ROUNDING = 1e-9;

/**
 * Least-cost dispatch of generators and storage over hours. Throws IndustryError, which names hour and part, if the load cannot be
 * met, or not under the cap.
 */
export async function dispatch(system: DispatchSystem, terms: DispatchTerms, work: Work): Promise<Dispatch> {
  mustHavePower(system, terms);
  const built = dispatchProgramme(system, terms);
  const found = await solveProgramme(built.programme, work);
  if (found.status !== "optimal") throw await clash(system, terms, built, work);
  return resultOf(system, terms, built, found);
}

function resultOf(
  system: DispatchSystem,
  { carbonPrice, valueOfLostLoad }: DispatchTerms,
  built: DispatchProgramme,
  found: Optimum,
): Dispatch {
  const { generators, load } = system;
  const hours = load.length;
  const part = (first: number) => found.values.slice(first, first + hours).map((value) => value + 0);
  const generation = built.generation.map(part);
  const shed = built.shed === null ? new Float64Array(hours) : part(built.shed);
  const energy = generation.map(sum);
  const fuelCost = generators.reduce((total, { marginalCost }, i) => total + marginalCost * energy[i]!, 0);
  const emissions = generators.reduce((total, { emissions: factor }, i) => total + factor * energy[i]!, 0);
  const lost = sum(shed);
  const carbonCost = carbonPrice * emissions;
  const lostLoadCost = (valueOfLostLoad ?? 0) * lost;
  return {
    generation,
    storage: built.level.map((level, s) => ({
      charge: part(built.charge[s]!),
      discharge: part(built.discharge[s]!),
      level: part(level),
    })),
    curtailed: generators.map(({ isCurtailable, available }, i) =>
      isCurtailable ? available.map((power, t) => Math.max(0, power - generation[i]![t]!)) : null,
    ),
    shed,
    price: found.duals!.slice(0, hours).map((dual) => dual + 0),
    cost: fuelCost + carbonCost + lostLoadCost,
    fuelCost,
    carbonCost,
    lostLoadCost,
    emissions,
    capPrice: built.capRow === null ? null : 0 - found.duals![built.capRow]!,
    residual: certificateOf(built.programme, found).residual,
    notes: [
      ...system.notes,
      ...(found.hasAlternatives ? [said.alternatives()] : []),
      ...(lost > 0 ? [said.shed({ energy: lost, hours: shed.filter((power) => power > 0).length })] : []),
    ],
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The clash that most systems have needs no solver to be found: too little or too much power in one hour. */
function mustHavePower({ load, generators, storage }: DispatchSystem, { valueOfLostLoad }: DispatchTerms): void {
  const stored = storage.reduce((total, { power }) => total + power, 0);
  const minimum = generators.reduce((total, each) => total + each.minimum, 0);
  load.forEach((power, t) => {
    const available = generators.reduce((total, each) => total + each.available[t]!, stored);
    const slack = ROUNDING * (1 + Math.abs(power));
    if (valueOfLostLoad === null && power > available + slack)
      throw new IndustryError(`load_MW[${t}]`, said.shortOfPower({ hour: t + 1, load: power, available }));
    if (minimum > power + stored + slack)
      throw new IndustryError(`load_MW[${t}]`, said.tooMuchPower({ hour: t + 1, minimum, load: power + stored }));
  });
}

async function clash(
  system: DispatchSystem,
  terms: DispatchTerms,
  built: DispatchProgramme,
  work: Work,
): Promise<IndustryError> {
  if (built.capRow !== null) {
    const least = await leastEmissions(system, terms, work);
    if (least !== null) return new IndustryError("cap_t", said.capTooLow({ cap: terms.cap, least: rounded(least) }));
  }
  const { rows, bounds } = await infeasibleSubsystem(
    dispatchProgramme(system, { ...terms, cap: Number.POSITIVE_INFINITY }).programme,
    work,
  );
  const parts = [
    ...rows.map((row) => describe(system, built, row)),
    ...bounds.flatMap((bound) => describeBound(system, built, bound)),
  ];
  return new IndustryError("load_MW", said.clash({ parts: someOf(parts) }));
}

/** What the system emits at least, t; null if nothing meets the load. */
async function leastEmissions(system: DispatchSystem, terms: DispatchTerms, work: Work): Promise<number | null> {
  const generators = system.generators.map((each) => ({ ...each, marginalCost: each.emissions }));
  // Where load may be shed, only minimum outputs stand against a cap.
  const lost = terms.valueOfLostLoad === null ? null : 0;
  const { programme } = dispatchProgramme(
    { ...system, generators },
    { carbonPrice: 0, cap: Number.POSITIVE_INFINITY, valueOfLostLoad: lost },
  );
  const found = await solveProgramme(programme, work);
  return found.status === "optimal" ? found.objective : null;
}

/** Six digits say how far a cap is from what is possible. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function describe({ generators, storage }: DispatchSystem, { rows }: DispatchProgramme, at: number): Message {
  const row = rows[at]!;
  switch (row.kind) {
    case "balance":
      return said.balance({ hour: row.hour + 1 });
    case "ramp":
      return said.ramp({ name: generators[row.part]!.name, hour: row.hour + 1 });
    case "level":
      return said.level({ name: storage[row.part]!.name, hour: row.hour + 1 });
    case "end":
      return said.end({ name: storage[row.part]!.name });
    case "cap":
      return said.cap();
  }
}

/** A bound of a generator or of a storage. That a power or a level is not negative goes without saying. */
function describeBound(
  { generators, storage, load }: DispatchSystem,
  { generation, charge, discharge, level }: DispatchProgramme,
  { column, side }: ClashingBound,
): Message[] {
  const within = (firsts: readonly number[]) =>
    firsts.findIndex((first) => column >= first && column < first + load.length);
  const i = within(generation);
  if (i >= 0) {
    const hour = column - generation[i]! + 1;
    const { name, minimum } = generators[i]!;
    if (side === "upper") return [said.most({ name, hour })];
    return minimum > 0 ? [said.least({ name, hour })] : [];
  }
  if (side === "lower") return [];
  const s = Math.max(within(charge), within(discharge));
  if (s >= 0) return [said.power({ name: storage[s]!.name, hour: ((column - charge[0]!) % load.length) + 1 })];
  const held = within(level);
  return held < 0 ? [] : [said.energy({ name: storage[held]!.name, hour: column - level[held]! + 1 })];
}
