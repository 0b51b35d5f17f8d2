import type { Stream } from "../../../../../lib/industry/stream/stream.ts";

const matter = (flows: Record<string, number>, celsius = 25): Stream<number> => ({
  flows,
  temperature: celsius + 273.15,
});

/** Inlets on which each operation can run, in kg/h, by its name. */
export const samples: Readonly<Record<string, Readonly<Record<string, Stream<number>>>>> = {
  combustion: { fuel: matter({ "hard coal": 1000, CH4: 100 }) },
  boiler: { fuel: matter({ "hard coal": 1000 }) },
  "combined heat and power": { fuel: matter({ CH4: 900, N2: 50, CO2: 20 }) },
  "gas turbine": { fuel: matter({ CH4: 900, C2H6: 100 }) },
  "steam turbine": { heat: { power: 100 } },
  "heat pump": { electricity: { power: 1 } },
  kiln: {
    "raw meal": matter({ CaCO3: 1160, SiO2: 215, Al2O3: 55, Fe2O3: 30, MgCO3: 30, Na2CO3: 5, water: 10 }),
    fuel: matter({ "hard coal": 115 }),
  },
  "oxyfuel kiln": {
    "raw meal": matter({ CaCO3: 1160, SiO2: 215, Al2O3: 55, Fe2O3: 30, MgCO3: 30, water: 10 }),
    fuel: matter({ "hard coal": 115 }),
  },
  mill: {
    clinker: matter({ CaO: 470, SiO2: 190, Al2O3: 40, Fe2O3: 20 }, 100),
    "calcined clay": matter({ SiO2: 60, Al2O3: 40 }, 100),
    additions: matter({ CaCO3: 150, SiO2: 30 }),
  },
  "coke oven": { coal: matter({ "hard coal": 1000 }) },
  sinter: {
    ore: matter({ Fe2O3: 850, SiO2: 50, water: 60 }),
    flux: matter({ CaCO3: 140, MgCO3: 10 }),
    "coke breeze": matter({ coke: 65 }),
  },
  "blast furnace": {
    burden: matter({ Fe2O3: 1160, Fe3O4: 190, SiO2: 70, CaO: 80, CaCO3: 20, Al2O3: 20 }),
    coke: matter({ coke: 370 }),
    "injected coal": matter({ "hard coal": 150 }),
  },
  "basic oxygen furnace": {
    "hot metal": matter({ Fe_liquid: 940, C: 42, Si: 5 }, 1350),
    scrap: matter({ Fe: 90 }),
    flux: matter({ CaO: 45 }),
  },
  "electric arc furnace": {
    metallics: matter({ Fe: 1050, Fe2O3: 10 }),
    carbon: matter({ coke: 12 }),
    "burner gas": matter({ CH4: 6 }),
    flux: matter({ CaO: 40 }),
  },
  "gas direct reduction": { pellets: matter({ Fe2O3: 1380, SiO2: 40 }), gas: matter({ CH4: 208 }) },
  "hydrogen direct reduction": { pellets: matter({ Fe2O3: 1380, SiO2: 40 }), hydrogen: matter({ H2: 80 }) },
  "Hall-Heroult cell": { alumina: matter({ Al2O3: 1889.5 }) },
  "steam reformer": { feed: matter({ CH4: 950, C2H6: 50, N2: 10 }, 500), steam: matter({ H2O: 3400 }, 500) },
  "autothermal reformer": {
    feed: matter({ CH4: 1000 }, 600),
    steam: matter({ H2O: 1500 }, 600),
    oxygen: matter({ O2: 1250 }, 200),
  },
  "water-gas shift": {
    "synthesis gas": matter({ CO: 1000, H2: 200, H2O: 500, CO2: 300, CH4: 30 }, 350),
    steam: matter({ H2O: 1000 }, 350),
  },
  evaporation: { water: matter({ water: 1000 }) },
  "urea synthesis": { ammonia: matter({ NH3: 570 }), CO2: matter({ CO2: 740, H2: 1 }) },
  "cracked gas separation": {
    "cracked gas": matter({ C2H4: 1000, H2: 60, CH4: 130, C2H6: 50, H2O: 300 }, 840),
  },
  "process without reaction": { feed: matter({ wood: 1000 }), heat: { power: 1 } },
  "ammonia synthesis": { "make-up gas": matter({ N2: 823, H2: 178, CH4: 4 }) },
  "methanol synthesis": { "make-up gas": matter({ CO2: 900, CO: 300, H2: 190, H2O: 3 }) },
  electrolyser: { electricity: { power: 50 } },
  "steam cracker": { feed: matter({ C2H6: 1000, C3H8: 100 }, 600), steam: matter({ H2O: 350 }, 600) },
  "CO2 absorption": { "flue gas": matter({ CO2: 200, N2: 700, H2O: 80, O2: 40 }, 120) },
  "oxyfuel combustion": { fuel: matter({ "hard coal": 1000 }) },
  condenser: { gas: matter({ H2: 30, H2O: 400, N2: 10 }, 300) },
  "CO2 compression": { CO2: matter({ CO2: 1000, N2: 10 }) },
};
