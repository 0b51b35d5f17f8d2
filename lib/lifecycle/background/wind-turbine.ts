import type { Read } from "../../tool/read.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import { windTurbineDatasets } from "./dataset-names.ts";
import { type ForegroundActivity, foregroundGraph } from "./foreground.ts";
import { cellsOf } from "./table-cells.ts";

const types = ["production", "technosphere", "biosphere"] as const;

/**
 * Onshore wind turbines of 2.0 to 8.0 MW (WindTrace): modelled inventories, from materials to electricity of a park. Background products are
 * unlinked; they are named after the market that the source takes them from. The source names no compartments.
 * Throws LifecycleError if the table is not as it ships.
 */
export async function windTurbineGraph(read: Read): Promise<ExchangeGraph> {
  const [dataset] = windTurbineDatasets;
  const table = cellsOf(dataset, await read(dataset));
  const [name, location, unit] = [table.text("activity"), table.text("location"), table.text("unit")];
  const [type, flow, amount] = [table.word("exchange_type", types), table.text("flow"), table.number("amount")];
  const [flowUnit, flowLocation] = [table.text("flow_unit"), table.maybeText("flow_location")];
  const comment = table.maybeText("comment");
  const found = new Map<string, ForegroundActivity>();
  for (let row = 0; row < table.rows; row++) {
    let known = found.get(name(row));
    if (!known) {
      known = {
        activity: {
          id: `wind:${name(row)}`,
          name: name(row),
          location: location(row),
          years: null,
          category: null,
          stage: stageOf(name(row)),
          comment: comment(row),
        },
        product: name(row),
        unit: unit(row),
        group: "",
        exchanges: [],
      };
      found.set(name(row), known);
    }
    known.exchanges.push({
      type: type(row),
      name: flow(row),
      product: null,
      location: flowLocation(row),
      amount: amount(row),
      unit: flowUnit(row),
      compartment: null,
    });
  }
  return foregroundGraph("wind", [...found.values()]);
}

/** The stage that ends the name of an activity, such as 4.5MW_h_125_cf_0.3_transport. */
function stageOf(name: string): string | null {
  const stages = "materials|manufacturing|transport|installation|maintenance|eol|cables";
  return new RegExp(`_(${stages})$`).exec(name)?.[1] ?? null;
}
