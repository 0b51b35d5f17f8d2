import { messages, type Sentence } from "../message/message.ts";
import type { Evidence } from "./evidence.ts";

const texts = messages("quantity", {
  otherTablesOfSf6: {
    en: "By the table's lifetime of 3,200 years. Some tables in use carry a GWP100 of 24,300 for AR6; no data file of Table 7.SM.7 that was read has it. The printed table was not at hand.",
    zh: "按该表 3200 年的寿命计。一些通行的表格给出 AR6 的 GWP100 为 24300；查阅过的表 7.SM.7 各数据文件中均无此值。未见到印刷版原表。",
  },
});

/**
 * Global warming potentials and global temperature-change potentials, kg CO2e per kg, as published.
 * Columns: SAR GWP100, TAR GWP100, AR4 GWP100, AR5 GWP100, AR5 GWP100 with climate-carbon feedbacks, AR6 GWP100, TAR GWP20,
 * AR6 GWP20, TAR GWP500, AR6 GWP500, AR6 GTP100; "-" where the report has none. Collected by
 * openclimatedata/globalwarmingpotentials 0.13.1 (CC0) from: SAR, AR4 and AR5 by the GHG Protocol's table of 16 February
 * 2016; TAR WG1 Table 6.7; AR5 WG1 Tables 8.7 and 8.SM.16; AR6 WG1 Table 7.SM.7.
 */
const published = `
CH4 21 23 25 28 34 27.9 62 81.2 7 7.95 5.38
N2O 310 296 298 265 298 273 275 273 156 130 233
CFC11 3800 4600 4750 4660 5352 6230 6300 8320 1600 2090 3540
CFC12 8100 10600 10900 10200 11547 12500 10200 12700 5200 5710 10400
CFC13 - 14000 14400 13900 15451 16200 10000 12400 16300 17500 18800
CFC113 4800 6000 6130 5820 6586 6520 6100 6860 2700 2830 5210
CFC114 - 9800 10000 8590 9615 9430 7500 8260 8700 6150 9410
CFC115 - 7200 7370 7670 8516 9600 4900 7410 9900 9880 11000
Halon1301 5400 6900 7140 6290 7154 7200 7900 8320 2700 2750 5060
Halon1211 - 1300 1890 1750 2070 1930 3600 4920 390 552 406
Halon2402 - - 1640 1470 1734 2170 - 4070 - 639 702
Halon1202 - - - - 280 216 - 775 - 61.5 39.3
CCl4 1400 1800 1400 1730 2019 2200 2700 3810 580 658 810
CH3Br - 5 5 2 3 2.43 16 8.74 1 0.692 0.438
CH2Br2 - 1 - - - - 5 - - - -
CHBrF2 - 470 - - - - 1500 - 150 - -
CH3CCl3 100 140 146 160 193 161 450 567 42 46 29.7
HCFC21 - 210 - 148 179 160 700 575 65 45.6 29
HCFC22 1500 1700 1810 1760 2106 1960 4800 5690 540 560 379
HCFC123 90 120 77 79 96 90.4 390 325 36 25.8 16.4
HCFC124 470 620 609 527 635 597 2000 2070 190 170 110
HCFC141b 600 700 725 782 938 860 2100 2710 220 246 162
HCFC142b 1800 2400 2310 1980 2345 2300 5200 5510 740 658 514
HCFC225ca - 180 122 127 155 137 590 491 55 39 24.8
HCFC225cb - 620 595 525 633 568 2000 1960 190 162 105
HFC23 11700 12000 14800 12400 13856 14600 9400 12400 10000 10500 15100
HFC32 650 550 675 677 817 771 1800 2690 170 220 142
HFC41 150 97 - 116 141 135 330 485 30 38.6 24.6
HFC125 2800 3400 3500 3170 3691 3740 5900 6740 1100 1110 1300
HFC134 1000 1100 - 1120 1337 1260 3200 3900 330 361 239
HFC134a 1300 1300 1430 1300 1549 1530 3300 4140 400 436 306
HFC143 300 330 - 328 397 364 1100 1300 100 104 66.6
HFC143a 3800 4300 4470 4800 5508 5810 5500 7840 1600 1940 3250
HFC152 - 43 - 16 20 21.5 140 77.6 13 6.14 3.89
HFC152a 140 120 124 138 167 164 410 591 37 46.8 29.8
HFC161 - 12 - 4 4 4.84 40 17.4 4 1.38 0.872
HFC227ea 2900 3500 3220 3350 3860 3600 5600 5850 1100 1100 1490
HFC236cb - 1300 - 1210 1438 1350 3300 3750 390 387 268
HFC236ea - 1200 - 1330 1596 1500 3600 4420 390 428 288
HFC236fa 6300 9400 9810 8060 8998 8690 7500 7450 7100 6040 8870
HFC245ca 560 640 - 716 863 787 2100 2680 200 225 146
HFC245fa - 950 1030 858 1032 962 3000 3170 300 274 180
HFC365mfc - 890 794 804 966 914 2600 2920 280 261 172
HFC4310mee 1300 1500 1640 1650 1952 1600 3700 3960 470 458 347
SO2F2 - - - 4090 4732 4630 - 7510 - 1410 1920
SF6 23900 22200 22800 23500 26087 25200 15100 18300 32400 34100 30600
NF3 - 10800 17200 16100 17885 17400 7700 13400 13100 18200 20000
CF4 6500 5700 7390 6630 7349 7380 3900 5300 8900 10600 9050
C2F6 9200 11900 12200 11100 12340 12400 8000 8940 18000 17500 15200
C3F8 7000 8600 8830 8900 9878 9290 5900 6770 12400 12400 11200
cC4F8 8700 10000 10300 9540 10592 10200 6800 7400 14500 13800 12400
C4F10 7000 8600 8860 9200 10213 10000 5900 7300 12400 13400 12100
C5F12 7500 8900 9160 8550 9484 9220 6000 6680 13200 12700 11200
C6F14 7400 9000 9300 7910 8780 8620 6100 6260 13200 11600 10500
C7F16 - - - 7820 8681 8410 - 6120 - 11300 10200
C8F18 - - - 7620 8456 8260 - 6010 - 11100 10000
C10F18 - - - 7190 7977 7480 - 5480 - 9780 9010
SF5CF3 - - 17700 17400 19396 18500 - 13900 - 21100 21600
cC3F6 - - - 9200 10208 - - - - - -
HFE125 - 14900 14900 12400 13951 14300 12900 13500 9200 7680 13100
HFE134 - 6100 6320 5560 6512 6630 10500 12700 2000 1940 2060
HFE143a - 750 756 523 632 616 2500 2170 230 176 113
HCFE235da2 - 340 350 491 595 539 1100 1930 110 154 98.4
HFE245cb2 - 580 708 654 790 747 1900 2630 180 213 137
HFE245fa2 - 570 659 812 981 878 1900 3060 180 251 162
HFE254cb2 - 30 - - - - 99 - 9 - -
HFE347mcc3 - 480 575 530 641 576 1600 2020 150 164 106
HFE347pcf2 - - 580 889 1072 980 - 3370 - 279 181
HFE356pcc3 - 110 110 413 500 277 360 995 33 79 50.4
HFE569sf2 - - 59 57 69 60.7 - 219 - 17.3 11
HFE4310pccc124 - - 1870 2820 3353 3220 - 8720 - 920 647
HFE236ca12 - - 2800 5350 6260 6060 - 11700 - 1770 1860
HFE338pcc13 - - 1500 2910 3466 3320 - 9180 - 948 657
HFE227ea - 1500 - 6450 7377 7520 4200 9800 460 2570 4440
HFE236ea2 - 960 - 1790 2143 2590 3100 7020 300 741 521
HFE236fa - 470 - 979 1177 1100 1600 3670 150 315 205
HFE245fa1 - 280 - 828 997 934 940 3170 86 266 173
HFE263fb2 - 11 - 1 2 - 37 - 3 - -
HFE329mcc2 - 890 - 3070 3598 3770 2800 7550 280 1100 1090
HFE338mcf2 - 540 - 929 1118 1040 1800 3460 170 297 194
HFE347mcf2 - 360 - 854 1028 963 1200 3270 110 275 179
HFE356mec3 - 98 - 387 468 264 330 949 30 75.3 48
HFE356pcf2 - 260 - 719 867 831 860 2870 80 237 154
HFE356pcf3 - 430 - 446 540 484 1500 1730 130 138 88.4
HFE365mcf3 - 11 - - 1 1.6 38 5.77 4 0.457 0.289
HFE374pc2 - 540 - 627 758 12.5 1800 45 170 3.56 2.25
HFE7100 - 390 - - - - 1300 - 120 - -
HFE7200 - 55 - - - - 190 - 17 - -
PFPMIE - - 10300 9710 10789 10300 - 7750 - 11700 12000
CHCl3 4 30 - 16 20 20.6 100 74.2 9 5.87 3.72
CH2Cl2 9 10 8.7 9 11 11.2 35 40.2 3 3.18 2.01
CH3Cl - 16 13 12 15 5.54 55 19.9 5 1.58 1
Halon1201 - - - 376 454 380 - 1340 - 108 69.8
CH3OCH3 - 1 - - - - 1 - - - -
(CF3)2CFOCH3 - 330 - - - - 1100 - 100 - -
CF3CH2OH - 57 - - - - 190 - 18 - -
CF3CF2CH2OH - 40 - - - - 140 - 13 - -
(CF3)2CHOH - 190 - - - - 640 - 59 - -
(CF3)2CHOCHF2 - 370 - - - - 1200 - 110 - -
(CF3)2CHOCH3 - 26 - - - - 88 - 8 - -
HGalden1040x - 1800 - - - - 5900 - 560 - -
HG10 - 2700 - - - - 7500 - 850 - -
HG01 - 1500 - - - - 4700 - 450 - -
CF3I - 1 - - - - 1 - - - -
-(CF2)4CH(OH)- - 70 - - - - 240 - 22 - -
HFO1234yf - - - - - 0.501 - 1.81 - 0.143 0.09
`;

const columns = [
  "SAR.GWP100",
  "TAR.GWP100",
  "AR4.GWP100",
  "AR5.GWP100",
  "AR5CCF.GWP100",
  "AR6.GWP100",
  "TAR.GWP20",
  "AR6.GWP20",
  "TAR.GWP500",
  "AR6.GWP500",
  "AR6.GTP100",
] as const;

/** The value of a gas in a metric, with its source. */
export interface MetricValue {
  readonly value: number;
  readonly source: string;
  /** Evidence for the value. */
  readonly status: Evidence;
  /** Where it was read; null if it is from memory. */
  readonly read: string | null;
  /** Contradictions between sources; null if none was found. */
  readonly note: Sentence | null;
}

const sources: Readonly<Record<string, string>> = {
  SAR: "IPCC SAR (1995), by the GHG Protocol's table of 2016",
  TAR: "IPCC TAR WG1 (2001), Table 6.7",
  AR4: "IPCC AR4 WG1 (2007), by the GHG Protocol's table of 2016",
  AR5: "IPCC AR5 WG1 (2013), Table 8.A.1, by the GHG Protocol's table of 2016",
  AR5CCF: "IPCC AR5 WG1 (2013), Tables 8.7 and 8.SM.16, with climate-carbon feedbacks",
  AR6: "IPCC AR6 WG1 (2021), Table 7.SM.7",
};

const collected = "openclimatedata/globalwarmingpotentials 0.13.1";
const authors = "the chapter authors' file: chrisroadmap/ar6 data_output/7sm/metrics_supplement_cleaned.csv";
const epa = "US EPA LCIAformatter: USEPA/LCIAformatter@48d19af1 lciafmt/data/IPCC_GWP_values.csv";

const values = new Map<string, Map<string, MetricValue>>();

function put(metric: string, gas: string, of: Omit<MetricValue, "note"> & { readonly note?: Sentence | null }): void {
  let gases = values.get(metric);
  if (!gases) {
    const one = { value: 1, source: "by definition", status: "source", read: "by definition", note: null } as const;
    gases = new Map([["CO2", one]]);
    values.set(metric, gases);
  }
  gases.set(gas, { note: null, ...of });
}

for (const line of published.trim().split("\n")) {
  const [gas, ...cells] = line.split(" ");
  columns.forEach((metric, i) => {
    if (cells[i] === "-") return;
    const report = metric.split(".")[0]!;
    const read = report === "AR6" ? `${collected}, from ${authors}` : collected;
    put(metric, gas!, { value: Number(cells[i]), source: sources[report]!, status: "transcription", read });
  });
}

// SF6 was checked against the authors' own file and a third copy: other tables have 24,300, which is in none of them.
for (const metric of ["AR6.GWP20", "AR6.GWP100", "AR6.GWP500", "AR6.GTP100"]) {
  put(metric, "SF6", {
    ...values.get(metric)!.get("SF6")!,
    status: "source",
    read: `${authors} (commits 0916f81e and a4e57387)${metric.includes("GWP") ? `; ${epa}, too` : ""}`,
    note: texts.otherTablesOfSf6(),
  });
}

// AR6 distinguishes methane by the origin of its carbon (the resulting CO2 counts only for fossil methane): WG1 Table 7.15.
const ar6Methane = [
  ["AR6.GWP100", "CH4 fossil", 29.8, "GHG Protocol, Global Warming Potential Values (August 2024)"],
  ["AR6.GWP100", "CH4 biogenic", 27.0, "GHG Protocol, Global Warming Potential Values (August 2024)"],
  ["AR6.GWP20", "CH4 fossil", 82.5, "two public copies that name the table"],
  ["AR6.GWP20", "CH4 biogenic", 79.7, "two public copies that name the table"],
  ["AR6.GWP500", "CH4 fossil", 10.0, null],
  ["AR6.GWP500", "CH4 biogenic", 7.2, "two public copies by one author"],
  ["AR6.GTP100", "CH4 fossil", 7.5, null],
  ["AR6.GTP100", "CH4 biogenic", 4.7, "one public copy"],
] as const;
for (const [metric, gas, value, read] of ar6Methane)
  put(metric, gas, {
    value,
    source: "IPCC AR6 WG1 (2021), Table 7.15",
    status: read === null ? "memory" : "transcription",
    read,
  });

for (const [metric, gas, value, read] of [
  ["AR5.GWP100", "CH4 fossil", 30, epa],
  ["AR5.GWP20", "CH4", 84, epa],
  ["AR5.GWP20", "N2O", 264, epa],
  ["AR5CCF.GWP20", "CH4", 86, null],
  ["AR5.GTP100", "CH4", 4, null],
  ["AR5.GTP100", "N2O", 234, null],
  ["AR4.GWP20", "CH4", 72, epa],
  ["AR4.GWP20", "N2O", 289, epa],
  ["AR4.GWP500", "CH4", 7.6, epa],
  ["AR4.GWP500", "N2O", 153, epa],
] as const) {
  // The GHG Protocol's table has only 100 years; for other horizons the source is the report itself.
  const source = sources[metric.split(".")[0]!]!.replace(/, by the GHG Protocol's table.*/, "");
  put(metric, gas, { value, source, status: read === null ? "memory" : "transcription", read });
}

// The metric for reporting under the Paris Agreement (decision 18/CMA.1): AR5 over 100 years, one value for all methane.
for (const [gas, of] of values.get("AR5.GWP100")!)
  if (gas !== "CH4 fossil" && gas !== "CO2") put("UNFCCC.GWP100", gas, of);

/** The value of one gas in a metric; methane's origins are "CH4 fossil" and "CH4 biogenic". */
export function publishedValue(metric: string, gas: string): MetricValue | undefined {
  return values.get(metric)?.get(gas);
}

/** All metrics, e.g. `AR6.GWP100`. */
export const metrics: readonly string[] = [...values.keys()];

/** The gases with a value in any metric, without methane's origins. */
export const metricGases: readonly string[] = [
  ...new Set([...values.values()].flatMap((gases) => [...gases.keys()])),
].filter((gas) => !gas.includes(" "));
