import { ask, type Intent, refuse } from "../intent.ts";
import type { Step } from "../plan.ts";
import { defaultFactors } from "./default-factors.ts";
import { factorValueOf, guidelineFactor, quantityOf } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";

const pathways = [
  "untreated, sea, river and lake discharge",
  "centralised aerobic, well managed",
  "centralised aerobic, overloaded",
  "anaerobic reactor",
  "anaerobic shallow lagoon",
  "anaerobic deep lagoon",
  "septic system",
];

/** Methane of wastewater by its organic load; of people alone the tables do not know the load. */
export const wastewaterIntent: Intent = {
  id: "wastewater",
  title: { en: "methane of wastewater", zh: "污水的甲烷" },
  ofGivenAmounts: true,
  read(matter) {
    const isWater = matter.takes("process", "wastewater");
    const load = matter.find("process").find(({ meaning }) => meaning.value === "BOD" || meaning.value === "COD");
    matter.use(load?.link);
    const [amount, ...others] = matter.quantities();
    if ((!isWater && !load) || !amount || others.length > 0) return null;
    const gases = matter.all("gas");
    if (gases.length === 0 || gases.some(({ meaning }) => meaning.value !== "CH4")) return null;
    matter.emissions("CH4");
    matter.takes("database", "IPCC");
    matter.takes("operation", "total", "factor", "convert");
    matter.takes("process", "production account", "route", "plant");
    matter.takes("principle", "territorial");
    matter.unit();
    if (amount.quantity.measured === "person" || !load)
      return refuse("no such data", {
        en: "Methane of wastewater goes by its organic load, which no table here has by person or volume. Give the mass of BOD or COD, and how the water is treated.",
        zh: "污水甲烷取决于有机负荷，这里的表没有人均或单位水量的负荷。请给出 BOD 或 COD 的质量及处理方式。",
      });
    if (!/^(?:kg|t|kt|g)$/.test(amount.quantity.unit)) return null;
    const pathway = matter
      .find("technology")
      .filter(({ meaning }) => pathways.includes(String(meaning.value)))
      .at(-1);
    matter.use(pathway?.link);
    if (!pathway)
      return ask(
        "technology",
        { en: "How is the water treated?", zh: "污水如何处理？" },
        pathways.map((value) => ({ value, label: matter.lexicon.conceptLabel("technology", value) })),
      );
    const isBod = load.meaning.value === "BOD";
    const most = guidelineFactor("capacity", {
      category: "4.D",
      activity: isBod ? "domestic wastewater" : "industrial wastewater",
      parameter: "Bo",
      gas: "CH4",
    });
    const correction = guidelineFactor("correction", {
      category: "4.D.1",
      activity: String(pathway.meaning.value),
      parameter: "MCF",
    });
    const potential: Step = {
      id: "potential",
      tool: "quantity.multiply",
      args: {
        left: { value: amount.quantity.value, unit: `${amount.quantity.unit} ${String(load.meaning.value)}` },
        right: factorValueOf(most.id),
        unit: "kg CH4",
      },
    };
    const emissions: Step = {
      id: "emissions",
      tool: "quantity.multiply",
      args: { left: quantityOf(potential.id), right: factorValueOf(correction.id), unit: "kg CH4" },
    };
    return figureDraft({
      steps: [most, correction, potential, emissions],
      assumed: [defaultFactors],
      wants: [
        wanted(emissions.id, "value", { path: "unit" }, { en: "methane", zh: "甲烷" }),
        wanted(correction.id, "factor.value", "1", { en: "methane correction", zh: "甲烷修正因子" }, false),
      ],
      subject: {
        en: ["Methane of wastewater with ", { quoted: amount.words }, " of ", { name: load.meaning.label.en }],
        zh: ["含 ", { quoted: amount.words }, { name: load.meaning.label.zh }, " 的污水的甲烷"],
      },
    });
  },
};
