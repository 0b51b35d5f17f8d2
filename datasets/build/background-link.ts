import { copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figure, Figures } from "./figures.ts";

/** Free substitutes for background products that open inventories name. */
export function buildBackgroundLinks(figures: Figures, countries: CountryKey): Promise<TableDataset> {
  return copiedTable(figures, countries, {
    of: "background_link",
    name: "background_link",
    title: "Background products of open inventories and their free substitutes",
    title_zh: "开放清单的背景产品及其免费替代",
    kind: "lifecycle",
    years: null,
    where: isSubstitute,
    summary:
      "Products that inventories of photovoltaics, steel, hydrogen, batteries, fuels and turbines take from a licensed database, each with a USLCI process or a USEEIO v2.0.1 sector in its place.",
    traps: [
      "A proxy is not the product: report the match class with the result.",
      "Links by name; those that were seen to be wrong are left out (wastes linked to what makes the material, rolling linked to the rolled metal). The others were not all checked.",
      "The USLCI process stands for United States technology of 2000 to 2018, wherever the product comes from.",
      "Units of product and process may differ, such as m³ and kg of gas: convert with a factor that has a source, or leave the product unlinked.",
      "A sector needs a price, in dollars of the model's year.",
    ],
    columns: {
      product: { type: "text", description: "Name of the product in the inventories" },
      unit: { type: "label", description: "Unit of the product" },
      uses: { type: "int32", unit: "count", description: "Exchanges that take the product in the inventories" },
      uslci_process_id: { type: "int16", description: "Process of uslci_process in its place; null if there is none" },
      uslci_process: { type: "label", description: "Name of the process" },
      uslci_unit: { type: "label", description: "Unit of the process" },
      useeio_code: { type: "label", description: "Code of the sector of useeio_v201_sector" },
      useeio_name: { type: "label", description: "Name of the sector" },
      match: {
        type: "label",
        description: "exact: the same product; proxy: a similar product or region; sector: only the sector",
      },
    },
  });
}

/** Sectors that treat wastes: of solid waste and of water. */
const treatment = new Set(["562111", "221300"]);

/**
 * Links by name that a look at both sides refutes: processing of a metal, whose process also makes the metal, which the inventories take
 * as another input; a fuel, whose process burns another; slaked lime, which is not quicklime.
 */
const refuted = new Set([
  "hot rolling, steel",
  "sheet rolling, chromium steel",
  "sheet rolling, aluminium",
  "section bar extrusion, aluminium",
  "petroleum coke",
  "lime, hydrated, packed",
]);

/** Whether a link stands. A waste is taken by its treatment, not by what makes the material. */
function isSubstitute(figure: Figure): (row: number) => boolean {
  const [product, sector] = [figure.texts("product"), figure.texts("useeio_code")];
  const process = figure.maybeNumbers("uslci_process_id");
  return (row) => {
    const name = product[row]!;
    if (refuted.has(name)) return false;
    const isWaste = /^(waste|scrap|spent|used|inert waste|hazardous waste)\b/.test(name);
    return !isWaste || (process[row] === null && treatment.has(sector[row]!));
  };
}
