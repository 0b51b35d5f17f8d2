import type { Factor } from "../../lib/factors/factor.ts";

/** The evidence for the value and the bounds of a factor, with caveats. */
export type Checks = Pick<Factor, "valueStatus" | "valueRead" | "boundsStatus" | "boundsRead" | "note">;

const amee =
  "AMEE datasets, mamhoff/datasets@b33b25ba (MIT), which mirror tools of the GHG Protocol and the guidelines";
const carbonTaxAct = "Carbon Tax Act of South Africa, Schedule 1 Table 3";

/** Phrases of the case files that describe a check, with the evidence each stands for. The first match counts. */
const copies: readonly (readonly [said: RegExp, read: string])[] = [
  [/^verified \(AMEE/, amee],
  [/^verified \(SA (Carbon Tax )?Act/, carbonTaxAct],
  [/^(default|1\.3) verified \(AMEE\)/, amee],
  [/^AMEE stores/, amee],
  [/^30\.2 verified in AMEE/, `computed: 30.2 GJ/t (${amee}) × 15.3 kg C/GJ × 44/12`],
  [/^exact stoichiometry/, `computed: 0.65 × 44.01/56.08; times 1.02 it is the 0.52 of the ${amee}`],
  [/^CO2-C verified against Nature Comms/, "Nature Communications s41467-025-65841-6, Table 2, divided by 44/12"],
  [/^CO2 default and 95% bounds verified/, "tradeimpact transcription, checked against the PDF of the guidelines"],
  [/^defaults cross-checked/, amee],
  [/^CO2, CO verified/, "Andreae & Merlet (2001) in a QFED-type table of emission factors of fires"],
];

/**
 * Reads the remark on a row of a case file. A value that none of the copies shows is from memory. A remark refers to bounds
 * only if it says "bounds verified".
 */
export function checksOf(remark: string, hasBounds: boolean): Checks {
  const [, read] = copies.find(([phrase]) => phrase.test(remark)) ?? [];
  const bounds = hasBounds && /bounds verified/.test(remark);
  return {
    valueStatus: read ? "transcription" : "memory",
    valueRead: read ?? null,
    boundsStatus: bounds ? "transcription" : hasBounds ? "memory" : null,
    boundsRead: bounds ? read! : null,
    note: null,
  };
}

/** Read in a copy that has the bounds too. */
export function transcribed(read: string, hasBounds: boolean): Checks {
  return {
    valueStatus: "transcription",
    valueRead: read,
    boundsStatus: hasBounds ? "transcription" : null,
    boundsRead: hasBounds ? read : null,
    note: null,
  };
}

export function fromMemory(hasBounds: boolean): Checks {
  return {
    valueStatus: "memory",
    valueRead: null,
    boundsStatus: hasBounds ? "memory" : null,
    boundsRead: null,
    note: null,
  };
}

export { amee };
