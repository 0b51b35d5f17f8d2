import type { Concordance, ConcordanceRow } from "./concordance.ts";

/**
 * The 35 sectors of WIOD 2013 (NACE Rev. 1.1), each with the industries of the 56 of NACE Rev. 2 that belong to it entirely.
 */
const whole = `
c1 A01 A02 A03
c2 B
c3 C10-C12
c6 C16
c7 C17 C18 J58
c8 C19
c9 C20 C21
c10 C22
c11 C23
c12 C24 C25
c13 C28 C33
c14 C26 C27
c15 C29 C30
c16 C31_C32
c17 D35 E36
c18 F
c19 G45
c20 G46
c21 G47
c22 I
c23 H49
c24 H50
c25 H51
c26 H52
c27 H53 J61
c28 K64 K65 K66
c29 L68
c30 J62_J63 M69_M70 M71 M72 M73 M74_M75 N
c31 O84
c32 P85
c33 Q
c34 E37-E39 J59_J60 R_S U
c35 T
`;

/**
 * From the 56 industries of NACE Rev. 2 to the 35 of WIOD 2013: a modelling choice, because the two do not nest. Only
 * textiles and leather (C13-C15) are split, by the gross output of c4 and c5 of the same region and year.
 *
 * @param output gross output of c4 and of c5, in one unit; equal halves if both are 0.
 */
export function nace56ToWiod35(output: { readonly c4: number; readonly c5: number }): Concordance {
  const sum = output.c4 + output.c5;
  const share = sum > 0 ? output.c4 / sum : 0.5;
  const rows: ConcordanceRow[] = whole
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [to, ...from] = line.split(" ") as [string, ...string[]];
      return from.map((code) => ({ from: code, to, share: 1 }));
    });
  rows.push({ from: "C13-C15", to: "c4", share }, { from: "C13-C15", to: "c5", share: 1 - share });
  return { name: "NACE Rev. 2 (56) to WIOD 2013 (35)", rows };
}
