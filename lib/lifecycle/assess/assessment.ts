import type { Message, Sentence } from "../../message/message.ts";
import type { BillClass } from "./bill-match.ts";

/** The phases of ISO 14040, in their order. */
export const phaseNames = ["scope", "inventory", "impact", "interpretation"] as const;
export type PhaseName = (typeof phaseNames)[number];

/** A condition of a phase. One that `blocks` keeps the next phase closed until it passes; the others are for the review. */
export interface Gate {
  readonly name: string;
  readonly passed: boolean;
  readonly sentence: Message;
  readonly blocks: boolean;
}

/** What the assessment cannot know by itself. `answers[key]` answers it. */
export interface Ask {
  readonly key: string;
  readonly question: Message;
  readonly options: readonly { readonly value: string; readonly label: Sentence }[];
}

export interface Phase {
  readonly name: PhaseName;
  readonly status: "passed" | "open" | "closed";
  /** What the phase produces, as items for a report. */
  readonly artefact: readonly { readonly item: Message; readonly value: Sentence }[];
  readonly gates: readonly Gate[];
  readonly assumptions: readonly Message[];
  readonly asks: readonly Ask[];
}

/** One line of the bill, of energy or of transport, and what stands for it. */
export interface AssessedLine {
  readonly name: string;
  readonly stage: "material" | "energy" | "transport";
  readonly amount: number;
  readonly unit: string;
  readonly origin: string | null;
  readonly match: BillClass;
  /** Id and name of what stands for it; null if nothing does. */
  readonly activity: string | null;
  readonly activityName: Sentence | null;
  readonly location: string | null;
  /** Whether the line states an origin, and its data are of another place. */
  readonly isElsewhere: boolean;
  readonly reason: Message;
  /** The class of materials that the line is of; null if of none. */
  readonly material: Message | null;
  /** Whether nothing is called like it, and the middle of its class stands for it. */
  readonly isEstimate: boolean;
  /** The metric of a published factor that stands for it, where it is not that of the score; else null. */
  readonly metric: string | null;
  /**
   * kg CO2e, and its range: of a proxy the span of its class, of an exact match that of the data sets with its very name, or, of one alone,
   * that of the uncertainties which the inventory states. Without any of these lo = score = hi, and the reason says so. Null for
   * an unmatched line.
   */
  readonly score: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly share: number | null;
  /** Materials that its data take and that nothing provides, the heaviest first, if they are material; else null. */
  readonly missing: { readonly kg: number; readonly names: readonly string[] } | null;
  /** Other activities that could stand for it. */
  readonly alternatives: readonly { readonly id: string; readonly name: string; readonly score: number }[];
}

/** kg CO2e, and the range among the data that could stand for its lines. */
export interface Score {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
}

/** How much of a bill of materials stands behind a score. Energy and transport are no lines of the bill. */
export interface BillCoverage {
  /** Lines with data. */
  readonly lines: number;
  /** All lines, with those that could not be read. */
  readonly of: number;
  readonly notRead: number;
  /** Their share of the mass of those lines that have one; null if none has, and if lines could not be read: their mass is not known. */
  readonly byMass: number | null;
}

/** What the score leaves open, beside the lines without data. */
export interface OpenEnds {
  /** Share of the score of lines with a range; null without a score. */
  readonly rangedShare: number | null;
  /** What the data of lines leave out, and the names of these lines. */
  readonly missing: { readonly kg: number; readonly lines: readonly string[] };
}

/** Where an assessment stands, to be handed to the next call: so that going back is recorded. */
export interface AssessmentState {
  readonly scope: string;
  readonly inventory: string;
  readonly reached: number;
  readonly returns: readonly { readonly to: PhaseName; readonly because: string }[];
}

/** A line as it is given. */
export interface GivenLine {
  readonly name: string;
  readonly amount: number;
  readonly unit: string;
  readonly origin?: string | undefined;
  readonly stage: AssessedLine["stage"];
}

/** A line of the bill that could not be read: it has no amount, and no data. */
export interface UnreadLine {
  /** As it is written. */
  readonly text: string;
  readonly reason?: string | undefined;
}

export type Answers = Readonly<Record<string, string | number | boolean>>;

/** The description of a product, and its bill of materials. */
export interface AssessmentInput {
  readonly description: string;
  readonly functionalUnit: { readonly amount: number; readonly unit: string };
  readonly bill: readonly GivenLine[];
  readonly leftOut?: readonly UnreadLine[];
  /** What was assumed in making lines of what was given. */
  readonly assumptions?: readonly Message[];
  readonly answers: Answers;
  readonly previous?: AssessmentState | undefined;
}
