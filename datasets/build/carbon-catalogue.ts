import { copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

const reported =
  "Reported by companies to CDP under protocols that differ: do not compare products as if they were measured alike.";

/** Product footprints that companies reported, and their stages (Carbon Catalogue). */
export async function buildCarbonCatalogue(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  const shared = { kind: "lifecycle", years: null } as const;
  const fraction = (part: string) =>
    ({
      type: "label",
      description: `${part} as a fraction of the footprint; a sentence where it is not known`,
    }) as const;
  return [
    await copiedTable(figures, countries, {
      ...shared,
      of: "carbon_catalogue_product",
      name: "carbon_catalogue_product",
      title: "Carbon Catalogue: product footprints reported 2013–2017",
      title_zh: "Carbon Catalogue：企业报告的产品碳足迹（2013—2017年）",
      summary:
        "Footprints of products with functional unit, weight, company, sector and protocol, as companies reported them.",
      traps: [
        reported,
        "Fractions and changes are texts: a number, or a sentence that says why there is none.",
        "Weights are partly estimated by the authors: see source_for_product_weight.",
      ],
      columns: {
        pcf_id: { type: "text", description: "Identifier of the footprint" },
        year_of_reporting: { type: "int16", description: "Year of reporting" },
        stage_level_co2e_available: {
          type: "label",
          description: "Yes or No: whether stages are in carbon_catalogue_stage",
        },
        product_name_and_functional_unit: { type: "text", description: "Product, with its functional unit" },
        product_detail: { type: "text", description: "Detail of the product" },
        company: { type: "label", description: "Company" },
        country_where_company_is_incorporated: {
          type: "label",
          description: "Country in which the company is incorporated",
        },
        company_gics_industry_group: { type: "label", description: "Industry group of the company (GICS)" },
        company_gics_industry: { type: "label", description: "Industry of the company (GICS)" },
        company_sector: { type: "label", description: "Sector, as the authors group companies" },
        product_weight_kg: { type: "float64", unit: "kg", description: "Weight of the product" },
        source_for_product_weight: { type: "label", description: "Source of the weight" },
        product_carbon_footprint_pcf_kg_co2e: {
          type: "float64",
          unit: "kg CO2e",
          description: "Footprint of the product",
        },
        carbon_intensity: { type: "float64", unit: "kg CO2e/kg", description: "Footprint by weight" },
        protocol_used_for_pcf: { type: "label", description: "Protocol" },
        relative_change_in_pcf_vs_previous: {
          type: "label",
          description: "Change since the previous footprint, as reported",
        },
        company_reported_reason_for_change: {
          type: "text",
          description: "Reason that the company gives for the change",
        },
        change_reason_category: { type: "label", description: "Group of the reason" },
        pctupstream_estimated_from_pctoperations: {
          type: "label",
          description: "Whether the upstream share was estimated from that of operations",
        },
        upstream_co2e_fraction_of_total_pcf: fraction("Upstream"),
        operations_co2e_fraction_of_total_pcf: fraction("Operations"),
        downstream_co2e_fraction_of_total_pcf: fraction("Downstream"),
        transport_co2e_fraction_of_total_pcf: fraction("Transport"),
        endoflife_co2e_fraction_of_total_pcf: fraction("End of life"),
        adjustments_to_raw_data_if_any: { type: "text", description: "What the authors changed" },
      },
    }),
    await copiedTable(figures, countries, {
      ...shared,
      of: "carbon_catalogue_stage",
      name: "carbon_catalogue_stage",
      title: "Carbon Catalogue: footprints by stage",
      title_zh: "Carbon Catalogue：按生命周期阶段的碳足迹",
      summary: "Emissions of the stages of those products for which companies reported stages.",
      traps: [reported, "Stages have the companies' own names: group them by assigned_value_chain_portion."],
      columns: {
        pcf_id: { type: "label", description: "Identifier of the footprint" },
        description_of_lca_stage: { type: "label", description: "Stage, as the company names it" },
        scope_characterization_of_lca_stage: {
          type: "label",
          description: "Scope of the Greenhouse Gas Protocol, as reported",
        },
        assigned_value_chain_portion: { type: "label", description: "Upstream, Operations or Downstream" },
        emissions_at_stage_kg_co2e: { type: "float64", unit: "kg CO2e", description: "Emissions of the stage" },
        emissions_at_this_stage_are_exclusively_transport: {
          type: "label",
          description: "Yes if they are of transport alone",
        },
        emissions_at_this_stage_are_exclusively_endoflife: {
          type: "label",
          description: "Yes if they are of the end of life alone",
        },
      },
    }),
  ];
}
