import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { steelCarbon } from "./basic-oxygen-furnace.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature, sourced } from "./parameter.ts";
import { dissolvedCarbon, slagOf } from "./slag.ts";

const BREF = "EU BREF Iron and Steel (2013)";

/** An electric arc furnace: scrap or direct reduced iron to steel. */
export const electricArcFurnace = defineOperation({
  name: "electric arc furnace",
  title: { en: "Electric arc furnace", zh: "电弧炉" },
  inlets: { metallics: "material", carbon: "material", "burner gas": "material", flux: "material" },
  demands: { electricity: "electricity", electrodes: "material", oxygen: "material" },
  outlets: { steel: "material", slag: "material", "off-gas": "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    electricity: sourced(
      "kWh/t steel",
      { en: "Electricity of the arc", zh: "电弧用电" },
      [340, 450, 700],
      [0, 3000],
      BREF,
      "recalled",
    ),
    electrodes: sourced(
      "kg/t steel",
      { en: "Graphite electrodes used up", zh: "石墨电极消耗" },
      [1, 2, 4],
      [0, 50],
      BREF,
      "recalled",
    ),
    steelCarbon,
    postCombustion: assumedShare({ en: "CO2 in CO and CO2 of the off-gas", zh: "炉气 CO 与 CO2 中 CO2 的份额" }, 0.6),
    ironToSlag: assumedShare(
      { en: "Iron that is lost to the slag as wustite", zh: "以方铁矿形式损失于渣中的铁" },
      0.03,
    ),
    tapTemperature: assumedTemperature({ en: "Steel and slag as they are tapped", zh: "出钢时钢与渣的温度" }, 1630),
    gasTemperature: assumedTemperature({ en: "Off-gas as it leaves the furnace", zh: "炉气出炉温度" }, 1200),
  },
  assumptions: [
    "Iron oxides of the metallics are reduced by carbon, but for what the slag holds; the oxygen blown closes the balance of oxygen. Air that leaks in is not counted.",
    "Electrodes are carbon; all of it leaves with the off-gas.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { metallics, carbon: charged, "burner gas": burner, flux }, p) {
    const a = c.arithmetic;
    const room = a.of(STANDARD_TEMPERATURE);
    const charge = c.atoms(metallics, charged, burner, flux);
    const of = (element: string) => charge[element] ?? c.zero;
    const lost = a.mul(of("Fe"), p.ironToSlag);
    const iron = a.sub(of("Fe"), lost);
    const dissolved = dissolvedCarbon(c, iron, p.steelCarbon);
    const tapped = kelvin(c, p.tapTemperature);
    const steel = c.stream({ Fe: iron, C: dissolved }, tapped);
    const tonnes = a.scale(c.totalMass(steel), 1e-3);
    const electrodes = { flows: { C: a.mul(tonnes, p.electrodes) }, temperature: room };
    const electricity = { power: a.scale(a.mul(tonnes, p.electricity), 1e-3) };
    const inGas = a.sub(a.add(of("C"), c.kmol(electrodes, "C")), dissolved);
    const CO2 = a.mul(inGas, p.postCombustion);
    const CO = a.sub(inGas, CO2);
    const H2O = a.scale(of("H"), 0.5);
    const slag = slagOf(c, charge, lost);
    const leaving = a.sum([CO, a.scale(CO2, 2), H2O, a.scale(of("S"), 2), slag.oxygen]);
    const oxygen = c.stream({ O2: a.scale(a.sub(leaving, of("O")), 0.5) }, room);
    const molten = c.stream(slag.oxides, tapped, slag.ash);
    const gas = c.stream({ CO, CO2, H2O, SO2: of("S"), N2: a.scale(of("N"), 0.5) }, kelvin(c, p.gasTemperature));
    const into = [metallics, charged, burner, flux, electrodes, oxygen, electricity];
    const loss = { power: closing(c, into, [steel, molten, gas]) };
    return {
      demands: { electricity, electrodes, oxygen },
      outlets: { steel, slag: molten, "off-gas": gas, "heat loss": loss },
    };
  },
});
