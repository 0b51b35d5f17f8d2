import {
  biologicalCh4,
  biologicalN2o,
  burntTotal,
  incinerationBiogenicCo2,
  incinerationCh4,
  incinerationCo2,
  incinerationN2o,
  treatedTotal,
} from "../equations/treatment.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** Biological treatment (IPCC 2006 Guidelines, Vol 5 Ch 4), incineration and open burning (Ch 5). */

/** A kind of waste that is burnt. */
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
      { ...burntTotal, id: number },
      { label: gas },
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
      { ...treatedTotal, id: number },
      { label: gas },
    );
  return { emissions: [sum("ch4", "CH4", "V5 Eq 4.1"), sum("n2o", "N2O", "V5 Eq 4.2")], steps: steps.list };
}
