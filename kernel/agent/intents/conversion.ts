import type { Intent } from "../intent.ts";
import { refuse } from "../intent.ts";
import { isUnknown } from "../link.ts";
import type { Part } from "../template.ts";
import { askMetric, metricOf } from "./metric.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** An amount in another unit, as another substance, or as CO2 equivalents by a metric. */
export const conversionIntent: Intent = {
  id: "conversion",
  title: { en: "conversion of an amount", zh: "数量换算" },
  ofGivenAmounts: true,
  read(matter) {
    const [given, ...others] = matter.quantities();
    if (!given || others.length > 0) return null;
    const { quantity } = given;
    const asksConversion = matter.takes("operation", "convert");
    const asksUnit = matter.takes("operation", "difference", "factor");
    const spoken = matter.unit();
    const unit = spoken?.startsWith("* ") ? `${quantity.measured} ${spoken.slice(2)}` : spoken;
    const gases = matter.all("gas");
    // “30 kt of chalk” is not 30 kt of the gas that is asked for.
    const at = matter.links.indexOf(given);
    const isOfUnknown = matter.links.slice(at + 1, at + 5).some((link) => isUnknown(link) || link.via === "fuzzy");
    if (quantity.gas === null && isOfUnknown) return null;
    if (/^(?:yr|month|person|%)$/.test(quantity.measured)) return null;
    // “How much CO2 does a tonne of aluminium give?” is no conversion.
    const ofThing = (["material", "product", "fuel", "commodity"] as const).some((kind) =>
      matter.find(kind).some(({ link }) => !link.quantity),
    );
    const ofNitrogen = matter
      .find("measure")
      .some(({ meaning }) => (meaning.value as readonly string[]).includes("nitrogen fertiliser"));
    const toGas = unit?.includes(" ") || matter.has("metric") || matter.has("gas", "GHG");
    if (quantity.gas === null && (ofThing || ofNitrogen) && toGas) return null;
    const toCo2e = gases.some(({ meaning }) => meaning.value === "GHG") || unit?.endsWith("CO2e") === true;
    const named = gases.find(({ meaning }) => meaning.value !== "GHG")?.meaning;
    if (!asksConversion && unit === null && !toCo2e && !matter.has("metric")) return null;
    if (asksUnit) return null;
    for (const kind of ["product", "sector", "fuel", "measure", "material", "database"] as const)
      for (const { link } of matter.find(kind)) if (!link.quantity) matter.use(link);
    const gas = quantity.gas ?? (typeof named?.value === "string" ? named.value : null);
    const from = quantity.gas || gas === null ? quantity.unit : `${quantity.measured} ${gas}`;
    const amount: Part = { quoted: given.words };
    // Of an amount by year the equivalent is by year, too: the words ask for the mass.
    const own = { value: quantity.value, unit: from.replace(/\/yr$/, "") };
    if (toCo2e || matter.has("metric")) {
      const metric = metricOf(matter);
      if (gas === null) return null;
      if (metric === null) return askMetric();
      return figureDraft({
        steps: [{ id: "equivalent", tool: "quantity.equivalent", args: { gases: [own], metric } }],
        wants: [
          wanted("equivalent", "total.value", { path: "total.unit" }, { en: "CO2 equivalent", zh: "二氧化碳当量" }),
          wanted("equivalent", "parts.0.metricValue", "kg CO2e/kg", { en: "factor", zh: "系数" }, false),
        ],
        subject: { en: [amount, " by ", { name: metric }], zh: [amount, "按 ", { name: metric }, " 折算"] },
      });
    }
    // “250 Mt C to CO2” keeps the magnitude.
    const target =
      unit ?? (named && quantity.gas && named.value !== quantity.gas ? `${quantity.measured} ${named.value}` : null);
    if (target === null) return null;
    return {
      ...figureDraft({
        steps: [
          {
            id: "converted",
            tool: "quantity.convert",
            args: { value: quantity.value, from, to: withGas(target, gas) },
          },
        ],
        wants: [wanted("converted", "value", { path: "unit" }, { en: "converted", zh: "换算结果" })],
        subject: { en: [amount], zh: [amount] },
      }),
    };
  },
};

/** “5 kt CH4 in tonnes” is in tonnes of CH4. */
function withGas(unit: string, gas: string | null): string {
  return gas !== null && /^(?:mg|g|kg|t|kt|Mt|Gt|Tg|Gg|Pg)$/.test(unit) ? `${unit} ${gas}` : unit;
}

/** The factor by which a gas is made CO2 equivalents. */
export const metricValueIntent: Intent = {
  id: "metric value",
  title: { en: "metric of a gas", zh: "气体的全球变暖潜势" },
  ofGivenAmounts: true,
  read(matter) {
    if (!matter.has("metric") || matter.links.some(({ quantity }) => quantity)) return null;
    // “How many times stronger than CO2”: what the metric says.
    matter.takes("operation", "factor", "ratio", "compare", "difference");
    const metric = metricOf(matter);
    const reports = new Set(
      matter.find("metric").map(({ meaning }) => String(meaning.value).match(/AR\d|SAR|TAR/)?.[0] ?? ""),
    );
    reports.delete("");
    if (reports.size > 1) return null;
    const gases = matter.all("gas").filter(({ meaning, isNested }) => !isNested && meaning.value !== "GHG");
    const gas = (gases.find(({ meaning }) => meaning.value !== "CO2") ?? gases[0])?.meaning;
    if (!gas) return null;
    matter.takes("database", "IPCC");
    matter.all("measure");
    // “that gas” is no natural gas.
    matter.takes("fuel", "gas");
    if (metric === null) return askMetric();
    const name = String(gas.value).replaceAll("-", "");
    const draft = figureDraft({
      steps: [
        {
          id: "metric",
          tool: "data.query",
          args: { dataset: "gas_metrics", select: ["metric", "gas", "value"], where: { metric, gas: name } },
        },
      ],
      wants: [
        wanted("metric", "rows.0.value", "kg CO2e/kg", {
          en: `${metric} of ${gas.label.en}`,
          zh: `${gas.label.zh}的 ${metric}`,
        }),
      ],
      subject: {
        en: [{ name: metric }, " of ", { name: gas.label.en }],
        zh: [{ name: gas.label.zh }, "的 ", { name: metric }],
      },
    });
    return {
      ...draft,
      finish(results, look) {
        const { rows } = results.get("metric")!.result as { rows: readonly unknown[] };
        if (rows.length > 0) return draft.finish(results, look);
        return refuse("no such data", {
          en: [{ name: metric }, " has no value of ", { name: gas.label.en }, " here."],
          zh: ["这里没有", { name: gas.label.zh }, "的 ", { name: metric }, "。"],
        });
      },
    };
  },
};
