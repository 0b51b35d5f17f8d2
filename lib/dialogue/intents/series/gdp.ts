import type { Matter } from "../../matter.ts";

/** Columns of the dataset `gdp` by the basis that is asked for. */
export const gdpColumns: Readonly<Record<string, string>> = {
  current: "gdp_musd_current",
  ppp: "gdp_ppp_m2017usd",
  constant: "gdp_na_m2017usd",
};

/** The column of the basis that the words name, marked as explained. */
export function gdpColumn(matter: Matter): string | undefined {
  const [basis] = matter.all("basis");
  return basis ? gdpColumns[String(basis.meaning.value)] : undefined;
}
