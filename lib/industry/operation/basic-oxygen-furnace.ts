import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature, sourced } from "./parameter.ts";
import { dissolvedCarbon, slagOf } from "./slag.ts";

/** Carbon in crude steel, by mass, as the guidelines' default; many steels have less than a tenth of it. */
export const steelCarbon = sourced(
  "1",
  { en: "Carbon in the steel, by mass", zh: "钢的含碳量（质量）" },
  [null, 0.01, null],
  [0, 0.021],
  "IPCC 2006 Guidelines, Vol. 3 table 4.3 (steel)",
  "recalled",
);

/** A basic oxygen furnace: hot metal and scrap, blown with oxygen, to steel. */
export const basicOxygenFurnace = defineOperation({
  name: "basic oxygen furnace",
  title: { en: "Basic oxygen furnace", zh: "转炉" },
  inlets: { "hot metal": "material", scrap: "material", flux: "material" },
  demands: { oxygen: "material" },
  outlets: { steel: "material", slag: "material", "converter gas": "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    steelCarbon,
    postCombustion: assumedShare(
      { en: "CO2 in CO and CO2 of the converter gas", zh: "转炉煤气 CO 与 CO2 中 CO2 的份额" },
      0.1,
    ),
    ironToSlag: assumedShare(
      { en: "Iron that is lost to the slag as wustite", zh: "以方铁矿形式损失于渣中的铁" },
      0.015,
    ),
    tapTemperature: assumedTemperature({ en: "Steel and slag as they are tapped", zh: "出钢时钢与渣的温度" }, 1650),
    gasTemperature: assumedTemperature({ en: "Converter gas as it leaves the vessel", zh: "转炉煤气出炉温度" }, 1500),
  },
  assumptions: [
    "All silicon of the charge is oxidised; manganese and phosphorus, whose oxidation gives heat too, are not carried.",
    "The oxygen blown closes the balance of oxygen.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { "hot metal": metal, scrap, flux }, p) {
    const a = c.arithmetic;
    const atoms = c.atoms(metal, scrap, flux);
    const of = (element: string) => atoms[element] ?? c.zero;
    const lost = a.mul(of("Fe"), p.ironToSlag);
    const iron = a.sub(of("Fe"), lost);
    const carbon = dissolvedCarbon(c, iron, p.steelCarbon);
    const inGas = a.sub(of("C"), carbon);
    const CO2 = a.mul(inGas, p.postCombustion);
    const CO = a.sub(inGas, CO2);
    const slag = slagOf(c, atoms, lost);
    const H2O = a.scale(of("H"), 0.5);
    const leaving = a.sum([CO, a.scale(CO2, 2), H2O, slag.oxygen, a.scale(of("S"), 2)]);
    const oxygen = c.stream({ O2: a.scale(a.sub(leaving, of("O")), 0.5) }, a.of(STANDARD_TEMPERATURE));
    const tapped = kelvin(c, p.tapTemperature);
    const steel = c.stream({ Fe: iron, C: carbon }, tapped);
    const molten = c.stream(slag.oxides, tapped, slag.ash);
    const gas = c.stream({ CO, CO2, H2O, SO2: of("S"), N2: a.scale(of("N"), 0.5) }, kelvin(c, p.gasTemperature));
    const loss = { power: closing(c, [metal, scrap, flux, oxygen], [steel, molten, gas]) };
    return { demands: { oxygen }, outlets: { steel, slag: molten, "converter gas": gas, "heat loss": loss } };
  },
});
