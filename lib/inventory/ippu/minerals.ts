import {
  cementTier1,
  cementTier2,
  clinkerFactor,
  clinkerOfCement,
  kilnDustCorrection,
  limeFactor,
  limeTier2,
  limeTotal,
} from "../equations/minerals.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** Cement and lime: IPCC 2006 Guidelines, Vol 3 Ch 2. */

/** A cement works: clinker as produced (Tier 2), or cement by its clinker fraction (Tier 1). */
export type Cement =
  | {
      readonly tier: 1;
      readonly cement: Given;
      readonly clinkerFraction: Given;
      readonly imports?: Given;
      readonly exports?: Given;
      readonly factor?: Given;
    }
  | {
      readonly tier: 2;
      readonly clinker: Given;
      /** CaO of the clinker from carbonates; default 0.65. */
      readonly limeContent?: Given;
      /** Cement kiln dust; without it the correction is 1.02. */
      readonly dust?: { readonly mass: Given; readonly carbonate: Given; readonly calcination: Given };
    };

/** CO2 of cement. Vol 3 Eq 2.1, 2.2, 2.4, 2.5. */
export function cement(works: Cement): TierResult {
  const steps = new Steps();
  if (works.tier === 1) {
    const clinker = steps.take(clinkerOfCement, { M: works.cement, C: works.clinkerFraction });
    // The default factor of Eq 2.4 includes the correction for dust: 0.51 × 1.02.
    const EF = works.factor ?? { value: 0.52, unit: "t CO2/t clinker" };
    const E = steps.take(cementTier1, { clinker, Im: works.imports ?? 0, Ex: works.exports ?? 0, EF });
    return { emissions: [E], steps: steps.list };
  }
  const EFcl = steps.take(clinkerFactor, { CaO: works.limeContent ?? 0.65 });
  const { clinker: Mcl, dust } = works;
  const CFckd = dust
    ? steps.take(kilnDustCorrection, {
        Md: dust.mass,
        Mcl,
        Cd: dust.carbonate,
        Fd: dust.calcination,
        EFc: { value: 0.43971, unit: "t CO2/t" },
        EFcl,
      })
    : 1.02;
  return { emissions: [steps.take(cementTier2, { Mcl, EFcl, CFckd })], steps: steps.list };
}

/** CO2 of lime of several types, Tier 2. Vol 3 Eq 2.6, 2.9. */
export function lime(
  types: readonly {
    readonly type: string;
    readonly mass: Given;
    readonly stoichiometry: Given;
    readonly content: Given;
    readonly dust?: number;
    readonly hydrated?: number;
  }[],
): TierResult {
  const steps = new Steps();
  const parts = types.map(({ type: label, mass, stoichiometry, content, dust = 1.02, hydrated = 1 }) => {
    const EF = steps.take(limeFactor, { SR: stoichiometry, C: content }, { label });
    return steps.take(limeTier2, { M: mass, EF, CFlkd: dust, Ch: hydrated }, { label });
  });
  const total = steps.sum(parts, "t CO2", limeTotal);
  return { emissions: [total], steps: steps.list };
}
