import { companyInventory } from "../../company/company-inventory.ts";
import { readPrices } from "../../company/price-table.ts";
import { shippedScopes } from "../../company/shipped-factors.ts";
import { factorsAtHand } from "../../factors/shipped-factors.ts";
import { type Message, messages } from "../../message/message.ts";
import { findMetric } from "../../quantity/substance.ts";
import type { Read } from "../../tool/read.ts";
import type { AccountInput, AccountMaker } from "../account-maker.ts";
import type { Account, Candidate, MatchedLine } from "../account-shapes.ts";
import { LineCount, type Tell } from "../line-count.ts";
import { lineCoverage } from "../line-coverage.ts";
import { Places } from "../matching/places.ts";
import { accountSources, notCovered } from "./account-coverage.ts";
import { type InventoryRow, inventoryRow, resultsByRow } from "./account-rows.ts";
import { accountTotals } from "./account-totals.ts";
import { Activities } from "./activities.ts";
import { countedTwice } from "./counted-twice.ts";
import { present, type Sources } from "./finding.ts";
import { fitsCompany } from "./fits-company.ts";
import { fuelTable } from "./fuel-table.ts";
import { gasSums } from "./gas-sums.ts";
import { MatchLines } from "./match-lines.ts";
import { type SettledLine, SettleLines } from "./settle-lines.ts";
import { inOneCurrency } from "./shared-signs.ts";
import { candidateOf } from "./target.ts";

const texts = messages("account.company", {
  headline: {
    en: "{value} t CO2e ({scopes:and}), from {counted} of {all} lines",
    zh: "{value} t CO2e（{scopes:and}），来自 {all} 行中的 {counted} 行",
  },
  headline1: { en: "scope 1", zh: "范围一" },
  headline2: { en: "scope 2 by location", zh: "范围二（基于位置）" },
  headline3: { en: "scope 3", zh: "范围三" },
  noHeadline: { en: "No emissions: none of {all} lines has a factor yet", zh: "没有排放量：{all} 行均尚无因子" },
  formula: {
    en: "Each amount, converted to the unit of its factor, times the factor, times the global warming potential of the gas ({metric}).",
    zh: "每一数量换算为因子的单位后，乘以因子，再乘以气体的全球变暖潜势（{metric}）。",
  },
  boundary: {
    en: "GHG Protocol Corporate Standard; every line lies wholly within the boundary.",
    zh: "按《GHG Protocol 企业标准》；每一行全部在边界之内。",
  },
  boundaryBy: {
    en: "GHG Protocol Corporate Standard, by operational control of the facilities given.",
    zh: "按《GHG Protocol 企业标准》，以所给设施的运营控制权为边界。",
  },
  scope2: {
    en: "Scope 2 is computed twice: by location with grid averages, by market with instruments, then residual mixes, then grid averages.",
    zh: "范围二计算两次：基于位置取电网平均因子；基于市场依次取工具、剩余组合和电网平均因子。",
  },
  biogenic: {
    en: "CO2 of living matter stands apart and is in no total; its CH4 and N2O are.",
    zh: "生物质的二氧化碳单列，不计入合计；其甲烷和氧化亚氮计入。",
  },
});

/** Accounts of companies by the GHG Protocol. All figures are those of `companyInventory`. */
export const companyMaker: AccountMaker = {
  kind: "company",
  fit: fitsCompany,
  make: makeCompany,
  async search(line, text, input, read) {
    const { activities } = await sourcesOf(input, read);
    const settled = new SettleLines(
      input,
      { activities, answers: {}, measures: await fuelTable(read) },
      await Places.read(read),
    );
    const usual = settled.settle(line).flatMap(({ finding }) => present([finding.target, ...finding.others]));
    const found = activities.search(text, () => true, MOST_FOUND).map(({ target }) => target);
    return (text.trim() === "" ? usual : found).map(candidateOf) satisfies Candidate[];
  },
};

/** What the inventory says of categories of scope 3 without a row. */
const ofCategories: ReadonlySet<string> = new Set(["company.nothingSaid", "company.categoryExcluded"]);

const MOST_FOUND = 20;

async function sourcesOf(input: AccountInput, read: Read) {
  const metric = findMetric(input.metric);
  const [direct, scope] = await Promise.all([
    factorsAtHand(undefined, ["1", "2"], read),
    shippedScopes({ energy: true, activity: true, money: true }, metric, read),
  ]);
  return { metric, direct: direct.factors, scope, activities: new Activities(direct.factors, scope.factors) };
}

async function makeCompany(given: AccountInput, read: Read, tell?: Tell): Promise<Account> {
  const { answers = {} } = given.mapping;
  const region = given.region ?? (Object.hasOwn(answers, "region") ? answers.region! : null);
  const places = await Places.read(read);
  const money = inOneCurrency(given, region === null ? null : (places.place(region)?.country ?? null));
  const input = { ...given, lines: money.lines, region };
  const { metric, direct, scope, activities } = await sourcesOf(input, read);
  const sources: Omit<Sources, "country"> = { activities, answers, measures: await fuelTable(read) };
  const settle = new SettleLines({ ...input, metric }, sources, places);
  const count = new LineCount("matched", input.lines.length, tell);
  const settled = input.lines.flatMap((line) => {
    count.next();
    return settle.settle(line);
  });
  settle.askPlaces();
  const twice = countedTwice(settled, answers, settle.asks);
  const hasFacilities = (input.facilities?.length ?? 0) > 0;
  const rows: InventoryRow[] = [];
  const rowLines: SettledLine[] = [];
  const rowAt = settled.map((of) => {
    const row = twice.has(of) ? null : inventoryRow(of, hasFacilities);
    if (row === null) return null;
    rowLines.push(of);
    return rows.push(row) - 1;
  });
  const prices = [...readPrices(input.prices ?? []).prices, ...scope.prices];
  const inventory = companyInventory({
    year: input.year,
    metric,
    acceptMetrics: [],
    approach: "operational control",
    rows,
    facilities: input.facilities ?? [],
    instruments: input.instruments ?? [],
    factors: input.factors ?? [],
    prices: input.prices ?? [],
    excluded: [],
    shipped: { direct, scope: scope.factors, prices: scope.prices },
    residual: scope.residual,
    ownDirect: [],
    unknownOrigin: "state",
  });
  const results = resultsByRow(inventory, rows.length);
  const isOneSheet = new Set(input.lines.map(({ sheet }) => sheet)).size <= 1;
  const rowOf = (row: number) => {
    const line = rowLines[row - 1]?.line;
    return line === undefined ? String(row) : isOneSheet ? String(line.row) : `${line.sheet} ${line.row}`;
  };
  const matcher = new MatchLines({ activities, prices }, rowOf, `t CO2e ${metric}`);
  const lines = settled.map((of, i) => {
    const at = rowAt[i]!;
    return matcher.line(of, at === null ? null : rows[at]!, at === null ? null : results[at]!, twice.get(of) ?? null);
  });
  const totals = accountTotals(inventory, lines, rowOf);
  const main = totals[0]!;
  const coverage = { ...lineCoverage(lines, input.leftOut), byMass: null };
  const others = inventory.problems.filter(({ table }) => table !== "rows").map(({ message }) => message);
  return {
    kind: "company",
    year: input.year,
    region,
    metric,
    headline: headline(main.value, lines, coverage),
    lines,
    leftOut: [...input.leftOut],
    asks: [...input.asks, ...money.asks.list(), ...settle.asks.list()],
    totals,
    coverage,
    gases: gasSums(inventory.lines, metric),
    sources: accountSources(lines, main.value),
    notCovered: notCovered(
      lines,
      input.leftOut,
      inventory.totals.scope3.lacks.filter(({ code }) => ofCategories.has(code)),
    ),
    method: [
      texts.formula({ metric }),
      hasFacilities ? texts.boundaryBy() : texts.boundary(),
      texts.scope2(),
      texts.biogenic(),
    ],
    notes: others,
  };
}

function headline(
  value: number | null,
  lines: readonly MatchedLine[],
  { lines: counted, of: all }: Account["coverage"],
): Message {
  if (value === null) return texts.noHeadline({ all });
  const has = (scope: MatchedLine["scope"]) => lines.some((line) => line.scope === scope && line.emissions !== null);
  const scopes = [
    ...(has("1") ? [texts.headline1()] : []),
    ...(has("2") ? [texts.headline2()] : []),
    ...(has("3") ? [texts.headline3()] : []),
  ];
  const said = value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return texts.headline({ value: said, scopes, counted, all });
}
