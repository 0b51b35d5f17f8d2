import { expect, test } from "vitest";
import { call } from "../../inventory/company/calling.ts";

const scopes = { scope1: 100, scope2Location: 50, scope2Market: 50, scope3: 0 };
const plant = { name: "works", unit: "t", source: "plan", output: 1000, emissions_t: 900, benchmark: 0.9 };
const stock = { firstYear: 2000, charged: [1], chargingLoss: 0.01, annualLoss: 0.1, lifetime: 10, recovery: 0.5 };
const goods = (attributed_t: number) => ({ goods: { iron: { activityLevel_t: 1000, attributed_t } } });

test.each([
  [
    "quantity.otherMetric",
    { total: { value: -420, unit: "Mt CO2e AR6.GWP100" }, gas: "N2O", metric: "AR5.GWP100" },
    "total: a total of one gas is -420 Mt CO2e AR6.GWP100, below 0",
  ],
  [
    "inventory.baseYear",
    { before: scopes, changes: [{ kind: "divestment", name: "mill", effect: { scope1: -900 } }] },
    "base.scope1 is -800 t CO2e, below 0",
  ],
  [
    "industry.allocation",
    { plants: [{ ...plant, emissions_t: 1_800_000 }], price: 80 },
    "plants[0].emissions_t / output is 1800 t CO2/t",
  ],
  ["industry.allocation", { plants: [{ ...plant, benchmark: 900 }], price: 80 }, "plants[0].benchmark is 900 t CO2/t"],
  ["cbam.embedded", goods(1_800_000), "goods.iron.attributed_t / activityLevel_t is 1800 t CO2/t"],
  ["inventory.equipmentStock", { ...stock, gas: "HFC-143b4" }, 'gas: there is no gas "HFC-143b4"'],
  [
    "inventory.equation",
    { equation: "V2 Eq 2.1", inputs: { FC: 1, EF: 5 }, gas: "N20" },
    'gas: there is no gas "N20", so that no metric weighs it. Did you mean N2O?',
  ],
])("%s says what is absurd in its result", async (name, input, note) => {
  const { notes } = await call(name, input);
  expect(notes.filter((each: string) => each.startsWith(note))).toHaveLength(1);
});

test.each([
  ["inventory.baseYear", { before: scopes, changes: [{ kind: "divestment", name: "mill", effect: { scope1: -100 } }] }],
  ["industry.allocation", { plants: [plant], price: 80 }],
  ["cbam.embedded", goods(1900)],
  ["inventory.equipmentStock", { ...stock, gas: "HFC-134a" }],
])("%s says nothing of what can be", async (name, input) => {
  const { notes } = await call(name, input);
  expect(notes ?? []).toEqual([]);
});
