import { type Message, messages } from "../../message/message.ts";
import { writeMessage } from "../../message/write.ts";
import type { Account, MatchedLine } from "../account-shapes.ts";
import type { LeftOut } from "../line-shape.ts";
import { isByMarketAlone, ownFactorSource } from "../own-factor.ts";

const texts = messages("account.company", {
  noScope: { en: "Nothing of scope {scope} is in the file.", zh: "文件中没有范围{scope}的内容。" },
  noFigureOf: {
    en: "Scope {scope} has no figure: {count} {count:line|lines} of it {count:is|are} without emissions.",
    zh: "范围{scope}没有数字：其 {count} 行没有排放量。",
  },
  co2Only: {
    en: "Grid averages that are of CO2 alone leave out the CH4 and N2O of power plants.",
    zh: "仅含二氧化碳的电网平均因子不包括电厂的甲烷和氧化亚氮。",
  },
  noFactorOf: {
    en: "{count} {count:line|lines} in no figure: {names}.",
    zh: "{count} 行不在任何数字中：{names}。",
  },
  unreadable: {
    en: "{count} {count:row|rows} that may be lines could not be read.",
    zh: "{count} 行可能是数据行，但无法读取。",
  },
  more: { en: "{names} and {count} more", zh: "{names} 等另 {count} 项" },
});

const MOST_NAMES = 8;

/** What the account does not cover; `categories` is what the inventory says of those of scope 3 that have no row. */
export function notCovered(
  lines: readonly MatchedLine[],
  leftOut: readonly LeftOut[],
  categories: readonly Message[],
): Message[] {
  const counted = lines.filter(({ emissions }) => emissions !== null);
  const has = (scope: string) => counted.some((line) => line.scope === scope);
  const scopes = ["1", "2", "3"]
    .filter((scope) => !has(scope))
    .map((scope) => {
      const count = lines.filter((line) => line.scope === scope).length;
      return count > 0 ? texts.noFigureOf({ scope, count }) : texts.noScope({ scope });
    });
  const co2Only = counted.some(({ scope, match }) => scope === "2" && match.factorUnit?.includes("CO2/") === true);
  const open = [...new Set(lines.filter(({ emissions }) => emissions === null).map(({ name }) => name))];
  const openCount = lines.length - counted.length;
  const unreadable = leftOut.filter(({ kind }) => kind === "unreadable").length;
  return [
    ...scopes,
    ...(has("3") ? categories : []),
    ...(co2Only ? [texts.co2Only()] : []),
    ...(openCount > 0 ? [texts.noFactorOf({ count: openCount, names: shortList(open) })] : []),
    ...(unreadable > 0 ? [texts.unreadable({ count: unreadable })] : []),
  ];
}

function shortList(names: readonly string[]): Message | readonly string[] {
  if (names.length <= MOST_NAMES) return names;
  return texts.more({ names: names.slice(0, MOST_NAMES), count: names.length - MOST_NAMES });
}

/** The sources of the factors, the one that most of the total rests on first. */
export function accountSources(lines: readonly MatchedLine[], total: number | null): Account["sources"] {
  const found = new Map<
    string,
    { source: Account["sources"][number]["source"]; year: number | null; lines: number; co2e: number }
  >();
  // Lines of one kind share their match.
  const keys = new Map<MatchedLine["match"], string>();
  for (const { match, emissions, scope } of lines) {
    if (emissions === null || match.source === null) continue;
    const key = keys.get(match) ?? `${writeMessage(match.source)}|${match.year}`;
    keys.set(match, key);
    const known = found.get(key) ?? { source: match.source, year: match.year, lines: 0, co2e: 0 };
    known.lines += 1;
    if (scope !== "outside") known.co2e += emissions.value;
    found.set(key, known);
  }
  return [...[...found.values()].sort((a, b) => b.co2e - a.co2e), ...suppliers(lines)].map(({ co2e, ...rest }) => ({
    ...rest,
    share: co2e === null || total === null || total === 0 ? null : Math.min(1, Math.max(0, co2e / total)),
  }));
}

/** A person's own factors that hold by market alone: the main figure, by location, does not rest on them. */
function suppliers(lines: readonly MatchedLine[]) {
  const found = new Map<string, Omit<Account["sources"][number], "share"> & { readonly co2e: null }>();
  for (const { ownFactor, byMarket, scope } of lines) {
    if (ownFactor === undefined || byMarket === null || !isByMarketAlone(ownFactor, scope)) continue;
    const { source, year } = ownFactor;
    const key = `${source}|${year}`;
    const known = found.get(key);
    found.set(key, { source: ownFactorSource(ownFactor), year, lines: (known?.lines ?? 0) + 1, co2e: null });
  }
  return found.values();
}
