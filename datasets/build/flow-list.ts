import { copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

/** The Federal Elementary Flow List: names and compartments of elementary flows. */
export async function buildFlowList(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  const shared = { kind: "lifecycle", years: null, notice: "fedefl.LICENCE.txt" } as const;
  return [
    await copiedTable(figures, countries, {
      ...shared,
      of: "fedefl_flowable",
      name: "fedefl_flowable",
      title: "Federal Elementary Flow List: flowables",
      title_zh: "美国联邦基本流清单：流名称",
      summary: "Preferred names of elementary flows with CAS number, formula and reference unit.",
      traps: [
        "Identifiers are not listed: those of the flow list are made from name, compartment and unit by its own tool.",
        "A flow is a name in a compartment: join with fedefl_context.",
      ],
      columns: {
        flowable: { type: "text", description: "Preferred name" },
        flow_class: {
          type: "label",
          description: "biological, chemicals, energy, geological, groups, land, other or water",
        },
        cas: { type: "text", description: "CAS number" },
        formula: { type: "text", description: "Formula" },
        unit: { type: "label", description: "Reference unit" },
        preferred: { type: "int16", description: "1: preferred flow" },
      },
    }),
    await copiedTable(figures, countries, {
      ...shared,
      of: "fedefl_context",
      name: "fedefl_context",
      title: "Federal Elementary Flow List: contexts",
      title_zh: "美国联邦基本流清单：环境介质",
      summary: "Compartments of elementary flows as paths, such as emission/air/troposphere/rural.",
      traps: ["The parent of a context is its path without the last part; the path need not be in the list itself."],
      columns: {
        context: { type: "text", description: "Path of the compartment" },
        directionality: { type: "label", description: "emission or resource" },
        medium: { type: "label", description: "air, water, ground, biotic, …" },
        depth: { type: "int16", unit: "count", description: "Number of parts of the path" },
      },
    }),
  ];
}
