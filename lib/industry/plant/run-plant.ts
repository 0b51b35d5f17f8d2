import { messages } from "../../message/message.ts";
import { realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import { IndustryError } from "../industry-error.ts";
import { type OperationRun, runOperation } from "../operation/run-operation.ts";
import { Chemistry } from "../stream/chemistry.ts";
import { isMaterial, type MaterialStream, type Stream } from "../stream/stream.ts";
import { molarMassOf } from "../substance/atomic-weights.ts";
import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import type { Substances } from "../substance/substances.ts";
import { mixedTemperature } from "./mixed-temperature.ts";
import { origins } from "./origin.ts";
import { ELECTRICITY, type Intake, type PlantDescription, type PlantUnit } from "./plant.ts";
import type { EnergyUse, PlantBalance, PlantLink, PlantRun, Shares, StackEmission } from "./plant-run.ts";
import { CO2_OF_CARBON } from "./tier.ts";

const texts = messages("industry.plant", {
  unknownStream: {
    en: "Unit {unit} takes {stream}, which no feed and no unit before it gives.",
    zh: "单元 {unit} 取用 {stream}，但没有进料或其前的单元给出该流股。",
  },
  overdrawn: {
    en: "{stream} is taken {share} times over: the shares that units take of it must not exceed 1.",
    zh: "{stream} 被取用了 {share} 倍：各单元取用份额之和不得超过 1。",
  },
  shortOfHeat: {
    en: "Unit {unit} gives {supply} MW, but {demands:and} {count:needs|need} {need} MW. Give it more fuel.",
    zh: "单元 {unit} 供热 {supply} MW，而 {demands:and} 需要 {need} MW。请增加燃料。",
  },
  loose: {
    en: "{stream} carries carbon and ends nowhere: name it as product, by-product, stack or stored.",
    zh: "{stream} 含碳却没有去向：请列为产品、副产品、排放或封存。",
  },
  heatOverdrawn: {
    en: "{stream} has {left} MW left, but {demand} needs {need} MW. Give the plant more fuel, or ask for less heat.",
    zh: "{stream} 仅余 {left} MW，而 {demand} 需要 {need} MW。请增加燃料或减少用热。",
  },
  inUnit: { en: "Unit {unit}: {reason}", zh: "单元 {unit}：{reason}" },
  noProduct: {
    en: "The plant gives no {stream}, its product.",
    zh: "该工厂没有产出其产品 {stream}。",
  },
});

interface Flowing {
  readonly stream: Stream<number>;
  readonly origin: Shares;
  taken: number;
}

const none: Shares = { process: 0, energy: 0, biogenic: 0 };

/**
 * A plant evaluated unit by unit, scaled to `output` kg/h of its product, or kW if that is electricity: all operations are
 * proportional to their flows.
 *
 * Throws IndustryError if a stream is unknown, taken too often or ends nowhere, if a unit cannot meet the heat that it is to give, and
 * as `runOperation`.
 */
export function runPlant(description: PlantDescription, output: number, substances: Substances): PlantRun {
  const first = new Evaluation(description, substances, 1);
  const made = first.productAmount();
  if (!(made > 0)) throw new IndustryError("product", texts.noProduct({ stream: description.product }));
  return new Evaluation(description, substances, output / made).result();
}

/** kg/h of the product of a description as it stands (kW of electricity). Throws IndustryError as `runPlant`. */
export function productOf(description: PlantDescription, substances: Substances): number {
  return new Evaluation(description, substances, 1).productAmount();
}

class Evaluation {
  readonly #plant: PlantDescription;
  readonly #substances: Substances;
  readonly #chemistry: Chemistry<number>;
  readonly #streams = new Map<string, Flowing>();
  readonly #units: { name: string; run: OperationRun }[] = [];
  readonly #links: PlantLink[] = [];
  /** MW that streams lose on their way. */
  #cooling = 0;
  /** Demands of units, by `unit.demand`, that a unit of the plant meets. */
  readonly #met = new Set<string>();

  constructor(plant: PlantDescription, substances: Substances, scale: number) {
    this.#plant = plant;
    this.#substances = substances;
    this.#chemistry = new Chemistry(realArithmetic, substances);
    for (const [name, feed] of Object.entries(plant.feeds)) {
      const stream = "power" in feed ? feed : { flows: feed.flows, temperature: STANDARD_TEMPERATURE };
      const origin = "power" in feed ? none : { ...none, [feed.origin]: 1 };
      this.#streams.set(name, { stream: scaled(stream, scale), origin, taken: 0 });
    }
    for (const unit of plant.units) this.#evaluate(unit);
    for (const [name, feed] of Object.entries(plant.feeds)) {
      const flowing = this.#streams.get(name)!;
      if ("power" in feed || !feed.asNeeded) continue;
      this.#streams.set(name, { ...flowing, stream: scaled(flowing.stream, flowing.taken), taken: 1 });
    }
  }

  #evaluate(unit: PlantUnit): void {
    const all = this.#takings(unit);
    const takings = unit.meets ? this.#lessened(unit, all) : all;
    const { inlets, carbon: brought, cooling } = this.#taken(unit, takings);
    const run = this.#run(unit, inlets);
    let carbon = brought;
    this.#cooling += cooling;
    for (const [stream, share] of sumsOf(takings.map(({ intake, share: part }) => [intake.stream, part]))) {
      const flowing = this.#streams.get(stream)!;
      flowing.taken += share;
      this.#links.push(this.#link(parted(stream)[0], unit.name, stream, scaled(flowing.stream, share)));
      if (flowing.taken > 1 + 1e-9)
        throw new IndustryError(stream, texts.overdrawn({ stream, share: significant(flowing.taken) }));
    }
    // What a unit takes besides its inlets, as electrodes and anodes, reacts in the process.
    for (const demand of Object.values(run.result.demands))
      carbon = added(carbon, { ...none, process: 1 }, this.#carbon(demand));
    const total = origins.reduce((sum, origin) => sum + carbon[origin], 0);
    const origin = total === 0 ? none : mapped(carbon, (part) => part / total);
    for (const [outlet, stream] of Object.entries(run.result.outlets))
      this.#streams.set(`${unit.name}.${outlet}`, {
        stream,
        origin: unit.marks?.[outlet] ? { ...none, [unit.marks[outlet]]: 1 } : origin,
        taken: 0,
      });
    this.#units.push({ name: unit.name, run });
    for (const demand of [...(unit.meets ?? []), ...(unit.heats ?? [])]) this.#give(`${unit.name}.heat`, demand);
    for (const [demand, stream] of Object.entries(unit.heatedBy ?? {})) this.#give(stream, `${unit.name}.${demand}`);
  }

  /** What the unit takes of each stream, before it is lessened to what demands need. */
  #takings(unit: PlantUnit): Taking[] {
    const takings: Taking[] = [];
    for (const [inlet, intakes] of Object.entries(unit.inlets))
      for (const intake of intakes) {
        const before = takings.filter((each) => each.intake.stream === intake.stream);
        const left = 1 - this.#stream(unit.name, intake.stream).taken - total(before.map(({ share }) => share));
        takings.push({ inlet, intake, share: intake.share ?? left });
      }
    return takings;
  }

  /** Inlets of these takings, the carbon in them by its origin, and MW lost on their way. */
  #taken(unit: PlantUnit, takings: readonly Taking[]) {
    const parts = new Map<string, Stream<number>[]>();
    let [carbon, cooling] = [none, 0];
    for (const { inlet, intake, share } of takings) {
      const flowing = this.#stream(unit.name, intake.stream);
      const part = scaled(flowing.stream, share);
      const arriving = this.#cooled(part, intake);
      cooling += this.#energy(part) - this.#energy(arriving);
      parts.set(inlet, [...(parts.get(inlet) ?? []), arriving]);
      carbon = added(carbon, flowing.origin, this.#carbon(part));
    }
    const inlets = Object.fromEntries([...parts].map(([inlet, each]) => [inlet, rounded(this.#together(each))]));
    return { inlets, carbon, cooling };
  }

  #run(unit: PlantUnit, inlets: Readonly<Record<string, Stream<number>>>): OperationRun {
    try {
      return runOperation(unit.operation, inlets, unit.parameters ?? {}, this.#substances);
    } catch (error) {
      // An operation knows its own name; a plant can have it twice, under others.
      if (!(error instanceof IndustryError) || unit.name === unit.operation) throw error;
      throw new IndustryError(unit.name, texts.inUnit({ unit: unit.name, reason: error.said }));
    }
  }

  /** Only so much as meets the demands. Heat is linear in what is burnt, so the part follows from two evaluations. */
  #lessened(unit: PlantUnit, takings: readonly Taking[]): Taking[] {
    const heat = (of: readonly Taking[]) =>
      of.length === 0
        ? 0
        : (this.#run(unit, this.#taken(unit, of).inlets).result.outlets.heat as { power: number }).power;
    const need = total(unit.meets!.map((demand) => this.#demand(unit.name, demand)));
    const [supply, base] = [heat(takings), heat(takings.filter(({ intake }) => intake.whole))];
    if (need > supply * (1 + 1e-9))
      throw new IndustryError(
        unit.name,
        texts.shortOfHeat({
          unit: unit.name,
          supply: significant(supply),
          demands: unit.meets!,
          count: unit.meets!.length,
          need: significant(need),
        }),
      );
    const part = supply > base ? Math.min(1, Math.max(0, (need - base) / (supply - base))) : 0;
    return takings.map((each) => (each.intake.whole ? each : { ...each, share: each.share * part }));
  }

  /** Heat of a stream to the demand of a unit: it is then neither bought nor lost. */
  #give(stream: string, demand: string): void {
    const [unit] = parted(demand);
    const flowing = this.#stream(unit, stream);
    const need = this.#demand(unit, demand);
    if (need > 0) {
      const has = this.#energy(flowing.stream);
      const left = has * (1 - flowing.taken);
      // Demands that a unit is run to meet are met to the rounding of its scaling.
      if (need > left + 1e-9 * has)
        throw new IndustryError(
          unit,
          texts.heatOverdrawn({ stream, left: significant(left), demand, need: significant(need) }),
        );
      flowing.taken = Math.min(1, flowing.taken + need / has);
      this.#links.push(this.#link(parted(stream)[0], unit, stream, { power: need }));
    }
    this.#met.add(demand);
  }

  #link(from: string, to: string, name: string, stream: Stream<number>): PlantLink {
    const energy = isMaterial(stream) ? this.#chemistry.heatingValue(stream) : stream.power;
    return { from, to, stream: name, carbon: this.#carbon(stream), energy };
  }

  /** Links to where streams end, and of what units take from outside themselves. */
  #outerLinks(): PlantLink[] {
    const { product, byProducts = [], stacks, stored = [] } = this.#plant;
    const electric = new Set(
      this.#units.flatMap(({ name, run: { operation } }) =>
        Object.entries(operation.outlets).flatMap(([port, kind]) =>
          kind === "electricity" ? [`${name}.${port}`] : [],
        ),
      ),
    );
    const place = (name: string) => {
      if (product === ELECTRICITY && name.endsWith(`.${ELECTRICITY}`)) return "product";
      if (name === product) return "product";
      if (byProducts.includes(name)) return "by-product";
      if (stacks.includes(name)) return "air";
      if (stored.includes(name)) return "storage";
      return electric.has(name) ? "electricity" : "losses";
    };
    const ends = [...this.#streams.keys()].map((name) =>
      this.#link(parted(name)[0], place(name), name, this.#left(name).stream),
    );
    const taken = this.#units.flatMap(({ name: unit, run }) =>
      Object.entries(run.result.demands)
        .filter(([demand]) => !this.#met.has(`${unit}.${demand}`))
        .map(([demand, stream]) => this.#link(demand, unit, `${unit}.${demand}`, stream)),
    );
    return [...taken, ...ends];
  }

  #stream(unit: string, name: string): Flowing {
    const found = this.#streams.get(name);
    if (!found) throw new IndustryError(unit, texts.unknownStream({ unit, stream: name }));
    return found;
  }

  #demand(unit: string, name: string): number {
    const [owner, demand] = parted(name);
    const stream = this.#units.find((each) => each.name === owner)?.run.result.demands[demand];
    if (!stream || isMaterial(stream)) throw new IndustryError(unit, texts.unknownStream({ unit, stream: name }));
    return stream.power;
  }

  #cooled(stream: Stream<number>, { cooledTo }: Intake): Stream<number> {
    return cooledTo === undefined || !isMaterial(stream)
      ? stream
      : { flows: stream.flows, temperature: cooledTo + 273.15 };
  }

  #together(parts: readonly Stream<number>[]): Stream<number> {
    if (parts.length === 1) return parts[0]!;
    if (!parts.every((part): part is MaterialStream<number> => isMaterial(part)))
      return { power: parts.reduce((sum, part) => sum + (isMaterial(part) ? 0 : part.power), 0) };
    return this.#chemistry.mixed(parts, mixedTemperature(this.#chemistry, parts));
  }

  #carbon(stream: Stream<number>): number {
    return isMaterial(stream) ? this.#chemistry.atomsOf("C", stream) * molarMassOf({ C: 1 }) : 0;
  }

  #energy(stream: Stream<number>): number {
    return isMaterial(stream) ? this.#chemistry.enthalpy(stream) : stream.power;
  }

  /** kg/h, or kW of electricity: what units give less what they take. */
  productAmount(): number {
    if (this.#plant.product === ELECTRICITY) return -1000 * total(this.#unitUses().map(electricityOf));
    const found = this.#streams.get(this.#plant.product);
    return found && isMaterial(found.stream) ? this.#chemistry.totalMass(found.stream) * (1 - found.taken) : 0;
  }

  /** What is left of a stream after the units have taken theirs. */
  #left(name: string): { readonly stream: Stream<number>; readonly origin: Shares } {
    const { stream, origin, taken } = this.#stream("product", name);
    return { stream: scaled(stream, Math.max(0, 1 - taken)), origin };
  }

  #co2(names: readonly string[]): StackEmission[] {
    return names.map((stack) => {
      const { stream, origin } = this.#left(stack);
      const mass = this.#carbon(stream) * CO2_OF_CARBON;
      return { stack, step: parted(stack)[0], byOrigin: mapped(origin, (share) => share * mass) };
    });
  }

  result(): PlantRun {
    const plant = this.#plant;
    const stacks = this.#co2(plant.stacks);
    const stored = this.#co2(plant.stored ?? []).reduce((sum, { byOrigin }) => added(sum, byOrigin, 1), none);
    const product = plant.product === ELECTRICITY ? [] : [plant.product];
    const ending = [...product, ...(plant.byProducts ?? []), ...plant.stacks, ...(plant.stored ?? [])];
    const carbonIn = this.#carbonIn();
    for (const [name, { stream, taken }] of this.#streams) {
      if (ending.includes(name) || taken > 1 - 1e-9) continue;
      if (this.#carbon(stream) > 1e-9 * carbonIn) throw new IndustryError(name, texts.loose({ stream: name }));
    }
    const energy = this.#energyUses();
    const use = (kind: EnergyUse["kind"]) =>
      energy.filter((each) => each.kind === kind).reduce((sum, { power }) => sum + power, 0);
    const given = Object.entries(plant.feeds).flatMap(([name, feed]) =>
      "power" in feed ? [this.#energy(this.#streams.get(name)!.stream)] : [],
    );
    const gate = [...product, ...(plant.byProducts ?? []), ...(plant.stored ?? [])];
    const carbonLeaving = gate.reduce((sum, name) => sum + this.#carbon(this.#left(name).stream), 0);
    return {
      output: this.productAmount(),
      units: this.#units,
      feeds: Object.fromEntries(
        Object.keys(plant.feeds).map((name) => {
          const { stream } = this.#streams.get(name)!;
          return [name, isMaterial(stream) ? this.#chemistry.totalMass(stream) : 0];
        }),
      ),
      left: Object.fromEntries(
        [...this.#streams.keys()].map((name) => {
          const { stream } = this.#left(name);
          return [name, isMaterial(stream) ? this.#chemistry.totalMass(stream) : 0];
        }),
      ),
      stacks,
      stored,
      energy,
      electricity: use("electricity"),
      heat: use("heat"),
      links: [...this.#links, ...this.#outerLinks()].filter(({ carbon, energy }) => carbon > 1e-9 || energy > 1e-9),
      carbon: this.#balance((stream) => this.#carbon(stream), [], []),
      mass: this.#balance((stream) => (isMaterial(stream) ? this.#chemistry.totalMass(stream) : 0), [], []),
      energyBalance: this.#balance(
        (stream) => (isMaterial(stream) ? this.#energy(stream) : 0),
        [...this.#powers("demands"), ...given],
        [...this.#powers("outlets"), this.#cooling],
      ),
      byGate: (carbonIn - carbonLeaving) * CO2_OF_CARBON,
    };
  }

  /** MW of all energy that units take (demands) or give (outlets) over the gate: what goes from unit to unit is in neither. */
  #powers(side: "demands" | "outlets"): number[] {
    return this.#units.flatMap(({ name, run }) =>
      Object.entries(run.result[side]).flatMap(([port, stream]) => {
        if (isMaterial(stream) || (side === "demands" && this.#met.has(`${name}.${port}`))) return [];
        const flowing = side === "outlets" ? this.#streams.get(`${name}.${port}`)! : undefined;
        return [stream.power * (1 - (flowing?.taken ?? 0))];
      }),
    );
  }

  #carbonIn(): number {
    const feeds = Object.keys(this.#plant.feeds).map((name) => this.#streams.get(name)!.stream);
    const demands = this.#units.flatMap(({ run }) => Object.values(run.result.demands));
    return [...feeds, ...demands].reduce((sum, stream) => sum + this.#carbon(stream), 0);
  }

  /** Over the gate: feeds and demands against all that no unit takes. */
  #balance(
    measure: (stream: Stream<number>) => number,
    intoBesides: readonly number[],
    outBesides: readonly number[],
  ): PlantBalance {
    const feeds = Object.keys(this.#plant.feeds).map((name) => this.#streams.get(name)!.stream);
    const demands = this.#units.flatMap(({ run }) => Object.values(run.result.demands));
    const into = [...[...feeds, ...demands].map(measure), ...intoBesides];
    const out = [...[...this.#streams.keys()].map((name) => measure(this.#left(name).stream)), ...outBesides];
    const [sumIn, sumOut] = [total(into), total(out)];
    const size = Math.max(total(into.map(Math.abs)), total(out.map(Math.abs)));
    return { into: sumIn, out: sumOut, residual: size === 0 ? 0 : Math.abs(sumIn - sumOut) / size };
  }

  /** Electricity of each unit, and the heat that units ask for and no unit meets. */
  #energyUses(): EnergyUse[] {
    const given = Object.entries(this.#plant.feeds).flatMap(([step, feed]): EnergyUse[] => {
      if (!("power" in feed)) return [];
      return [{ step, kind: "electricity", name: step, power: this.#energy(this.#streams.get(step)!.stream) }];
    });
    const uses = [...given, ...this.#unitUses()];
    // What is sent out is the product, so that nothing is left to buy or sell.
    if (this.#plant.product === ELECTRICITY)
      return [...uses, { step: "product", kind: "electricity", name: "sent out", power: this.productAmount() / 1000 }];
    const { electricityBought } = this.#plant;
    if (electricityBought === undefined) return uses;
    const { perTonne, besides } = electricityBought;
    const summed = uses
      .filter(({ kind, step }) => kind === "electricity" && !besides.includes(step))
      .reduce((sum, { power }) => sum + power, 0);
    const bought = (perTonne * this.productAmount()) / 1e6;
    return [...uses, { step: "not modelled", kind: "electricity", name: "not modelled", power: bought - summed }];
  }

  #unitUses(): EnergyUse[] {
    const electric = new Set(this.#plant.electricHeat);
    return this.#units.flatMap(({ name: step, run: { operation, result } }) => [
      ...Object.entries(result.demands).flatMap(([name, stream]): EnergyUse[] => {
        const kind = operation.demands[name]!;
        if (isMaterial(stream) || kind === "material" || this.#met.has(`${step}.${name}`)) return [];
        const isElectric = electric.has(`${step}.${name}`);
        return [{ step, kind: isElectric ? "electricity" : kind, name, power: stream.power }];
      }),
      ...Object.entries(result.outlets).flatMap(([name, stream]): EnergyUse[] =>
        isMaterial(stream) || operation.outlets[name] !== "electricity"
          ? []
          : [{ step, kind: "electricity", name, power: -stream.power }],
      ),
    ]);
  }
}

interface Taking {
  readonly inlet: string;
  readonly intake: Intake;
  readonly share: number;
}

function electricityOf({ kind, power }: EnergyUse): number {
  return kind === "electricity" ? power : 0;
}

function sumsOf(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [name, value] of entries) sums.set(name, (sums.get(name) ?? 0) + value);
  return sums;
}

/** For sentences. */
function significant(value: number): number {
  return Number(value.toPrecision(4));
}

function parted(name: string): [string, string] {
  const at = name.indexOf(".");
  return at < 0 ? [name, ""] : [name.slice(0, at), name.slice(at + 1)];
}

function scaled(stream: Stream<number>, share: number): Stream<number> {
  if (!isMaterial(stream)) return { power: stream.power * share };
  const flows: Record<string, number> = {};
  for (const [name, flow] of Object.entries(stream.flows)) flows[name] = flow * share;
  return { flows, temperature: stream.temperature };
}

/** A stream without the flows that rounding made negative, of what reacts away. */
function rounded<S extends Stream<number>>(stream: S): S {
  if (!isMaterial(stream)) return stream;
  const least = -1e-12 * total(Object.values(stream.flows).map(Math.abs));
  const flows = Object.entries(stream.flows).map(([name, flow]) => [name, flow < 0 && flow >= least ? 0 : flow]);
  return { ...stream, flows: Object.fromEntries(flows) };
}

function mapped(shares: Shares, value: (share: number) => number): Shares {
  return { process: value(shares.process), energy: value(shares.energy), biogenic: value(shares.biogenic) };
}

function added(sum: Shares, shares: Shares, amount: number): Shares {
  return {
    process: sum.process + shares.process * amount,
    energy: sum.energy + shares.energy * amount,
    biogenic: sum.biogenic + shares.biogenic * amount,
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
