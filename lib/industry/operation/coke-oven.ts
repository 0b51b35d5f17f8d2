import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature } from "./parameter.ts";
import { ashOf } from "./slag.ts";

/** A coke oven: coal to coke and coke oven gas, with heat from outside. */
export const cokeOven = defineOperation({
  name: "coke oven",
  title: { en: "Coke oven", zh: "焦炉" },
  inlets: { coal: "material" },
  demands: { heat: "heat" },
  outlets: { coke: "material", "coke oven gas": "material", "heat loss": "heat" },
  closes: "heat",
  parameters: {
    carbonToCoke: assumedShare({ en: "Carbon of the coal that becomes coke", zh: "煤中的碳成为焦炭的份额" }, 0.86),
    oxygenToCO: assumedShare(
      {
        en: "Oxygen of the coal that leaves as CO; the rest leaves as steam",
        zh: "煤中的氧以 CO 离开的份额，其余为水蒸气",
      },
      0.5,
    ),
    carbonToCO2: assumedShare({ en: "Carbon of the gas that leaves as CO2", zh: "煤气中的碳以 CO2 离开的份额" }, 0),
    cokeTemperature: assumedTemperature({ en: "Coke as it is pushed", zh: "推焦时焦炭的温度" }, 1000),
    gasTemperature: assumedTemperature({ en: "Gas as it leaves", zh: "煤气出口温度" }, 700),
    heatLoss: assumedShare({ en: "Heat lost, of the heating value of the coal", zh: "热损失占煤热值的份额" }, 0.02),
  },
  assumptions: [
    "Coke is carbon and ash; nitrogen leaves as N2 and sulphur as H2S; carbon of the gas that is not CO or CO2 is CH4; what is left of hydrogen is H2.",
    "Tar and benzole are not told apart: their carbon and hydrogen are in the gas.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { coal }, p) {
    const a = c.arithmetic;
    const atoms = c.atoms(coal);
    const of = (element: string) => atoms[element] ?? c.zero;
    const inCoke = a.mul(of("C"), p.carbonToCoke);
    const inGas = a.sub(of("C"), inCoke);
    const CO2 = a.mul(inGas, p.carbonToCO2);
    const oxygen = a.sub(of("O"), a.scale(CO2, 2));
    const CO = a.mul(oxygen, p.oxygenToCO);
    const H2O = a.sub(oxygen, CO);
    const CH4 = a.sub(a.sub(inGas, CO2), CO);
    const H2S = of("S");
    const H2 = a.scale(a.sum([of("H"), a.scale(H2O, -2), a.scale(CH4, -4), a.scale(H2S, -2)]), 0.5);
    const coke = c.stream({ C: inCoke }, kelvin(c, p.cokeTemperature), ashOf(atoms));
    const gas = c.stream({ H2, CH4, CO, CO2, H2O, H2S, N2: a.scale(of("N"), 0.5) }, kelvin(c, p.gasTemperature));
    const loss = { power: a.mul(c.heatingValue(coal), p.heatLoss) };
    const heat = { power: closing(c, [coke, gas, loss], [coal]) };
    return { demands: { heat }, outlets: { coke, "coke oven gas": gas, "heat loss": loss } };
  },
});
