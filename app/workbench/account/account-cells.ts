import { literal } from "../../../kernel/dialogue/cell-literal.ts";
import type { AccountKind } from "../../../lib/account/account-shapes.ts";
import type { Message } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import type { AccountChoices, AccountSource } from "./account-choices.ts";
import { mappingFileOf, nameOfSource, readingOf, stemOf } from "./account-choices.ts";
import { accountTexts } from "./account-texts.ts";
import { cellTexts } from "./cell-texts.ts";

/** The choices with which cells are written: all is settled. */
export interface SettledChoices extends AccountChoices {
  readonly kind: AccountKind;
  readonly year: number;
}

/** The names of the written cells in their notebook. */
export interface AccountNames {
  readonly data: string;
  readonly mapping: string;
  readonly account: string;
}

/** A cell to be written. `part` says what stands in it. */
export interface AccountCell {
  readonly part: "headline" | "data" | "mapping" | "account" | "lines" | "chart" | "missing" | "sources" | "report";
  readonly kind: "md" | "js";
  readonly source: string;
}

/** Names that are free in a notebook: `activityData`, else `activityData2`, the same number for all. */
export function freeNames(taken: ReadonlySet<string>): AccountNames {
  for (let i = 1; ; i++) {
    const number = i === 1 ? "" : String(i);
    const names = {
      data: `activityData${number}`,
      mapping: `mapping${number}`,
      account: `carbonAccount${number}`,
    };
    if (Object.values(names).every((name) => !taken.has(name))) return names;
  }
}

/**
 * The cells of an account in the order in which they are read: the answer, data, mapping, account, lines, chart, what is missing,
 * sources, and the report. Their texts are in one language.
 * @param language a tag of BCP 47
 */
export function accountCells(choices: SettledChoices, names: AccountNames, language: string): AccountCell[] {
  const say = (message: Message) => writeMessage(message, { tag: language });
  const { account } = names;
  return [
    { part: "headline", kind: "md", source: headlineSource(choices, account, say) },
    { part: "data", kind: "js", source: dataSource(choices, names, say) },
    { part: "mapping", kind: "js", source: mappingSource(choices, names, say) },
    { part: "account", kind: "js", source: accountSource(choices, names, say) },
    { part: "lines", kind: "js", source: linesSource(account, say) },
    { part: "chart", kind: "js", source: chartSource(choices, account, say) },
    { part: "missing", kind: "js", source: missingSource(names, say) },
    { part: "sources", kind: "js", source: sourcesSource(account, say) },
    { part: "report", kind: "js", source: reportSource(choices, names, say) },
  ];
}

type Say = (message: Message) => string;

function headlineSource({ kind, year, source }: SettledChoices, account: string, say: Say): string {
  const title = say(cellTexts[`${kind}Title`]({ year, file: plain(nameOfSource(source)) }));
  return `## ${title}\n\n**\${localize(${account}.headline).replaceAll("CO2", "CO₂")}**`;
}

/** The cell that reads the file. */
export function dataSource(choices: AccountChoices, { data, mapping }: AccountNames, say: Say): string {
  const settings = Object.entries(readingOf(choices)).map(([key, value]) => `  ${key}: ${literal(value)},`);
  const count = say(
    cellTexts.readCount({
      lines: `\${formatNumber(${data}.lines.length)}`,
      rows: `\${formatNumber(${data}.leftOut.length)}`,
    }),
  );
  return [
    `// ${say(cellTexts.dataComment())}`,
    `const ${data} = await account.read({`,
    `  sheets: ${sheetsOf(choices.source)},`,
    ...settings,
    `  answers: ${mapping}.answers`,
    "});",
    `display(html\`<p>${count}\`);`,
  ].join("\n");
}

/** The expression of the sheets: those of a file, or the rows of a table with the names of its columns above them. */
function sheetsOf(source: AccountSource): string {
  if (source.is === "file") return `await FileAttachment(${JSON.stringify(source.file)}).sheets()`;
  const { name } = source;
  return `[{name: ${JSON.stringify(name)}, rows: [Object.keys(Array.from(${name})[0] ?? {}), ...Array.from(${name}, Object.values)]}]`;
}

function mappingSource({ source }: AccountChoices, { mapping }: AccountNames, say: Say): string {
  const file = JSON.stringify(mappingFileOf(source));
  return `// ${say(cellTexts.mappingComment())}\nconst ${mapping} = await FileAttachment(${file}).json();`;
}

/** The cell that computes the account. */
export function accountSource(
  { kind, year, region }: SettledChoices,
  { data, mapping, account }: AccountNames,
  say: Say,
): string {
  const text = (message: Message) => JSON.stringify(say(message));
  const settings = [
    `kind: ${JSON.stringify(kind)}`,
    `year: ${year}`,
    ...(region === null ? [] : [`region: ${JSON.stringify(region)}`]),
  ];
  return `// ${say(cellTexts.accountComment())}
const ${account} = await account.compute({
  lines: ${data}.lines,
  leftOut: ${data}.leftOut,
  asks: ${data}.asks,
  ${settings.join(",\n  ")},
  ${mapping === "mapping" ? mapping : `mapping: ${mapping}`}
});
display(Inputs.table(${account}.totals.map((d) => ({
  ${text(cellTexts.total())}: localize(d.label),
  ${text(cellTexts.value())}: d.value === null ? "–" : formatNumber(d.value, {unit: d.unit}),
  ${text(cellTexts.lines())}: d.lines
})), {select: false, layout: "auto"}));`;
}

/** The table of lines beside what they were taken for. */
function linesSource(account: string, say: Say): string {
  const text = (message: Message) => JSON.stringify(say(message));
  const rows = `${account}.lines.map((d) => ({
  ${text(cellTexts.row())}: d.row,
  ${text(cellTexts.line())}: d.name,
  ${text(cellTexts.site())}: d.site ?? "",
  ${text(cellTexts.amount())}: formatNumber(d.amount, {unit: d.unit}),
  ${text(cellTexts.match())}: localize(d.match.to ?? "–"),
  ${text(cellTexts.how())}: localize(d.match.how),
  ${text(cellTexts.factor())}: d.match.factor === null ? "–" : formatNumber(d.match.factor, {unit: d.match.factorUnit ?? ""}),
  ${text(cellTexts.source())}: localize(d.match.source ?? ""),
  ${text(cellTexts.emissions())}: d.emissions === null ? "–" : formatNumber(d.emissions.value, {unit: d.emissions.unit})
}))`;
  return `// ${say(cellTexts.linesComment())}\ndisplay(Inputs.table(${rows}, {select: false, layout: "auto"}));`;
}

/** How the parts of an account are named: by the keys of its totals, or by its lines. */
const keyOfLine: Readonly<Record<AccountKind, string>> = {
  company: '`scope${d.scope}${d.scope === "2" ? ".location" : d.scope === "3" && d.category ? `.${d.category}` : ""}`',
  product: "d.name",
  inventory: 'd.category ?? ""',
};

/** The chart of emissions by scope and category, by line of a bill, or by category of the IPCC, the largest twenty. Its title is the finding. */
function chartSource({ kind, year }: SettledChoices, account: string, say: Say): string {
  const unitHole = "${unit}";
  const metricHole = `\${${account}.metric}`;
  const title = say(
    cellTexts.largest({
      name: "${parts[0].label}",
      share: '${formatNumber(100 * parts[0].value / total, {decimals: 0, unit: "%"})}',
      total: "${formatNumber(total, {unit})}",
    }),
  );
  return `// ${say(cellTexts.chartComment())}
{
  const counted = ${account}.lines.filter((d) => d.emissions !== null);
  const unit = (counted[0]?.emissions.unit ?? "").replace(\` \${${account}.metric}\`, "");
  const labelOf = (key) => localize(${account}.totals.find((d) => d.key === key)?.label ?? key);
  const parts = d3.rollups(counted, (group) => d3.sum(group, (d) => d.emissions.value), (d) => ${keyOfLine[kind]})
    .map(([key, value]) => ({label: labelOf(key), value}))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const total = d3.sum(parts, (d) => d.value);
  const shown = parts.slice(0, 20);
  display(parts.length === 0 ? ${JSON.stringify(say(cellTexts.nothing()))} : Plot.plot({
    title: \`${title}\`,
    subtitle: \`${say(cellTexts[`${kind}Parts`]({ unit: unitHole, metric: metricHole, year }))}\${shown.length < parts.length ? \` · \${shown.length}/\${parts.length}\` : ""}\`,
    ariaLabel: \`${say(cellTexts[`${kind}Parts`]({ unit: unitHole, metric: metricHole, year }))}\`,
    width,
    height: 60 + 30 * shown.length,
    marginLeft: Math.min(260, width * 0.4),
    marginRight: 60,
    x: {label: null, grid: true, zero: true, tickFormat: (d) => formatNumber(d), ticks: width < 500 ? 3 : 6},
    y: {label: null, domain: shown.map((d) => d.label)},
    marks: [
      Plot.barX(shown, {x: "value", y: "label", fill: "var(--chart-production)", insetTop: 3, insetBottom: 3, tip: true, title: (d) => \`\${d.label}: \${formatNumber(d.value, {unit})}\`}),
      Plot.text(shown, {x: "value", y: "label", text: (d) => formatNumber(d.value), dx: 5, textAnchor: "start", fill: "var(--ink)"}),
      Plot.ruleX([0])
    ]
  }));
}`;
}

/** What is in no figure, with the reason, and what the account does not cover. */
function missingSource({ account, data }: AccountNames, say: Say): string {
  const text = (message: Message) => JSON.stringify(say(message));
  const column = (what: string, why: string) =>
    `({${text(cellTexts.row())}: d.row, ${text(cellTexts.what())}: ${what}, ${text(cellTexts.needed())}: localize(${why})})`;
  return `// ${say(cellTexts.missingComment())}
{
  const missing = [
    ...${account}.lines.filter((d) => d.emissions === null).map((d) => ${column("d.name", "d.missing")}),
    ...${data}.leftOut.filter((d) => d.kind === "unreadable").map((d) => ${column("d.text", "d.reason")})
  ];
  display(missing.length === 0 ? html\`<p>${say(cellTexts.noneMissing())}\` : Inputs.table(missing, {select: false, layout: "auto"}));
  display(html\`<p><strong>${say(cellTexts.notCovered())}</strong></p><ul>\${${account}.notCovered.map((d) => html\`<li>\${localize(d)}\`)}</ul>\`);
}`;
}

/** The sources of factors with their share of the total, and the method. */
function sourcesSource(account: string, say: Say): string {
  const text = (message: Message) => JSON.stringify(say(message));
  return `// ${say(cellTexts.sourcesComment())}
{
  display(Inputs.table(${account}.sources.map((d) => ({
    ${text(cellTexts.source())}: localize(d.source),
    ${text(cellTexts.year())}: d.year === null ? "–" : String(d.year),
    ${text(cellTexts.lines())}: d.lines,
    ${text(cellTexts.share())}: d.share === null ? "–" : formatNumber(100 * d.share, {decimals: 1, unit: "%"})
  })), {select: false, layout: "auto"}));
  display(html\`<p><strong>${say(cellTexts.method())}</strong></p><ul>\${${account}.method.map((d) => html\`<li>\${localize(d)}\`)}</ul>\`);
}`;
}

/** The buttons that save the report, with what was stated of its fields. */
function reportSource({ source, year }: SettledChoices, { account, mapping }: AccountNames, say: Say): string {
  const name = say(accountTexts.reportFile({ file: stemOf(source), year }));
  return `// ${say(cellTexts.reportComment())}
display(forms.report(${account}, {name: ${JSON.stringify(name)}, statements: ${mapping}.statements}));`;
}

/** Words without a meaning in Markdown or a template. */
function plain(words: string): string {
  return words.replace(/[&<>*_[\]\\`$#]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
