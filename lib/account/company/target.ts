import type { Message, Sentence } from "../../message/message.ts";
import type { Candidate } from "../account-shapes.ts";

/** An activity of a company inventory that a line can stand for, as a row of it names it. */
export interface Target {
  /** `1|1.A.2|Gas/Diesel Oil`, `2|electricity`, `3|6|Hotel stay · UK`, `3|1|541110`: scope, category, activity. */
  readonly id: string;
  readonly scope: "1" | "2" | "3" | "outside";
  readonly category: string;
  readonly activity: string;
  readonly technology: string | null;
  readonly label: Sentence;
  /** Of factors by unit, the units that amounts may have; null if the unit is that of the activity itself. */
  readonly units: readonly string[];
  readonly factor: number | null;
  readonly factorUnit: string | null;
  readonly source: Sentence;
  readonly year: number | null;
  readonly place: string | null;
  /** Whether CO2 of living matter is burnt. */
  readonly isBiogenic: boolean;
}

export function candidateOf({ id, label, factor, factorUnit, source, year, place }: Target): Candidate {
  return { id, to: label, factor, factorUnit, source, year, place };
}

/** How amounts of a line become those of a row of the inventory: times `factor`, and times the distance where `byDistance`. */
export interface Conversion {
  /** Unit of the row. */
  readonly unit: string;
  /** Null if the amount stays as it is. */
  readonly factor: number | null;
  readonly byDistance: boolean;
  readonly how: readonly Message[];
}
