/**
 * Three ways to make steel from four materials, in Mt, TWh, Mt CO2 and millions: made-up round numbers, for which the optima in
 * tests were computed by SciPy 1.17 (native HiGHS).
 */
export const steelworks = {
  routes: [
    {
      name: "BF-BOF",
      product: "steel",
      inputs: { ore: 1.6, coal: 0.75, scrap: 0.1 },
      cost: 120,
      capacity: 60,
    },
    { name: "EAF", product: "steel", inputs: { scrap: 1.1, electricity: 0.45 }, cost: 90, capacity: 50 },
    {
      name: "H2-DRI",
      product: "steel",
      inputs: { ore: 1.5, electricity: 3.6 },
      cost: 150,
      investment: 600,
      lifetime: 20,
    },
  ],
  materials: { coal: { emissions_t: 2.8 }, scrap: { limit: 40 }, electricity: { emissions_t: 0.4 } },
  prices: { ore: 110, coal: 150, scrap: 380, electricity: 70 },
  demand: { steel: 80 },
};

export const overYears = {
  ...steelworks,
  materials: { ...steelworks.materials, electricity: { emissions_t: { 2025: 0.5, 2030: 0.3, 2040: 0.1 } } },
  years: [2025, 2030, 2040],
  discountRate: 0.05,
  cap: { 2025: 200, 2030: 150, 2040: 100 },
};
