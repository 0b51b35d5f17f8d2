import type { StepResult } from "../host.ts";
import { type AskDraft, ask, type Intent, refuse } from "../intent.ts";
import { isUnknown, type Link } from "../link.ts";
import type { Matter } from "../matter.ts";
import type { Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** More candidates are not offered. */
const OFFERED = 6;

/** What is bought, in the words of the tables: a commodity that the lexicon knows, or the words that it does not. */
function commodityOf(matter: Matter): { name: string; words: string } | null {
  const all = matter.find("commodity");
  const money = matter.links.find(({ quantity }) => /^(?:USD|EUR|CNY|GBP)$/.test(quantity?.measured ?? ""));
  // What was bought stands after the money; who bought it, before.
  const known = all.find(({ link }) => money && link.turn === money.turn && link.from > money.from) ?? all[0];
  matter.all("commodity", ({ value }) => value === known?.meaning.value);
  matter.use(known?.link);
  const chosen = matter.find("material").find(({ link }) => link.via === "chosen");
  matter.use(chosen?.link);
  if (chosen) {
    matter.phrase();
    return { name: String(chosen.meaning.value), words: String(chosen.meaning.value) };
  }
  if (known) return { name: String(known.meaning.value), words: known.link.words };
  const unknown = matter.phrase();
  if (unknown) return { name: unknown.toLowerCase(), words: unknown };
  const other = matter.one("product") ?? matter.one("material");
  return other ? { name: other.meaning.label.en, words: other.link.words } : null;
}

function which(words: string, names: readonly string[]): AskDraft {
  return ask(
    "material",
    { en: `Which of these is meant by “${words}”?`, zh: `“${words}”是指以下哪一项？` },
    names.slice(0, OFFERED).map((value) => ({ value, label: { en: value, zh: value } })),
  );
}

function noneOf(words: string) {
  return refuse("no such data", {
    en: ["The table of spending has no ", { quoted: `“${words}”` }, "."],
    zh: ["支出因子表没有", { quoted: `“${words}”` }, "。"],
  });
}

/** Supply-chain emissions of money spent, by the factors of the US EPA. */
export const spendingIntent: Intent = {
  id: "spending",
  title: { en: "supply-chain emissions of spending", zh: "支出的供应链排放" },
  read(matter) {
    const spoken = matter.takes("operation", "spend");
    // “Our bank spent”
    const spender = matter.links.findIndex((link) => isUnknown(link));
    const spends = (link: Link | undefined) => link?.meanings.some(({ value }) => value === "spend") === true;
    if (
      /^(?:our|my|the|we|his|her|their|我们|我司|公司)$/i.test(matter.links[spender - 1]?.words ?? "") &&
      spends(matter.links[spender + 1])
    )
      matter.use(matter.links[spender]);
    const chain = matter.takes("operation", "supply chain");
    if (!spoken && !chain && !matter.has("database", "EPA")) return null;
    matter.takes("operation", "factor", "convert");
    matter.takes("principle", "consumption");
    matter.unit();
    const [money, ...others] = matter.quantities(
      ({ measured, per }) => per === null && /^(?:USD|EUR|CNY|GBP)$/.test(measured),
    );
    if (!money || others.length > 0) return null;
    matter.emissions("CO2", "GHG");
    matter.takes("database", "EPA");
    matter.takes("operation", "total");
    // To the factory's gate, trade and transport to the buyer are not counted.
    const toGate = matter.takes("boundary", "cradle to gate");
    const commodity = commodityOf(matter);
    const years = matter.years();
    if (!commodity) return null;
    if (money.quantity.measured !== "USD")
      return refuse("no such data", { en: "The factors of spending are by US dollar.", zh: "支出因子以美元计。" });
    if (years.some((year) => year !== 2022))
      return refuse("no such year", {
        en: ["The factors of spending are by dollars of one year, not of that one."],
        zh: ["支出因子只对应某一年的美元，没有所问年份。"],
      });
    const find: Step = toGate
      ? {
          id: "spendingFactors",
          tool: "data.query",
          args: {
            dataset: "factors_spend_us",
            select: [
              { column: "commodity", as: "name" },
              { column: "without_margins", as: "value" },
            ],
            where: { commodity: { contains: asTitle(commodity.name) } },
          },
        }
      : {
          id: "spendingFactors",
          tool: "inventory.valueChainFactors",
          args: { category: 1, words: commodity.name },
        };
    const [value, unit] = toGate ? ["rows.0.value", "units.value"] : ["factors.0.value", "factors.0.unit"];
    const emissions: Step = {
      id: "emissions",
      tool: "quantity.multiply",
      args: {
        left: { value: money.quantity.value, unit: "USD 2022" },
        right: {
          value: { $from: find.id, path: value },
          unit: { $from: find.id, path: unit },
        },
      },
    };
    const draft = figureDraft({
      steps: [find, emissions],
      assumed:
        years.length > 0
          ? []
          : [
              {
                slot: "year",
                value: 2022,
                label: { en: "dollars of the factors' year", zh: "因子所用年份的美元" },
                because: { en: "no year of the money is given", zh: "未给出货币年份" },
                rivals: [],
              },
            ],
      wants: [
        wanted(emissions.id, "value", { path: "unit" }, { en: "supply-chain emissions", zh: "供应链排放" }),
        wanted(find.id, value, { path: unit }, { en: "factor", zh: "因子" }, false),
      ],
      subject: {
        en: ["Supply-chain emissions of ", { quoted: money.words }, " for ", { quoted: commodity.words }],
        zh: [{ quoted: money.words }, { quoted: commodity.words }, "的供应链排放"],
      },
      source: { en: "US EPA supply-chain factors", zh: "美国环保署供应链因子" },
    });
    return {
      ...draft,
      finish(results, look) {
        const names = toGate ? rowsOf(results, find.id).map(({ name }) => name) : dollarFactorsOf(results, find.id);
        const exact = names.filter((name) => name?.toLowerCase() === commodity.name.toLowerCase());
        const dollars = names.filter((name) => name !== null);
        if (dollars.length === 0) return noneOf(commodity.words);
        const [taken] = exact.length === 1 ? exact : dollars.length === 1 ? dollars : [];
        // The steps have read the first.
        if (taken === undefined || names[0] !== taken) return which(commodity.words, dollars);
        return draft.finish(results, look);
      },
    };
  },
};

/** Words of names begin with capitals, which those of a question may not. */
function asTitle(name: string): string {
  return name.replace(/(?<![a-z])(?!(?:and|of|for|the|or|except)\b)[a-z]/g, (letter) => letter.toUpperCase());
}

/** The names of the factors that were found, null where one is not by dollar. */
function dollarFactorsOf(results: ReadonlyMap<string, StepResult>, step: string): (string | null)[] {
  const { factors } = (results.get(step)?.result ?? { factors: [] }) as {
    factors: readonly { activity: string; unit: string }[];
  };
  return factors.map(({ activity, unit }) => (unit.includes("USD") ? activity : null));
}

function rowsOf(results: ReadonlyMap<string, StepResult>, step: string): readonly { name: string }[] {
  return ((results.get(step)?.result ?? { rows: [] }) as { rows: readonly { name: string }[] }).rows;
}

/** Direct and indirect greenhouse gases by dollar of a sector's product, by USEEIO. */
export const useeioIntent: Intent = {
  id: "by dollar of a product",
  title: { en: "greenhouse gases by dollar of a product", zh: "每美元产品的温室气体" },
  read(matter) {
    if (!matter.takes("database", "USEEIO")) return null;
    matter.takes("operation", "per dollar", "supply chain", "factor", "total", "cumulative");
    matter.takes("process", "intensity");
    // The multiplier is of direct and indirect emissions together.
    matter.use(
      ...matter.links.filter(({ words }) =>
        /^(?:commodity|direct|indirect|per|usd|商品|直接|间接|每|每美元|美元)$/i.test(words),
      ),
    );
    matter.emissions("CO2", "GHG");
    matter.unit();
    const commodity = commodityOf(matter);
    if (!commodity || matter.links.some(({ quantity }) => quantity)) return null;
    // Names begin with a capital, which the words of a question may not.
    const part = commodity.name.slice(1);
    const query: Step = {
      id: "multiplier",
      tool: "data.query",
      args: {
        dataset: "useeio_v201_n",
        select: ["name", { column: "value", as: "value" }],
        where: { indicator_index: { $from: "indicator", path: "rows.0.indicator_index" } },
        join: [
          {
            dataset: "useeio_v201_sector",
            on: ["sector_index"],
            where: { name: { contains: part } },
            unmatched: "drop",
          },
        ],
      },
    };
    const indicator: Step = {
      id: "indicator",
      tool: "data.query",
      args: { dataset: "useeio_v201_indicator", select: ["indicator_index", "name", "unit"], where: { code: "GHG" } },
    };
    const placeIn = (rows: readonly { name: string }[]) => {
      const called = [commodity.words, commodity.name].map((name) => name.toLowerCase());
      const exact = rows.findIndex(({ name }) => called.includes(name.toLowerCase()));
      return exact >= 0 ? exact : rows.length === 1 ? 0 : null;
    };
    const draft = figureDraft({
      steps: [indicator, query],
      wants: (results) => {
        const at = placeIn(rowsOf(results, query.id)) ?? 0;
        return [
          wanted(query.id, `rows.${at}.value`, "kg CO2e/USD", {
            en: "greenhouse gases by dollar",
            zh: "每美元温室气体",
          }),
          wanted(query.id, `rows.${at}.name`, "text", { en: "sector", zh: "部门" }, false),
        ];
      },
      subject: {
        en: ["Greenhouse gases by dollar of ", { quoted: commodity.words }],
        zh: ["每美元", { quoted: commodity.words }, "的温室气体"],
      },
      source: { en: "USEEIO v2.0.1", zh: "USEEIO v2.0.1" },
    });
    return {
      ...draft,
      finish(results, look) {
        const rows = rowsOf(results, query.id);
        if (rows.length === 0) return noneOf(commodity.words);
        if (placeIn(rows) === null)
          return which(
            commodity.words,
            rows.map(({ name }) => name),
          );
        return draft.finish(results, look);
      },
    };
  },
};
