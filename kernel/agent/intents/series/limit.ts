import type { Matter } from "../../matter.ts";
import type { Step } from "../../plan.ts";
import type { ChosenMeasure } from "./choose-measure.ts";
import { isBare, type Quotient, unitFor, unitOfFigure } from "./figure.ts";

type Quantity = ReturnType<Matter["quantities"]>[number]["quantity"];

/** The step that brings a limit of the words to the unit of the figures; null if it is no amount of theirs. */
export function limitStep(
  chosen: ChosenMeasure,
  quotient: Quotient,
  { value, unit: written }: Quantity,
): { readonly step: Step; readonly unit: string } | null {
  const unit = unitOfFigure(chosen, quotient);
  if (quotient === null && isBare(chosen.unit)) {
    if (written !== chosen.unit) return null;
    return { step: { id: "limit", tool: "quantity.convert", args: { value, from: "1", to: "1" } }, unit };
  }
  const from = limitUnit(written, unit);
  return { step: { id: "limit", tool: "quantity.convert", args: { value, from, to: unit } }, unit };
}

/** Tonnes that are counted by head are by head, too. */
function limitUnit(written: string, unit: string): string {
  const [mass, per] = unit.split("/");
  return per === undefined || written.includes("/") ? unitFor(written, unit) : `${unitFor(written, mass!)}/${per}`;
}
