import type { QuantityMention } from "../../language/quantities.ts";
import type { Step } from "../../plan.ts";
import type { ChosenMeasure } from "./choose-measure.ts";
import { isBare, type Quotient, unitFor, unitOfFigure } from "./figure.ts";

/** The step that brings a limit of the words to the unit of the figures; null if it is no amount of theirs. */
export function limitStep(
  chosen: ChosenMeasure,
  quotient: Quotient,
  { value, unit: written }: QuantityMention,
): { readonly step: Step; readonly unit: string } | null {
  const unit = unitOfFigure(chosen, quotient);
  const bare = quotient === null && isBare(chosen.unit);
  if (bare && written !== chosen.unit) return null;
  const [from, to] = bare ? ["1", "1"] : [limitUnit(written, unit), unit];
  return { step: { id: "limit", tool: "quantity.convert", args: { value, from, to } }, unit };
}

/** Tonnes that are counted by head are by head, too. */
function limitUnit(written: string, unit: string): string {
  const [mass, per] = unit.split("/");
  return per === undefined || written.includes("/") ? unitFor(written, unit) : `${unitFor(written, mass!)}/${per}`;
}
