import { accountShape } from "../../../../lib/account/account-shapes.ts";
import { uncertainInputs } from "../../../../lib/uncertainty/propagation/uncertain-inputs.ts";
import { saltelliDesign } from "../../../../lib/uncertainty/sensitivity/saltelli-design.ts";
import { madeAccount } from "../../account/made-account.ts";
import { pactDocument, pactInput } from "../../exchange/lifecycle/pact-documents.ts";

import { overYears, steelworks } from "../industry/planning/steelworks.ts";

/** A world of two regions, three sectors and two stressors. */
export const world = {
  regions: ["A", "B"],
  sectors: ["s", "t", "u"],
  stressors: ["CO2", "CH4"],
  units: { money: "MUSD", stressors: ["kt", "t"] },
  Z: [
    [1, 2, 1, 1, 0, 1],
    [2, 1, 1, 1, 1, 0],
    [0, 1, 2, 1, 1, 1],
    [1, 1, 1, 1, 2, 1],
    [1, 0, 1, 2, 1, 1],
    [0, 1, 0, 1, 1, 2],
  ],
  Y: [
    [5, 1],
    [4, 2],
    [3, 2],
    [1, 7],
    [2, 5],
    [1, 6],
  ],
  F: [
    [1, 2, 3, 4, 5, 6],
    [6, 5, 4, 3, 2, 1],
  ],
  FY: [
    [1, 1],
    [0, 2],
  ],
};

const problem = {
  a: { type: "uniform", lo: 0, hi: 1 },
  b: { type: "normal", mean: 1, sd: 0.1 },
} as const;

const evaluated = { a: problem.a, b: problem.a };
const design = { draws: 2, seed: 1, sampler: "random", scramble: true, secondOrder: true } as const;

const factors = ["CO2", "CH4"].map((gas) => ({
  category: "1.A",
  activity: "Lignite",
  parameter: "EF",
  gas,
  value: 101,
  lo: 90,
  hi: 115,
  unit: `t ${gas}/TJ NCV`,
  source: "a source",
}));

const emissions = [
  { category: "1.A.1", year: 2020, value: 2, unit: "kt CO2" },
  { category: "3.A.1", year: 2021, value: 1, unit: "kt CH4" },
];

const product = {
  technosphere: [
    [1, -0.2],
    [-0.1, 1],
  ],
  biosphere: [[2, 3]],
  characterization: [[1], [5]],
  demand: [1, 0],
};

const emitted = (amount: number) => ({
  type: "biosphere",
  flow: "Methane",
  compartment: "emission/air",
  amount,
  unit: "kg",
});

/** A product with an input that a parameter gives, and a co-product. */
const inventory = {
  parameters: [{ name: "use", value: 2, unit: "kg" }],
  activities: [
    {
      name: "mill",
      exchanges: [
        { type: "production", product: "oil", amount: 0.2, unit: "kg", reference: true },
        { type: "production", product: "meal", amount: 0.8, unit: "kg" },
        { type: "technosphere", product: "beans", formula: "use", unit: "kg" },
        emitted(1),
      ],
    },
    { name: "farm", exchanges: [{ type: "production", product: "beans", amount: 1, unit: "kg" }, emitted(2)] },
  ],
  rules: { allocation: { rule: "mass" } },
};
const demand = { of: "oil", amount: 1 };
const lifecycleActivities = [
  {
    id: "mill",
    name: "Flour mill",
    location: "DE",
    stage: "making",
    exchanges: [
      { type: "production", product: "Flour", amount: 1, unit: "kg" },
      { type: "technosphere", product: "Power", amount: 0.5, unit: "kWh" },
      { type: "technosphere", product: "Bags", amount: 1, unit: "item" },
      { type: "biosphere", flow: "Dust", compartment: "emission/air", amount: 0.001, unit: "kg" },
    ],
  },
  {
    id: "plant",
    name: "Power plant",
    exchanges: [
      { type: "production", product: "Power", amount: 1, unit: "kWh" },
      { type: "biosphere", flow: "Carbon dioxide", compartment: "emission/air", amount: 0.4, unit: "kg" },
    ],
  },
];

const ofCarbon = [2010, 2011].map((year) => ({
  year,
  fossil_gtc: 9,
  land_use_change_gtc: 1.3,
  atmospheric_growth_gtc: 5,
  ocean_sink_gtc: 2.5,
  land_sink_gtc: 3,
}));

/** What tools that give tables take, where it is not the world alone. */
/** A line as `account.read` gives it. */
export const fileLine = {
  sheet: "energy",
  row: 2,
  column: null,
  name: "Electricity",
  amount: 1200,
  unit: "MWh",
  unitFrom: "column",
  site: null,
  place: null,
  year: null,
  period: null,
  supplier: null,
  scope: null,
  code: null,
  distance: null,
  notes: [],
};

export const examples: Readonly<Record<string, object>> = {
  "consumption.sectorAccounts": { ...world, population: [10, 20] },
  "consumption.paths": { ...world, product: "A.s", count: 5 },
  "consumption.layers": { ...world, product: "A.s" },
  "consumption.traceUpstream": { ...world, product: "A.s" },
  "consumption.traceDownstream": { ...world, emitter: "A.t" },
  "consumption.extraction": { ...world, rows: ["A.t"] },
  "consumption.whatIf": { ...world, edits: [{ kind: "intensity", rows: ["A.s"], factor: 0.5 }] },
  "consumption.structuralDecomposition": { before: world, after: { ...world, F: [[2, 2, 3, 4, 5, 5], world.F[1]] } },
  "uncertainty.morris": { model: "a + 2 * b", variables: problem },
  "uncertainty.fast": { model: "a + 2 * b", variables: problem },
  "uncertainty.delta": { model: "a + 2 * b", variables: problem },
  "uncertainty.regression": { model: "a + 2 * b", variables: problem },
  "uncertainty.sobol": { model: "a + 2 * b", variables: problem, draws: 256, secondOrder: true },
  "uncertainty.sobolSample": { variables: problem, draws: 4 },
  "uncertainty.sobolIndices": {
    variables: evaluated,
    ...design,
    y: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    fingerprint: saltelliDesign(uncertainInputs(evaluated), design).fingerprint,
  },
  "uncertainty.propagate": { model: "a + 2 * b", variables: problem, draws: 256, keep: true },
  "uncertainty.ensemble": {
    rows: ["x", "y"].flatMap((member) => [2000, 2001].map((at) => ({ member, at, value: at }))),
  },
  "uncertainty.approachTwo": {
    sources: [{ category: "1.A", base: 10, year: 12, activity: 5, factor: { lo: 4, hi: 6 } }],
    draws: 256,
  },
  "uncertainty.footprint": {
    ...world,
    sources: [{ name: "emissions", part: "F", shared: "region", error: { halfWidthPercent: 8 } }],
    draws: 64,
    exact: 4,
    keep: ["B"],
  },
  "uncertainty.lifecycle": {
    ...product,
    errors: [{ part: "biosphere", factor: { type: "lognormal", mean: 1, geometricSd: 1.1 } }],
    draws: 64,
  },
  "uncertainty.inventory": {
    activities: [
      ...lifecycleActivities.slice(0, 1),
      {
        id: "plant",
        name: "Power plant",
        exchanges: [
          { type: "production", product: "Power", amount: 1, unit: "kWh" },
          {
            type: "biosphere",
            flow: "Carbon dioxide",
            compartment: "emission/air",
            amount: 0.4,
            unit: "kg",
            uncertainty: { type: "lognormal", median: 0.4, geometricSd: 1.2 },
          },
        ],
      },
    ],
    demands: [
      { of: "mill", amount: 2 },
      { of: "plant", amount: 1 },
    ],
    methods: ["GWP100_AR6"],
    draws: 64,
    keep: true,
  },
  "lifecycle.calculate": product,
  "lifecycle.assess": {
    activities: [...lifecycleActivities, { ...lifecycleActivities[0]!, id: "second mill" }],
    description: "Flour in a bag",
    functionalUnit: { amount: 1, unit: "kg" },
    bill: [{ name: "flour", amount: 1, unit: "kg" }],
  },
  "lifecycle.find": { activities: lifecycleActivities, text: "mill" },
  "lifecycle.score": { activities: lifecycleActivities, demand: { of: "mill", amount: 2 }, methods: ["GWP100_AR6"] },
  "lifecycle.balance": { ...inventory, carbon: { beans: 0.4 } },
  "lifecycle.tiered": { activities: lifecycleActivities, demand: { of: "mill", amount: 2 } },
  "lifecycle.footprint": { inputs: pactInput.footprint.inputs },
  "lifecycle.breakEven": {
    candidate: { fixed: [12, 11], perUse: 0.1 },
    reference: { fixed: 9, perUse: [0.2, 0.1] },
    at: [10, 100],
  },
  "lifecycle.compare": { alternatives: { a: [1, 2, 3], b: [2, 2, 5] } },
  "lifecycle.elasticity": { model: "a * b + c", parameters: { a: 1, b: 2, c: 3 } },
  "lifecycle.supply": { ...inventory, demand },
  "lifecycle.hotspots": { ...inventory, demand },
  "lifecycle.scenarios": { ...inventory, demand, scenarios: [{ name: "more", values: { use: 3 } }] },
  "lifecycle.alternatives": {
    ...inventory,
    alternatives: [
      { name: "of oil", ...demand },
      { name: "of beans", of: "beans", amount: 1 },
    ],
  },
  "lifecycle.rules": { ...inventory, demand },
  "lifecycle.hybrid": {
    method: "integrated",
    ...product,
    A_io: [[0.2]],
    B_io: [[0.5]],
    C_u: [[0.1, 0]],
    C_d: [[0.01], [0]],
  },
  "lifecycle.pathExchange": {
    A_io: [[0.2]],
    intensities: [0.5],
    demand: [10],
    replacements: [{ path: [0, 0], value: 0.8, upstream: false }],
  },
  "lifecycle.pact": pactInput,
  "lifecycle.readPact": { document: pactDocument },
  "lifecycle.allocate": {
    products: [
      { name: "oil", amount: 0.2, unit: "kg" },
      { name: "meal", amount: 0.8, unit: "kg" },
    ],
    burdens: { CO2: 0.5 },
    rule: "mass",
  },
  "lifecycle.characterise": {
    inventory: [{ flow: "Methane", compartment: "air", amount: 2, unit: "kg" }],
    methods: ["GWP100_AR6", "ACID"],
  },
  "account.compare": {
    earlier: accountShape.parse(madeAccount([{ name: "Diesel", amount: 3, factor: 2, unit: "t" }], 2023)),
    later: accountShape.parse(madeAccount([{ name: "Diesel", amount: 4, factor: 2, unit: "t" }], 2024)),
  },
  "account.compute": { lines: [fileLine], kind: "company", year: 2024, region: "DEU" },
  "account.match": { lines: [fileLine], kind: "company", year: 2024, region: "DEU" },
  "account.read": {
    file: "energy-2024.csv",
    sheets: [
      {
        name: "energy",
        rows: [
          ["Name", "Site", "Amount", "Unit", "Year"],
          ["Natural gas", "Munich", 1200, "MWh", 2024],
          ["Diesel", "Munich", 350, "L", 2024],
        ],
      },
    ],
  },
  "lifecycle.bill": { text: "steel; 2,35; kg" },
  "lifecycle.climate": { inventory: [{ gas: "CH4", kg: 2, kind: "fossil" }], metric: "AR6.GWP100" },
  "consumption.multipliers": { Z: world.Z, x: [12, 13, 11, 15, 12, 12], F: world.F },
  "consumption.lmdi": {
    factors: ["activity", "intensity"],
    before: [
      [1, 2],
      [3, 4],
    ],
    after: [
      [2, 2],
      [2, 4],
    ],
  },
  "quantity.equivalent": { gases: [{ value: 1, unit: "kt CH4" }], metric: "AR6.GWP100" },
  "classification.regroup": { concordance: [{ from: "a", to: "A" }], values: { a: 1, b: 2 } },
  "factors.select": {
    wanted: { category: "1.A.1", activity: "Lignite", gas: "CO2", region: "DEU" },
    factors: [...factors, { ...factors[0], region: "DEU", value: 105 }],
  },
  "inventory.totals": { emissions },
  "inventory.compile": {
    activity: [{ category: "1.A.1", activity: "Lignite", year: 2020, TJ: 1000 }],
    columns: { category: "category", activity: "activity", unit: "=TJ", year: "year", value: "TJ" },
    factors,
  },
  "inventory.national": { region: "DEU", year: 2019 },
  "inventory.template": { sector: "1", factors, year: 2020 },
  "inventory.checkSeries": { years: [2000, 2001, 2002], values: [1, null, 3], splice: "interpolation" },
  "inventory.equation": {
    equation: "V2 Eq 2.1",
    inputs: { FC: 1000, EF: 56_100 },
    uncertainty: { FC: 5, EF: 7 },
  },
  "inventory.equations": { volume: 2 },
  "inventory.landfill": {
    firstYear: 2000,
    streams: [{ waste: "food", deposited: [1000, 0], DOC: 0.15, k: 0.185, MCF: 1 }],
  },
  "inventory.woodProducts": { firstYear: 1990, initial: 0, halfLife: 30, inflow: [100] },
  "inventory.equipmentStock": {
    gas: "HFC134a",
    firstYear: 2000,
    charged: [100],
    chargingLoss: 0.01,
    annualLoss: 0.1,
    lifetime: 10,
    recovery: 0.5,
  },
  "inventory.landUse": {
    strata: [
      {
        name: "oak",
        from: "forest land",
        to: "forest land",
        stocks: { C1: 50_000, t1: 2010, C2: 54_500, t2: 2020 },
      },
    ],
  },
  "inventory.company": {
    year: 2023,
    rows: [{ scope: 1, category: "stationary combustion", activity: "Natural Gas", amount: 100, unit: "TJ NCV" }],
  },
  "budget.carbon": { rows: ofCarbon },
  "budget.ensemble": {
    rows: Object.entries({
      ocean_sink: "ocean model",
      land_sink: "vegetation model",
      land_use_change: "bookkeeping model",
    }).flatMap(([component, role]) => [
      { component, role: "budget", model: "budget", year: 2010, gtc: 2 },
      { component, role, model: "one", year: 2010, gtc: 2.5 },
      { component, role, model: "two", year: 2010, gtc: 1.5 },
    ]),
    from: 2010,
    to: 2010,
  },
  "budget.nitrousOxide": {
    rows: ["Anthropogenic_total", "Natural_total"].map((source) => ({
      source,
      mean_tg_n: 8,
      min_tg_n: 6,
      max_tg_n: 11,
    })),
    moleFractions: Array.from({ length: 12 }, (_, i) => ({ year: 2006 + i, moleFraction: 320 + i })),
  },
  "natural.wildfire": { area_ha: 10, fuel_t_ha: 80, combustion: 0.5, vegetation: "tropical forest" },
  "natural.organicSoil": { use: "rewetted, tropical", area_ha: 1000 },
  "natural.bookkeeping": {
    biome: "tropical moist forest",
    changes: [{ year: 2000, from: "primary", to: "pasture", area_ha: 10 }],
    from: 2000,
    to: 2001,
  },
  "natural.forestStand": {
    area_ha: 10,
    biomass_t_ha: 200,
    soilNow_tC_ha: 50,
    soilThen_tC_ha: 80,
    ages: 2,
  },
  "industry.operation": { operation: "boiler", inlets: { fuel: { flows_kg_h: { CH4: 1 } } } },
  "industry.plant": { plant: "cement", gridFactor_t_MWh: 0.5 },
  "industry.companyRows": { plant: "cement", produced: 1000, country: "DEU", year: 2023 },
  "industry.activity": { plant: "cement" },
  "industry.powerPlant": { plant: "power, gas combined cycle", parameters: { captureRate: 0.9 } },
  "industry.calibrate": {
    model: "a + b * x",
    response: "y",
    data: { x: [1, 2, 3], y: [2, 3, 5] },
    parameters: { a: {}, b: {} },
  },
  "industry.calibrateFlowsheet": {
    units: [
      { name: "mixer", operation: "mixer", inlets: { a: "feed", b: "back" } },
      {
        name: "splitter",
        operation: "splitter",
        inlets: { in: "mixer.out" },
        outlets: { out: "product", back: "back" },
        parameters: { out: 0.5 },
      },
    ],
    feeds: { feed: { flows_kg_h: { H2O: 100 } } },
    parameters: [{ unit: "splitter", parameter: "out" }],
    cases: [
      {
        measured: [
          { stream: "mixer.out", kg_h: 250, sigma: 2 },
          { stream: "back", kg_h: 149, sigma: 2 },
        ],
      },
    ],
  },
  "industry.reconcile": {
    A: [[1, 1, -1]],
    measured: [10, 5, 16],
    sigma: [1, 1, 1],
  },
  "industry.flowsheet": {
    units: [
      { name: "mixer", operation: "mixer", inlets: { a: "feed", b: "back" } },
      {
        name: "splitter",
        operation: "splitter",
        inlets: { in: "mixer.out" },
        outlets: { out: "product", back: "back" },
        parameters: { out: 0.5 },
      },
      { name: "cooler", operation: "heat exchanger", inlets: { in: "product" }, parameters: { temperature: 30 } },
    ],
    feeds: { feed: { flows_kg_h: { N2: 10 }, temperature_C: 80 } },
  },
  "industry.simulate": {
    supply_MW: [0, 8, 12],
    electrolyser: { capacity_MW: 10 },
    tank: { capacity_kg: 100 },
    store: { heatCapacity_MWh_K: 1, start_C: 60, lowest_C: 50, highest_C: 90 },
  },
  "indicators.convergence": { years: [2000, 2022] },
  "industry.dispatch": {
    load_MW: [90, 120],
    generators: [{ name: "gas", capacity_MW: 150, marginalCost: 50, emissions_t_MWh: 0.4 }],
    storage: [{ power_MW: 10, energy_MWh: 20, chargeEfficiency: 0.9, dischargeEfficiency: 0.9 }],
  },
  "industry.optimize": overYears,
  "industry.pareto": steelworks,
  "industry.abatement": { measures: [{ name: "lamps", avoided_t: 20, costPerTonne: -40 }] },
  "industry.keyLinks": {
    model: { emissions: "a * b" },
    parameters: { a: { value: 2, distribution: { type: "uniform", lo: 1, hi: 3 } }, b: 3 },
    draws: 16,
  },
  "industry.scenarios": {
    model: { emissions: "a * b" },
    parameters: { a: 2, b: 3 },
    scenarios: [{ name: "less", values: { a: 1 } }],
    draws: 16,
  },
  "industry.programme": {
    maximize: { x: 3, y: 2 },
    constraints: { metal: { terms: { x: 1, y: 1 }, hi: 4 }, heat: { terms: { x: 1, y: 3 }, hi: 6 } },
  },
  "cbam.years": { good: "7208", origin: "CHN", mass_t: 1000, price: 80, actual: { direct: 2 } },
  "cbam.embedded": {
    goods: {
      iron: { activityLevel_t: 100, attributed_t: 150 },
      steel: { activityLevel_t: 90, attributed_t: 10, precursors: { iron: 80 } },
    },
  },
  "panorama.ladder": { regions: ["CHN"], year: 2022, uncertainty: { draws: 64 } },
};
