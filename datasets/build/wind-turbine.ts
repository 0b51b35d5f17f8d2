import { copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

/** Inventories of onshore wind turbines and the material masses from which they were regressed (WindTrace). */
export async function buildWindTurbines(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  const shared = { kind: "lifecycle", years: null, notice: "wind-turbine.LICENCE.txt" } as const;
  return [
    await copiedTable(figures, countries, {
      ...shared,
      of: "wind_turbine_exchange",
      name: "wind_turbine_exchange",
      // What has no power is of no turbine: steel, markets, a transformer, some of them with the amounts of a licensed database.
      where: (figure) => {
        const power = figure.maybeNumbers("power_mw");
        return (row) => power[row] !== null;
      },
      title: "Onshore wind turbines of 2.0 to 8.0 MW: exchanges",
      title_zh: "陆上风电机组（2.0—8.0 MW）：清单交换",
      summary:
        "Example inventories of WindTrace: materials, manufacture, foundation, transport, cables, maintenance, installation, end of life, electricity.",
      traps: [
        "Modelled: masses follow from regressions over published assessments of manufacturers (2025), for example parks in Spain.",
        "Background products carry names of a licensed database whose data are not here: link them with background_link, or report them as cut off.",
        "Only the activities of turbines and parks ship: the workbook's activities of steel, markets and a transformer hold amounts of a licensed database and are left out, so they are background products here.",
        "Exchanges of amount zero are left out. Offshore turbines are not covered.",
      ],
      columns: {
        activity: { type: "label", description: "Activity" },
        power_mw: { type: "float64", unit: "MW", description: "Rated power" },
        hub_height_m: { type: "float64", unit: "m", description: "Hub height" },
        capacity_factor: { type: "float64", unit: "1", description: "Capacity factor" },
        location: { type: "label", description: "Code of the place" },
        unit: { type: "label", description: "Unit of the activity's product" },
        comment: { type: "label", description: "Parameters of the park or turbine" },
        flow: { type: "label", description: "Exchanged activity or substance" },
        amount: { type: "float64", unit: "see flow_unit", description: "Amount; negative: a waste to treat" },
        flow_unit: { type: "label", description: "Unit of the amount" },
        exchange_type: { type: "label", description: "production, technosphere or biosphere" },
        flow_location: { type: "label", description: "Code of the place of the exchanged activity" },
      },
    }),
    await copiedTable(figures, countries, {
      ...shared,
      of: "wind_turbine_material",
      name: "wind_turbine_material",
      title: "Material masses of wind turbines and foundations",
      title_zh: "风电机组与基础的材料质量",
      summary:
        "Tonnes of materials by turbine or foundation, as compiled from published assessments for the regressions of WindTrace.",
      traps: ["Sum within a part only.", "A material that is not listed for a turbine is unknown, not zero."],
      columns: {
        dataset: { type: "label", description: "Turbine, or model of one" },
        power_mw: { type: "float64", unit: "MW", description: "Rated power" },
        hub_height_m: { type: "float64", unit: "m", description: "Hub height" },
        rotor_diameter_m: { type: "float64", unit: "m", description: "Rotor diameter" },
        part: { type: "label", description: "turbine or foundation" },
        material: { type: "label", description: "Material" },
        mass_t: { type: "float64", unit: "t", description: "Mass" },
      },
    }),
  ];
}
