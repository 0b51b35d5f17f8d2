import { copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

/** The unit processes of the US Life Cycle Inventory Database and their exchanges, with the notice of its agreement. */
export async function buildUslci(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  const shared = { kind: "lifecycle", years: null, notice: "uslci.LICENCE.txt" } as const;
  return [
    await copiedTable(figures, countries, {
      ...shared,
      of: "uslci_process",
      name: "uslci_process",
      title: "US Life Cycle Inventory Database: unit processes",
      title_zh: "美国生命周期清单数据库（USLCI）：单元过程",
      summary:
        "Unit processes of agriculture, mining, energy, metals, cement, chemicals, plastics, wood and transport, one row each, as the National Renewable Energy Laboratory released them.",
      traps: [
        "Amounts of uslci_exchange are for reference_amount of the process, often 1000 kg, not for one unit.",
        "Several processes make a product of the same name: the format of the release drops the region from names and states no provider. Say which process you took.",
        "Technology of the years and the place stated in each row, mostly the United States or North America.",
        "The notice uslci.LICENCE.txt must accompany every copy; credit DOE, NREL and the Alliance.",
      ],
      columns: {
        process_id: { type: "int16", description: "Position in the release; key of uslci_exchange" },
        process: { type: "label", description: "Name of the process, which is that of its reference product" },
        category: { type: "label", description: "Group of the industry classification NAICS, two digits" },
        subcategory: { type: "label", description: "Group of the industry classification NAICS, four digits" },
        location: { type: "label", description: "Code of the place: US, RNA for North America, …" },
        reference_amount: {
          type: "float64",
          unit: "see reference_unit",
          description: "Amount of the reference product",
        },
        reference_unit: { type: "label", description: "Unit of the reference product" },
        start_year: { type: "label", description: "First year for which the data hold, as written" },
        end_year: { type: "label", description: "Last year for which the data hold, as written" },
        technology: { type: "text", description: "Technology, first 160 characters" },
        comment: { type: "text", description: "General comment, first 400 characters" },
        sources: { type: "text", description: "The first four sources, first 300 characters" },
        exchanges: { type: "int16", unit: "count", description: "Rows of uslci_exchange" },
        allocations: {
          type: "int16",
          unit: "count",
          description: "Allocation statements of a process with several products",
        },
        geography: {
          type: "text",
          description: "Geography, first 160 characters: tells the regional electricity grids apart",
        },
        same_product: {
          type: "int16",
          unit: "count",
          description: "Processes of the release that make the product of this name",
        },
        default_provider: {
          type: "int16",
          unit: "none",
          description: "1: the process that this compilation takes as the provider of its product by default",
        },
      },
    }),
    await copiedTable(figures, countries, {
      ...shared,
      of: "uslci_exchange",
      name: "uslci_exchange",
      title: "US Life Cycle Inventory Database: exchanges",
      title_zh: "美国生命周期清单数据库（USLCI）：交换",
      summary:
        "What the unit processes take and give: products, elementary flows of the Federal Elementary Flow List and wastes, with amount, unit, direction, compartment and uncertainty.",
      missing: ["NaN", "n.a."],
      traps: [
        "Amounts are for reference_amount of the process (uslci_process), not for one unit.",
        "41 % of the inputs of products, by count, have a name that no process of the release makes: report them as cut off, do not drop them silently.",
        "A negative amount is an avoided product or an uptake, as published.",
        "Processes with several products are not allocated.",
        "Carbon dioxide of fossil and of biogenic origin has the same name: the flow list does not tell them apart.",
        "sd95 is the field standardDeviation95 of EcoSpold 1: for a lognormal amount the square of the geometric standard deviation.",
        "The CAS numbers are those of the release, some without hyphens; its “NaN” and “n.a.” are missing here.",
        "The notice uslci.LICENCE.txt must accompany every copy; credit DOE, NREL and the Alliance.",
      ],
      columns: {
        process_id: { type: "int16", description: "Key of uslci_process" },
        direction: { type: "label", description: "input or output" },
        role: {
          type: "label",
          description: "reference_product, coproduct, from_technosphere, from_nature, to_nature or waste_to_treatment",
        },
        flow_type: { type: "label", description: "product, elementary or waste" },
        flow: { type: "label", description: "Name of the flow" },
        context: { type: "label", description: "Compartment of an elementary flow, a context of fedefl_context" },
        location: { type: "label", description: "Code of the place of the flow" },
        unit: { type: "label", description: "Unit of the amount" },
        amount: { type: "float64", unit: "see unit", description: "Mean, for reference_amount of the process" },
        uncertainty: { type: "label", description: "lognormal, triangular or uniform; null if none is given" },
        sd95: {
          type: "float64",
          unit: "1",
          description: "Square of the geometric standard deviation of a lognormal amount",
        },
        minimum: { type: "float64", unit: "see unit", description: "Minimum, where given" },
        maximum: { type: "float64", unit: "see unit", description: "Maximum, where given" },
        cas: { type: "label", description: "CAS number, where given" },
      },
    }),
  ];
}
