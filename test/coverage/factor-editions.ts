import { Count, type ShippedInterval } from "./interval.ts";
import { read } from "./shipped.ts";

const datasets = ["factors_energy", "factors_ippu", "factors_afolu", "factors_waste"] as const;
const identity = ["category", "activity", "parameter", "gas", "region", "technology", "unit"] as const;

/** Default factors of the 2006 Guidelines with bounds, against those that the Refinement of 2019 has of the same. */
export async function factorEditions(): Promise<ShippedInterval[]> {
  const count = new Count();
  for (const name of datasets) {
    const columns = await read(name);
    if (!columns.has("edition")) continue;
    const [edition, value, lo, hi] = [
      columns.texts("edition"),
      columns.numbers("value"),
      columns.numbers("lo"),
      columns.numbers("hi"),
    ];
    const parts = identity.filter((each) => columns.has(each)).map((each) => columns.texts(each));
    const keyOf = (row: number) => parts.map((values) => values[row]).join("|");
    const rows = Array.from({ length: columns.rows }, (_, row) => row);
    const bounded = new Map(
      rows
        .filter((row) => edition[row] === "2006" && lo[row] !== null && hi[row] !== null)
        .map((row) => [keyOf(row), row]),
    );
    for (const row of rows) {
      const before = edition[row] === "2019" ? bounded.get(keyOf(row)) : undefined;
      if (before !== undefined && value[row] !== null) count.add(value[row]!, lo[before]!, hi[before]!);
    }
  }
  return [
    {
      name: "default factor of the IPCC",
      shownBy: [...datasets, "inventory.compile"],
      nominal: "95 %",
      tests: [count.against("refinement")],
    },
  ];
}
