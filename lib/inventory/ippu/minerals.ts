import { equation, type Given, Steps, type TierResult } from "../equation.ts";

/** Equations of the mineral industry: IPCC 2006 Guidelines, Vol 3 Ch 2. */

export const cementTier1 = equation(
  "V3 Eq 2.1",
  "CO2 of cement by its clinker, Tier 1",
  "E",
  "t CO2",
  {
    clinker: "t | clinker in the cement that was produced",
    Im: "t | clinker imported",
    Ex: "t | clinker exported",
    EF: "t CO2/t | factor of clinker",
  },
  ({ clinker, Im, Ex, EF }) => (clinker - Im + Ex) * EF,
);

export const clinkerOfCement = equation(
  "V3 Eq 2.1 (Ccl)",
  "Clinker in cement",
  "clinker",
  "t",
  { M: "t | cement produced", C: "1 | clinker fraction | fraction" },
  ({ M, C }) => M * C,
);

export const cementTier2 = equation(
  "V3 Eq 2.2",
  "CO2 of clinker, Tier 2",
  "E",
  "t CO2",
  { Mcl: "t | clinker produced", EFcl: "t CO2/t | factor of clinker", CFckd: "1 | correction for kiln dust" },
  ({ Mcl, EFcl, CFckd }) => Mcl * EFcl * CFckd,
);

/** 44.01/56.08 is the CO2 that left with each CaO; 65 % CaO gives 0.51. */
export const clinkerFactor = equation(
  "V3 Eq 2.4",
  "Factor of clinker from its lime",
  "EFcl",
  "t CO2/t",
  { CaO: "1 | CaO of clinker that came from carbonates | fraction" },
  ({ CaO }) => (CaO * 44.01) / 56.08,
);

export const kilnDustCorrection = equation(
  "V3 Eq 2.5",
  "Correction for kiln dust that does not return",
  "CFckd",
  "1",
  {
    Md: "t | dust that left the kiln",
    Mcl: "t | clinker produced",
    Cd: "1 | carbonate fraction of the dust | fraction",
    Fd: "1 | calcination of the dust | fraction",
    EFc: "t CO2/t | factor of the carbonate",
    EFcl: "t CO2/t | factor of clinker",
  },
  ({ Md, Mcl, Cd, Fd, EFc, EFcl }) => 1 + ((Md / Mcl) * Cd * Fd * EFc) / EFcl,
);

export const carbonateCalcination = equation(
  "V3 Eq 2.3",
  "CO2 of a carbonate that is calcined, Tier 3",
  "E",
  "t CO2",
  { M: "t | carbonate", EF: "t CO2/t | factor of the carbonate", F: "1 | calcination achieved | fraction" },
  ({ M, EF, F }) => M * EF * F,
);

export const limeTier2 = equation(
  "V3 Eq 2.6",
  "CO2 of lime of one type, Tier 2",
  "E",
  "t CO2",
  {
    M: "t | lime produced",
    EF: "t CO2/t | factor of the type",
    CFlkd: "1 | correction for kiln dust",
    Ch: "1 | correction for hydrated lime | fraction",
  },
  ({ M, EF, CFlkd, Ch }) => M * EF * CFlkd * Ch,
);

/** Default mix of the guidelines: 85 % high-calcium, 15 % dolomitic: 0.85 × 0.75 + 0.15 × 0.77. */
export const limeDefaultFactor = equation(
  "V3 Eq 2.8",
  "Default factor of lime",
  "EF",
  "t CO2/t",
  { EFcalcium: "t CO2/t | factor of high-calcium lime", EFdolomitic: "t CO2/t | factor of dolomitic lime" },
  ({ EFcalcium, EFdolomitic }) => 0.85 * EFcalcium + 0.15 * EFdolomitic,
);

export const limeFactor = equation(
  "V3 Eq 2.9",
  "Factor of lime from stoichiometry and content",
  "EF",
  "t CO2/t",
  { SR: "t CO2/t | CO2 a CaO or CaO·MgO", C: "1 | CaO or CaO·MgO content | fraction" },
  ({ SR, C }) => SR * C,
);

export const glassTier1 = equation(
  "V3 Eq 2.10",
  "CO2 of glass, Tier 1",
  "E",
  "t CO2",
  { Mg: "t | glass produced", EF: "t CO2/t | factor of glass", CR: "1 | cullet ratio | fraction" },
  ({ Mg, EF, CR }) => Mg * EF * (1 - CR),
);

export const otherCarbonates = equation(
  "V3 Eq 2.14",
  "CO2 of other uses of carbonates, Tier 1",
  "E",
  "t CO2",
  { Mc: "t | carbonate consumed", EFls: "t CO2/t | factor of limestone", EFd: "t CO2/t | factor of dolomite" },
  ({ Mc, EFls, EFd }) => Mc * (0.85 * EFls + 0.15 * EFd),
);

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
      /** CaO of the clinker from carbonates; 0.65 if left out. */
      readonly limeContent?: Given;
      /** Dust that left the kiln; without it the correction is 1.02. */
      readonly dust?: { readonly mass: Given; readonly carbonate: Given; readonly calcination: Given };
    };

/** CO2 of cement. Vol 3 Eq 2.1, 2.2, 2.4, 2.5. */
export function cement(works: Cement): TierResult {
  const steps = new Steps();
  if (works.tier === 1) {
    const clinker = steps.take(clinkerOfCement, { M: works.cement, C: works.clinkerFraction });
    // The default factor of Eq 2.4 holds the correction for dust: 0.51 × 1.02.
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
  const total = steps.sum(parts, "t CO2", { symbol: "E", equation: "V3 Eq 2.6", title: "CO2 of lime" });
  return { emissions: [total], steps: steps.list };
}
