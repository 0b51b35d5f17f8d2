import { closing, defineOperation, kelvin } from "./operation.ts";
import { assumedShare, assumedTemperature } from "./parameter.ts";

/** A steam cracker, coarse: ethane and propane to ethylene, hydrogen and methane. */
export const steamCracker = defineOperation({
  name: "steam cracker",
  title: { en: "Steam cracker (coarse)", zh: "蒸汽裂解（粗略）" },
  inlets: { feed: "material", steam: "material" },
  demands: { heat: "heat" },
  outlets: { "cracked gas": "material", "heat loss": "heat" },
  closes: "heat",
  parameters: {
    ethaneConversion: assumedShare({ en: "Ethane that reacts", zh: "乙烷转化率" }, 0.65),
    ethyleneSelectivity: assumedShare(
      {
        en: "Reacted ethane that becomes ethylene; the rest becomes methane",
        zh: "已反应乙烷生成乙烯的份额，其余成为甲烷",
      },
      0.9,
    ),
    propaneConversion: assumedShare({ en: "Propane that reacts", zh: "丙烷转化率" }, 0.9),
    outletTemperature: assumedTemperature({ en: "Cracked gas as it leaves the coils", zh: "裂解气出炉管温度" }, 840),
    heatLoss: assumedShare({ en: "Heat lost, of the heating value of the feed", zh: "热损失占进料热值的份额" }, 0.005),
  },
  assumptions: [
    "C2H6 → C2H4 + H2, C2H6 + H2 → 2 CH4, C3H8 → C2H4 + CH4. No propylene, butadiene, aromatics or coke: naphtha cannot be cracked here.",
    "Steam passes through. Quench, compression and separation are not included.",
  ],
  references: ["NASA/TP-2002-211556 (enthalpies)."],
  evaluate(c, { feed, steam }, p) {
    const a = c.arithmetic;
    const hot = kelvin(c, p.outletTemperature);
    const ethane = a.mul(c.kmol(feed, "C2H6"), p.ethaneConversion);
    const propane = a.mul(c.kmol(feed, "C3H8"), p.propaneConversion);
    const toEthylene = a.mul(ethane, p.ethyleneSelectivity);
    const toMethane = a.sub(ethane, toEthylene);
    const change = c.stream(
      {
        C2H6: a.scale(ethane, -1),
        C3H8: a.scale(propane, -1),
        C2H4: a.add(toEthylene, propane),
        H2: a.sub(toEthylene, toMethane),
        CH4: a.add(a.scale(toMethane, 2), propane),
      },
      hot,
    );
    const gas = c.mixed([feed, steam, change], hot);
    const loss = { power: a.mul(c.heatingValue(feed), p.heatLoss) };
    const heat = { power: closing(c, [gas, loss], [feed, steam]) };
    return { demands: { heat }, outlets: { "cracked gas": gas, "heat loss": loss } };
  },
});
