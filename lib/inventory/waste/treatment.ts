import { equation, type Given, Steps, type TierResult } from "../equation.ts";

/** Biological treatment (Vol 5 Ch 4), incineration and open burning (Ch 5). */

export const biologicalCh4 = equation(
  "V5 Eq 4.1",
  "CH4 of biological treatment",
  "E",
  "Gg CH4",
  { M: "Gg | waste treated", EF: "g CH4/kg | factor, by the same basis wet or dry", R: "Gg CH4 | recovered" },
  ({ M, EF, R }) => M * EF * 1e-3 - R,
);

export const biologicalN2o = equation(
  "V5 Eq 4.2",
  "N2O of biological treatment",
  "E",
  "Gg N2O",
  { M: "Gg | waste treated", EF: "g N2O/kg | factor, by the same basis wet or dry" },
  ({ M, EF }) => M * EF * 1e-3,
);

const burnt = {
  SW: "Gg | waste burnt, wet",
  dm: "1 | dry matter | fraction",
  CF: "1 | carbon of dry matter | fraction",
  FCF: "1 | fossil share of carbon | fraction",
  OF: "1 | oxidised | fraction",
} as const;

export const incinerationCo2 = equation(
  "V5 Eq 5.2",
  "Fossil CO2 of waste that is burnt",
  "E",
  "Gg CO2",
  burnt,
  ({ SW, dm, CF, FCF, OF }) => (SW * dm * CF * FCF * OF * 44) / 12,
);

export const incinerationBiogenicCo2 = equation(
  "V5 Eq 5.2 (biogenic)",
  "Biogenic CO2 of waste that is burnt, for information",
  "E_biogenic",
  "Gg CO2 biogenic",
  burnt,
  ({ SW, dm, CF, FCF, OF }) => (SW * dm * CF * (1 - FCF) * OF * 44) / 12,
);

export const liquidWasteCo2 = equation(
  "V5 Eq 5.3",
  "CO2 of fossil liquid waste",
  "E",
  "Gg CO2",
  { AL: "Gg | liquid waste", CL: "1 | carbon | fraction", OF: "1 | oxidised | fraction" },
  ({ AL, CL, OF }) => (AL * CL * OF * 44) / 12,
);

export const incinerationCh4 = equation(
  "V5 Eq 5.4",
  "CH4 of waste that is burnt",
  "E",
  "Gg CH4",
  { IW: "Gg | waste burnt, wet", EF: "kg CH4/Gg | factor" },
  ({ IW, EF }) => IW * EF * 1e-6,
);

export const incinerationN2o = equation(
  "V5 Eq 5.5",
  "N2O of waste that is burnt",
  "E",
  "Gg N2O",
  { IW: "Gg | waste burnt, wet", EF: "kg N2O/Gg | factor" },
  ({ IW, EF }) => IW * EF * 1e-6,
);

export const openlyBurnt = equation(
  "V5 Eq 5.7",
  "Waste that is burnt in the open",
  "MSW_B",
  "Gg",
  {
    P: "person | population",
    Pfrac: "1 | share of people who burn waste | fraction",
    MSWP: "kg/person/d | waste of a person",
    Bfrac: "1 | share of the waste that is burnt | fraction",
  },
  ({ P, Pfrac, MSWP, Bfrac }) => P * Pfrac * MSWP * Bfrac * 365 * 1e-6,
);

/** A kind of waste in what is burnt. */
export interface BurntWaste {
  readonly waste: string;
  readonly mass: Given;
  readonly dm: Given;
  readonly CF: Given;
  readonly FCF: Given;
}

/** CO2 (fossil), CH4, N2O and biogenic CO2 of incineration or open burning by kind of waste. Vol 5 Eq 5.2, 5.4, 5.5. */
export function incineration(burn: {
  readonly wastes: readonly BurntWaste[];
  readonly OF: Given;
  readonly CH4: Given;
  readonly N2O: Given;
}): TierResult {
  const steps = new Steps();
  const parts = burn.wastes.map(({ waste: label, mass, dm, CF, FCF }) => {
    const of = { SW: mass, dm, CF, FCF, OF: burn.OF };
    return {
      fossil: steps.take(incinerationCo2, of, { label }),
      biogenic: steps.take(incinerationBiogenicCo2, of, { label }),
      ch4: steps.take(incinerationCh4, { IW: mass, EF: burn.CH4 }, { label }),
      n2o: steps.take(incinerationN2o, { IW: mass, EF: burn.N2O }, { label }),
    };
  });
  const sum = (name: keyof (typeof parts)[number], gas: string, number: string) =>
    steps.sum(
      parts.map((part) => part[name]),
      `Gg ${gas}`,
      { symbol: "E", equation: number, title: "Of all kinds of waste", label: gas },
    );
  return {
    emissions: [
      sum("fossil", "CO2", "V5 Eq 5.2"),
      sum("ch4", "CH4", "V5 Eq 5.4"),
      sum("n2o", "N2O", "V5 Eq 5.5"),
      sum("biogenic", "CO2 biogenic", "V5 Eq 5.2 (biogenic)"),
    ],
    steps: steps.list,
  };
}

/** CH4 and N2O of composting and digestion. Vol 5 Eq 4.1, 4.2. */
export function biologicalTreatment(
  kinds: readonly {
    readonly treatment: string;
    readonly mass: Given;
    readonly CH4: Given;
    readonly N2O: Given;
    readonly recovered?: Given;
  }[],
): TierResult {
  const steps = new Steps();
  const parts = kinds.map(({ treatment: label, mass: M, CH4, N2O, recovered: R = 0 }) => ({
    ch4: steps.take(biologicalCh4, { M, EF: CH4, R }, { label }),
    n2o: steps.take(biologicalN2o, { M, EF: N2O }, { label }),
  }));
  const sum = (name: "ch4" | "n2o", gas: string, number: string) =>
    steps.sum(
      parts.map((part) => part[name]),
      `Gg ${gas}`,
      { symbol: "E", equation: number, title: "Of all treatments", label: gas },
    );
  return { emissions: [sum("ch4", "CH4", "V5 Eq 4.1"), sum("n2o", "N2O", "V5 Eq 4.2")], steps: steps.list };
}
