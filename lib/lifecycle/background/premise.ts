import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { said } from "./background-error.ts";
import { premiseDatasets } from "./dataset-names.ts";
import { type ForegroundActivity, foregroundGraph } from "./foreground.ts";
import { cellsOf } from "./table-cells.ts";

const types = ["production", "technosphere", "biosphere"] as const;

/**
 * The inventories of premise that ship: photovoltaic modules, steel, electrolysis; batteries, hydrogen, fuels, capture, power, cars.
 * Background products are unlinked (see `foregroundGraph`); names, units and compartments are those of the source. Signs are
 * Brightway's: a negative input is an output to be treated. `category` is technology/workbook or sheet.
 * Source: Sacchi et al. (2022), doi:10.1016/j.rser.2022.112311. Throws LifecycleError if a table is not as it ships.
 */
export async function premiseGraph(read: Read, work: Work = uninterrupted): Promise<ExchangeGraph> {
  const [inventory, activities, exchanges] = await Promise.all(premiseDatasets.map((name) => read(name)));
  const listed = activitiesOfRows(cellsOf("premise_inventory", inventory!));
  await work.pause();
  const keyed = activitiesOfKeys(
    cellsOf("premise_more_activity", activities!),
    cellsOf("premise_more_exchange", exchanges!),
  );
  await work.pause();
  return foregroundGraph("premise", [...listed, ...keyed]);
}

type Cells = ReturnType<typeof cellsOf>;

/** Of a table in which each row repeats what its activity is. */
function activitiesOfRows(table: Cells): ForegroundActivity[] {
  const [technology, sheet, name] = [table.text("technology"), table.text("sheet"), table.text("activity")];
  const [product, location, unit] = [
    table.text("activity_product"),
    table.text("activity_location"),
    table.text("activity_unit"),
  ];
  const exchange = exchangesOf(table);
  const found = new Map<string, ForegroundActivity>();
  for (let row = 0; row < table.rows; row++) {
    const key = [technology(row), sheet(row), name(row), product(row), location(row)].join("|");
    let known = found.get(key);
    if (!known) {
      known = {
        activity: {
          id: `premise:${key}`,
          name: name(row),
          location: location(row),
          years: null,
          category: `${technology(row)}/${sheet(row)}`,
          stage: null,
          comment: null,
        },
        product: product(row),
        unit: unit(row),
        group: `${technology(row)}/${sheet(row)}`,
        exchanges: [],
      };
      found.set(key, known);
    }
    known.exchanges.push(exchange(row));
  }
  return [...found.values()];
}

/** Of a list of activities and a table of their exchanges. */
function activitiesOfKeys(list: Cells, table: Cells): ForegroundActivity[] {
  const key = list.number("activity_id");
  const [technology, workbook, name] = [list.text("technology"), list.text("workbook"), list.text("activity")];
  const [product, location, unit] = [list.text("product"), list.text("location"), list.text("unit")];
  const comment = list.maybeText("comment");
  const found = new Map<number, ForegroundActivity>();
  for (let row = 0; row < list.rows; row++) {
    found.set(key(row), {
      activity: {
        id: `premise:${key(row)}`,
        name: name(row),
        location: location(row),
        years: null,
        category: `${technology(row)}/${workbook(row)}`,
        stage: null,
        comment: comment(row),
      },
      product: product(row),
      unit: unit(row),
      group: workbook(row),
      exchanges: [],
    });
  }
  const exchange = exchangesOf(table);
  const owner = table.number("activity_id");
  const uncertainty = table.maybeText("uncertainty");
  const [loc, scale] = [table.maybeNumber("loc"), table.maybeNumber("scale")];
  const [minimum, maximum] = [table.maybeNumber("minimum"), table.maybeNumber("maximum")];
  for (let row = 0; row < table.rows; row++) {
    const activity = found.get(owner(row));
    if (!activity) {
      const place = { dataset: "premise_more_exchange", row: row + 1, activity: owner(row) };
      throw new LifecycleError("dataset", said.noActivity(place));
    }
    const given = exchange(row);
    const law = lawOf(uncertainty(row), given.amount, loc(row), scale(row), minimum(row), maximum(row));
    activity.exchanges.push(law ? { ...given, law } : given);
  }
  return [...found.values()];
}

function exchangesOf(table: Cells) {
  const [type, name, product] = [
    table.word("exchange_type", types),
    table.text("flow"),
    table.maybeText("flow_product"),
  ];
  const [amount, unit] = [table.number("amount"), table.text("unit")];
  const [location, compartment] = [table.maybeText("flow_location"), table.maybeText("compartment")];
  return (row: number) => ({
    type: type(row),
    name: name(row),
    product: product(row),
    location: location(row),
    amount: amount(row),
    unit: unit(row),
    compartment: compartment(row),
  });
}

/** The law of the amount's size by Brightway's fields; "undefined" where they contradict the amount. */
function lawOf(
  uncertainty: string | null,
  amount: number,
  loc: number | null,
  scale: number | null,
  minimum: number | null,
  maximum: number | null,
): DistributionSpec | "undefined" | undefined {
  if (uncertainty === null) return undefined;
  const size = Math.abs(amount);
  if (uncertainty === "lognormal") {
    if (loc === null || scale === null || !(scale > 0)) return "undefined";
    // In about a sixth of the rows the location is that of another amount: which of the two was meant is not known.
    if (!(Math.abs(Math.exp(loc) - size) <= 1e-3 * size)) return "undefined";
    return { type: "lognormal", median: size, geometricSd: Math.exp(scale) };
  }
  if (uncertainty !== "triangular" || minimum === null || maximum === null) return "undefined";
  const [lo, hi] = amount < 0 ? [-maximum, -minimum] : [minimum, maximum];
  return lo < hi && lo <= size && size <= hi ? { type: "triangular", lo, mode: size, hi } : "undefined";
}
