import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import {
  type Activity,
  type ElementaryFlow,
  type ExchangeDetails,
  type ExchangeGraph,
  exchangeTypes,
  type Parameter,
  type Product,
  type ProductProperties,
} from "../graph/exchange-graph.ts";
import { importedInventoryNames } from "./dataset-names.ts";
import { Cells, importedTexts as said } from "./imported-cells.ts";
import type { InventoryAbout } from "./inventory-columns.ts";

/** An inventory from the browser's own storage, and what was kept with it. */
export interface StoredInventory {
  readonly about: InventoryAbout;
  readonly graph: ExchangeGraph;
}

/** Rows between two pauses. */
const BLOCK = 20_000;
/** Years that a data set may name. */
const YEARS = [-10_000, 10_000] as const;

/**
 * The inventory that was imported under a name, from its datasets: the inverse of `inventoryColumns`. Every cell is checked, because
 * the browser's storage may be damaged or written by other versions. Throws LifecycleError, which names dataset, row and column; rejects
 * as `read` does if a dataset is missing.
 */
export async function importedInventory(
  source: string,
  read: Read,
  work: Work = uninterrupted,
): Promise<StoredInventory> {
  const names = importedInventoryNames(source);
  const open = async (name: string) => new Cells(source, name, await read(name));
  const about = await open(names.inventory);
  about.mustHave(1);
  const most = 2 ** 31 - 1;
  const sized = async (name: string, column: string) => {
    const cells = await open(name);
    cells.mustHave(about.integer(column, 0, most)(0));
    return cells;
  };
  const activities = await sized(names.activities, "activities");
  const products = await sized(names.products, "products");
  const flows = await sized(names.flows, "elementary_flows");
  const exchanges = await sized(names.exchanges, "exchanges");
  const details = await sized(names.details, "exchange_details");
  const parameters = await sized(names.parameters, "parameters");
  return {
    about: { title: about.text("title")(0), format: about.text("format")(0), licence: about.maybeText("licence")(0) },
    graph: {
      activities: activitiesOf(activities),
      products: productsOf(products),
      flows: flowsOf(flows),
      exchanges: {
        ...(await exchangesOf(exchanges, activities.rows, products.rows, flows.rows, work)),
        details: await detailsOf(details, exchanges.rows, products.rows, work),
      },
      parameters: parametersOf(parameters, activities.rows),
    },
  };
}

function activitiesOf(cells: Cells): Activity[] {
  const [id, name] = [cells.text("id"), cells.text("name")];
  const [location, category] = [cells.maybeText("location"), cells.maybeText("category")];
  const [stage, comment] = [cells.maybeText("stage"), cells.maybeText("comment")];
  const [first, last] = [cells.maybeInteger("first_year", ...YEARS), cells.maybeInteger("last_year", ...YEARS)];
  return cells.map((row) => {
    const [from, to] = [first(row), last(row)];
    if ((from === null) !== (to === null)) throw cells.problem(row, "last_year", said.bothYears(), to);
    return {
      id: id(row),
      name: name(row),
      location: location(row),
      years: from === null || to === null ? null : [from, to],
      category: category(row),
      stage: stage(row),
      comment: comment(row),
    };
  });
}

function productsOf(cells: Cells): Product[] {
  const [id, name, unit] = [cells.text("id"), cells.text("name"), cells.text("unit")];
  const waste = cells.integer("waste", 0, 1);
  return cells.map((row) => ({ id: id(row), name: name(row), unit: unit(row), waste: waste(row) === 1 }));
}

function flowsOf(cells: Cells): ElementaryFlow[] {
  const [id, name, compartment] = [cells.text("id"), cells.text("name"), cells.text("compartment")];
  const [unit, cas] = [cells.text("unit"), cells.maybeText("cas")];
  return cells.map((row) => ({
    id: id(row),
    name: name(row),
    compartment: compartment(row),
    unit: unit(row),
    cas: cas(row),
  }));
}

async function exchangesOf(cells: Cells, activities: number, products: number, flows: number, work: Work) {
  const count = cells.rows;
  const columns = {
    activity: new Int32Array(count),
    type: new Uint8Array(count),
    flow: new Int32Array(count),
    amount: new Float64Array(count),
    provider: new Int32Array(count),
  };
  const type = cells.word("type", exchangeTypes);
  const [product, flow] = [cells.integer("flow", 0, products - 1), cells.integer("flow", 0, flows - 1)];
  const [amount, provider] = [cells.number("amount"), cells.integer("provider", -1, activities - 1)];
  const biosphere = exchangeTypes.indexOf("biosphere");
  const activity = cells.integer("activity", 0, activities - 1);
  let before = 0;
  for (let row = 0; row < count; row++) {
    if (row % BLOCK === 0) await work.pause();
    const at = activity(row);
    // Those of one activity stand together.
    if (at < before) throw cells.problem(row, "activity", said.integer({ least: before, most: activities - 1 }), at);
    before = at;
    const kind = type(row);
    columns.activity[row] = at;
    columns.type[row] = kind;
    columns.flow[row] = kind === biosphere ? flow(row) : product(row);
    columns.amount[row] = amount(row);
    columns.provider[row] = provider(row);
  }
  return { count, ...columns };
}

async function detailsOf(
  cells: Cells,
  exchanges: number,
  products: number,
  work: Work,
): Promise<Map<number, ExchangeDetails>> {
  const exchange = cells.integer("exchange", 0, exchanges - 1);
  const [law, formula, comment] = [cells.law("law"), cells.maybeText("formula"), cells.maybeText("comment")];
  const propertiesOf = propertiesIn(cells);
  const [reference, only] = [cells.maybeInteger("reference", 0, 1), cells.maybeInteger("only", 0, products - 1)];
  const details = new Map<number, ExchangeDetails>();
  let before = -1;
  for (let row = 0; row < cells.rows; row++) {
    if (row % BLOCK === 0) await work.pause();
    const at = exchange(row);
    if (at <= before)
      throw cells.problem(row, "exchange", said.integer({ least: before + 1, most: exchanges - 1 }), at);
    before = at;
    const detail: { -readonly [Key in keyof ExchangeDetails]: ExchangeDetails[Key] } = {};
    const own = propertiesOf(row);
    const [stated, text, isReference, part, remark] = [law(row), formula(row), reference(row), only(row), comment(row)];
    if (stated !== null) detail.law = stated;
    if (text !== null) detail.formula = text;
    if (own !== null) detail.properties = own;
    if (isReference !== null) detail.reference = isReference === 1;
    if (part !== null) detail.only = part;
    if (remark !== null) detail.comment = remark;
    details.set(at, detail);
  }
  return details;
}

function propertiesIn(cells: Cells): (row: number) => ProductProperties | null {
  const columns = (["mass", "energy", "price", "share"] as const).map(
    (name) => [name, cells.maybeNumber(name)] as const,
  );
  return (row) => {
    let properties: { -readonly [Key in keyof ProductProperties]: ProductProperties[Key] } | null = null;
    for (const [name, read] of columns) {
      const value = read(row);
      if (value !== null) {
        properties ??= {};
        properties[name] = value;
      }
    }
    return properties;
  };
}

function parametersOf(cells: Cells, activities: number): Parameter[] {
  const [name, value, formula] = [cells.text("name"), cells.number("value"), cells.maybeText("formula")];
  const [activity, unit] = [cells.maybeInteger("activity", 0, activities - 1), cells.maybeText("unit")];
  const law = cells.law("law");
  return cells.map((row) => {
    const stated = law(row);
    if (stated === "undefined") throw cells.problem(row, "law", said.law(), stated);
    return {
      name: name(row),
      value: value(row),
      ...(present({ formula: formula(row), activity: activity(row), unit: unit(row), law: stated }) as object),
    };
  });
}

/** The fields that are there. */
function present(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
