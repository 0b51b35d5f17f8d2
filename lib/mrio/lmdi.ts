import { messages } from "../message/message.ts";
import { TableError } from "./table.ts";

const texts = messages("mrio", {
  before: { en: "before", zh: "前一期" },
  after: { en: "after", zh: "后一期" },
  lengthOfFactor: {
    en: 'Factor "{factor}" has {count} values {year}, but {needed} are needed.',
    zh: "因素“{factor}”{year}有 {count} 个值，应为 {needed} 个。",
  },
  negativeFactor: {
    en: 'Factor "{factor}" is {value} in category {category} {year}; LMDI needs values of 0 or more.',
    zh: "因素“{factor}”{year}在第 {category} 类中为 {value}；LMDI 要求值不小于 0。",
  },
});

/** An index decomposition by logarithmic mean Divisia index. */
export interface LmdiResult {
  readonly factors: readonly string[];
  /** Additive effects, in the unit of the aggregate; they add up to `change`. */
  readonly additive: Float64Array;
  readonly change: number;
  /** Multiplicative effects; their product is `ratio`. */
  readonly multiplicative: Float64Array;
  readonly ratio: number;
  /** change − Σ additive: rounding. */
  readonly residual: number;
}

/** Replaces a factor that is zero in one of the two years. Ang & Liu (2007), doi:10.1016/j.enpol.2005.11.001. */
const SMALL = 1e-100;

/**
 * The logarithmic mean L(a, b) = (a − b) / (ln a − ln b), L(a, a) = a, L(a, 0) = 0.
 * Near a = b the quotient loses digits, so a series in ln(a/b) is used.
 */
export function logarithmicMean(a: number, b: number): number {
  if (a === b) return a;
  if (a <= 0 || b <= 0) return 0;
  const u = Math.log(a / b);
  if (Math.abs(u) < 1e-3) return Math.sqrt(a * b) * (1 + (u * u) / 24 + u ** 4 / 1920);
  return (a - b) / u;
}

/**
 * LMDI-I of V = Σ_i Π_f x_f,i between two years, additive and multiplicative:
 *
 *     ΔV_f = Σ_i L(V_i¹, V_i⁰) ln(x_f,i¹ / x_f,i⁰),   D_f = exp(ΔV_f / L(V¹, V⁰))
 *
 * Perfect in decomposition, and consistent in aggregation. A zero is replaced by 10⁻¹⁰⁰ (Ang & Liu 2007).
 * Ang (2005), doi:10.1016/j.enpol.2003.10.010; Ang (2015), doi:10.1016/j.enpol.2015.07.007.
 * Throws TableError on a negative factor, which has no logarithm.
 *
 * @param before one vector per factor, all of one length (the sub-categories i); a factor common to all has the same
 *   number throughout. @param after the same for the later year.
 */
export function lmdi(
  factors: readonly string[],
  before: readonly ArrayLike<number>[],
  after: readonly ArrayLike<number>[],
): LmdiResult {
  const size = before[0]?.length ?? 0;
  factors.forEach((factor, f) => {
    for (const [year, values] of [[texts.before(), before[f]] as const, [texts.after(), after[f]] as const]) {
      if (values?.length !== size) {
        throw new TableError(
          "factors",
          texts.lengthOfFactor({ factor, count: values?.length ?? 0, year, needed: size }),
        );
      }
      for (let i = 0; i < size; i++) {
        if (!(values[i]! >= 0)) {
          throw new TableError("factors", texts.negativeFactor({ factor, value: values[i], category: i, year }));
        }
      }
    }
  });
  const additive = new Float64Array(factors.length);
  let old = 0;
  let now = 0;
  for (let i = 0; i < size; i++) {
    const v0 = product(before, i);
    const v1 = product(after, i);
    old += v0;
    now += v1;
    const ratios = factors.map((_, f) => Math.log(after[f]![i]! || SMALL) - Math.log(before[f]![i]! || SMALL));
    // With a zero among the factors, ln V is the sum of the factors' logarithms, so that effects add up.
    const logarithm = ratios.reduce((sum, ratio) => sum + ratio, 0);
    const weight = v0 > 0 && v1 > 0 ? logarithmicMean(v1, v0) : logarithm === 0 ? 0 : (v1 - v0) / logarithm;
    ratios.forEach((ratio, f) => {
      additive[f]! += weight * ratio;
    });
  }
  const mean = logarithmicMean(now, old);
  return {
    factors,
    additive,
    change: now - old,
    multiplicative: additive.map((effect) => Math.exp(mean === 0 ? 0 : effect / mean)),
    ratio: now / old,
    residual: now - old - additive.reduce((sum, effect) => sum + effect, 0),
  };
}

function product(factors: readonly ArrayLike<number>[], i: number): number {
  return factors.reduce((value, factor) => value * factor[i]!, 1);
}
