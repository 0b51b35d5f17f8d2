import type { Distribution } from "../../uncertainty/distributions/distribution.ts";

/** A number with a law of its own: sign × a draw of the law, instead of `value`. */
export interface RandomNumber {
  readonly value: number;
  readonly law: Distribution;
  /** −1 where the law is that of the size of a negative number. */
  readonly sign: 1 | -1;
}

/** Numbers of one kind that follow each other in a list. */
export interface NumberPart {
  readonly kind: "lognormal" | "normal" | "quantile";
  /** Where it begins and ends in the list. */
  readonly start: number;
  end: number;
  /** Laws where draws need their quantiles. */
  readonly laws: Pick<RandomNumber, "law" | "sign">[];
}
