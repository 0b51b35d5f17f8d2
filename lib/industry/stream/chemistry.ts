import { messages } from "../../message/message.ts";
import type { Arithmetic } from "../../numeric/automatic/arithmetic.ts";
import { IndustryError } from "../industry-error.ts";
import { atomicWeights, molarMassOf } from "../substance/atomic-weights.ts";
import { GAS_CONSTANT, molarEnthalpy, molarEntropyOverR } from "../substance/glenn-polynomial.ts";
import { glennRecords } from "../substance/glenn-records.ts";
import { ASH, type Substance } from "../substance/substance.ts";
import type { Substances } from "../substance/substances.ts";
import type { MaterialStream } from "./stream.ts";

const texts = messages("industry.stream", {
  unknown: {
    en: "There is no substance {substance}. There are {known:and}.",
    zh: "没有名为 {substance} 的物质。可用的有 {known:and}。",
  },
});

/** MW per kJ/h. */
const MEGAWATT = 1 / 3.6e6;

/** Share of oxygen in the molecules of dry air; argon and CO2 (0.97 %) are counted as nitrogen. Source: Gordon (1982), in the record of air of NASA/TP-2002-211556. */
export const AIR_OXYGEN = 0.209476;

/**
 * Streams in one number system: contents, heat and reactions. All flows are linear in the flows of substances, so derivatives are exact.
 * Amounts of molecules and atoms are in kmol/h.
 */
export class Chemistry<N> {
  readonly arithmetic: Arithmetic<N>;
  readonly substances: Substances;
  readonly zero: N;

  constructor(arithmetic: Arithmetic<N>, substances: Substances) {
    this.arithmetic = arithmetic;
    this.substances = substances;
    this.zero = arithmetic.of(0);
  }

  /** Throws IndustryError naming what there is. */
  substance(name: string): Substance {
    const found = this.substances.get(name);
    if (!found) throw new IndustryError(name, texts.unknown({ substance: name, known: [...this.substances.keys()] }));
    return found;
  }

  /** kg/h of a substance in a stream. */
  mass({ flows }: MaterialStream<N>, name: string): N {
    return flows[name] ?? this.zero;
  }

  /** kg/h of the whole stream. */
  totalMass({ flows }: MaterialStream<N>): N {
    return this.arithmetic.sum(Object.values(flows));
  }

  /** kmol/h of a pure substance in a stream. */
  kmol(stream: MaterialStream<N>, name: string): N {
    return this.arithmetic.scale(this.mass(stream, name), 1 / this.substance(name).molarMass!);
  }

  /** A stream from kmol/h of pure substances and kg/h of others. */
  stream(kmol: Readonly<Record<string, N>>, temperature: N, kg: Readonly<Record<string, N>> = {}): MaterialStream<N> {
    const flows: Record<string, N> = { ...kg };
    for (const [name, amount] of Object.entries(kmol)) {
      const mass = this.arithmetic.scale(amount, this.substance(name).molarMass!);
      flows[name] = flows[name] === undefined ? mass : this.arithmetic.add(flows[name], mass);
    }
    return { flows, temperature };
  }

  /** Flows of all streams together, at a temperature in K. */
  mixed(streams: readonly MaterialStream<N>[], temperature: N): MaterialStream<N> {
    const flows: Record<string, N> = {};
    for (const stream of streams)
      for (const [name, flow] of Object.entries(stream.flows))
        flows[name] = flows[name] === undefined ? flow : this.arithmetic.add(flows[name], flow);
    return { flows, temperature };
  }

  /** The same matter at another temperature in K. */
  at({ flows }: MaterialStream<N>, temperature: N): MaterialStream<N> {
    return { flows, temperature };
  }

  /** The part of a stream whose substances are chosen. */
  part(stream: MaterialStream<N>, chosen: (substance: Substance) => boolean): MaterialStream<N> {
    const flows = Object.entries(stream.flows).filter(([name]) => chosen(this.substance(name)));
    return { flows: Object.fromEntries(flows), temperature: stream.temperature };
  }

  /** All flows of a stream times a number. */
  share({ flows, temperature }: MaterialStream<N>, share: N): MaterialStream<N> {
    return {
      flows: Object.fromEntries(Object.entries(flows).map(([name, flow]) => [name, this.arithmetic.mul(flow, share)])),
      temperature,
    };
  }

  /** kmol/h of the atoms of each element in streams together (kg/h of ash). */
  atoms(...streams: readonly MaterialStream<N>[]): Record<string, N> {
    const atoms: Record<string, N> = {};
    for (const { flows } of streams)
      for (const [name, flow] of Object.entries(flows))
        for (const [element, share] of Object.entries(this.substance(name).elements)) {
          const part = this.arithmetic.scale(flow, share / (element === ASH ? 1 : atomicWeights[element]!));
          atoms[element] = atoms[element] === undefined ? part : this.arithmetic.add(atoms[element], part);
        }
    return atoms;
  }

  /** kmol/h of the atoms of one element other than ash in a stream: as `atoms` has them, without those of all others. */
  atomsOf(element: string, { flows }: MaterialStream<N>): N {
    let atoms = this.zero;
    for (const [name, flow] of Object.entries(flows)) {
      const share = this.substance(name).elements[element];
      if (share !== undefined)
        atoms = this.arithmetic.add(atoms, this.arithmetic.scale(flow, share / atomicWeights[element]!));
    }
    return atoms;
  }

  /** MW that a stream carries, from the elements in their reference states at 298.15 K. */
  enthalpy({ flows, temperature }: MaterialStream<N>): N {
    const a = this.arithmetic;
    const parts = Object.entries(flows).map(([name, flow]) =>
      a.mul(flow, this.substance(name).enthalpy(a, temperature)),
    );
    return a.scale(a.sum(parts), MEGAWATT);
  }

  /** MW that a stream gives at 298.15 K when it is burnt completely to CO2, gaseous water, SO2 and N2. */
  heatingValue({ flows }: MaterialStream<N>): N {
    const parts = Object.entries(flows).map(([name, flow]) =>
      this.arithmetic.scale(flow, 1000 * this.substance(name).lowerHeatingValue),
    );
    return this.arithmetic.scale(this.arithmetic.sum(parts), MEGAWATT);
  }

  /** Dry air with kmol/h of oxygen. */
  air(oxygen: N, temperature: N): MaterialStream<N> {
    return this.stream({ O2: oxygen, N2: this.arithmetic.scale(oxygen, (1 - AIR_OXYGEN) / AIR_OXYGEN) }, temperature);
  }

  /**
   * Equilibrium constant of a reaction of ideal gases at 1 bar and a temperature in K, ln K = ΔS/R − ΔH/(R T), from the Glenn
   * polynomials. `reaction`: moles of each substance, negative for what reacts.
   */
  equilibriumConstant(reaction: Readonly<Record<string, number>>, temperature: N): N {
    const a = this.arithmetic;
    const terms = Object.entries(reaction).map(([name, moles]) => {
      const record = glennRecords[name]!;
      const enthalpy = a.div(a.scale(molarEnthalpy(a, record, temperature), 1 / GAS_CONSTANT), temperature);
      return a.scale(a.sub(molarEntropyOverR(a, record, temperature), enthalpy), moles);
    });
    return a.exp(a.sum(terms));
  }

  /** kg/kmol of a pure substance. */
  molarMass(name: string): number {
    return molarMassOf(this.substance(name).formula!);
  }
}
