import type { Charts } from "../../kernel/charts/chart-options.ts";

/** A chart on fixed rows. The numbers are made up or rounded: what is tested is how they are drawn. */
export interface ChartCase {
  readonly name: string;
  draw(charts: Charts, width: number): Element;
}

/** Rectangles by country, as a map of few corners. */
function atlasOf(
  boxes: readonly (readonly [iso3: string, name: string, west: number, south: number, east: number, north: number])[],
) {
  const ring = ([, , west, south, east, north]: (typeof boxes)[number]) => [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  return {
    type: "Topology",
    arcs: boxes.map(ring),
    objects: {
      countries: {
        type: "GeometryCollection",
        geometries: boxes.map(([iso3, name], i) => ({ type: "Polygon", arcs: [[i]], properties: { iso3, name } })),
      },
    },
  };
}

const atlas = atlasOf([
  ["CHN", "China", 75, 20, 130, 50],
  ["USA", "United States", -125, 28, -70, 49],
  ["RUS", "Russia", 30, 52, 178, 75],
  ["BRA", "Brazil", -70, -30, -38, 2],
  ["AUS", "Australia", 115, -38, 152, -12],
  ["ZAF", "South Africa", 17, -34, 32, -22],
  ["CHE", "Switzerland", 5, 45, 12, 48],
  ["GRL", "Greenland", -60, 60, -25, 82],
]);

const places = ["China", "United States", "Rest of the world", "Japan", "Germany", "United Kingdom", "South Korea"];
const transfers = places.flatMap((origin, i) =>
  places.map((destination, j) => ({
    origin,
    destination,
    value: Math.round(9000 / ((i + 2) * (j + 3) + ((i * 7 + j * 5) % 6))) / 10,
  })),
);

const balances = [
  ["China", 9782.4, 8140.9],
  ["United States", 5262.1, 6073.6],
  ["India", 1836.2, 1814.4],
  ["Russia", 1796.5, 1399.5],
  ["Japan", 1256.9, 1496.1],
  ["Bolivia (Plurinational State of)", 21.3, 22.6],
  ["Democratic Republic of the Congo", 3.1, 5.9],
].map(([name, production, consumption]) => ({ name, production, consumption }));

const hours = Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour) => {
  const sun = Math.max(0, Math.sin(((hour - 6) / 12) * Math.PI));
  return [
    { hour, plant: "Nuclear power", gw: 40 },
    { hour, plant: "Coal", gw: Math.round(600 - 250 * sun) / 10 },
    { hour, plant: "Wind, onshore and offshore", gw: Math.round(200 + 80 * Math.sin(hour / 5)) / 10 },
    { hour, plant: "Solar", gw: Math.round(450 * sun) / 10 },
  ];
});

const years = Array.from({ length: 13 }, (_, i) => 2011 + i);

/** Every chart, in each way in which it draws. */
export const chartCases: readonly ChartCase[] = [
  {
    name: "ladder",
    draw: (charts, width) =>
      charts.ladder(
        [
          { label: "Territorial emissions", kind: "level", value: 11712, lo: 11100, hi: 11800, fill: "production" },
          {
            label: "Imports less exports",
            kind: "change",
            value: -1285,
            fill: "trade-out",
            note: "Global Carbon Budget",
          },
          { label: "Consumption emissions", kind: "level", value: 10427, fill: "consumption" },
          {
            label: "Land-use change by three bookkeeping models",
            kind: "change",
            value: 255,
            lo: -120,
            hi: 900,
            fill: "natural",
            dashed: true,
          },
          { label: "Panoramic emissions", kind: "level", value: 10682, lo: 10100, hi: 11400, dashed: true },
        ],
        { width, name: "China", unit: "Mt CO2", measure: "CO₂", year: 2022, source: "Global Carbon Budget 2025" },
      ),
  },
  {
    name: "ladder-changes",
    draw: (charts, width) =>
      charts.ladder(
        [
          { factor: "Intensity", effect: -1840.2, low: -2100, high: -1500 },
          { factor: "Recipe", effect: 320.4, low: 100, high: 420 },
          { factor: "Volume of final demand", effect: 4210.8, low: 3900, high: 4400 },
        ],
        { width, label: "factor", value: "effect", lo: "low", hi: "high", kind: () => "change", unit: "Mt CO2" },
      ),
  },
  {
    name: "balance",
    draw: (charts, width) =>
      charts.balance(balances, { width, label: "name", unit: "Mt CO2", measure: "CO₂", year: 2011, source: "WIOD" }),
  },
  {
    name: "worldMap-about-zero",
    draw: (charts, width) =>
      charts.worldMap(
        [
          { iso3: "CHN", percent: -11 },
          { iso3: "USA", percent: 9.4 },
          { iso3: "RUS", percent: -22.1 },
          { iso3: "BRA", percent: 3.2 },
          { iso3: "AUS", percent: -31.5 },
          { iso3: "ZAF", percent: -34.8 },
          { iso3: "CHE", percent: 212 },
        ],
        {
          width,
          atlas,
          code: "iso3",
          value: "percent",
          unit: "%",
          measure: "Consumption relative to production",
          names: { CHE: "Switzerland", ZAF: "South Africa" },
        },
      ),
  },
  {
    name: "worldMap",
    draw: (charts, width) =>
      charts.worldMap(
        [
          { iso3: "CHN", t: 8.2 },
          { iso3: "USA", t: 14.4 },
          { iso3: "RUS", t: 12.5 },
          { iso3: "BRA", t: 2.3 },
          { iso3: "AUS", t: 14.5 },
          { iso3: "ZAF", t: 6.7 },
          { iso3: "CHE", t: 3.6 },
        ],
        {
          width,
          atlas,
          code: "iso3",
          value: "t",
          unit: "t CO2",
          year: 2023,
          thresholds: [1, 3, 5, 10, 15],
          meaning: "production",
        },
      ),
  },
  ...(["sankey", "chord", "matrix", "bars"] as const).map((as) => ({
    name: `flows-${as}`,
    draw: (charts: Charts, width: number) =>
      charts.flows(transfers, {
        width,
        as,
        unit: "Mt CO2",
        measure: "Embodied CO₂",
        year: 2011,
        ...(as === "chord" ? { focus: "China" } : {}),
      }),
  })),
  {
    name: "paths",
    draw: (charts, width) =>
      charts.paths(
        [
          { path: ["Motor vehicles, Germany"], kt: 1111 },
          { path: ["Motor vehicles, Germany", "Electricity, Germany"], kt: 1982 },
          { path: ["Motor vehicles, Germany", "Basic metals and fabricated metal, Germany"], kt: 909 },
          {
            path: ["Motor vehicles, Germany", "Basic metals and fabricated metal, Germany", "Electricity, Germany"],
            kt: 273,
          },
          {
            path: [
              "Motor vehicles, Germany",
              "Rubber and plastics, Germany",
              "Chemicals, rest of the world",
              "Refining, Russia",
            ],
            kt: 61.5,
          },
        ],
        { width, value: "kt", total: 30979, unit: "kt CO2", year: 2011 },
      ),
  },
  {
    name: "flows-network",
    draw: (charts, width) =>
      charts.flows(
        [
          ["coal", "coke oven", 423],
          ["injected coal", "blast furnace", 103],
          ["coke oven", "blast furnace", 308],
          ["coke oven", "sinter strand", 56],
          ["coke oven", "coke oven heating", 59],
          ["coke oven heating", "coke oven", 20],
          ["coke oven heating", "air", 39],
          ["sinter strand", "air", 56],
          ["blast furnace", "stoves", 137],
          ["blast furnace", "converter", 38],
          ["blast furnace", "air", 236],
          ["stoves", "air", 137],
          ["converter", "air", 28],
          ["converter", "product", 10],
        ].map(([from, to, kg]) => ({ from, to, kg })),
        {
          width,
          as: "network",
          origin: "from",
          destination: "to",
          value: "kg",
          unit: "kg",
          measure: "Carbon through a steelworks",
          colours: { air: "production" },
        },
      ),
  },
  {
    name: "supply",
    draw: (charts, width) =>
      charts.supply(
        [
          { path: ["Module, at plant"], score: 100, own: 5 },
          { path: ["Module, at plant", "Solar cells, at plant"], score: 60, own: 10 },
          { path: ["Module, at plant", "Aluminium frame"], score: 25, own: 2 },
          { path: ["Module, at plant", "Glass, tempered"], score: 12, own: 7 },
          { path: ["Module, at plant", "Recycling of cut-offs"], score: -4, own: -4 },
          { path: ["Module, at plant", "Solar cells, at plant", "Silicon, solar grade"], score: 38, own: 3 },
          { path: ["Module, at plant", "Solar cells, at plant", "Electricity, medium voltage"], score: 9, own: 0 },
          { path: ["Module, at plant", "Aluminium frame", "Primary aluminium"], score: 21, own: 6 },
          { path: ["Module, at plant", "Aluminium frame", "Electricity, medium voltage"], score: 1, own: 0 },
          {
            path: ["Module, at plant", "Solar cells, at plant", "Silicon, solar grade", "Electricity, high voltage"],
            score: 30,
            own: 30,
          },
          {
            path: ["Module, at plant", "Aluminium frame", "Primary aluminium", "Electricity, high voltage"],
            score: 14,
            own: 14,
          },
        ],
        { width, value: "score", direct: "own", unit: "kg CO2e", measure: "Score carried along the supply chains" },
      ),
  },
  {
    name: "budget",
    draw: (charts, width) =>
      charts.budget(
        years.flatMap((year, i) => [
          {
            year,
            term: "Fossil fuels and industry",
            side: "source",
            value: 34 + i * 0.3,
            lo: 32 + i * 0.3,
            hi: 36 + i * 0.3,
          },
          {
            year,
            term: "Land-use change",
            side: "source",
            value: 5 - i * 0.05,
            lo: 2.4 - i * 0.05,
            hi: 7.6 - i * 0.05,
          },
          { year, term: "Stays in the air", side: "growth", value: 17 + ((i * 5) % 7) / 2, lo: 16.5, hi: 20.5 },
          { year, term: "Into the ocean", side: "sink", value: 9.6 + i * 0.1, lo: 8.1 + i * 0.1, hi: 11.1 + i * 0.1 },
          { year, term: "Into the land", side: "sink", value: 12 - ((i * 5) % 7) / 2, lo: 6, hi: 13 },
          { year, term: "Into cement", side: "sink", value: 0.8 },
          { year, term: "Unexplained", side: "imbalance", value: ((i * 3) % 5) / 2 - 1 },
        ]),
        { width, x: "year", unit: "Gt CO2/yr", measure: "Global carbon budget", source: "Global Carbon Budget 2025" },
      ),
  },
  {
    name: "budget-of-period",
    draw: (charts, width) =>
      charts.budget(
        [
          { term: "Fossil fuels and industry", side: "source", value: 36.4, lo: 34.6, hi: 38.2 },
          { term: "Land-use change", side: "source", value: 5.2, lo: 2.6, hi: 7.8 },
          { term: "Stays in the air", side: "growth", value: 19.1, lo: 18.4, hi: 19.8 },
          { term: "Into the ocean", side: "sink", value: 11.7, lo: 10.2, hi: 13.2 },
          { term: "Into the land", side: "sink", value: 9.1, lo: 7.1, hi: 11.1 },
          { term: "Unexplained", side: "imbalance", value: 1, lo: -2.9, hi: 4.9 },
        ],
        { width, unit: "Gt CO2/yr", year: "2014–2023", measure: "Global carbon budget" },
      ),
  },
  {
    name: "trend",
    draw: (charts, width) =>
      charts.trend(
        years.map((year, i) => ({ year, co2: 9500 + 240 * i, lo: 9000 + 210 * i, hi: 10000 + 280 * i })),
        { width, x: "year", y: "co2", lo: "lo", hi: "hi", unit: "Mt CO2", measure: "Fossil CO₂", name: "China" },
      ),
  },
  {
    name: "trend-of-several",
    draw: (charts, width) =>
      charts.trend(
        years.flatMap((year, i) => [
          { year, country: "Russia", co2: 1680 + 5 * i },
          { year, country: "Japan", co2: 1290 - 25 * i },
          { year, country: "Iran", co2: 640 + 14 * i },
          { year, country: "Germany, by the model of the Umweltbundesamt", co2: 830 - 18 * i, modelled: true },
        ]),
        {
          width,
          x: "year",
          y: "co2",
          series: "country",
          dashed: "modelled",
          unit: "Mt CO2",
          measure: "Fossil CO₂",
          colours: { Russia: "production" },
        },
      ),
  },
  {
    name: "trend-with-a-model",
    draw: (charts, width) =>
      charts.trend(
        years.map((year, i) => ({
          year,
          co2: 9500 + 240 * i,
          ...(i < 6 ? {} : { lo: 9000 + 210 * i, hi: 10000 + 280 * i, modelled: true }),
        })),
        {
          width,
          x: "year",
          y: "co2",
          lo: "lo",
          hi: "hi",
          dashed: "modelled",
          band: "band: largest error in known cases, not an interval",
          unit: "Mt CO2",
          measure: "Fossil CO₂",
        },
      ),
  },
  {
    name: "ranking",
    draw: (charts, width) =>
      charts.ranking(balances, {
        width,
        label: "name",
        value: "production",
        count: 5,
        unit: "Mt CO2",
        measure: "CO₂",
        year: 2011,
        source: "WIOD",
        colours: { Japan: "production" },
      }),
  },
  {
    name: "ranking-about-zero",
    draw: (charts, width) =>
      charts.ranking(
        [
          { iso3: "USA", change: 9.4 },
          { iso3: "BRA", change: 9.2 },
          { iso3: "CHN", change: -11 },
          { iso3: "ZAF", change: -34.8 },
        ],
        { width, label: "iso3", value: "change", unit: "%", names: { ZAF: "South Africa" }, meaning: "consumption" },
      ),
  },
  {
    name: "shares",
    draw: (charts, width) =>
      charts.shares(
        [
          { sector: "Power", mt: 4820.5 },
          { sector: "Manufacturing of basic metals and of cement", mt: 3110.2 },
          { sector: "Transport", mt: 980.4 },
          { sector: "Buildings", mt: 640.1 },
          { sector: "Waste", mt: 210.3 },
          { sector: "Forests", mt: -720.6 },
        ],
        { width, label: "sector", value: "mt", count: 4, unit: "Mt CO2e", measure: "Emissions of China", year: 2021 },
      ),
  },
  {
    name: "scatter",
    draw: (charts, width) =>
      charts.scatter(
        [
          ["Qatar", 90.2, 37.6],
          ["United States", 62.5, 15.9],
          ["Germany", 53.9, 8.5],
          ["France", 46.2, 4.8],
          ["China", 14.2, 7.6],
          ["Poland", 33.1, 8.4],
          ["India", 6.7, 1.9],
          ["Burundi", 0.8, 0.06],
        ].map(([name, usd, co2]) => ({ name, usd, co2 })),
        {
          width,
          label: "name",
          x: "usd",
          y: "co2",
          measures: ["CO₂", "GDP"],
          units: ["t CO2/person", "1000 USD/person"],
          year: 2019,
          source: "Global Carbon Budget 2025",
        },
      ),
  },
  {
    name: "tornado",
    draw: (charts, width) =>
      charts.tornado(
        [
          { label: "Price of carbon", low: 80, high: 140 },
          { label: "Discount rate", low: 120, high: 90 },
          { label: "Learning rate of electrolysers and of what stands beside them", low: 96, high: 104 },
        ],
        { width, base: 100, unit: "USD/t", measure: "Cost of capture", year: 2030 },
      ),
  },
  {
    name: "tornado-of-shares",
    draw: (charts, width) =>
      charts.tornado(
        [
          { variable: "Activity, fuel statistics", S1: 0.281, lo: 0.256, hi: 0.303 },
          { variable: "Emission factor of coal", S1: 0.717, lo: 0.68, hi: 0.752 },
        ],
        { width, label: "variable", share: "S1" },
      ),
  },
  {
    name: "distribution",
    draw: (charts, width) =>
      charts.distribution(
        Array.from({ length: 30 }, (_, i) => ({
          from: 2000 + 30 * i,
          to: 2030 + 30 * i,
          frequency: Math.round(900 * Math.exp(-(((i - 14) / 6) ** 2))),
        })),
        { width, unit: "Mt CO2", measure: "CO₂ of China", year: 2022 },
      ),
  },
  {
    name: "lorenz",
    draw: (charts, width) =>
      charts.lorenz(
        [2.1, 8.2, 14.4, 1.9, 0.4, 6.7, 3.6, 12.5].map((tonnes, i) => ({ tonnes: tonnes * (i + 1), people: i + 1 })),
        { width, value: "tonnes", weight: "people", members: "people", unit: "t CO2", measure: "Fossil CO₂" },
      ),
  },
  {
    name: "abatement",
    draw: (charts, width) =>
      charts.abatement(
        [
          ["Efficient lighting", 30, -90],
          ["Insulation of buildings built before 1990", 60, -35],
          ["Fertiliser", 8, 5],
          ["Feed", 6, 8],
          ["Heat pumps", 80, 10],
          ["Onshore wind", 200, 18],
          ["Green hydrogen in steel", 60, 90],
          ["Direct air capture", 40, 240],
        ].map(([label, amount, cost]) => ({ label, amount, cost })),
        { width, unit: "Mt CO2e/yr", costUnit: "USD/t CO2e", measure: "Abatement potential", year: 2030 },
      ),
  },
  {
    name: "dispatch",
    draw: (charts, width) =>
      charts.dispatch(hours, {
        width,
        time: "hour",
        series: "plant",
        value: "gw",
        unit: "GW",
        measure: "Generation by hour of the day",
      }),
  },
];
