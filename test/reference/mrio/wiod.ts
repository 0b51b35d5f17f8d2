import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { type Table, tableFromIPC } from "apache-arrow";
import { expand } from "../../../kernel/services/packed-arrow.ts";
import { tableFromColumns } from "../../../lib/mrio/columns.ts";

function file(name: string): string {
  const place = (ending: string) => fileURLToPath(new URL(`../../../datasets/${name}.${ending}`, import.meta.url));
  return existsSync(place("packed")) ? place("packed") : place("arrow");
}

/** False in a checkout without the data (they are built by `npm run datasets`). */
export const hasWiod = ["mrio_flows", "mrio_final_demand", "mrio_co2", "mrio_regions", "mrio_sectors"].every((name) =>
  existsSync(file(name)),
);

function open(name: string): Table {
  const bytes = readFileSync(file(name));
  return tableFromIPC(file(name).endsWith(".packed") ? expand(Uint8Array.from(gunzipSync(bytes))) : bytes);
}

function numbers(table: Table, name: string): Float64Array {
  return Float64Array.from(table.getChild(name)!.toArray() as ArrayLike<number>);
}

function strings(table: Table, name: string): string[] {
  return Array.from(table.getChild(name)! as Iterable<string>);
}

/** The table of a year, 41 regions × 35 sectors, with the CO2 of the JRC accounts, read from the shipped datasets. */
export function wiodTable(year = 2011) {
  const of = (noun: string) => (year === 2011 ? noun : `${noun}_${year}`);
  const regions = strings(open("mrio_regions"), "region");
  const sectors = strings(open("mrio_sectors"), "sector");
  const flows = open(of("mrio_flows"));
  const demand = open(of("mrio_final_demand"));
  const co2 = open("mrio_co2");
  const rows = [...numbers(co2, "year").keys()].filter((i) => co2.getChild("year")!.get(i) === year);
  const [region, sector, value] = [numbers(co2, "region_index"), numbers(co2, "sector_number"), numbers(co2, "co2_kt")];
  return tableFromColumns({
    regions,
    sectors,
    flows: { row: numbers(flows, "row"), col: numbers(flows, "col"), value: numbers(flows, "value_musd") },
    finalDemand: {
      row: numbers(demand, "row"),
      region: strings(demand, "destination_region"),
      category: strings(demand, "category"),
      value: numbers(demand, "value_musd"),
    },
    emissions: [
      {
        stressor: "CO2",
        unit: "kt",
        region: rows.map((i) => region[i]!),
        // The dataset numbers sectors from 1 and gives households 0.
        sector: rows.map((i) => sector[i]! - 1),
        value: rows.map((i) => value[i]!),
      },
    ],
    money: "M$",
  });
}
