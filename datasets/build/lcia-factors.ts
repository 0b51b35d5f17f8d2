import { float64, label } from "./column.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";

/** Indicators that sum what is taken from nature. */
const inventories = "FEDEFL inventory";

/** Characterisation factors of impact indicators by elementary flow and compartment, with the CAS numbers of the flow list. */
export async function buildLciaFactors(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read("lcia_factor");
  const list = await figures.read("fedefl_flowable");
  const { file } = figure.entry;
  const [method, indicator, flow, context] = [
    figure.texts("method"),
    figure.texts("indicator"),
    figure.texts("flow"),
    figure.texts("context"),
  ];
  const factor = figure.numbers("factor");
  const numbers = list.maybeTexts("cas");
  // "n.a." and the like are no numbers.
  const casOf = new Map(
    list.texts("flowable").map((name, row) => {
      const cas = numbers[row] ?? null;
      return [name, cas !== null && /^\d{2,7}-\d{2}-\d$/.test(cas) ? cas : null];
    }),
  );
  const cells = new Map<string, number>();
  const unitOf = new Map<string, string>();
  const units = figure.texts("indicator_unit");
  for (const [row, code] of indicator.entries()) {
    const key = `${code}, ${flow[row]}, ${context[row]}`;
    must(!cells.has(key), () => `${file}, row ${row}: ${key} stands twice, first in row ${cells.get(key)}.`);
    cells.set(key, row);
    must(factor[row]! >= 0, () => `${file}, row ${row}: the factor of ${key} is ${factor[row]}; none is negative.`);
    must(
      /^(emission|resource)\//.test(context[row]!),
      () => `${file}, row ${row}: ${context[row]} is not a compartment of the flow list.`,
    );
    const unit = `${method[row]}, ${units[row]}`;
    must(
      (unitOf.get(code) ?? unit) === unit,
      () => `${file}, row ${row}: ${code} is of ${unit} and of ${unitOf.get(code)}.`,
    );
    unitOf.set(code, unit);
  }
  must(
    method.includes(inventories),
    () => `${file}: it has no indicator of "${inventories}", which are inventories rather than impacts.`,
  );
  const flows = new Set(flow).size;

  return table(
    {
      name: "lcia_factors",
      title: "Characterisation factors of life-cycle impact assessment",
      title_zh: "生命周期影响评价特征化因子",
      kind: "lifecycle",
      summary: `Scores per unit of ${flows} elementary flows by compartment in ${unitOf.size} indicators: TRACI 2.1 with USEtox 2, the GWP of the IPCC's AR4, AR5 and AR6, and sums of energy, land, water and minerals.`,
      years: null,
      traps: [
        "Factors exist only for flows that occur in USEEIO v2.0.1, while complete TRACI 2.1 has thousands more: a flow without one is not characterised, which is not an impact of zero. State the share of flows that have one.",
        "Where a compartment has no factor, that of the compartment that contains it holds: emission/air/troposphere/rural, then emission/air.",
        "Acidification, eutrophication, smog and respiratory effects have factors of nitrogen dioxide, but none of nitrogen oxides, which is the name that most inventories use.",
        "GHG is AR4 as published with USEEIO. Do not add it to GWP100_AR5 or GWP100_AR6.",
        "Methane of AR6 is 27.9 over 100 years; fossil (29.8) and biogenic (27.0) are not told apart here, and neither is carbon dioxide.",
        "The indicators of the method FEDEFL inventory (energy, land, water, minerals) are inventories, not impacts.",
        "Two particulate flows are written with = where the flow list has ≤.",
      ],
    },
    {
      ...originOf(figure.entry),
      source: `${originOf(figure.entry).source}; CAS numbers: ${list.entry.provenance}`,
    },
    [
      label("method", method, "Family of methods"),
      label("indicator", indicator, "Code of the indicator"),
      label("indicator_name", figure.texts("indicator_name"), "Name of the indicator"),
      label("indicator_unit", units, "Unit of its scores"),
      label("flow", flow, "Elementary flow, by its name in the Federal Elementary Flow List"),
      label("context", context, "Compartment, a path of the Federal Elementary Flow List"),
      label("flow_unit", figure.texts("flow_unit"), "Unit of the flow"),
      float64("factor", factor, "indicator_unit per flow_unit", "What a unit of the flow scores"),
      label(
        "cas",
        flow.map((name) => casOf.get(name) ?? null),
        "CAS number of the flow; null where the list has none",
      ),
    ],
  );
}
