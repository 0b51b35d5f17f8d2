/** A former country of ISO 3166-3 and its successors. */
export interface FormerCountry {
  readonly iso3: string;
  readonly name: string;
  /** The last full year of its existence; data of later years belong to its successors. */
  readonly lastYear: number;
  readonly successors: readonly string[];
}

export const formerCountries: readonly FormerCountry[] = [
  ["ANT", "Netherlands Antilles", 2009, "BES CUW SXM"],
  ["CSK", "Czechoslovakia", 1992, "CZE SVK"],
  ["DDR", "German Democratic Republic", 1989, "DEU"],
  ["SCG", "Serbia and Montenegro", 2005, "MNE SRB"],
  ["SUN", "Soviet Union", 1991, "ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA RUS TJK TKM UKR UZB"],
  ["YMD", "Democratic Yemen", 1989, "YEM"],
  ["YUG", "Yugoslavia", 1991, "BIH HRV MKD SCG SVN"],
].map(([iso3, name, lastYear, successors]) => ({
  iso3: iso3 as string,
  name: name as string,
  lastYear: lastYear as number,
  successors: (successors as string).split(" "),
}));

/**
 * The countries of a code in a year: the country itself while it existed, afterwards its successors as of that year.
 * Sudan without South Sudan keeps its code (SDN) from 2011, so the code alone does not show the break.
 */
export function countriesInYear(iso3: string, year: number): string[] {
  const former = formerCountries.find((country) => country.iso3 === iso3);
  if (!former || year <= former.lastYear) return [iso3];
  return former.successors.flatMap((successor) => countriesInYear(successor, year)).sort();
}
