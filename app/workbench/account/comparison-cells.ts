import type { Message } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { comparisonTexts } from "./comparison-texts.ts";

/** The names of two accounts in their notebook. */
export interface ComparedNames {
  readonly earlier: string;
  readonly later: string;
}

/** A cell to be written. */
export interface ComparisonCell {
  readonly kind: "md" | "js";
  readonly source: string;
}

/** A name that is free in a notebook: `yearChange`, else `yearChange2`. */
export function freeComparisonName(taken: ReadonlySet<string>): string {
  for (let i = 1; ; i++) {
    const name = i === 1 ? "yearChange" : `yearChange${i}`;
    if (!taken.has(name)) return name;
  }
}

/**
 * The cells that compare two accounts: the answer, the change by scope, its chart, and the base year.
 * @param language a tag of BCP 47
 */
export function comparisonCells(accounts: ComparedNames, name: string, language: string): ComparisonCell[] {
  const say = (message: Message) => writeMessage(message, { tag: language });
  const headline = `**\${localize(${name}.headline).replaceAll("CO2", "CO₂")}**`;
  return [
    { kind: "md", source: `## ${say(comparisonTexts.title())}\n\n${headline}` },
    { kind: "js", source: compareSource(accounts, name, say) },
    { kind: "js", source: chartSource(name, say) },
    { kind: "js", source: baseYearSource(name, say) },
  ];
}

type Say = (message: Message) => string;

function compareSource({ earlier, later }: ComparedNames, name: string, say: Say): string {
  const text = (message: Message) => JSON.stringify(say(message));
  const column = (key: "change" | "activity" | "factor" | "boundary") =>
    `  ${text(comparisonTexts[key]())}: formatNumber(d.${key}, {sign: true, unit: ${name}.unit})`;
  return `// ${say(comparisonTexts.comment())}
const ${name} = await account.compare({
  earlier: ${earlier},
  later: ${later},
  policy: {threshold: 0.05, triggers: ["boundary", "method"], reasons: {}}
});
display(Inputs.table([...${name}.scopes, {...${name}, scope: ${text(comparisonTexts.total())}}].map((d) => ({
  ${text(comparisonTexts.scope())}: d.scope,
${(["change", "activity", "factor", "boundary"] as const).map(column).join(",\n")}
})), {select: false, layout: "auto"}));`;
}

/** A waterfall from the earlier to the later figure. Its title is the finding. */
function chartSource(name: string, say: Say): string {
  const text = (message: Message) => JSON.stringify(say(message));
  const title = say(
    comparisonTexts.chartTitle({
      name: "${largest.label}",
      change: "${formatNumber(largest.value, {sign: true, unit})}",
    }),
  );
  const subtitle = say(comparisonTexts.chartUnit({ unit: "${unit}", metric: `\${${name}.metric}` }));
  return `// ${say(comparisonTexts.chartComment())}
{
  const {earlier, later, metric} = ${name};
  const unit = ${name}.unit.replace(\` \${metric}\`, "");
  const steps = [
    {label: ${text(comparisonTexts.activity())}, value: ${name}.activity},
    {label: ${text(comparisonTexts.factor())}, value: ${name}.factor},
    {label: ${text(comparisonTexts.boundary())}, value: ${name}.boundary}
  ];
  const largest = d3.greatest(steps, (d) => Math.abs(d.value));
  let level = earlier.value;
  const bars = [
    {label: String(earlier.year), from: 0, to: level, fill: "var(--chart-neutral)", text: formatNumber(level)},
    ...steps.map(({label, value}) => ({
      label, from: level, to: level += value,
      fill: value > 0 ? "var(--chart-production)" : "var(--chart-sink)", text: formatNumber(value, {sign: true})
    })),
    {label: String(later.year), from: 0, to: later.value, fill: "var(--chart-neutral)", text: formatNumber(later.value)}
  ];
  display(Plot.plot({
    title: \`${title}\`,
    subtitle: \`${subtitle}\`,
    ariaLabel: \`${subtitle}\`,
    width,
    height: 220,
    marginLeft: 90,
    marginRight: 70,
    x: {label: null, grid: true, tickFormat: (d) => formatNumber(d), ticks: width < 500 ? 3 : 6},
    y: {label: null, domain: bars.map((d) => d.label)},
    marks: [
      Plot.barX(bars, {x1: "from", x2: "to", y: "label", fill: "fill", insetTop: 3, insetBottom: 3, tip: true, title: (d) => \`\${d.label}: \${d.text} \${unit}\`}),
      Plot.text(bars, {x: (d) => Math.max(d.from, d.to), y: "label", text: "text", dx: 5, textAnchor: "start", fill: "var(--ink)"}),
      Plot.ruleX([0])
    ]
  }));
}`;
}

/** Whether the base year is recalculated, why, and what nobody has given a reason for. */
function baseYearSource(name: string, say: Say): string {
  const text = (message: Message) => JSON.stringify(say(message));
  return `// ${say(comparisonTexts.baseComment())}
{
  const {baseYear, notes} = ${name};
  if (baseYear === null) display(html\`<p>\${${text(comparisonTexts.notTested())}}\`);
  else {
    const decision = baseYear.recalculate ? ${text(comparisonTexts.recalculate())} : ${text(comparisonTexts.keep())};
    display(html\`<p><strong>\${decision}</strong> \${localize(baseYear.why)}\`);
    if (baseYear.changes.length > 0) display(html\`<ul>\${baseYear.changes.map((d) => html\`<li>\${d.name}: \${localize(d.why)}\`)}</ul>\`);
    if (baseYear.asks.length > 0) display(html\`<p>\${${text(comparisonTexts.open())}}</p><ul>\${baseYear.asks.map((d) => html\`<li>\${localize(d.question)}\`)}</ul>\`);
  }
  if (notes.length > 0) display(html\`<ul>\${notes.map((d) => html\`<li>\${localize(d)}\`)}</ul>\`);
}`;
}
