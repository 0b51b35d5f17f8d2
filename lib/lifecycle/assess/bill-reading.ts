import { someOf } from "../../message/some-of.ts";
import { matchKey } from "./assess-lines.ts";
import type { Answers, AssessedLine } from "./assessment.ts";
import { type BillBalance, billBalance } from "./bill-balance.ts";
import { type Found, isNo, type Unit } from "./phase-draft.ts";

/** What the phase looks at in the lines of a bill. */
export interface BillReading {
  readonly unmatched: readonly AssessedLine[];
  /** Unmatched, and not left out by an answer. */
  readonly open: readonly AssessedLine[];
  /** Matched by a proxy that no answer has confirmed. */
  readonly proxies: readonly AssessedLine[];
  readonly balance: BillBalance;
  /** Whether the mass of product and bill are known: that of a bill that could not be read whole is not. */
  readonly isWeighed: boolean;
  has(stage: AssessedLine["stage"]): boolean;
  /** Whether a stage has no line, and no answer says that there is none. */
  isOpen(stage: "energy" | "transport"): boolean;
}

export function readBill(unit: Unit, answers: Answers, { lines, leftOut }: Found): BillReading {
  const unmatched = lines.filter(({ match }) => match === "unmatched");
  const balance = billBalance(lines, unit, answers);
  const has = (stage: AssessedLine["stage"]) => lines.some((line) => line.stage === stage);
  const isNone = (answer: Answers[string] | undefined) => isNo(answer) || answer === "none";
  return {
    unmatched,
    open: unmatched.filter(({ name }) => answers[matchKey(name)] !== "none"),
    proxies: lines.filter(({ match, name }) => match === "proxy" && answers[matchKey(name)] === undefined),
    balance,
    isWeighed: balance.product !== undefined && leftOut.length === 0,
    has,
    isOpen: (stage) => !has(stage) && !isNone(answers[stage]),
  };
}

export function named(lines: readonly AssessedLine[]) {
  return someOf(lines.map(({ name }) => name));
}
