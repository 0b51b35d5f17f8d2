import { matchKey } from "./assess-lines.ts";
import { type AssessmentInput, type AssessmentState, type PhaseName, phaseNames } from "./assessment.ts";

/** Where the assessment stands, with what was changed after a later phase had been reached. */
export function stateOf(
  { description, functionalUnit, bill, leftOut = [], answers, previous }: AssessmentInput,
  reached: number,
): AssessmentState {
  const scope = JSON.stringify([description, functionalUnit, ...scopeKeys.map((key) => answers[key] ?? null)]);
  const matches = Object.entries(answers).filter(([key]) => key.startsWith(matchKey("")));
  const inventory = JSON.stringify([
    bill,
    ...leftOut.map(({ text }) => text),
    matches.sort(([p], [q]) => (p < q ? -1 : 1)),
    answers.energy ?? null,
  ]);
  const returns = [...(previous?.returns ?? [])];
  const back = (to: PhaseName, at: number, because: string) => {
    if (previous && previous.reached > at) returns.push({ to, because });
  };
  if (previous && previous.scope !== scope) back(phaseNames[0], 0, changed(previous.scope, scope));
  if (previous && previous.inventory !== inventory) back(phaseNames[1], 1, changed(previous.inventory, inventory));
  return { scope, inventory, reached, returns };
}

const scopeKeys = ["application", "audience", "function", "boundary", "cutOff", "comparative"] as const;

/** From where two texts differ, a stretch of each. */
function changed(before: string, after: string): string {
  let at = 0;
  while (at < Math.min(before.length, after.length) && before[at] === after[at]) at++;
  const from = Math.max(0, at - 12);
  return `${before.slice(from, at + 24)} → ${after.slice(from, at + 24)}`;
}
