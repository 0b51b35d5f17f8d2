import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import { SingularMatrixError } from "../lu.ts";
import { step as working } from "../step.ts";
import { uninterrupted, type Work } from "../work.ts";
import type { OdeSystem } from "./ode-system.ts";
import { type Linearised, linearise, type Rodas4Step, rodas4Step } from "./rodas4.ts";

const texts = messages("numeric.ode", {
  stuck: {
    en: "The integration does not get beyond t = {t}: steps have become too small ({h}). The state is {state}; it may have no solution beyond, or jump where no break is given.",
    zh: "积分无法越过 t = {t}：步长已过小（{h}）。此时状态为 {state}；之后可能无解，或在未声明的时刻发生突变。",
  },
  notFinite: {
    en: "The derivative of state {state} is {value} at t = {t}.",
    zh: "在 t = {t} 处，状态 {state} 的导数为 {value}。",
  },
  tooMany: {
    en: "The integration took {count} steps to get to t = {t} of {end}. Allow larger errors, or more steps.",
    zh: "积分用 {count} 步才到达 t = {t}（终点 {end}）。请放宽误差或增加步数上限。",
  },
});

/** A step is this much smaller than the error estimate would allow. */
const SAFETY = 0.9;
/** Bounds of the change of a step. */
const [SHRINK, GROW] = [0.2, 6];

export interface StiffOptions {
  readonly from: number;
  readonly to: number;
  readonly start: ArrayLike<number>;
  /** Error of a step relative to each state. */
  readonly relative?: number;
  /** Error of a step that is allowed in any case, for all states or one for each. */
  readonly absolute?: number | readonly number[];
  /** Times at which the state is wanted, ascending; by default the end. */
  readonly at?: readonly number[];
  /** Times at which the derivative jumps: steps end there. */
  readonly breaks?: readonly number[];
  readonly mostSteps?: number;
  /** The first step to try, such as the last of a run before; by default it is estimated. */
  readonly first?: number;
}

export interface StiffSolution {
  readonly times: readonly number[];
  /** The states at each time. */
  readonly states: readonly Float64Array[];
  readonly steps: number;
  readonly rejected: number;
  /** The step that would come next. */
  readonly next: number;
}

/**
 * Integrates a stiff system from `from` to `to` by RODAS with error control: the estimated error of each step is below
 * absolute + relative · |y| in the root mean square. States between steps are those of its dense output.
 *
 * Throws a Fault that names time and state if the steps become too small.
 */
export async function solveStiff(
  system: OdeSystem,
  {
    from,
    to,
    start,
    relative = 1e-6,
    absolute = 1e-9,
    at = [to],
    breaks = [],
    mostSteps = 100_000,
    first,
  }: StiffOptions,
  work: Work = uninterrupted,
): Promise<StiffSolution> {
  const n = system.size;
  const allowed = (i: number) => (typeof absolute === "number" ? absolute : absolute[i]!);
  const ends = [...new Set([...breaks.filter((time) => time > from && time < to), to])].sort((a, b) => a - b);
  const states: Float64Array[] = [];
  let y = Float64Array.from(start);
  let t = from;
  let [steps, rejected, wanted] = [0, 0, 0];
  const take = (until: number, state: (time: number) => Float64Array) => {
    while (wanted < at.length && at[wanted]! <= until) states.push(state(at[wanted++]!));
  };
  take(from, () => y.slice());
  let h = 0;
  for (const [piece, end] of ends.entries()) {
    let here = checked(linearise(system, t, y, piece));
    // After a jump the old step says nothing.
    h = Math.min(end - t, piece === 0 && first !== undefined ? first : firstStep(here.f));
    let grows = true;
    while (t < end) {
      const rest = end - t;
      // A last step that is a little longer beats a tiny one after it.
      const isLast = h >= rest * (1 - 1e-10);
      const size = isLast ? rest : Math.min(h, rest);
      if (!(size > 16 * Number.EPSILON * Math.max(Math.abs(t), Math.abs(end - from) * 1e-12))) throw stuck();
      if (steps + rejected >= mostSteps)
        throw new Fault(texts.tooMany({ count: mostSteps, t: t.toPrecision(6), end: to }));
      const tried = await attempt(size, here, piece);
      const norm = tried ? errorOf(tried) : Number.POSITIVE_INFINITY;
      const factor = Number.isFinite(norm) ? Math.min(GROW, Math.max(SHRINK, SAFETY * norm ** -0.25)) : SHRINK;
      if (tried && norm <= 1) {
        const [before, reached] = [t, isLast ? end : t + size];
        take(reached, (time) => (time === reached ? tried.y.slice() : tried.at((time - before) / size)));
        t = reached;
        y = Float64Array.from(tried.y);
        steps++;
        h = grows ? size * factor : Math.min(size, size * factor);
        grows = true;
        if (t < end) here = checked(linearise(system, t, y, piece));
        work.progress((t - from) / (to - from), working.integrating());
        await work.pause();
      } else {
        rejected++;
        h = size * Math.min(1, factor);
        grows = false;
      }
    }
  }
  return { times: at.slice(0, states.length), states, steps, rejected, next: h };

  async function attempt(size: number, here: Linearised, piece: number): Promise<Rodas4Step | null> {
    try {
      const tried = await rodas4Step(system, t, y, size, here, work, piece);
      return tried.y.every(Number.isFinite) ? tried : null;
    } catch (error) {
      if (error instanceof SingularMatrixError) return null;
      throw error;
    }
  }

  function errorOf({ y: next, error }: Rodas4Step): number {
    let sum = 0;
    for (let i = 0; i < n; i++)
      sum += (error[i]! / (allowed(i) + relative * Math.max(Math.abs(y[i]!), Math.abs(next[i]!)))) ** 2;
    return Math.sqrt(sum / n);
  }

  /** A step in which the states change by a hundredth of what is allowed to be seen of them (Hairer, Nørsett, Wanner I, II.4). */
  function firstStep(f: Float64Array): number {
    let [size, change] = [0, 0];
    for (let i = 0; i < n; i++) {
      const scale = allowed(i) + relative * Math.abs(y[i]!);
      size += (y[i]! / scale) ** 2;
      change += (f[i]! / scale) ** 2;
    }
    return size > 1e-10 && change > 1e-10 ? 0.01 * Math.sqrt(size / change) : 1e-6 * (to - from);
  }

  function checked<Here extends { readonly f: Float64Array }>(here: Here): Here {
    const wrong = here.f.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0)
      throw new Fault(texts.notFinite({ state: wrong + 1, value: String(here.f[wrong]), t: t.toPrecision(6) }));
    return here;
  }

  function stuck(): Fault {
    const state = Array.from(y, (value) => value.toPrecision(4)).join(", ");
    return new Fault(texts.stuck({ t: t.toPrecision(8), h: h.toPrecision(2), state }));
  }
}
