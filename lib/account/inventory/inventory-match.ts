import { categoriesOf, findCategory, isCategory } from "../../classification/categories.ts";
import { type Message, messages } from "../../message/message.ts";
import type { MatchKind } from "../account-shapes.ts";
import { fuelTerms } from "../company/terms/fuels.ts";
import type { ReadLine } from "../line-shape.ts";
import { foldText } from "../matching/fold-text.ts";
import { type FoundTerm, TermFinder } from "../matching/term-finder.ts";
import { BUNKERS, bunkerCategory } from "./bunkers.ts";
import { activityTerms, burntIn, manureNames, sectorTerms } from "./sector-terms.ts";

const texts = messages("account.inventory", {
  byCode: {
    en: "The file gives the category {category}; “{words}” is {activity}.",
    zh: "文件给出类别 {category}；“{words}”为{activity}。",
  },
  byWords: {
    en: "“{sector}” is the category {category}; “{words}” is {activity}.",
    zh: "“{sector}”对应类别 {category}；“{words}”为{activity}。",
  },
  byActivity: {
    en: "“{words}” is {activity}, which has factors in {category}.",
    zh: "“{words}”为{activity}，其因子在类别 {category}。",
  },
  noSector: {
    en: "“{words}” is {activity}; nothing says who burns it, so it is taken as {category} (not specified), where CO2 has a factor and CH4 and N2O have none. State the sector or the IPCC category.",
    zh: "“{words}”为{activity}；未说明由谁燃烧，按 {category}（未指明）计，该类别只有 CO2 因子，没有 CH4 和 N2O 因子。请写明部门或 IPCC 类别。",
  },
  anyCoal: {
    en: "{how} “{words}” names no kind of coal: {activity} stands for it.",
    zh: "{how}“{words}”未写明煤种：以{activity}代表。",
  },
  inBrackets: {
    en: "{how} Written below 0 as what goes into a transformation.",
    zh: "{how}作为加工转换的投入写成负数。",
  },
  supply: {
    en: "“{words}” is supply, of which nothing is emitted: what is burnt stands in the rows of sectors.",
    zh: "“{words}”属于供应侧，本身不产生排放：燃烧量在各部门的行中。",
  },
  sum: {
    en: "“{words}” is a sum over sectors, which stand in rows of their own.",
    zh: "“{words}”为各部门之和，各部门另有其行。",
  },
  loss: { en: "“{words}” is lost and not burnt.", zh: "“{words}”为损失，没有燃烧。" },
  feedstock: {
    en: "“{words}” is not burnt: its carbon is stored or emitted in processes (category 2).",
    zh: "“{words}”不燃烧：其碳被固定，或在工业过程（类别 2）中排放。",
  },
  electricity: {
    en: "Electricity is emitted where it is made: by the fuels of 1.A.1.a.",
    zh: "电力的排放发生在生产处：计入 1.A.1.a 的燃料。",
  },
  heat: {
    en: "Heat is emitted where it is made: by the fuels of 1.A.1.a.",
    zh: "热力的排放发生在生产处：计入 1.A.1.a 的燃料。",
  },
  transformed: {
    en: "{activity} in {category} is turned into other fuels and not burnt there; if it is burnt, give the IPCC code.",
    zh: "{category} 中的{activity}被加工为其他燃料，没有在该处燃烧；若为燃烧，请给出 IPCC 代码。",
  },
  noActivity: {
    en: "Nothing in “{name}” is a fuel, product, animal or practice with a factor: give its name as the factors have it, or choose one.",
    zh: "“{name}”中没有带因子的燃料、产品、牲畜或做法：请采用因子表中的名称，或选择一项。",
  },
  sectorAlone: {
    en: "“{sector}” is the category {category}; nothing names what is burnt or made there.",
    zh: "“{sector}”对应类别 {category}；未说明燃烧或生产的是什么。",
  },
  byEquation: {
    en: "“{sector}” is the category {category}: more than one amount is needed for it (inventory.equation says which), so it is in no figure here.",
    zh: "“{sector}”对应类别 {category}：仅有一个数量不足以计算（所需数据见 inventory.equation），此处未计入。",
  },
  landfill: {
    en: "Landfills emit over decades: {category} needs the waste of earlier years (first-order decay, inventory.landfill), and no factor times one year.",
    zh: "填埋场的排放持续数十年：{category} 需要历年填埋量（一阶衰减，inventory.landfill），不能用单年数量乘以因子。",
  },
});

/** What a line of an inventory is: a category and an activity as the factors name it; or why it is none. */
export interface InventoryMatch {
  readonly kind: MatchKind;
  /** IPCC category; null if it is not known. */
  readonly category: string | null;
  /** Name in the tables of factors; null if it is in no figure. */
  readonly activity: string | null;
  readonly how: Message;
  /** Whether an amount below 0 is an input that is burnt. */
  readonly isInput: boolean;
  /** What it is not counted for, where that is no fault of the file. */
  readonly isApart: boolean;
}

const sectors = new TermFinder(sectorTerms);
const activities = new TermFinder(activityTerms);
const fuels = new TermFinder(fuelTerms);

/** Coal of no kind is taken for this one unless it is answered. */
export const COAL = "Other Bituminous Coal";
export const coals = [COAL, "Anthracite", "Sub-Bituminous Coal", "Lignite", "Coking Coal"] as const;

interface Said {
  readonly tag: string;
  readonly words: string;
}

/** Chinese words stand in tables without the blanks by which they were found. */
const written = ({ tag, words }: FoundTerm): Said => ({
  tag,
  words: words.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ""),
});

const finders = { sector: sectors, activity: activities, fuel: fuels };
const others = { sector: ["fuel", "activity"], activity: ["sector", "fuel"], fuel: ["sector", "activity"] } as const;

/**
 * The term of a text that is longest; of equals the first. Words that are part of a longer term of another kind are left to it: a coke
 * oven is no coke, and coke oven coke no oven.
 */
function longest(
  kind: keyof typeof finders,
  text: string | null,
  is: (tag: string) => boolean = () => true,
): Said | null {
  if (text === null) return null;
  const longer = others[kind].flatMap((each) => finders[each].find(text));
  const isPart = ({ at, length }: FoundTerm) =>
    longer.some((each) => each.length > length && each.at < at + length && at < each.at + each.length);
  const [found] = finders[kind]
    .find(text)
    .filter((term) => is(term.tag) && !isPart(term))
    .sort((p, q) => q.length - p.length);
  return found ? written(found) : null;
}

const firstOf = (texts: readonly (string | null)[], of: (text: string | null) => Said | null): Said | null => {
  for (const text of texts) {
    const found = of(text);
    if (found) return found;
  }
  return null;
};

const CODE = /^\s*([1-5](?:\.?[A-H](?:\.?\d{1,2}(?:\.?[a-m](?:\.?[iv]{1,3})?(?:\.\d)?)?)?)?)(?=[\s:：,，(（-]|$)/;

/** An IPCC category that a cell gives: alone, or before its title. */
export function codeIn(text: string | null): string | null {
  const code = text === null ? undefined : CODE.exec(text.slice(0, 100))?.[1];
  // A single digit is a number of anything.
  if (code === undefined || code.length === 1) return null;
  return isCategory(code) ? findCategory(code).code : bunkersIn(code);
}

/** Memo items have codes of their own in the common reporting tables, and none in the guidelines that could be taken for them. */
function bunkersIn(code: string): string | null {
  const spelt = code.replaceAll(".", "").split("").join(".");
  return spelt === BUNKERS ? BUNKERS : spelt.startsWith("1.D") ? (categoriesOf("crt", spelt)[0]?.code ?? null) : null;
}

/**
 * What a line stands for, by the code that the file gives, else by its words: a sector of an energy balance or an inventory, and a fuel,
 * product, animal or practice.
 */
export function inventoryMatch(line: ReadLine, answers: Readonly<Record<string, string>>): InventoryMatch {
  const { name, column, site, scope, code, sheet } = line;
  const given = codeIn(code) ?? codeIn(scope) ?? codeIn(name) ?? codeIn(site);
  const isSector = (tag: string) => !tag.startsWith("energy:");
  const found =
    firstOf([name, site, column, scope], (text) => longest("sector", text, isSector)) ??
    // A sheet says the sector of its rows, and not that they are supply.
    longest("sector", sheet, (tag) => /^[1-4]/.test(tag));
  const fuel = firstOf([name, column, site], (text) =>
    longest("fuel", text, (tag) => /^fuel:|^vague:(coal|gas)/.test(tag)),
  );
  const process = firstOf([name, column, site], (text) => longest("activity", text));
  const isFlow = found?.tag.startsWith("flow:") === true;
  // The production of pig iron emits; that of coal is supply.
  if (isFlow && given === null && (fuel || !process)) return apart(flowTexts[found!.tag]!({ words: found!.words }));
  const sector = isFlow ? null : found;
  const energy = firstOf([name, column], (text) => longest("sector", text, (tag) => tag.startsWith("energy:")));
  if (!fuel && energy && !process) return apart(energy.tag === "energy:heat" ? texts.heat() : texts.electricity());
  const place: Place =
    given !== null ? { category: given, words: null } : { category: sector?.tag ?? null, words: sector?.words ?? null };
  const isFuel = fuel !== null && !(process !== null && (given ?? "").match(/^[234]/));
  // A fuel in the row of a process is burnt for it.
  const beside =
    place.category === null && process ? { category: process.tag.split("|")[0]!, words: process.words } : place;
  if (isFuel) return burnt(fuel, beside, line, answers);
  if (process) return made(process, place);
  return unknown(name, place);
}

interface Place {
  readonly category: string | null;
  /** By which it was found; null by a code. */
  readonly words: string | null;
}

const flowTexts: Readonly<Record<string, (values: { words: string }) => Message>> = {
  "flow:supply": texts.supply,
  "flow:sum": texts.sum,
  "flow:loss": texts.loss,
  "flow:feedstock": texts.feedstock,
};

const apart = (how: Message): InventoryMatch => ({
  kind: "none",
  category: null,
  activity: null,
  how,
  isInput: false,
  isApart: true,
});

const transformed: Readonly<Record<string, readonly string[]>> = {
  "1.A.1.b": ["Crude Oil", "Natural Gas Liquids", "Refinery Feedstocks"],
  "1.A.1.c": ["Coking Coal"],
};

function burnt(
  fuel: Said,
  { category: said, words: sector }: Place,
  line: ReadLine,
  answers: Readonly<Record<string, string>>,
): InventoryMatch {
  const isVague = fuel.tag.startsWith("vague:");
  const activity = isVague ? vagueFuel(fuel.tag, answers) : fuel.tag.slice("fuel:".length).split("|")[0]!;
  const isProcess = said !== null && !said.startsWith("1");
  const place =
    said === BUNKERS
      ? bunkerCategory(activity)
      : isProcess && sector !== null
        ? (burntIn.find(([above]) => said.startsWith(above))?.[1] ?? said)
        : said;
  if (sector !== null && place !== null && transformed[place]?.includes(activity))
    return apart(texts.transformed({ activity, category: place }));
  const category = place ?? "1.A.5";
  const values = { words: fuel.words, activity, category };
  const plain =
    place === null
      ? texts.noSector(values)
      : sector === null
        ? texts.byCode(values)
        : texts.byWords({ ...values, sector });
  // Balances write what goes into power plants below 0.
  const isInput = line.amount < 0 && category.startsWith("1.A.1.a");
  const how = isInput ? texts.inBrackets({ how: plain }) : plain;
  const isCoal = isVague && fuel.tag === "vague:coal" && answers["fuel:coal"] === undefined;
  return {
    kind: isVague || place === null ? "class" : sector === null ? "code" : "name",
    category,
    activity,
    how: isCoal ? texts.anyCoal({ how, words: fuel.words, activity }) : how,
    isInput,
    isApart: false,
  };
}

function vagueFuel(tag: string, answers: Readonly<Record<string, string>>): string {
  if (tag === "vague:gas") return "Natural Gas";
  return coals.find((each) => each === answers["fuel:coal"]) ?? COAL;
}

function made(process: Said, { category: said, words: sector }: Place): InventoryMatch {
  const [own, name] = process.tag.split("|") as [string, string];
  const isLivestock = own === "3.A.1";
  // A code within the sector of the activity is more exact than the words.
  const category = said !== null && (sector === null || said === "3.A.2") && !said.startsWith("1") ? said : own;
  const place = isLivestock && category === "3.A" ? own : category;
  const activity = isLivestock && place.startsWith("3.A.2") ? (manureNames[name] ?? name) : name;
  const values = { words: process.words, activity, category: place };
  return {
    kind: sector === null && said !== null ? "code" : "name",
    category: place,
    activity,
    how: sector === null && said !== null ? texts.byCode(values) : texts.byActivity(values),
    isInput: false,
    isApart: false,
  };
}

function unknown(name: string, { category: said, words }: Place): InventoryMatch {
  // Farming and forestry are sectors of fuels here: a line of them without a fuel is of no category that is known.
  const isFuels = said === BUNKERS || (said?.startsWith("1.A.4.c") === true && words !== null);
  const category = isFuels ? null : said;
  return {
    kind: "none",
    category,
    activity: null,
    how: whyUnknown(name, category, words),
    isInput: false,
    isApart: false,
  };
}

function whyUnknown(name: string, category: string | null, words: string | null): Message {
  if (category?.startsWith("4.A")) return texts.landfill({ category });
  if (category === null || words === null) return texts.noActivity({ name });
  return category.startsWith("1")
    ? texts.sectorAlone({ sector: words, category })
    : texts.byEquation({ sector: words, category });
}

/** A unit of animals as files write it, in the notation of quantities; null if it is none. */
export function headsOf(unit: string): string | null {
  const found = /^(千|万|thousand|1000|1,000)?\s*(heads?|animals?|头|只|匹|羽)$/.exec(foldText(unit));
  if (!found) return null;
  const [, many = ""] = found;
  return many === "" ? "head" : many === "万" ? "10000 head" : "1000 head";
}
