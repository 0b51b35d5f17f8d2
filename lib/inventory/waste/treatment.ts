import { converts, unitFactor } from "../../quantity/quantity.ts";
import { isDry } from "../../quantity/substance.ts";
import { makeUnit, parseUnit } from "../../quantity/unit.ts";
import {
  biologicalCh4,
  biologicalN2o,
  burntTotal,
  incinerationBiogenicCo2,
  incinerationCh4,
  incinerationCo2,
  incinerationDryCh4,
  incinerationDryN2o,
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

/** Whether a factor is of dry matter; a number without a unit is in that of the equation, of wet waste. */
function isByDry(factor: Given): boolean {
  return typeof factor === "object" && parseUnit(factor.unit).terms.some(({ substance }) => isDry(substance));
}

/** A fraction as a number; what does not convert stays for the equation, which names it. */
function fractionOf(given: Given): Given {
  return typeof given === "object" && converts(given.unit, "1") ? given.value * unitFactor(given.unit, "1") : given;
}

/** The same quantity without the words of dryness in its unit. */
function plain(given: Given): Given {
  if (typeof given === "number") return given;
  const { terms, multiplier } = parseUnit(given.unit);
  const wet = terms.map(({ substance, ...term }) => (substance && !isDry(substance) ? { ...term, substance } : term));
  return { value: given.value, unit: makeUnit(wet, multiplier).text };
}

/** A factor by dry matter, whatever it calls it, in the words of the equation. */
function ofDryWaste(factor: Given, gas: string): Given {
  const bare = plain(factor);
  return typeof bare === "object" && converts(bare.unit, `kg ${gas}/Gg`)
    ? bare.value * unitFactor(bare.unit, `kg ${gas}/Gg`)
    : factor;
}

/**
 * CO2 (fossil), CH4, N2O and biogenic CO2 of incineration or open burning by kind of waste. Vol 5 Eq 5.2, 5.4, 5.5. A factor by dry
 * waste, as that of N2O of open burning, takes the dry matter content with it.
 */
export function incineration(burn: {
  readonly wastes: readonly BurntWaste[];
  readonly OF: Given;
  readonly CH4: Given;
  readonly N2O: Given;
}): TierResult {
  const steps = new Steps();
  const parts = burn.wastes.map(({ waste: label, mass, dm, CF, FCF }) => {
    const of = { SW: mass, dm, CF, FCF, OF: burn.OF };
    const wet = { IW: mass, dm: fractionOf(dm) };
    return {
      fossil: steps.take(incinerationCo2, of, { label }),
      biogenic: steps.take(incinerationBiogenicCo2, of, { label }),
      ch4: isByDry(burn.CH4)
        ? steps.take(incinerationDryCh4, { ...wet, EF: ofDryWaste(burn.CH4, "CH4") }, { label })
        : steps.take(incinerationCh4, { IW: mass, EF: burn.CH4 }, { label }),
      n2o: isByDry(burn.N2O)
        ? steps.take(incinerationDryN2o, { ...wet, EF: ofDryWaste(burn.N2O, "N2O") }, { label })
        : steps.take(incinerationN2o, { IW: mass, EF: burn.N2O }, { label }),
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
  const parts = kinds.map(({ treatment: label, mass, CH4, N2O, recovered: R = 0 }) => {
    const on = (factor: Given) =>
      (isByDry(mass) && isByDry(factor) ? [mass, factor].map(plain) : [mass, factor]) as [Given, Given];
    const [[M, ch4], [mn, n2o]] = [on(CH4), on(N2O)];
    return {
      ch4: steps.take(biologicalCh4, { M, EF: ch4, R }, { label }),
      n2o: steps.take(biologicalN2o, { M: mn, EF: n2o }, { label }),
    };
  });
  const sum = (name: "ch4" | "n2o", gas: string, number: string) =>
    steps.sum(
      parts.map((part) => part[name]),
      `Gg ${gas}`,
      { ...treatedTotal, id: number },
      { label: gas },
    );
  return { emissions: [sum("ch4", "CH4", "V5 Eq 4.1"), sum("n2o", "N2O", "V5 Eq 4.2")], steps: steps.list };
}
