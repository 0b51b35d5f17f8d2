import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { Work } from "../../numeric/work.ts";
import { certificateOf, notesOnCertificate } from "../../optimization/certificate.ts";
import { type ClashingBound, infeasibleSubsystem } from "../../optimization/infeasible-subsystem.ts";
import type { Optimum } from "../../optimization/solution.ts";
import { solveProgramme } from "../../optimization/solve-programme.ts";
import { IndustryError } from "../industry-error.ts";
import {
  type DispatchProgramme,
  type DispatchRow,
  type DispatchTerms,
  dispatchProgramme,
} from "./dispatch-programme.ts";
import type { DispatchSystem } from "./dispatch-system.ts";
import { type LeastShed, leastShed } from "./least-shed.ts";

const texts = messages("industry.dispatch", {
  tooMuchPower: {
    en: "In hour {hour} the minimum outputs of {minimum} MW exceed the {load} MW that load and storage can take. Lower minimum_MW.",
    zh: "第 {hour} 小时最小出力合计 {minimum} MW，超过负荷与储能可消纳的 {load} MW。请调低 minimum_MW。",
  },
  capTooLow: {
    en: "cap_t of {cap} t cannot be met: serving the load emits at least {least} t. Raise the cap, or add generation that emits less.",
    zh: "cap_t 为 {cap} t，无法满足：供应该负荷至少排放 {least} t。请提高上限，或增加排放较低的电源。",
  },
  shortUnderCap: {
    en: "cap_t of {cap} t cannot be met: {energy} MWh of the load cannot be served anyway, and serving the rest emits at least {least} t. Raise the cap, or give valueOfLostLoad so that more may be shed.",
    zh: "cap_t 为 {cap} t，无法满足：本已有 {energy} MWh 负荷无法供应，而供应其余负荷至少排放 {least} t。请提高上限，或给出 valueOfLostLoad 以允许切除更多负荷。",
  },
  clash: {
    en: "No dispatch meets {parts:and} together. Relax at least one of them.",
    zh: "没有任何调度能同时满足 {parts:and}。请至少放宽其中一项。",
  },
  balance: { en: "the load in hour {hour}", zh: "第 {hour} 小时的负荷" },
  ramp: { en: "the ramp of {name} into hour {hour}", zh: "{name} 进入第 {hour} 小时的爬坡限制" },
  end: { en: "the last level of {name}", zh: "{name} 的期末储量" },
  cap: { en: "cap_t", zh: "cap_t" },
  mostShed: { en: "load that is shed no more than it must be", zh: "切负荷不超过必要之量" },
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
  unserved: {
    en: "{energy} MWh of load, the least possible, cannot be served within capacities, ramps and storage levels, and is shed in {hours:hour|hours} {at:and}. Without valueOfLostLoad it costs nothing, and hours in which more load would be shed have no price.",
    zh: "在容量、爬坡与储量限制内，至少有 {energy} MWh 负荷无法供应，于第 {at:and} 小时切除。未给出 valueOfLostLoad 时不计其成本；负荷增加即须切除更多的小时没有电价。",
  },
  both: {
    en: "{name} charges and discharges at once in {hours} {hours:hour|hours}: to lose energy earns where the price is negative, and costs nothing where it is 0. Let generators be curtailed by profile_MW, or lower power_MW, if the store cannot do so.",
    zh: "{name} 在 {hours} 个小时内同时充放电：电价为负时损耗电量可获利，电价为 0 时则无代价。若该储能无法如此运行，请用 profile_MW 允许机组弃电，或调低 power_MW。",
  },
  kept: {
    en: "{name} holds {energy} MWh before the first hour and has no end: after the last hour it must hold as much. Give end, 0 if it may be empty.",
    zh: "{name} 在首个小时前储有 {energy} MWh，且未给出 end：末小时后须至少保有同量。可放空时请给出 end 为 0。",
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
  /** d cost / d load of each hour, money per MWh; NaN where more load would be shed, which has no price. */
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

/** A store that charges and discharges less than this share of its power at once does so by rounding. */
const SAME_POWER = 1e-6;

/** What a caller says of a dispatch. */
export type GivenTerms = Omit<DispatchTerms, "mostShed">;

/**
 * Least-cost dispatch of generators and storage over hours. Without a value of lost load, what can be served is served: if that is
 * not all, the least is shed, and of the ways to do so the cheapest is taken. Throws IndustryError, which names hour and part, if
 * limits clash otherwise, or the cap cannot be kept.
 */
export async function dispatch(system: DispatchSystem, given: GivenTerms, work: Work): Promise<Dispatch> {
  mustTakeMinimum(system);
  const terms = { ...given, mostShed: null };
  const whole = isShortOfPower(system, given) ? null : await solved(system, terms, null, work);
  if (whole) return whole;
  if (given.valueOfLostLoad !== null) throw await clash(system, terms, work);
  const short = await leastShed(system, work);
  // What clashes whatever is shed is not the load.
  if (!short) throw await clash(system, { ...terms, valueOfLostLoad: 0 }, work);
  if (short.energy === 0) throw await clash(system, terms, work);
  const least = { ...given, mostShed: short.energy };
  // Where rounding leaves no room at the very least, a hair more is shed.
  const hair = { ...given, mostShed: short.energy * (1 + ROUNDING) };
  const rest = (await solved(system, least, short, work)) ?? (await solved(system, hair, short, work));
  if (!rest) throw await clash(system, least, work);
  return rest;
}

/** null if no dispatch keeps to all limits. */
async function solved(
  system: DispatchSystem,
  terms: DispatchTerms,
  short: LeastShed | null,
  work: Work,
): Promise<Dispatch | null> {
  const built = dispatchProgramme(system, terms);
  const found = await solveProgramme(built.programme, work);
  return found.status === "optimal" ? resultOf(system, terms, built, found, short) : null;
}

function resultOf(
  system: DispatchSystem,
  { carbonPrice, valueOfLostLoad }: DispatchTerms,
  built: DispatchProgramme,
  found: Optimum,
  short: LeastShed | null,
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
  const storage = built.level.map((level, s) => ({
    charge: part(built.charge[s]!),
    discharge: part(built.discharge[s]!),
    level: part(level),
  }));
  const certificate = certificateOf(built.programme, found);
  return {
    generation,
    storage,
    curtailed: generators.map(({ isCurtailable, available }, i) =>
      isCurtailable ? available.map((power, t) => Math.max(0, power - generation[i]![t]!)) : null,
    ),
    shed,
    price: found
      .duals!.slice(0, hours)
      .map((dual, t) => (short?.isShort[t] || (short && shed[t]! > 0) ? Number.NaN : dual + 0)),
    cost: fuelCost + carbonCost + lostLoadCost,
    fuelCost,
    carbonCost,
    lostLoadCost,
    emissions,
    capPrice: built.capRow === null ? null : 0 - found.duals![built.capRow]!,
    residual: certificate.residual,
    notes: [
      ...notesOnCertificate(certificate),
      ...system.notes,
      ...(found.hasAlternatives ? [texts.alternatives()] : []),
      ...shedNotes(shed, short),
      ...storageNotes(system, storage),
    ],
  };
}

function shedNotes(shed: Float64Array, short: LeastShed | null): Message[] {
  const at = Array.from(shed.keys()).filter((t) => shed[t]! > 0);
  if (at.length === 0) return [];
  if (!short) return [texts.shed({ energy: sum(shed), hours: at.length })];
  return [texts.unserved({ energy: rounded(sum(shed)), hours: at.length, at: someOf(at.map((t) => t + 1)) })];
}

function storageNotes({ storage }: DispatchSystem, found: Dispatch["storage"]): Message[] {
  return storage.flatMap(({ name, power, start, end }, s) => {
    const { charge, discharge } = found[s]!;
    const hours = charge.filter((in_MW, t) => Math.min(in_MW, discharge[t]!) > SAME_POWER * power).length;
    return [
      ...(hours > 0 ? [texts.both({ name, hours })] : []),
      ...(end === null && start > 0 ? [texts.kept({ name, energy: rounded(start) })] : []),
    ];
  });
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A shortage in one hour needs no solver to be found. */
function isShortOfPower({ load, generators, storage }: DispatchSystem, { valueOfLostLoad }: GivenTerms): boolean {
  if (valueOfLostLoad !== null) return false;
  const stored = storage.reduce((total, { power }) => total + power, 0);
  return load.some((power, t) => {
    const available = generators.reduce((total, each) => total + each.available[t]!, stored);
    return power > available + ROUNDING * (1 + power);
  });
}

/** Nor does too much power in one hour. */
function mustTakeMinimum({ load, generators, storage }: DispatchSystem): void {
  const stored = storage.reduce((total, { power }) => total + power, 0);
  const minimum = generators.reduce((total, each) => total + each.minimum, 0);
  load.forEach((power, t) => {
    if (minimum > power + stored + ROUNDING * (1 + power))
      throw new IndustryError(`load_MW[${t}]`, texts.tooMuchPower({ hour: t + 1, minimum, load: power + stored }));
  });
}

async function clash(system: DispatchSystem, terms: DispatchTerms, work: Work): Promise<IndustryError> {
  if (Number.isFinite(terms.cap)) {
    const least = await leastEmissions(system, terms, work);
    const about = { cap: terms.cap, least: rounded(least ?? 0) };
    if (least !== null)
      return new IndustryError(
        "cap_t",
        terms.mostShed === null
          ? texts.capTooLow(about)
          : texts.shortUnderCap({ ...about, energy: rounded(terms.mostShed) }),
      );
  }
  const built = dispatchProgramme(system, { ...terms, cap: Number.POSITIVE_INFINITY });
  const { rows, bounds } = await infeasibleSubsystem(built.programme, work);
  // That a level is what was stored and not given goes without saying: nobody can relax it.
  const parts = [
    ...rows.flatMap((at) => {
      const row = built.rows[at]!;
      return row.kind === "level" ? [] : [describe(system, row)];
    }),
    ...bounds.flatMap((bound) => describeBound(system, built, bound)),
  ];
  return new IndustryError("load_MW", texts.clash({ parts: someOf(parts) }));
}

/** What the system emits at least, t; null if nothing meets the load. */
async function leastEmissions(system: DispatchSystem, terms: DispatchTerms, work: Work): Promise<number | null> {
  const generators = system.generators.map((each) => ({ ...each, marginalCost: each.emissions }));
  // Where load may be shed, only minimum outputs stand against a cap.
  const lost = terms.valueOfLostLoad === null ? null : 0;
  const { programme } = dispatchProgramme(
    { ...system, generators },
    { carbonPrice: 0, cap: Number.POSITIVE_INFINITY, valueOfLostLoad: lost, mostShed: terms.mostShed },
  );
  const found = await solveProgramme(programme, work);
  return found.status === "optimal" ? found.objective : null;
}

/** Six digits say how far a cap is from what is possible. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function describe({ generators, storage }: DispatchSystem, row: Exclude<DispatchRow, { kind: "level" }>): Message {
  switch (row.kind) {
    case "balance":
      return texts.balance({ hour: row.hour + 1 });
    case "ramp":
      return texts.ramp({ name: generators[row.part]!.name, hour: row.hour + 1 });
    case "end":
      return texts.end({ name: storage[row.part]!.name });
    case "cap":
      return texts.cap();
    case "shed":
      return texts.mostShed();
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
    if (side === "upper") return [texts.most({ name, hour })];
    return minimum > 0 ? [texts.least({ name, hour })] : [];
  }
  if (side === "lower") return [];
  const s = Math.max(within(charge), within(discharge));
  if (s >= 0) return [texts.power({ name: storage[s]!.name, hour: ((column - charge[0]!) % load.length) + 1 })];
  const held = within(level);
  return held < 0 ? [] : [texts.energy({ name: storage[held]!.name, hour: column - level[held]! + 1 })];
}
