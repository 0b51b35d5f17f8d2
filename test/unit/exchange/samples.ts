/** Small archives in the exact layouts of the publishers, each with its oddities. */
const tabbed = (rows: readonly (readonly (string | number)[])[], end = "\n") =>
  rows.map((row) => row.join("\t")).join(end) + end;
const commas = (rows: readonly (readonly (string | number)[])[], end = "\n") =>
  rows.map((row) => row.join(",")).join(end) + end;

const labels = [
  ["AT", "Wheat"],
  ["AT", "Steel"],
  ["WA", "Wheat"],
  ["WA", "Steel"],
] as const;
const Z = [
  [1, 2, 0, 4],
  [5, 6, 7, 0],
  [0, 0, 3, 1],
  [2, 1, 0, 8],
];
const Y = [
  [10, -1, 3, 0],
  [4, 2, 0, 1],
  [0, 1, 20, 2],
  [3, 0, 9, 5],
];
export const sums = Z.map((row, i) => [...row, ...Y[i]!].reduce((a, b) => a + b, 0));
export const numbers = { Z, Y };
const demand = [
  ["AT", "Households"],
  ["AT", "Inventories"],
  ["WA", "Households"],
  ["WA", "Inventories"],
] as const;
const of = (list: readonly (readonly [string, string])[], at: 0 | 1) => list.map((label) => label[at]);

const folder = "IOT_2011_ixi/";
const account = (
  rows: readonly (readonly (string | number)[])[],
  list: typeof labels | typeof demand,
  second: string,
) => tabbed([["region", ...of(list, 0)], [second, ...of(list, 1)], ["stressor", ...list.map(() => "")], ...rows]);

/** EXIOBASE 3 as zipped: Z and its fellows below a folder of its own, the satellite account in another, CRLF in one file. */
export const exiobase: Record<string, string> = {
  [`${folder}Z.txt`]: tabbed([
    ["region", "", ...of(labels, 0)],
    ["sector", "", ...of(labels, 1)],
    ["region", "sector", "", "", "", ""],
    ...Z.map((row, i) => [...labels[i]!, ...row]),
  ]),
  [`${folder}Y.txt`]: tabbed(
    [
      ["region", "", ...of(demand, 0)],
      ["category", "", ...of(demand, 1)],
      ["region", "sector", "", "", "", ""],
      ...Y.map((row, i) => [...labels[i]!, ...row]),
    ],
    "\r\n",
  ),
  [`${folder}x.txt`]: tabbed([["region", "sector", "indout"], ...sums.map((x, i) => [...labels[i]!, x])]),
  [`${folder}unit.txt`]: tabbed([["region", "sector", "unit"], ...labels.map((label) => [...label, "M.EUR"])]),
  [`${folder}satellite/F.txt`]: account(
    [
      ["Value Added", 1, 2, 3, 4],
      ["CO2 - combustion - air", 100, 200, 300, 400],
      ["CH4 - agriculture - air", "", 1e-3, 0, 0.5],
    ],
    labels,
    "sector",
  ),
  [`${folder}satellite/F_Y.txt`]: account(
    [
      ["Value Added", 0, 0, 0, 0],
      ["CO2 - combustion - air", 7, 0, 9, 0],
      ["CH4 - agriculture - air", 0, 0, 0, 0],
    ],
    demand,
    "category",
  ),
  [`${folder}satellite/unit.txt`]: tabbed([
    ["stressor", "unit"],
    ["Value Added", "M.EUR"],
    ["CO2 - combustion - air", "kg"],
    ["CH4 - agriculture - air", "kg"],
  ]),
  [`${folder}impacts/F.txt`]: "made of the others\n",
};

/** OECD ICIO: China in two parts beside itself, DISC without region, TLS and VA below, OUT at both ends, a mark before all. */
const icioRows = ["AUS_A01_02", "AUS_B", "CHN_A01_02", "CHN_B", "CN1_A01_02", "CN1_B", "CN2_A01_02", "CN2_B"];
const icioColumns = [...icioRows, "AUS_HFCE", "AUS_INVNT", "CHN_HFCE", "CHN_INVNT", "AUS_DPABR", "DISC", "OUT"];
export const icio: Record<string, string> = {
  "ICIO2021_2018.csv": `\ufeff${commas(
    [
      ["", ...icioColumns],
      ["AUS_A01_02", 1, 2, 0, 0, 3, 1, 2, 2, 10, -1, 3, 0, 1, 0.5, 24.5],
      ["AUS_B", 2, 2, 0, 0, 1, 1, 1, 1, 5, 0, 2, 0, 0, 0, 15],
      ["CHN_A01_02", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ["CHN_B", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ["CN1_A01_02", 1, 1, 0, 0, 4, 1, 1, 0, 1, 0, 9, 1, 0, 0, 19],
      ["CN1_B", 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 4, 0, 0, 0, 7],
      ["CN2_A01_02", 2, 0, 0, 0, 1, 0, 1, 1, 2, 0, 1, 0, 0, 0, 8],
      ["CN2_B", 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 3, 0, 0, 0, 6],
      ["TLS", 1, 1, 0, 0, 1, 1, 1, 1, 2, 0, 2, 0, 0, 0, 0],
      ["VA", 17, 8, 0, 0, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
      ["OUT", 24.5, 15, 0, 0, 19, 7, 8, 6, 0, 0, 0, 0, 0, 0, 0],
    ],
    "\r\n",
  )}`,
  "emissions_2018.csv": commas([
    ["stressor", "AUS_A01_02", "AUS_B", "CN1_A01_02", "CN2_A01_02", "CHN_B", "AUS_HFCE"],
    ["CO2 (Mt)", 5, 6, 1, 2, 4, 0.5],
  ]),
};

/** FIGARO as matrix: the rest of the world is FIGW1, and value added stands in the domestic economy W2. */
const figaroColumns = ["AT_A01", "AT_B", "FIGW1_A01", "FIGW1_B", "AT_P3_S14", "AT_P5M", "FIGW1_P3_S14", "FIGW1_P5M"];
const figaroNumbers = Z.map((row, i) => [...row, ...Y[i]!]);
export const figaroMatrix: Record<string, string> = {
  "matrix_eu-ic-io_ind-by-ind_23ed_2021.csv": commas([
    ["rowLabels", ...figaroColumns],
    ...figaroNumbers.map((row, i) => [figaroColumns[i]!, ...row]),
    ["W2_D21X31", 1, 1, 1, 1, 2, 0, 2, 0],
    ["W2_B2A3G", 2, 3, 4, 5, 0, 0, 0, 0],
  ]),
};
const figaroOf = (label: string) => [label.slice(0, label.indexOf("_")), label.slice(label.indexOf("_") + 1)] as const;
export const figaroFlat: Record<string, string> = {
  "flatfile_eu-ic-io_ind-by-ind_23ed_2021.csv": commas([
    ["icioiRow", "icioiCol", "refArea", "rowIi", "counterpartArea", "colIi", "obsValue"],
    ...figaroNumbers.flatMap((row, i) =>
      row.map((value, j) => [
        figaroColumns[i]!,
        figaroColumns[j]!,
        ...figaroOf(figaroColumns[i]!),
        ...figaroOf(figaroColumns[j]!),
        value,
      ]),
    ),
    ...[1, 1, 1, 1, 2, 0, 2, 0].map((value, j) => [
      "W2_D21X31",
      figaroColumns[j]!,
      "W2",
      "D21X31",
      ...figaroOf(figaroColumns[j]!),
      value,
    ]),
    ...[2, 3, 4, 5].map((value, j) => [
      "W2_B2A3G",
      figaroColumns[j]!,
      "W2",
      "B2A3G",
      ...figaroOf(figaroColumns[j]!),
      value,
    ]),
  ]),
};

/** The sheet of WIOD 2013 saved as CSV: title lines, four lines of labels, quoted names, ROM and RoW, totals at the end. */
export const wiodSheet: Record<string, string> = {
  "WIOT11_ROW_Sep12.csv": commas([
    ["Intercountry Input-Output Table 2011", "", "", "", "", "", "", "", "", "", "", "", ""],
    ["(industry-by-industry)", "", "", "", "", "", "", "", "", "", "", "", ""],
    ["(millions of US$)", "", "", "", "AtB", "C", "AtB", "C", "", "", "", "", ""],
    [
      "",
      "",
      "",
      "",
      '"Agriculture, hunting"',
      "Mining",
      '"Agriculture, hunting"',
      "Mining",
      "Households",
      "Inventories",
      "Households",
      "Inventories",
      "Total",
    ],
    ["", "", "", "", "ROM", "ROM", "RoW", "RoW", "ROM", "ROM", "RoW", "RoW", "TOT"],
    ["", "", "", "", "c1", "c2", "c1", "c2", "c37", "c42", "c37", "c42", ""],
    ...figaroNumbers.map((row, i) => [
      i % 2 === 0 ? "AtB" : "C",
      i % 2 === 0 ? '"Agriculture, hunting"' : "Mining",
      i < 2 ? "ROM" : "RoW",
      i % 2 === 0 ? "c1" : "c2",
      ...row,
      sums[i]!,
    ]),
    ["", "Total intermediate consumption", "TOT", "r60", 8, 9, 10, 13, 0, 0, 0, 0, 0],
    ["", "taxes less subsidies on products", "TOT", "r99", 1, 1, 1, 1, 2, 0, 2, 0, 0],
    ["", "Value added at basic prices", "TOT", "r64", 2, 3, 4, 5, 0, 0, 0, 0, 0],
    ["", "Output at basic prices", "TOT", "r69", 11, 12, 15, 19, 0, 0, 0, 0, 0],
  ]),
};

/** The table of the R release of WIOD 2016: one header, five label columns. */
export const wiodR: Record<string, string> = {
  "WIOT2014_October16_ROW.csv": commas([
    [
      "IndustryCode",
      "IndustryDescription",
      "Country",
      "RNr",
      "Year",
      "AUS1",
      "AUS2",
      "ROW1",
      "ROW2",
      "AUS57",
      "AUS61",
      "ROW57",
      "ROW61",
      "TOT",
    ],
    ...figaroNumbers.map((row, i) => [
      i % 2 === 0 ? "A01" : "B",
      i % 2 === 0 ? '"Crop, animal"' : "Mining",
      i < 2 ? "AUS" : "ROW",
      (i % 2) + 1,
      2014,
      ...row,
      sums[i]!,
    ]),
    ["II_fob", "Total intermediate consumption", "TOT", 65, 2014, 8, 9, 10, 13, 0, 0, 0, 0, 0],
    ["TXSP", "taxes less subsidies on products", "TOT", 66, 2014, 1, 1, 1, 1, 2, 0, 2, 0, 0],
    ["VA", "Value added at basic prices", "TOT", 70, 2014, 2, 3, 4, 5, 0, 0, 0, 0, 0],
    ["GO", "Output at basic prices", "TOT", 73, 2014, 11, 12, 15, 19, 0, 0, 0, 0, 0],
  ]),
};

/** Eora26: bare numbers, labels with a tab at the end, and the statistical discrepancy as a region of one sector. */
const bare = (rows: readonly (readonly number[])[]) => tabbed(rows);
export const eora: Record<string, string> = {
  "Eora26_2015_bp/Eora26_2015_bp_T.txt": bare([...Z.map((row) => [...row, 0.5]), [0, 0, 0, 0, 0]]),
  "Eora26_2015_bp/Eora26_2015_bp_FD.txt": bare([...Y.map((row) => [...row, 0]), [0, 0, 0, 0, 1]]),
  "Eora26_2015_bp/Eora26_2015_bp_Q.txt": bare([
    [100, 200, 300, 400, 0],
    [1, 1, 1, 1, 0],
  ]),
  "Eora26_2015_bp/Eora26_2015_bp_QY.txt": bare([
    [7, 0, 9, 0, 0],
    [0, 0, 0, 0, 0],
  ]),
  "indices/labels_T.txt": [
    "Austria\tAUT\tIndustries\tAgriculture\t",
    "Austria\tAUT\tIndustries\tMining\t",
    "World\tWLD\tIndustries\tAgriculture\t",
    "World\tWLD\tIndustries\tMining\t",
    "Statistical Discrepancies\tROW\tTOTAL\tTOTAL\t",
  ].join("\n"),
  "indices/labels_FD.txt": [
    "Austria\tAUT\tFinal Demand\tHousehold\t",
    "Austria\tAUT\tFinal Demand\tInventories\t",
    "World\tWLD\tFinal Demand\tHousehold\t",
    "World\tWLD\tFinal Demand\tInventories\t",
    "Statistical Discrepancies\tROW\tFinal Demand\tTotal\t",
  ].join("\n"),
  "indices/labels_Q.txt": ["I-GHG-CO2 emissions (Gg)\tfrom PRIMAP\t", "Crop area (ha)\tBarley\t"].join("\n"),
};

/** GLORIA: region by region industries, then products. Each industry makes its own product; wheat is partly made by steel. */
const gloriaRows = 8;
function gloriaFlows(): number[][] {
  const T = Array.from({ length: gloriaRows }, () => new Array<number>(gloriaRows).fill(0));
  for (const region of [0, 1]) {
    const at = region * 4;
    T[at]![at + 2] = 30;
    T[at + 1]![at + 2] = 10;
    T[at + 1]![at + 3] = 20;
  }
  // What industries use of products: the rows and columns of Z above.
  Z.forEach((row, i) => {
    row.forEach((value, j) => {
      T[Math.floor(i / 2) * 4 + 2 + (i % 2)]![Math.floor(j / 2) * 4 + (j % 2)] = value;
    });
  });
  return T;
}
const gloriaDemand = Array.from({ length: gloriaRows }, (_, i) => {
  const product = (i % 4) - 2;
  return Array.from({ length: 12 }, (_, j) =>
    product < 0 || j % 6 > 1 ? 0 : Y[Math.floor(i / 4) * 2 + product]![Math.floor(j / 6) * 2 + (j % 6)]!,
  );
});
export const gloria: Record<string, string> = {
  "20240111_120secMother_AllCountries_002_T-Results_2021_059_Markup001(full).csv": commas(gloriaFlows()),
  "20240112_120secMother_AllCountries_002_Y-Results_2021_059_Markup001(full).csv": commas(gloriaDemand),
  "20240110_120secMother_AllCountries_002_TQ-Results_2021_059_Markup001(full).csv": commas([
    [100, 200, 0, 0, 300, 400, 0, 0],
  ]),
  "20240110_120secMother_AllCountries_002_YQ-Results_2021_059_Markup001(full).csv": commas([
    [7, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0],
  ]),
  "Regions.csv": "Lfd_Nr,Region_acronyms,Region_names\n1,AUT,Austria\n2,WLD,World\n",
  "Sectors.csv": 'Lfd_Nr,Sector_names\n1,"Growing wheat, barley"\n2,Basic iron\n',
  "Satellites.csv": "Lfd_Nr,Sat_indicator,Sat_unit\n1,co2_excl_short_cycle_org_c_total_EDGAR,kt\n",
};

export const emerging: Record<string, string> = {
  "EMERGING_2019_z.csv": commas(Z),
  "EMERGING_2019_f.csv": commas(Y),
  "EMERGING_2019_e.csv": commas([[100, 200, 300, 400]]),
  "EMERGING_2019_ey.csv": commas([[7, 0, 9, 0]]),
  "Regions.csv": "code\nAUT\nWLD\n",
  "Sectors.csv": "sector\nAgriculture\nMining\n",
  "stressors.csv": "stressor,unit\nCO2,Mt\n",
};
