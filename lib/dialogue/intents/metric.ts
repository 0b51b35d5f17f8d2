import { type AskDraft, ask } from "../intent.ts";
import type { Matter } from "../matter.ts";

const METRIC = /^(SAR|TAR|AR[456])\.(GWP|GTP)\d+$/;

/**
 * The metric of CO2 equivalents that the words name: whole, or a report and a horizon apart. A report alone is GWP100 only if the
 * horizon is said, too: nothing is assumed.
 */
export function metricOf(matter: Matter): string | null {
  const values = matter.all("metric").map(({ meaning }) => String(meaning.value));
  const whole = values.find((value) => METRIC.test(value));
  if (whole) return whole;
  const report = values.find((value) => /^(SAR|TAR|AR[456])$/.test(value));
  const horizon = values.find((value) => /^G[WT]P\d+$/.test(value));
  return report && horizon ? `${report}.${horizon}` : null;
}

/** Asks for the metric; each option is one that the table of metrics has. */
export function askMetric(
  metrics: readonly string[] = ["AR6.GWP100", "AR5.GWP100", "AR4.GWP100", "AR6.GWP20", "AR6.GTP100"],
): AskDraft {
  return ask(
    "metric",
    { en: "By which metric are gases made CO2 equivalents?", zh: "按哪种指标折算为二氧化碳当量？" },
    metrics.map((value) => ({ value, label: { en: value, zh: value } })),
  );
}
