import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature, sourced } from "./parameter.ts";

/** An ammonia loop: N2 + 3 H2 → 2 NH3. */
export const ammoniaSynthesis = defineOperation({
  name: "ammonia synthesis",
  title: { en: "Ammonia synthesis", zh: "氨合成" },
  inlets: { "make-up gas": "material" },
  demands: { electricity: "electricity" },
  outlets: { ammonia: "material", purge: "material", heat: "heat" },
  closes: "heat",
  parameters: {
    conversion: assumedShare(
      {
        en: "Of hydrogen or nitrogen, whichever is short, over the whole loop",
        zh: "整个回路中，氢与氮中不足者的转化率",
      },
      0.98,
    ),
    electricity: sourced(
      "kWh/t NH3",
      { en: "Electricity of compressors and refrigeration", zh: "压缩机与制冷用电" },
      [440, 640, 1440],
      [0, 10_000],
      "POSTED, tech_parameter (Grinberg Dana 2016, Ikäheimo 2018, Bazzanella 2017)",
      "in tech_parameter",
    ),
    productTemperature: assumedTemperature({ en: "Ammonia and purge", zh: "氨与弛放气的温度" }, 25),
  },
  assumptions: [
    "The loop as one; ammonia counts as a gas, so the cold of its liquefaction is not counted.",
    "Electricity becomes heat that leaves with the heat of the reaction.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { "make-up gas": gas }, p) {
    const a = c.arithmetic;
    const cold = kelvin(c, p.productTemperature);
    const extent = a.mul(p.conversion, a.min(c.kmol(gas, "N2"), a.scale(c.kmol(gas, "H2"), 1 / 3)));
    const ammonia = c.stream({ NH3: a.scale(extent, 2) }, cold);
    const purge = c.mixed([gas, c.stream({ N2: a.scale(extent, -1), H2: a.scale(extent, -3) }, cold)], cold);
    const electricity = { power: a.scale(a.mul(c.totalMass(ammonia), p.electricity), 1e-6) };
    const heat = { power: closing(c, [gas, electricity], [ammonia, purge]) };
    return { demands: { electricity }, outlets: { ammonia, purge, heat } };
  },
});
