import { BALANCE_TOLERANCE } from "../balance/mass-balance.ts";
import { type MassRole, massRoleOf } from "../balance/mass-role.ts";
import { factorBetween } from "../graph/unit-names.ts";
import type { Answers, AssessedLine } from "./assessment.ts";
import { numberOf, type Unit } from "./phase-draft.ts";

/** A bill of materials against the product that is made of it, in kg. */
export interface BillBalance {
  readonly bill: number;
  /** Undefined if it is not stated. */
  readonly product: number | undefined;
  /** What the reader says leaves as losses and waste; undefined if nothing is said. */
  readonly losses: number | undefined;
  /** Names of lines that have no mass: other units. Processing has none to have. */
  readonly unweighed: readonly string[];
  /**
   * - `closes`: product and losses are the bill, within `BALANCE_TOLERANCE`.
   * - `light`: the product weighs more than its bill.
   * - `heavy`: the bill weighs more than product and stated losses.
   * - `untested`: it weighs more than the product, and no losses are stated: what leaves is not known, so nothing is tested.
   * - `lossy`: product and losses weigh more than the bill, by the losses.
   * - `unknown`: the mass of the product is not stated.
   */
  readonly state: "closes" | "light" | "heavy" | "lossy" | "untested" | "unknown";
}

/** Sums of masses as written may differ in the last place. */
const ROUNDED = 1e-9;

/** The mass of the product is that of a functional unit that is a mass, or the answer `productMass`; losses are the answer `losses`. */
export function billBalance(lines: readonly AssessedLine[], { amount, unit }: Unit, answers: Answers): BillBalance {
  const { bill, unweighed } = billMass(lines.filter(({ stage }) => stage === "material"));
  const perUnit = factorBetween(unit, "kg");
  const product = numberOf(answers.productMass) ?? (perUnit === null ? undefined : amount * perUnit);
  const stated = numberOf(answers.losses);
  const losses = stated === undefined ? undefined : Math.max(0, stated);
  return { bill, product, losses, unweighed, state: stateOf(bill, product, losses) };
}

/** The mass of materials in kg, and the names of those whose unit is none of mass. Processing weighs nothing. */
export function billMass(materials: readonly Pick<AssessedLine, "name" | "called" | "amount" | "unit">[]) {
  // Many lines of a long bill are called the same.
  const roles = new Map<string, MassRole>();
  const roleOf = (called: string) => {
    const role = roles.get(called) ?? massRoleOf(called);
    roles.set(called, role);
    return role;
  };
  const goods = materials.filter(({ name, called = name }) => roleOf(called) === "goods");
  const weighed = goods.map(({ name, amount, unit }) => ({ name, amount, kg: factorBetween(unit, "kg") }));
  const bill = weighed.reduce((sum, { amount, kg }) => (kg === null ? sum : sum + amount * kg), 0);
  return { bill, unweighed: weighed.filter(({ kg }) => kg === null).map(({ name }) => name) };
}

function stateOf(bill: number, product: number | undefined, losses: number | undefined): BillBalance["state"] {
  if (product === undefined) return "unknown";
  if (product > bill * (1 + ROUNDED)) return "light";
  const excess = bill - product - (losses ?? 0);
  if (Math.abs(excess) <= BALANCE_TOLERANCE * bill) return "closes";
  if (losses === undefined) return "untested";
  return excess > 0 ? "heavy" : "lossy";
}
