import { accounts } from "../../lib/mrio/accounts.ts";
import { lastShippedYear } from "../../lib/mrio/resource/dataset-names.ts";
import { shippedTable } from "../../lib/mrio/resource/shipped-table.ts";
import type { Read } from "../../lib/tool/read.ts";
import { float64, int16, label } from "./column.ts";
import { must, type Origin, type TableDataset, table } from "./dataset.ts";
import { mt } from "./mrio-carried-origin.ts";

const origin: Origin = {
  publisher: "this collection",
  citation:
    "Computed from the WIOD 2013 release (Timmer et al. 2015) and JRC accounts (Corsatea et al. 2019), doi:10.2760/024036.",
  vintage: "WIOD 2013 release (tables 1995-2011)",
  licence: "CC-BY-4.0",
  licence_confirmed: false,
  source: "computed by lib/mrio from the datasets mrio_*",
};

/**
 * CO2 of production and of consumption by the published table of every year that has a satellite account. Computed here, because a
 * reader of the series would otherwise load and solve twelve tables.
 */
export async function buildPublishedAccounts(read: Read): Promise<TableDataset> {
  const first = Math.min(...((await read("mrio_co2")).numbers("year") as number[]));
  const rows: AccountRow[] = [];
  for (let year = first; year <= lastShippedYear; year++) {
    const { regions, ...published } = await shippedTable({ year, edits: [] }, read);
    const { D_pba, D_cba, D_imp, D_exp, residual } = await accounts({ regions, ...published });
    must(residual < 1e-9, () => `The table of ${year} is solved with a residual of ${residual}.`);
    rows.push(
      ...regions.map((region, r) => ({
        year,
        region,
        production: D_pba.data[r]!,
        consumption: D_cba.data[r]!,
        imports: D_imp.data[r]!,
        exports: D_exp.data[r]!,
      })),
    );
  }
  return accountsTable(rows, first);
}

interface AccountRow {
  readonly year: number;
  readonly region: string;
  readonly production: number;
  readonly consumption: number;
  readonly imports: number;
  readonly exports: number;
}

function accountsTable(rows: readonly AccountRow[], first: number): TableDataset {
  const column = (name: "production" | "consumption" | "imports" | "exports", description: string) =>
    float64(
      `${name}_mtco2`,
      rows.map((row) => mt(row[name])),
      "Mt CO2",
      description,
    );
  return table(
    {
      name: "mrio_accounts",
      title: `CO2 of production and of consumption of 41 regions by the published tables, ${first}–${lastShippedYear}`,
      title_zh: `按已发表的投入产出表计算的41个区域生产侧与消费侧CO2排放，${first}—${lastShippedYear}年`,
      kind: "consumption",
      summary:
        "The accounts of each year by its own table and the satellite account of that year, as consumption.accounts gives them.",
      years: [first, lastShippedYear],
      traps: [
        "Residents, not a territory: ships, aircraft and tourists belong to the country of residence.",
        "Not continued by carried_accounts without a break: the production of later years follows the Global Carbon Budget.",
      ],
    },
    origin,
    [
      int16(
        "year",
        rows.map(({ year }) => year),
        "none",
        "Year of the table and of the emissions",
      ),
      label(
        "region",
        rows.map(({ region }) => region),
        "Region of the table",
      ),
      column("production", "Production, households included"),
      column("consumption", "Consumption, households included"),
      column("imports", "Embodied in imports for final use"),
      column("exports", "Embodied in exports for final use"),
    ],
  );
}
