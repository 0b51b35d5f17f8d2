import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature, sourced } from "./parameter.ts";

/** Urea from ammonia: 2 NH3 + CO2 → CO(NH2)2 + H2O. */
export const ureaSynthesis = defineOperation({
  name: "urea synthesis",
  title: { en: "Urea synthesis", zh: "尿素合成" },
  inlets: { ammonia: "material", CO2: "material" },
  demands: { steam: "heat", electricity: "electricity" },
  outlets: {
    urea: "material",
    water: "material",
    "ammonia left": "material",
    "CO2 left": "material",
    "heat loss": "heat",
  },
  closes: "heat loss",
  parameters: {
    conversion: assumedShare(
      { en: "Of ammonia or CO2, whichever is short, over the whole loop", zh: "整个回路中，氨与 CO2 中不足者的转化率" },
      0.99,
    ),
    steam: sourced(
      "GJ/t urea",
      { en: "Heat of decomposition and concentration", zh: "分解与浓缩用热" },
      [3.29, 3.29, 3.42],
      [0, 20],
      "POSTED, tech_parameter (Bazzanella 2017, Palys 2023)",
      "in tech_parameter",
    ),
    electricity: sourced(
      "kWh/t urea",
      { en: "Electricity, with compression of CO2", zh: "用电（含 CO2 压缩）" },
      [91.5, 173.7, 180],
      [0, 2000],
      "POSTED, tech_parameter (Jarvis 2018, Fiamelda 2020, Palys 2023)",
      "in tech_parameter",
    ),
    productTemperature: assumedTemperature({ en: "Urea and what is left", zh: "尿素及余料的温度" }, 25),
  },
  assumptions: [
    "The loop and its concentration as one, without biuret. Steam that is given and the heat of the reaction leave with the heat loss.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies).", "CRC Handbook (heat of formation of urea)."],
  evaluate(c, { ammonia, CO2: carbonDioxide }, p) {
    const a = c.arithmetic;
    const cold = kelvin(c, p.productTemperature);
    const short = a.min(a.scale(c.kmol(ammonia, "NH3"), 0.5), c.kmol(carbonDioxide, "CO2"));
    const extent = a.mul(short, p.conversion);
    const urea = c.stream({ urea: extent }, cold);
    const water = c.stream({ water: extent }, cold);
    const ammoniaLeft = c.mixed([ammonia, c.stream({ NH3: a.scale(extent, -2) }, cold)], cold);
    const carbonDioxideLeft = c.mixed([carbonDioxide, c.stream({ CO2: a.scale(extent, -1) }, cold)], cold);
    const tonnes = a.scale(c.totalMass(urea), 1e-3);
    const steam = { power: a.scale(a.mul(tonnes, p.steam), 1 / 3.6) };
    const electricity = { power: a.scale(a.mul(tonnes, p.electricity), 1e-3) };
    const out = [urea, water, ammoniaLeft, carbonDioxideLeft];
    const loss = { power: closing(c, [ammonia, carbonDioxide, steam, electricity], out) };
    return {
      demands: { steam, electricity },
      outlets: { urea, water, "ammonia left": ammoniaLeft, "CO2 left": carbonDioxideLeft, "heat loss": loss },
    };
  },
});
