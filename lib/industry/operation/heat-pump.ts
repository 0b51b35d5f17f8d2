import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature } from "./parameter.ts";

/** A heat pump: electricity and ambient heat to useful heat. */
export const heatPump = defineOperation({
  name: "heat pump",
  title: { en: "Heat pump", zh: "热泵" },
  inlets: { electricity: "electricity" },
  demands: { "source heat": "heat" },
  outlets: { heat: "heat" },
  closes: "source heat",
  parameters: {
    carnotShare: assumedShare(
      {
        en: "Coefficient of performance over Carnot's between the two temperatures",
        zh: "性能系数与两温度间卡诺值之比",
      },
      0.5,
    ),
    sourceTemperature: assumedTemperature({ en: "Source of the heat", zh: "热源温度" }, 20),
    supplyTemperature: assumedTemperature({ en: "Heat as it is supplied", zh: "供热温度" }, 90),
  },
  assumptions: [
    "Coefficient of performance: carnotShare · T_supply / (T_supply − T_source). One below 1 shows as negative source heat, which is refused.",
  ],
  references: ["Carnot's coefficient of performance, T_hot/(T_hot − T_cold)."],
  evaluate(c, { electricity }, p) {
    const a = c.arithmetic;
    const [supply, source] = [kelvin(c, p.supplyTemperature), kelvin(c, p.sourceTemperature)];
    const performance = a.div(a.mul(p.carnotShare, supply), a.sub(supply, source));
    const heat = { power: a.mul(electricity.power, performance) };
    const taken = { power: closing(c, [heat], [electricity]) };
    return { demands: { "source heat": taken }, outlets: { heat } };
  },
});
