import type { Sentence } from "../../lib/message/message.ts";
import type { AnswerKind } from "./figures.ts";
import type { Ratio } from "./ratio.ts";

/** The result of a check. It is put into words where it is displayed. */
export type Finding = { readonly right: true; readonly praise?: string } | ({ readonly right: false } & Fault);

export type Fault =
  /** A mistake with a reply by the author. */
  | { readonly kind: "said"; readonly reply: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "not-finite" }
  | { readonly kind: "type"; readonly wanted: AnswerKind; readonly got: AnswerKind }
  /** An amount in a unit that cannot be converted; `why` is the library's sentence. */
  | { readonly kind: "unit"; readonly wanted: string; readonly got: string; readonly why: Sentence }
  | { readonly kind: "shape"; readonly wanted: string; readonly got: string }
  | { readonly kind: "names"; readonly missing: string }
  | { readonly kind: "transposed" }
  | { readonly kind: "order" }
  | { readonly kind: "sign" }
  | { readonly kind: "reciprocal" }
  | { readonly kind: "complement" }
  | ({ readonly kind: "ratio" } & Ratio)
  /** Wrong by the relative error `off`. */
  | { readonly kind: "close"; readonly off: number }
  /** Wrong by the factor `times` ≥ 1. */
  | { readonly kind: "far"; readonly above: boolean; readonly times: number }
  /** Some of several figures are wrong: the first one, and their number. */
  | { readonly kind: "entry"; readonly at: string; readonly got: number; readonly wrong: number; readonly of: number }
  | { readonly kind: "text" }
  | { readonly kind: "case"; readonly call: string; readonly got: string; readonly fault: Fault }
  | { readonly kind: "threw"; readonly call: string; readonly message: Sentence };
