import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature, sourced } from "./parameter.ts";
import { dissolvedCarbon, slagOf } from "./slag.ts";

/** A blast furnace: burden, coke and coal to hot metal, slag and top gas. */
export const blastFurnace = defineOperation({
  name: "blast furnace",
  title: { en: "Blast furnace", zh: "高炉" },
  inlets: { burden: "material", coke: "material", "injected coal": "material" },
  demands: { blast: "material", "stove heat": "heat" },
  outlets: { "hot metal": "material", slag: "material", "top gas": "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    hotMetalCarbon: sourced(
      "1",
      { en: "Carbon in the hot metal, by mass", zh: "铁水含碳量（质量）" },
      [null, 0.04, null],
      [0, 0.1],
      "IPCC 2006 Guidelines, Vol. 3 table 4.3 (pig iron)",
      "recalled",
    ),
    siliconReduced: assumedShare(
      { en: "Silicon of the charge that is reduced and goes to the hot metal", zh: "炉料中的硅被还原进入铁水的份额" },
      0.12,
    ),
    gasUtilisation: assumedShare(
      { en: "CO2 in CO and CO2 of the top gas", zh: "炉顶煤气 CO 与 CO2 中 CO2 的份额（煤气利用率）" },
      0.48,
    ),
    hydrogenUtilisation: assumedShare(
      { en: "Hydrogen of the gas that reduces ore and leaves as steam", zh: "煤气中的氢参与还原、以水蒸气离开的份额" },
      0.4,
    ),
    ironToSlag: assumedShare(
      { en: "Iron that is lost to the slag as wustite", zh: "以方铁矿形式损失于渣中的铁" },
      0.003,
    ),
    blastOxygen: assumedShare(
      {
        en: "Oxygen in the molecules of the blast; above 0.21 it is enriched",
        zh: "鼓风中氧的摩尔分数，高于 0.21 为富氧",
      },
      0.24,
    ),
    blastTemperature: assumedTemperature({ en: "Blast behind the stoves", zh: "热风温度" }, 1150),
    topGasTemperature: assumedTemperature({ en: "Top gas", zh: "炉顶煤气温度" }, 150),
    tapTemperature: assumedTemperature(
      { en: "Hot metal and slag as they are tapped", zh: "出铁时铁水与渣的温度" },
      1500,
    ),
  },
  assumptions: [
    "All iron but what is lost is reduced; hot metal is iron, carbon and silicon, without manganese and phosphorus.",
    "The oxygen of the blast closes the balance of oxygen, so gas utilisation and the carbon that is charged decide it.",
    "Sulphur leaves as H2S in the top gas, though in a furnace most of it is in the slag. Dust is not counted.",
    "Hot metal is liquid iron with carbon and silicon, without heats of solution.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { burden, coke, "injected coal": coal }, p) {
    const a = c.arithmetic;
    const atoms = c.atoms(burden, coke, coal);
    const of = (element: string) => atoms[element] ?? c.zero;
    const lost = a.mul(of("Fe"), p.ironToSlag);
    const iron = a.sub(of("Fe"), lost);
    const carbon = dissolvedCarbon(c, iron, p.hotMetalCarbon);
    const inGas = a.sub(of("C"), carbon);
    const CO2 = a.mul(inGas, p.gasUtilisation);
    const CO = a.sub(inGas, CO2);
    const hydrogen = a.scale(a.sub(of("H"), a.scale(of("S"), 2)), 0.5);
    const H2O = a.mul(hydrogen, p.hydrogenUtilisation);
    const silicon = a.mul(of("Si"), p.siliconReduced);
    const slag = slagOf(c, { ...atoms, Si: a.sub(of("Si"), silicon) }, lost);
    const leaving = a.sum([CO, a.scale(CO2, 2), H2O, slag.oxygen]);
    const oxygen = a.scale(a.sub(leaving, of("O")), 0.5);
    const nitrogen = a.div(a.mul(oxygen, a.sub(a.of(1), p.blastOxygen)), p.blastOxygen);
    const blast = c.stream({ O2: oxygen, N2: nitrogen }, a.of(STANDARD_TEMPERATURE));
    const stove = { power: closing(c, [c.at(blast, kelvin(c, p.blastTemperature))], [blast]) };
    const tapped = kelvin(c, p.tapTemperature);
    const metal = c.stream({ Fe_liquid: iron, C: carbon, Si: silicon }, tapped);
    const molten = c.stream(slag.oxides, tapped, slag.ash);
    const gas = c.stream(
      { CO, CO2, H2: a.sub(hydrogen, H2O), H2O, H2S: of("S"), N2: a.add(nitrogen, a.scale(of("N"), 0.5)) },
      kelvin(c, p.topGasTemperature),
    );
    const loss = { power: closing(c, [burden, coke, coal, blast, stove], [metal, molten, gas]) };
    return {
      demands: { blast, "stove heat": stove },
      outlets: { "hot metal": metal, slag: molten, "top gas": gas, "heat loss": loss },
    };
  },
});
