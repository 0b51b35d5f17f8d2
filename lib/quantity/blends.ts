/**
 * Refrigerant blends as mass fractions of their components, after ASHRAE Standard 34. HC-600, HC-600a and HC-290 are butane,
 * isobutane and propane. Written as `blend: component share, …`, shares in per cent.
 */
const compositions = `
HFC404A: HFC125 44, HFC143a 52, HFC134a 4
HFC407A: HFC32 20, HFC125 40, HFC134a 40
HFC407B: HFC32 10, HFC125 70, HFC134a 20
HFC407C: HFC32 23, HFC125 25, HFC134a 52
HFC407D: HFC32 15, HFC125 15, HFC134a 70
HFC407E: HFC32 25, HFC125 15, HFC134a 60
HFC407F: HFC32 30, HFC125 30, HFC134a 40
HFC410A: HFC32 50, HFC125 50
HFC410B: HFC32 45, HFC125 55
HFC421A: HFC125 58, HFC134a 42
HFC421B: HFC125 85, HFC134a 15
HFC423A: HFC134a 52.5, HFC227ea 47.5
HFC427A: HFC32 15, HFC125 25, HFC143a 10, HFC134a 50
HFC507A: HFC125 50, HFC143a 50
HFC508A: HFC23 39, C2F6 61
HFC508B: HFC23 46, C2F6 54
HFC452B: HFC32 67, HFC125 7, HFO1234yf 26
HFC454B: HFC32 68.9, HFO1234yf 31.1
HFC513A: HFO1234yf 56, HFC134a 44
HCFC401A: HCFC22 53, HFC152a 13, HCFC124 34
HCFC408A: HFC125 7, HFC143a 46, HCFC22 47
HCFC409A: HCFC22 60, HCFC124 25, HCFC142b 15
HCFC502: HCFC22 48.8, CFC115 51.2
CFC500: CFC12 73.8, HFC152a 26.2
`;

export interface Component {
  readonly gas: string;
  /** Mass fraction, between 0 and 1. */
  readonly share: number;
}

/** Refrigerant blends by name, e.g. `HFC410A`; "R-410A" and "HFC-410A" are the same. */
export const blends: ReadonlyMap<string, readonly Component[]> = new Map(
  compositions
    .trim()
    .split("\n")
    .map((line) => {
      const [name, parts] = line.split(": ") as [string, string];
      return [
        name,
        parts.split(", ").map((part) => {
          const [gas, percent] = part.split(" ") as [string, string];
          return { gas, share: Number(percent) / 100 };
        }),
      ];
    }),
);
