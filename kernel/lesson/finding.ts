import type { Sentence } from "../../lib/message/message.ts";
import type { AnswerKind } from "./figures.ts";
import type { Ratio } from "./ratio.ts";

/** What a check found. Words are put to it where it is shown. */
export type Finding = { readonly right: true; readonly praise?: string } | ({ readonly right: false } & Fault);

export type Fault =
  /** The author foresaw it. */
  | { readonly kind: "said"; readonly reply: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "not-finite" }
  | { readonly kind: "type"; readonly wanted: AnswerKind; readonly got: AnswerKind }
  /** An amount in a unit that does not convert; `why` is the library's sentence. */
  | { readonly kind: "unit"; readonly wanted: string; readonly got: string; readonly why: Sentence }
  | { readonly kind: "shape"; readonly wanted: string; readonly got: string }
  | { readonly kind: "names"; readonly missing: string }
  | { readonly kind: "transposed" }
  | { readonly kind: "order" }
  | { readonly kind: "sign" }
  | { readonly kind: "reciprocal" }
  | { readonly kind: "complement" }
  | ({ readonly kind: "ratio" } & Ratio)
  /** By `off`, relative. */
  | { readonly kind: "close"; readonly off: number }
  /** By the factor `times`, from 1. */
  | { readonly kind: "far"; readonly above: boolean; readonly times: number }
  /** Of several figures some are wrong: the first, and how many. */
  | { readonly kind: "entry"; readonly at: string; readonly got: number; readonly wrong: number; readonly of: number }
  | { readonly kind: "text" }
  | { readonly kind: "case"; readonly call: string; readonly got: string; readonly fault: Fault }
  | { readonly kind: "threw"; readonly call: string; readonly message: Sentence };
