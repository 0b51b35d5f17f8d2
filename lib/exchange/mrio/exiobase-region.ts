/** Regions of EXIOBASE 3 in the order of its own codes, each with the three letters that it has by mistake in some files. */
const mistaken =
  "AUT:AT BEL:BE BGR:BG CYP:CY CZE:CZ DEU:DE DNK:DK EST:EE ESP:ES FIN:FI FRA:FR GRC:GR HRV:HR HUN:HU IRL:IE ITA:IT LTU:LT LUX:LU LVA:LV MLT:MT NLD:NL POL:PL PRT:PT ROM:RO ROU:RO SWE:SE SVN:SI SVK:SK GBR:GB USA:US JPN:JP CHN:CN CAN:CA KOR:KR BRA:BR IND:IN MEX:MX RUS:RU AUS:AU CHE:CH TUR:TR TWN:TW NOR:NO IDN:ID ZAF:ZA WWA:WA WWL:WL WWE:WE WWF:WF WWM:WM";

const codes = new Map(mistaken.split(" ").map((pair) => pair.split(":") as [string, string]));

/**
 * The code of a region of EXIOBASE 3. Some industry-by-industry files of version 3.4 name regions by three letters (AUT, WWA)
 * where all others have two (AT, WA), also within one archive: without this their parts would not fit together.
 */
export function exiobaseRegion(label: string): string {
  return codes.get(label) ?? label;
}
