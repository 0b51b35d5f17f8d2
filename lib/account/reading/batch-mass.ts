import type { Measure } from "./column-shapes.ts";
import { type Batch, batchIn } from "./composition.ts";
import { cellAmount } from "./read-amount.ts";
import { texts } from "./reading-texts.ts";
import { headOf, placeOf, type TableRequest } from "./table-request.ts";

/** The mass that the shares of a composition are of: of the title or head, else as answered; null without one. */
export function batchMass(request: TableRequest, r: number, measure: Measure): Batch | null {
  const column = headOf(request, measure);
  const stated = request.context.batch ?? batchIn([[column]]);
  if (stated !== null) return stated;
  const place = placeOf(request, r);
  const { sheet } = place;
  const answer = request.asker.ask(
    { key: `batch:${sheet}`, question: () => texts.askBatch({ sheet, column }), options: [], assumed: null },
    place,
  );
  const { kind, point, unit } = cellAmount(answer);
  return kind === "number" && Number.isFinite(point) && unit ? { amount: point, unit: unit.unit } : null;
}
