import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";
import { burnt } from "./combustion-products.ts";
import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumed, assumedShare, assumedTemperature } from "./parameter.ts";

/** A sinter strand: ore fines baked with coke breeze and limestone. */
export const sinter = defineOperation({
  name: "sinter",
  title: { en: "Sinter strand", zh: "烧结机" },
  inlets: { ore: "material", flux: "material", "coke breeze": "material" },
  demands: { air: "material" },
  outlets: { sinter: "material", "waste gas": "material", "heat loss": "heat" },
  closes: "heat loss",
  parameters: {
    carbonToCO: assumedShare({ en: "Carbon of the breeze that leaves as CO", zh: "焦粉中的碳以 CO 离开的份额" }, 0.15),
    magnetite: assumedShare({ en: "Hematite that becomes magnetite", zh: "赤铁矿转为磁铁矿的份额" }, 0.2),
    excessAir: assumed(
      "1",
      { en: "Air drawn beyond what combustion needs, over what it needs", zh: "抽入的过量空气与理论空气之比" },
      2.5,
      [0, 20],
    ),
    sinterTemperature: assumedTemperature({ en: "Sinter as it leaves the strand", zh: "烧结矿离机温度" }, 500),
    gasTemperature: assumedTemperature({ en: "Waste gas", zh: "废气温度" }, 150),
  },
  assumptions: [
    "Carbonates of the flux are calcined; water of the ore leaves as steam; 3 Fe2O3 → 2 Fe3O4 + ½ O2 for the magnetite that forms.",
    "The sinter counts as free oxides.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { ore, flux, "coke breeze": breeze }, p) {
    const a = c.arithmetic;
    const { oxygen, gas, solids } = burnt(c, breeze);
    const feed = c.mixed([ore, flux, { flows: solids, temperature: ore.temperature }], kelvin(c, p.sinterTemperature));
    const CO = a.mul(gas.CO2!, p.carbonToCO);
    const reduced = a.mul(c.kmol(feed, "Fe2O3"), p.magnetite);
    const released = a.scale(reduced, 1 / 6);
    const taken = a.sub(oxygen, a.add(a.scale(CO, 0.5), released));
    const excess = a.mul(taken, p.excessAir);
    const air = c.air(a.add(taken, excess), a.of(STANDARD_TEMPERATURE));
    const calcined = { CaO: c.kmol(feed, "CaCO3"), MgO: c.kmol(feed, "MgCO3") };
    const { CaCO3: _, MgCO3: __, water: ___, H2O: ____, ...kept } = feed.flows;
    const unchanged = { flows: kept, temperature: feed.temperature };
    const iron = c.stream({ Fe2O3: a.scale(reduced, -1), Fe3O4: a.scale(reduced, 2 / 3) }, feed.temperature);
    const product = c.mixed([unchanged, c.stream(calcined, feed.temperature), iron], feed.temperature);
    const waste = c.stream(
      {
        ...gas,
        CO,
        CO2: a.sum([gas.CO2!, a.scale(CO, -1), calcined.CaO, calcined.MgO]),
        H2O: a.sum([gas.H2O!, c.kmol(feed, "water"), c.kmol(feed, "H2O")]),
        O2: excess,
        N2: a.add(gas.N2!, c.kmol(air, "N2")),
      },
      kelvin(c, p.gasTemperature),
    );
    const loss = { power: closing(c, [ore, flux, breeze, air], [product, waste]) };
    return { demands: { air }, outlets: { sinter: product, "waste gas": waste, "heat loss": loss } };
  },
});
