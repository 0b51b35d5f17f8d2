import { z } from "zod";
import { type Message, messages, type Sentence } from "../message/message.ts";
import type { ResultOf } from "../tool/shape.ts";
import { PanoramaError, requireFinite } from "./account.ts";

const texts = messages("panorama", {
  noEffect: { en: "No effect was chosen.", zh: "没有选择任何影响。" },
  notAlone: {
    en: "No figure has only {missing} in it, so the joint effect is not known: the steps only lead from one figure to another, as any steps between two figures do, and explain nothing.",
    zh: "没有哪项数据单独含有 {missing}，因此这些影响的共同作用未知：它们只是从一项数据走到另一项，任何两项数据之间的步骤都能如此，并不说明任何问题。",
  },
  either: { en: "{first} or {next}", zh: "{first} 或 {next}" },
  notTogether: {
    en: "No figure has all of these effects in it, so their joint effect and the remainder are not known.",
    zh: "没有哪项数据同时含有所有这些影响，因此它们的共同作用未知，剩余差额也无从得知。",
  },
  mayBeIn: {
    en: "Each of these effects may be in the other figure. Coming near to it would not show that they are: other effects may come as near.",
    zh: "每项影响都可能包含在另一项数据中。即使接近该数据也不说明确实如此：其他影响也可能同样接近。",
  },

  tooManyEffects: {
    en: "effects has {count} entries; at most {most} can be put in order.",
    zh: "effects 有 {count} 项；最多只能排列 {most} 项。",
  },
  effectTwice: {
    en: 'effects names "{name}" twice.',
    zh: "effects 中“{name}”出现了两次。",
  },
  figureNotFinite: {
    en: "figures[{at}] is {value}; expected a finite number.",
    zh: "figures[{at}] 应为有限的数，实际为{value}。",
  },
});

/** Possible effects between two figures. */
export interface PossibleEffect {
  readonly effect: string;
  readonly source: string;
  readonly method: string;
}

/** A figure with some of the effects; the others are as in the first figure. */
export const figureWithShape = z.object({
  effects: z.array(z.string()).min(1).describe("The effects that are in this figure; the others are as in `from`."),
  value: z.number(),
});
export type FigureWith = ResultOf<typeof figureWithShape>;

/** One effect, in the unit of the figures. Null if no figure determines it. */
export interface EffectInOrder extends PossibleEffect {
  /** Its increment after those before it. */
  readonly value: number | null;
  /** Its increment to the first figure alone. */
  readonly alone: number | null;
  /** Lowest and highest over all orders of the effects. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The path from one figure towards another by possible effects, in the given order. */
export interface OrderedEffects {
  readonly from: number;
  readonly to: number;
  readonly effects: readonly EffectInOrder[];
  /** The joint effect beyond the sum of the single effects. Null if a figure for it is missing. */
  readonly interaction: number | null;
  /** The figure with all effects. */
  readonly reached: number | null;
  /** `to − reached`; null if the interaction is unknown: the effects are then not a sum, only a path between figures. */
  readonly unexplained: number | null;
  /** |unexplained| over |to − from|; null if that is null, or if the two agree. */
  readonly unexplainedShare: number | null;
  /** A note on the interpretation and its limits. */
  readonly reading: Message;
}

/** 2^m figures are looked up. */
const MOST = 10;

/**
 * Effects between two figures, measured by figures with some of them. In the given order their values add up to the
 * figure with all of them; single effects add up to less or more, and `interaction` is the difference. Steps from one
 * figure to the next add up for any effects, so a step whose single effect was not measured explains nothing: then
 * `unexplained` is not given. Throws PanoramaError for an unknown or repeated effect and for a value that is not a number.
 *
 * After the decomposition of differences by orders: Dietzenbacher & Los (1998), doi:10.1080/09535319800000023.
 *
 * @param figures at most one for each set of effects; that of the empty set is `from`.
 */
export function effectsInOrder(
  from: number,
  to: number,
  effects: readonly PossibleEffect[],
  figures: readonly FigureWith[],
): OrderedEffects {
  const names = effects.map(({ effect }) => effect);
  if (names.length > MOST)
    throw new PanoramaError("effects", texts.tooManyEffects({ count: names.length, most: MOST }));
  names.forEach((name, e) => {
    if (names.indexOf(name) !== e) throw new PanoramaError(`effects[${e}]`, texts.effectTwice({ name }));
  });
  requireFinite("from", from);
  requireFinite("to", to);
  const known = new Map<number, number>([[0, from]]);
  figures.forEach(({ effects: included, value }, f) => {
    if (!Number.isFinite(value)) throw new PanoramaError(`figures[${f}]`, texts.figureNotFinite({ at: f, value }));
    const places = included.map((name) => names.indexOf(name));
    // A figure with an effect that was not chosen is ignored.
    if (places.includes(-1)) return;
    known.set(
      places.reduce((state, place) => state | (1 << place), 0),
      value,
    );
  });
  const all = 2 ** names.length - 1;
  const step = (before: number, e: number) => difference(known.get(before | (1 << e)), known.get(before));
  const inOrder = effects.map((effect, e): EffectInOrder => {
    const others = Array.from({ length: all + 1 }, (_, state) => state).filter((state) => !(state & (1 << e)));
    const steps = others.map((state) => step(state, e));
    const measured = steps.filter((value) => value !== null);
    const isWhole = measured.length === steps.length;
    return {
      ...effect,
      value: step((1 << e) - 1, e),
      alone: step(0, e),
      low: isWhole ? Math.min(...measured) : null,
      high: isWhole ? Math.max(...measured) : null,
    };
  });
  const reached = known.get(all) ?? null;
  const missing = inOrder.filter(({ alone }) => alone === null).map(({ effect }) => effect);
  const isMeasured = reached !== null && missing.length === 0;
  const sum = inOrder.reduce((total, { alone }) => total + (alone ?? 0), 0);
  const unexplained = isMeasured ? to - reached : null;
  return {
    from,
    to,
    effects: inOrder,
    interaction: isMeasured ? reached - from - sum : null,
    reached,
    unexplained,
    unexplainedShare: unexplained === null || to === from ? null : Math.abs(unexplained / (to - from)),
    reading: readingOf(effects.length, missing, reached),
  };
}

function difference(after: number | undefined, before: number | undefined): number | null {
  return after === undefined || before === undefined ? null : after - before;
}

function readingOf(count: number, missing: readonly string[], reached: number | null): Message {
  if (count === 0) return texts.noEffect();
  if (missing.length > 0)
    return texts.notAlone({
      missing: missing.reduce<Sentence>((first, next) => (first === "" ? next : texts.either({ first, next })), ""),
    });
  return reached === null ? texts.notTogether() : texts.mayBeIn();
}
