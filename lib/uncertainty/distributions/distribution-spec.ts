import { type Message, messages } from "../../message/message.ts";
import { naming, ofVariable, UncertaintyError } from "../uncertainty-error.ts";
import { beta, pert } from "./beta.ts";
import { discrete, empirical } from "./discrete.ts";
import { type Distribution, noted } from "./distribution.ts";
import { type FactorBounds, factorDistribution } from "./factor-bounds.ts";
import { type LognormalParameters, lognormal } from "./lognormal.ts";
import { type NormalParameters, normal } from "./normal.ts";
import { type PedigreeScores, pedigree } from "./pedigree.ts";
import { triangular } from "./triangular.ts";
import { truncated } from "./truncated.ts";
import { uniform } from "./uniform.ts";

const texts = messages("uncertainty", {
  noDistribution: {
    en: 'There is no distribution "{type}".',
    zh: "没有名为“{type}”的分布。",
  },
  belowZero: {
    en: "{percent} % of this normal distribution is below 0. If the quantity cannot be negative, use a lognormal distribution, or a truncated one with lo 0.",
    zh: "此正态分布有 {percent} % 小于 0。若该量不能为负，请用对数正态分布，或 lo 为 0 的截断分布。",
  },
});

/** A distribution as plain data, for JSON and notebooks. */
export type DistributionSpec =
  | ({ readonly type: "normal" } & NormalParameters)
  | ({ readonly type: "lognormal" } & LognormalParameters)
  | { readonly type: "triangular"; readonly lo: number; readonly mode: number; readonly hi: number }
  | { readonly type: "uniform"; readonly lo: number; readonly hi: number }
  | {
      readonly type: "beta";
      readonly alpha: number;
      readonly beta: number;
      readonly lo?: number | undefined;
      readonly hi?: number | undefined;
    }
  | {
      readonly type: "pert";
      readonly lo: number;
      readonly mode: number;
      readonly hi: number;
      readonly lambda?: number | undefined;
    }
  | { readonly type: "discrete"; readonly values: readonly number[]; readonly probabilities: readonly number[] }
  | { readonly type: "empirical"; readonly values: readonly number[] }
  | ({ readonly type: "factor" } & FactorBounds)
  | {
      readonly type: "pedigree";
      readonly median: number;
      readonly basic?: number | undefined;
      readonly scores: PedigreeScores;
    }
  | {
      readonly type: "truncated";
      readonly of: DistributionSpec;
      readonly lo?: number | undefined;
      readonly hi?: number | undefined;
    };

/** The distribution of plain data; the error of contradictory data begins with the variable's name. */
export function distributionOf(spec: DistributionSpec, variable: string): Distribution {
  const law = naming(variable, () => build(spec));
  // What is cut off by truncation, which builds on the same law, is told there.
  return spec.type === "normal" ? withSign(law) : law;
}

/** More of a normal law than its lower tail, as for ± 150 % of the mean, may be values that the quantity cannot have. */
const TAIL = 0.025;

function withSign(law: Distribution): Distribution {
  const below = law.cdf(0);
  return law.mean > 0 && below > TAIL ? noted(law, texts.belowZero({ percent: (100 * below).toPrecision(2) })) : law;
}

/** The note on a normal distribution with values that the quantity may not have. Contradictory data are for their tool to refuse. */
export function signNotes(spec: DistributionSpec, variable: string): Message[] {
  if (spec.type !== "normal") return [];
  try {
    return distributionOf(spec, variable).notes.map((note) => ofVariable(variable, note));
  } catch (error) {
    if (error instanceof UncertaintyError) return [];
    throw error;
  }
}

function build(spec: DistributionSpec): Distribution {
  switch (spec.type) {
    case "normal":
      return normal(spec);
    case "lognormal":
      return lognormal(spec);
    case "triangular":
      return triangular(spec);
    case "uniform":
      return uniform(spec);
    case "beta":
      return beta(spec);
    case "pert":
      return pert(spec);
    case "discrete":
      return discrete(spec);
    case "empirical":
      return empirical(spec);
    case "factor":
      return factorDistribution(spec);
    case "pedigree":
      return pedigree(spec);
    case "truncated":
      // A factor's bounds are published and apply to the truncated distribution.
      return spec.of.type === "factor" && canBeFitted(spec.of)
        ? factorDistribution(spec.of, spec)
        : truncated(build(spec.of), spec);
    default:
      throw new UncertaintyError("type", texts.noDistribution({ type: String((spec as { type: unknown }).type) }));
  }
}

/** Triangular and uniform distributions are bounded already, and so is the triangular one of a value that equals a bound. */
function canBeFitted({ law, value, lo, hi }: FactorBounds): boolean {
  return law !== "triangular" && law !== "uniform" && value !== lo && value !== hi;
}
