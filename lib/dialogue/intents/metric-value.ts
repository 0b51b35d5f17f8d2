import { type Draft, type Intent, refuse } from "../intent.ts";
import type { Matter } from "../matter.ts";
import type { Step } from "../plan.ts";
import { methaneOrigins } from "./methane-origin.ts";
import { askMetric } from "./metric.ts";
import { figureDraft, wanted } from "./one-figure.ts";

const WHOLE = /^(SAR|TAR|AR[456])\.(G[WT]P\d+)$/;
const REPORT = /^(?:SAR|TAR|AR[456])$/;
/** More values than these are no answer in a sentence. */
const MOST = 6;

/** A value of the table of metrics. */
interface Sought {
  readonly metric: string;
  readonly gas: string;
  readonly label: { readonly en: string; readonly zh: string };
}

/** The factors by which gases are made CO2 equivalents, by one report and horizon or by several, and what two of them differ by. */
export const metricValueIntent: Intent = {
  id: "metric value",
  title: { en: "metric of a gas", zh: "气体的全球变暖潜势" },
  ofGivenAmounts: true,
  read(matter) {
    if (!matter.has("metric") || matter.links.some(({ quantity }) => quantity && !isHorizon(quantity))) return null;
    const compares = matter.takes("operation", "ratio", "compare", "difference", "moved", "change", "which is larger");
    // “How many times stronger than CO2”: what the metric says.
    matter.takes("operation", "factor");
    const { reports, horizons, saysHorizon } = metricsOf(matter);
    const gases = gasesOf(matter);
    if (gases.length === 0) return null;
    matter.takes("database", "IPCC");
    matter.all("measure");
    // “that gas” is no natural gas.
    matter.takes("fuel", "gas");
    if (reports.length === 0)
      return saysHorizon && gases.length === 1 ? ofHorizon(gases[0]!, horizons[0]!) : askMetric();
    if (horizons.length === 0)
      return askMetric(horizonsOf.flatMap((each) => reports.map((report) => `${report}.${each}`)));
    const sought = gases.flatMap(({ gas, label }) =>
      reports.flatMap((report) => horizons.map((horizon): Sought => ({ metric: `${report}.${horizon}`, gas, label }))),
    );
    return sought.length <= MOST ? valuesOf(sought, compares) : null;
  },
};

const horizonsOf = ["GWP100", "GWP20", "GTP100"];

/** Over 20 years: a horizon is no amount. */
function isHorizon({ measured, value }: { readonly measured: string; readonly value: number }): boolean {
  return measured === "yr" && [20, 100, 500].includes(value);
}

/** Reports and horizons that the words name, each once. */
function metricsOf(matter: Matter) {
  const found = matter.all("metric");
  const values = found.map(({ meaning }) => String(meaning.value));
  const reports = new Set<string>();
  const horizons = new Set<string>();
  for (const value of values) {
    const [, report, horizon] = WHOLE.exec(value) ?? [];
    if (report && horizon) horizons.add(horizon);
    if (report || REPORT.test(value)) reports.add(report ?? value);
  }
  // “GWP … over 20 years”: what names no horizon gives way to what does.
  const named = found.filter(
    ({ link, meaning }) => !WHOLE.test(String(meaning.value)) && NAMES_HORIZON.test(link.words),
  );
  const own = named.map(({ meaning }) => String(meaning.value)).filter((value) => !REPORT.test(value));
  for (const value of own) horizons.add(value);
  if (horizons.size === 0) for (const value of values) if (!REPORT.test(value)) horizons.add(value);
  return { reports: [...reports], horizons: [...horizons], saysHorizon: own.length > 0 };
}

const NAMES_HORIZON = /\d|year|年|temperature|温|gtp/i;

/** Gases as the table of metrics calls them; methane by its origin where the words say it. */
function gasesOf(matter: Matter) {
  const found = matter.all("gas").filter(({ meaning, isNested }) => !isNested && meaning.value !== "GHG");
  const others = found.filter(({ meaning }) => meaning.value !== "CO2");
  const gases = [...new Map((others.length > 0 ? others : found).map((each) => [each.meaning.value, each])).values()];
  const origins = methaneOrigins(matter);
  return gases.flatMap(({ meaning: { value, label } }) => {
    const name = String(value).replaceAll("-", "");
    if (name !== "CH4" || origins.length === 0) return [{ gas: name, label }];
    return origins.map((origin) => ({
      gas: `CH4 ${origin}`,
      label: { en: `${origin} ${label.en}`, zh: `${origin === "fossil" ? "化石源" : "生物源"}${label.zh}` },
    }));
  });
}

/** Without a report: the one that has this horizon, or a question back with those that have. */
function ofHorizon({ gas, label }: Omit<Sought, "metric">, horizon: string): Draft {
  const step: Step = {
    id: "metrics",
    tool: "data.query",
    args: { dataset: "gas_metrics", select: ["metric", "value"], where: { gas, metric: { contains: `.${horizon}` } } },
  };
  return {
    kind: "draft",
    steps: [step],
    assumed: [],
    finish(results, look) {
      const { rows } = results.get(step.id)!.result as { rows: readonly { metric: string }[] };
      const metrics = rows
        .map(({ metric }) => metric)
        .filter((metric) => WHOLE.test(metric))
        .sort((a, b) => Number(/\d/.test(b.slice(0, 3))) - Number(/\d/.test(a.slice(0, 3))) || b.localeCompare(a));
      if (metrics.length === 0) return noneOf({ metric: horizon, gas, label });
      if (metrics.length > 1) return askMetric(metrics);
      const at = rows.findIndex(({ metric }) => metric === metrics[0]);
      return figureDraft({
        steps: [step],
        wants: [wanted(step.id, `rows.${at}.value`, "kg CO2e/kg", nameOf({ metric: metrics[0]!, gas, label }))],
        subject: subjectOf({ metric: metrics[0]!, gas, label }),
      }).finish(results, look);
    },
  };
}

function valuesOf(sought: readonly Sought[], compares: boolean): Draft {
  const steps = sought.map(({ metric, gas }, i): Step => {
    const id = sought.length === 1 ? "metric" : `metric${i + 1}`;
    // Blends are no rows of the table: they are weighed by what is in them.
    if (BLEND.test(gas))
      return { id, tool: "quantity.equivalent", args: { gases: [{ value: 1, unit: `kg ${gas}` }], metric } };
    return {
      id,
      tool: "data.query",
      args: { dataset: "gas_metrics", select: ["metric", "gas", "value"], where: { metric, gas } },
    };
  });
  const pathOf = (i: number) => (BLEND.test(sought.at(i)!.gas) ? "parts.0.metricValue" : "rows.0.value");
  const of = (i: number) => ({ value: { $from: steps.at(i)!.id, path: pathOf(i) }, unit: "1" });
  const differs = compares && sought.length === 2;
  const compare: Step = { id: "difference", tool: "quantity.compare", args: { left: of(-1), right: of(0) } };
  const values = sought.map((each, i) => wanted(steps[i]!.id, pathOf(i), "kg CO2e/kg", nameOf(each), !differs));
  const draft = figureDraft({
    steps: [...steps, ...(differs ? [compare] : [])],
    wants: [
      ...(differs
        ? [
            wanted(compare.id, "difference.value", "kg CO2e/kg", { en: "difference", zh: "相差" }),
            wanted(compare.id, "change", "%", { en: "change", zh: "变化" }),
          ]
        : []),
      ...values,
    ],
    subject:
      sought.length === 1
        ? subjectOf(sought[0]!)
        : { en: [{ name: "CO2e" }, " by mass"], zh: ["单位质量的 ", { name: "CO2e" }] },
  });
  return {
    ...draft,
    finish(results, look) {
      const missing = sought.find((_, i) => {
        const result = results.get(steps[i]!.id)?.result as { rows?: readonly unknown[] } | undefined;
        return result === undefined || result.rows?.length === 0;
      });
      return missing ? noneOf(missing) : draft.finish(results, look);
    },
  };
}

const BLEND = /^HFC(?:4|5)\d\d[A-Z]$/;

function nameOf({ metric, label }: Sought) {
  return { en: `${metric} of ${label.en}`, zh: `${label.zh}的 ${metric}` };
}

function subjectOf({ metric, label }: Sought) {
  return {
    en: [{ name: metric }, " of ", { name: label.en }],
    zh: [{ name: label.zh }, "的 ", { name: metric }],
  };
}

function noneOf({ metric, label }: Sought) {
  return refuse("no such data", {
    en: [{ name: metric }, " has no value of ", { name: label.en }, " here."],
    zh: ["这里没有", { name: label.zh }, "的 ", { name: metric }, "。"],
  });
}
