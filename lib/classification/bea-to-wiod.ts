import { sectorKey } from "./sector-key.ts";

/**
 * From the 138 commodities of the US Bureau of Economic Analysis' tables of trade in value added (NAICS) to the 35 sectors of WIOD
 * 2013 (NACE Rev. 1.1), by the titles of both: a modelling choice where they do not nest.
 */
export const beaToWiod35 = sectorKey(`
111 112 113FF|c1|whole
211 212 213|c2|whole
311 3121 3122|c3|whole
313TT|c4|whole
315AL|c4 c5|clothes and leather are one commodity: both sectors grow with it
321|c6|whole
322 323|c7|whole
5111|c7|NACE Rev. 1.1 puts publishing with printing
324|c8|whole
3251 3252 3254 325X|c9|whole
326|c10|whole
327|c11|whole
3311IS 3313NF 332|c12|whole
33311 33312 33313 3332OM|c13|whole
3341 3342 3344 3345 334X 335|c14|with household appliances, which NACE Rev. 1.1 puts in c13
3391|c14|medical equipment is in NACE Rev. 1.1 33, optical and medical instruments
336111 336112 33612 3362BP 3364 3365AO|c15|whole
337 3399|c16|whole
2211 2212NW|c17|with sewage, which NACE Rev. 1.1 puts in c34
23EH 23MR 23OC 23OR 23OT 23PC 23SF 23TH|c18|whole
4231|c19|wholesale of motor vehicles
441 447|c19|whole
811|c19|repair of motor vehicles and of other goods are one commodity
4234 4236 4238 423X 4242 4244 4247 424X 425|c20|whole
42ID||customs duties are no delivery of a sector abroad
444 445 446 448 452 454 4A0X|c21|whole
721 722|c22|whole
482 484 485 486|c23|whole
483|c24|whole
481|c25|whole
48A 493|c26|whole
492|c27|couriers
5171 5172 5174OT|c27|whole
521CI 523 524113 5241XX 5242 525|c28|whole
HSO HST ORE|c29|whole
532RL 5112 518 519 5411 5412 5413 5415 5416 5417 5418 541X 55 5613 5617 561X|c30|whole; with travel agencies, which NACE Rev. 1.1 puts in c26
GFGD GFGN GSLGO|c31|whole
GFE GSLE|c31|government enterprises: post, utilities and transport cannot be told apart
61 GSLGE|c32|whole
6211 6212 6213 6214 6215OH 622 623 624 GSLGH|c33|whole
512 515 562 711AS 713 812 813|c34|whole
814|c35|whole
Other||noncomparable imports and the adjustment of the rest of the world have no origin by sector
Used||scrap and used goods have no sector that makes them
`);

/** The seven origins of the import matrices and the regions of WIOD 2013 in each. The titles decide; EU members are Europe. */
export const beaOrigins: Readonly<Record<string, readonly string[]>> = {
  Canada: ["CAN"],
  China: ["CHN"],
  Europe:
    "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU RUS SVK SVN SWE TUR".split(
      " ",
    ),
  Japan: ["JPN"],
  Mexico: ["MEX"],
  "Rest of Asia and Pacific": ["AUS", "IDN", "IND", "KOR", "TWN"],
  // The rest of the world of WIOD has countries of Europe and of Asia, too; their imports cannot be told apart.
  "Rest of World": ["BRA", "ROW"],
};
