import { sectorKey } from "./sector-key.ts";

/**
 * From the 45 industries of the OECD's input–output tables (ISIC Rev. 4, edition of 2021) to the 35 sectors of WIOD 2013 (NACE
 * Rev. 1.1), by the titles of both: a modelling choice where they do not nest.
 */
export const oecd45ToWiod35 = sectorKey(`
01 02|c1|whole
03 04 05|c2|whole
06|c3|whole
07|c4 c5|textiles, clothes and leather are one industry: both sectors grow with it
08|c6|whole
09|c7|whole; publishing, which NACE Rev. 1.1 puts here, is in 33
10|c8|whole
11 12|c9|whole
13|c10|whole
14|c11|whole
15 16|c12|whole
17 18|c14|whole
19|c13|whole
20 21|c15|whole
22|c16|with repair of machinery, which NACE Rev. 1.1 puts in c13
23|c17|whole
24|c17 c34|water supply belongs to c17, sewerage and waste to c34, and the industry is one: both grow with it
25|c18|whole
26|c19 c20 c21|trade is one industry: the three sectors grow with it
27|c23|whole
28|c24|whole
29|c25|whole
30|c26|whole
31 34|c27|whole
32|c22|whole
33|c34|audiovisual and broadcasting; publishing belongs to c7 and cannot be taken out
35|c30|whole
36|c28|whole
37|c29|whole
38 39|c30|with travel agencies, which NACE Rev. 1.1 puts in c26
40|c31|whole
41|c32|whole
42|c33|whole
43 44|c34|whole
45|c35|whole
`);
