import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature, sourced } from "./parameter.ts";

/** A methanol loop: CO + 2 H2 → CH3OH and CO2 + 3 H2 → CH3OH + H2O. */
export const methanolSynthesis = defineOperation({
  name: "methanol synthesis",
  title: { en: "Methanol synthesis", zh: "甲醇合成" },
  inlets: { "make-up gas": "material" },
  demands: { electricity: "electricity" },
  outlets: { methanol: "material", water: "material", purge: "material", heat: "heat" },
  closes: "heat",
  parameters: {
    conversion: assumedShare(
      { en: "Of CO and of CO2, over the whole loop", zh: "整个回路中 CO 与 CO2 的转化率" },
      0.95,
    ),
    electricity: sourced(
      "kWh/t CH3OH",
      { en: "Electricity of compressors and distillation", zh: "压缩机与精馏用电" },
      [175, 297, 1500],
      [0, 10_000],
      "POSTED, tech_parameter (Nyári 2020, Soler 2022, Bazzanella 2017)",
      "in tech_parameter",
    ),
    productTemperature: assumedTemperature({ en: "Methanol, water and purge", zh: "甲醇、水与弛放气的温度" }, 25),
  },
  assumptions: [
    "The loop and its distillation as one, without by-products; what does not react leaves with the purge.",
    "Heat is what is left of the reaction after distillation; electricity becomes part of it.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { "make-up gas": gas }, p) {
    const a = c.arithmetic;
    const cold = kelvin(c, p.productTemperature);
    const CO = a.mul(c.kmol(gas, "CO"), p.conversion);
    const CO2 = a.mul(c.kmol(gas, "CO2"), p.conversion);
    const hydrogen = a.add(a.scale(CO, 2), a.scale(CO2, 3));
    const methanol = c.stream({ methanol: a.add(CO, CO2) }, cold);
    const { water: liquid, H2O: steam, ...rest } = gas.flows;
    const brought = a.add(liquid ?? c.zero, steam ?? c.zero);
    const water = c.mixed([c.stream({ water: CO2 }, cold), { flows: { water: brought }, temperature: cold }], cold);
    const used = c.stream({ CO: a.scale(CO, -1), CO2: a.scale(CO2, -1), H2: a.scale(hydrogen, -1) }, cold);
    const purge = c.mixed([{ flows: rest, temperature: cold }, used], cold);
    const electricity = { power: a.scale(a.mul(c.totalMass(methanol), p.electricity), 1e-6) };
    const heat = { power: closing(c, [gas, electricity], [methanol, water, purge]) };
    return { demands: { electricity }, outlets: { methanol, water, purge, heat } };
  },
});
