import { messages } from "../../message/message.ts";
import type { DatasetColumns, Read } from "../../tool/read.ts";
import { factorDataset } from "../background/dataset-names.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { ImpactFactor, ImpactMethod, Indicator } from "./impact-method.ts";
import { indicatorKind, indicatorName } from "./indicator-name.ts";

const texts = messages("lifecycle.impact", {
  emptyCell: {
    en: "Row {row} of the factors has no {column}.",
    zh: "因子表第 {row} 行缺少“{column}”。",
  },
});

/**
 * The shipped methods: TRACI 2.1 with USEtox 2, the IPCC's GWP of AR4 to AR6, and inventories of resources. They hold factors for
 * the flows of USEEIO v2.0.1 only, so that a flow without a factor may well have one in the complete method.
 */
export async function shippedMethods(read: Read): Promise<ImpactMethod[]> {
  return methodsOf(await read(factorDataset));
}

/** The methods of a table of factors: one row a factor, with the columns of the dataset `lcia_factors`. Throws LifecycleError. */
export function methodsOf(columns: DatasetColumns): ImpactMethod[] {
  const text = (column: string) => {
    const values = columns.texts(column);
    return (row: number) => values[row] ?? missing(row, column);
  };
  const [method, indicator, name, unit] = [
    text("method"),
    text("indicator"),
    text("indicator_name"),
    text("indicator_unit"),
  ];
  const [flow, context, flowUnit] = [text("flow"), text("context"), text("flow_unit")];
  const values = columns.numbers("factor");
  const numbers = columns.has("cas") ? columns.texts("cas") : undefined;
  const found = new Map<string, { indicators: Map<string, Indicator>; factors: ImpactFactor[] }>();
  for (let row = 0; row < columns.rows; row++) {
    const id = method(row);
    const known = found.get(id) ?? { indicators: new Map<string, Indicator>(), factors: [] };
    found.set(id, known);
    const code = indicator(row);
    if (!known.indicators.has(code)) {
      const [named, kind] = [indicatorName(name(row)), indicatorKind(id)];
      known.indicators.set(code, { code, name: named, unit: unit(row), kind });
    }
    const cas = numbers?.[row];
    known.factors.push({
      indicator: code,
      flow: flow(row),
      compartment: context(row),
      unit: flowUnit(row),
      value: values[row] ?? missing(row, "factor"),
      ...(cas != null && { cas }),
    });
  }
  return [...found].map(([id, { indicators, factors }]) => ({
    id,
    name: id,
    version: "",
    indicators: [...indicators.values()],
    factors,
  }));
}

function missing(row: number, column: string): never {
  throw new LifecycleError("factors", texts.emptyCell({ row: row + 1, column }));
}
