import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature } from "./parameter.ts";

/** A steam cycle: heat to electricity and the heat of the condenser. */
export const steamTurbine = defineOperation({
  name: "steam turbine",
  title: { en: "Steam turbine", zh: "汽轮机" },
  inlets: { heat: "heat" },
  demands: {},
  outlets: { electricity: "electricity", "condenser heat": "heat", "heat loss": "heat" },
  closes: "condenser heat",
  parameters: {
    carnotShare: assumedShare(
      {
        en: "Electricity over that of a Carnot cycle between the two temperatures",
        zh: "发电效率与两温度间卡诺效率之比",
      },
      0.65,
    ),
    steamTemperature: assumedTemperature({ en: "Live steam", zh: "主蒸汽温度" }, 540),
    condenserTemperature: assumedTemperature(
      { en: "Steam in the condenser, or in the heating network", zh: "凝汽器或热网中蒸汽的温度" },
      35,
    ),
    heatLoss: assumedShare({ en: "Heat lost, of the heat given", zh: "热损失占输入热量的份额" }, 0.01),
  },
  assumptions: [
    "The cycle as one, by its share of Carnot's efficiency: steam itself and its pressure are not carried, so a second law that fails cannot hide.",
  ],
  references: ["Efficiency of Carnot: 1 − T_cold/T_hot."],
  evaluate(c, { heat }, p) {
    const a = c.arithmetic;
    const carnot = a.sub(a.of(1), a.div(kelvin(c, p.condenserTemperature), kelvin(c, p.steamTemperature)));
    const electricity = { power: a.mul(heat.power, a.mul(carnot, p.carnotShare)) };
    const loss = { power: a.mul(heat.power, p.heatLoss) };
    const condenser = { power: closing(c, [heat], [electricity, loss]) };
    return { demands: {}, outlets: { electricity, "condenser heat": condenser, "heat loss": loss } };
  },
});
