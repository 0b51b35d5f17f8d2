import type { Message, Sentence } from "../../message/message.ts";
import type { BalanceState } from "../balance/mass-balance.ts";
import type { CutOffUses } from "../contribution/cut-off-uses.ts";
import type {
  Answers,
  AssessedLine,
  AssessmentInput,
  BillCoverage,
  Gate,
  OpenEnds,
  Phase,
  Score,
} from "./assessment.ts";
import type { ClimateKinds } from "./climate-kinds.ts";

/** The indicator of the score. */
export const CLIMATE = "GWP100_AR6";
/** Lines that are named as the largest, and whose data are exchanged to test the result. */
export const NAMED = 3;

/** What an assessment found, from which its phases are written. */
export interface Found {
  /** Null if nothing was matched: then there is no score. */
  readonly score: Score | null;
  /** What of the score the middles of classes stand for. */
  readonly estimate: number;
  readonly coverage: BillCoverage;
  /** Lines of the bill that could not be read, as they are written. */
  readonly leftOut: readonly string[];
  readonly openEnds: OpenEnds;
  /** Whether the scores of lines sum to those of the activities behind them. */
  readonly isSum: boolean;
  readonly lines: readonly AssessedLine[];
  readonly scores: readonly {
    readonly indicator: string;
    readonly name: Sentence;
    readonly value: number | null;
    readonly unit: string;
  }[];
  readonly processes: readonly { readonly name: string; readonly value: number }[];
  readonly climate: ClimateKinds;
  readonly cutOffs: CutOffUses;
  readonly cutOffShare: number;
  readonly residual: number;
  readonly characterised: number | null;
  readonly hasClimate: boolean;
  readonly years: readonly [number, number] | null;
  readonly activities: number;
  /** What was assumed before the lines were matched. */
  readonly assumptions: readonly Message[];
  /** How the system of the activities behind the lines was made. */
  readonly onRun: readonly Message[];
  /** Balances of mass of the activities that run, by their state. */
  readonly balances: Readonly<Record<BalanceState, number>>;
}

/** A phase before it is known whether those before it have passed. */
export type Draft = Omit<Phase, "name" | "status">;
export type Unit = AssessmentInput["functionalUnit"];

export const gate = (name: string, passed: boolean, yes: Message, no: Message, blocks = false): Gate => ({
  name,
  passed,
  sentence: passed ? yes : no,
  blocks,
});
export const textOf = (answer: Answers[string] | undefined): string | undefined =>
  typeof answer === "string" && answer.trim() !== "" ? answer : undefined;
/** The number of an answer, which a form may give as text. */
export const numberOf = (answer: Answers[string] | undefined): number | undefined => {
  const value = typeof answer === "string" && answer.trim() !== "" ? Number(answer) : answer;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
};
export const isYes = (answer: Answers[string] | undefined) => answer === true || answer === "yes";
export const isNo = (answer: Answers[string] | undefined) => answer === false || answer === "no";
export const digits = (value: number) => Number(value.toPrecision(3));
export const percent = (share: number) => Number((100 * share).toPrecision(2));

/** The share of the bill's mass up to which lines may stay without data; without an answer none. */
export function cutOffRule({ cutOff }: Answers): number {
  return typeof cutOff === "number" && cutOff >= 0 && cutOff < 1 ? cutOff : 0;
}
