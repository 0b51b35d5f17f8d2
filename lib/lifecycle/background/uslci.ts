import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import type { Activity, ExchangeGraph } from "../graph/exchange-graph.ts";
import { type GivenExchange, GraphBuilder } from "../graph/graph-builder.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { said } from "./background-error.ts";
import { uslciDatasets } from "./dataset-names.ts";
import { cellsOf } from "./table-cells.ts";
import { measureOf } from "./written-unit.ts";

export interface UslciOptions {
  /** Written units of inputs that are not converted: such an input stays a product of its own that nothing makes. */
  readonly keepUnits?: readonly string[];
}

const roles = [
  "reference_product",
  "coproduct",
  "from_technosphere",
  "from_nature",
  "to_nature",
  "waste_to_treatment",
] as const;

/**
 * The US Life Cycle Inventory Database, FY21 Q3 (EcoSpold 1): activities with amounts per their reference amount, as published.
 *
 * A product is a name and what its unit measures: amounts in other units of the same measure are converted to that of most
 * processes which make it (kJ to kWh), never between measures (m³ of gas to kg). The release states no providers: several processes
 * make one product; `shippedGraphs` has the rules that choose among them. An input of negative amount is a product that is made elsewhere less; a waste
 * to be treated is an input of negative amount. Compartments and CAS numbers are those of the Federal Elementary Flow List; the sign of
 * an elementary flow is that of the source.
 *
 * Activities have the ids `uslci:1` …, by `process_id`. Throws LifecycleError if a table is not as it ships.
 */
export async function uslciGraph(
  read: Read,
  work: Work = uninterrupted,
  { keepUnits = [] }: UslciOptions = {},
): Promise<ExchangeGraph> {
  const [processTable, exchangeTable, flowTable] = await Promise.all(uslciDatasets.map((name) => read(name)));
  const processes = cellsOf("uslci_process", processTable!);
  const exchanges = cellsOf("uslci_exchange", exchangeTable!);
  const cas = casNumbers(cellsOf("fedefl_flowable", flowTable!));
  const builder = new GraphBuilder();

  const products = new UnitsByName("product", new Set(keepUnits));
  const flows = new UnitsByName("flow", new Set());
  // A waste may have the name of the service that treats it.
  const wastes = new UnitsByName("waste", new Set());
  const processName = processes.text("process");
  const referenceUnit = processes.text("reference_unit");
  products.settle(Array.from({ length: processes.rows }, (_, row) => [processName(row), referenceUnit(row)] as const));

  const activityOf = exchanges.number("process_id");
  const cell = {
    role: exchanges.word("role", roles),
    flowType: exchanges.text("flow_type"),
    flow: exchanges.text("flow"),
    context: exchanges.maybeText("context"),
    unit: exchanges.text("unit"),
    amount: exchanges.number("amount"),
    uncertainty: exchanges.maybeText("uncertainty"),
    sd95: exchanges.maybeNumber("sd95"),
    minimum: exchanges.maybeNumber("minimum"),
    maximum: exchanges.maybeNumber("maximum"),
  };
  const rowsOf = new Map<number, GivenExchange[]>();
  const processId = processes.number("process_id");
  for (let row = 0; row < processes.rows; row++) rowsOf.set(processId(row), []);
  const declared = new Set<string>();

  for (let row = 0; row < exchanges.rows; row++) {
    if (row % 4096 === 0) {
      work.progress(row / exchanges.rows, said.readExchanges());
      await work.pause();
    }
    const given = rowsOf.get(activityOf(row));
    if (!given) {
      const place = { dataset: "uslci_exchange", row: row + 1, activity: activityOf(row) };
      throw new LifecycleError("dataset", said.noActivity(place));
    }
    const [role, name, written, published] = [cell.role(row), cell.flow(row), cell.unit(row), cell.amount(row)];
    const isElementary = cell.flowType(row) === "elementary";
    const context = isElementary ? contextOf(role, cell.context(row) ?? "") : "";
    const { id, unit, factor } = isElementary
      ? flows.find(name, written, context)
      : (role === "waste_to_treatment" ? wastes : products).find(name, written);
    if (!declared.has(id)) {
      declared.add(id);
      if (isElementary) builder.addFlow({ id, name, compartment: context, unit, cas: cas.get(name) ?? null });
      else builder.addProduct({ id, name, unit, waste: role === "waste_to_treatment" });
    }
    const amount = published * factor;
    const law = lawOf(
      cell.uncertainty(row),
      amount,
      cell.sd95(row),
      scaled(cell.minimum(row), factor),
      scaled(cell.maximum(row), factor),
    );
    const exchange = { ...exchangeOf(role, isElementary, amount), flow: id, ...(law && { law }) };
    // A few processes list a coproduct of one name twice, such as tar of two origins: one product, with the sum.
    const isProduct = exchange.type === "production";
    const twin = isProduct ? given.findIndex(({ type, flow }) => type === "production" && flow === id) : -1;
    if (twin < 0) given.push(exchange);
    else given[twin] = { ...given[twin]!, amount: given[twin]!.amount + amount };
  }

  const optional = {
    location: processes.maybeText("location"),
    category: processes.maybeText("category"),
    subcategory: processes.maybeText("subcategory"),
    start: processes.maybeText("start_year"),
    end: processes.maybeText("end_year"),
    comment: processes.maybeText("comment"),
    geography: processes.maybeText("geography"),
  };
  for (let row = 0; row < processes.rows; row++) {
    const activity: Activity = {
      id: `uslci:${processId(row)}`,
      name: processName(row),
      location: optional.location(row),
      years: yearsOf(optional.start(row), optional.end(row)),
      category: [optional.category(row), optional.subcategory(row)].filter((part) => part !== null).join("/") || null,
      stage: null,
      comment: [optional.geography(row), optional.comment(row)].filter((part) => part !== null).join("\n") || null,
    };
    builder.addActivity(activity, rowsOf.get(processId(row))!);
  }
  return builder.graph();
}

/** What is taken from nature is a resource: the carbon dioxide that one process takes up stands among the emissions to air. */
function contextOf(role: (typeof roles)[number], context: string): string {
  return role === "from_nature" ? context.replace(/^emission\//, "resource/") : context;
}

function exchangeOf(
  role: (typeof roles)[number],
  isElementary: boolean,
  amount: number,
): Pick<GivenExchange, "type" | "amount" | "reference"> {
  if (isElementary) return { type: "biosphere", amount };
  if (role === "reference_product") return { type: "production", amount, reference: true };
  if (role === "coproduct") return { type: "production", amount, reference: false };
  if (role === "waste_to_treatment") return { type: "technosphere", amount: -amount };
  return amount < 0 ? { type: "substitution", amount: -amount } : { type: "technosphere", amount };
}

/** The years of validity. The source fills gaps with years such as 9998 and 1899, which are none. */
function yearsOf(start: string | null, end: string | null): [number, number] | null {
  const [first, last] = [Number(start), Number(end)];
  const isYear = (year: number) => Number.isInteger(year) && year >= 1900 && year <= 2100;
  return isYear(first) && isYear(last) && first <= last ? [first, last] : null;
}

/**
 * The law of the amount's size by the fields of EcoSpold 1: a lognormal amount is the geometric mean, sd95 the square of the geometric
 * standard deviation; a triangular amount is the mean of minimum, mode and maximum, a uniform one that of its bounds. "undefined" where the fields contradict the amount,
 * and where sd95 is 1: a lognormal law that states no spread.
 */
function lawOf(
  uncertainty: string | null,
  amount: number,
  sd95: number | null,
  minimum: number | null,
  maximum: number | null,
): DistributionSpec | "undefined" | undefined {
  if (uncertainty === null) return undefined;
  const size = Math.abs(amount);
  if (uncertainty === "lognormal") {
    if (sd95 === null || !(sd95 > 1) || size === 0) return "undefined";
    return { type: "lognormal", median: size, geometricSd: Math.sqrt(sd95) };
  }
  if (uncertainty === "normal") {
    return sd95 !== null && sd95 > 0 ? { type: "normal", mean: size, sd: sd95 / 2 } : "undefined";
  }
  if (minimum === null || maximum === null) return "undefined";
  const [lo, hi] = amount < 0 ? [-maximum, -minimum] : [minimum, maximum];
  if (!(lo < hi && lo <= size && size <= hi)) return "undefined";
  if (uncertainty === "uniform") {
    // Of 24 uniform amounts 22 are far from the middle of their bounds, which would be their mean.
    return Math.abs(size - (lo + hi) / 2) <= 1e-3 * size ? { type: "uniform", lo, hi } : "undefined";
  }
  const mode = 3 * size - lo - hi;
  // A symmetric law is met to rounding.
  const slack = 1e-9 * (hi - lo);
  if (uncertainty !== "triangular" || mode < lo - slack || mode > hi + slack) return "undefined";
  return { type: "triangular", lo, mode: Math.min(hi, Math.max(lo, mode)), hi };
}

function scaled(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}

function casNumbers(flows: ReturnType<typeof cellsOf>): ReadonlyMap<string, string> {
  const [name, cas] = [flows.text("flowable"), flows.maybeText("cas")];
  const numbers = new Map<string, string>();
  for (let row = 0; row < flows.rows; row++) {
    const number = cas(row);
    if (number !== null) numbers.set(name(row), number);
  }
  return numbers;
}

/** Names with one unit for each measure of them: the settled one, else that which was met first. */
class UnitsByName {
  private readonly units = new Map<string, string>();
  private readonly kind: string;
  private readonly kept: ReadonlySet<string>;

  constructor(kind: string, kept: ReadonlySet<string>) {
    this.kind = kind;
    this.kept = kept;
  }

  /** Gives each of these names the unit that most of its entries have; of equally many, the first. */
  settle(entries: readonly (readonly [name: string, unit: string])[]): void {
    const counts = new Map<string, Map<string, number>>();
    for (const [name, unit] of entries) {
      const id = this.idOf(name, unit, "");
      const units = counts.get(id) ?? new Map<string, number>();
      units.set(unit, (units.get(unit) ?? 0) + 1);
      counts.set(id, units);
    }
    for (const [id, units] of counts) {
      const most = Math.max(...units.values());
      this.units.set(id, [...units.keys()].find((unit) => units.get(unit) === most)!);
    }
  }

  find(name: string, written: string, context = ""): { id: string; unit: string; factor: number } {
    const id = this.idOf(name, written, context);
    const unit = this.units.get(id) ?? written;
    this.units.set(id, unit);
    return { id, unit, factor: factorBetween(written, unit)! };
  }

  private idOf(name: string, unit: string, context: string): string {
    return `uslci:${this.kind}:${name}|${context}|${this.kept.has(unit) ? unit : measureOf(unit)}`;
  }
}
