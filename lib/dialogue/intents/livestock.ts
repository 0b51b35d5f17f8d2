import { ask, type Draft, type Intent, type Outcome, refuse } from "../intent.ts";
import type { Link } from "../link.ts";
import type { Found, Matter } from "../matter.ts";
import type { Assumption, Step } from "../plan.ts";
import { defaultFactors } from "./default-factors.ts";
import { factorValueOf, guidelineFactor, type WantedFactor } from "./guideline-factor.ts";
import {
  type Animal,
  animals,
  buffaloRegions,
  climates,
  developments,
  entericRegions,
  manureRegions,
  regionsOfTwoSwine,
} from "./livestock-tables.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Cattle that are not said to be dairy cattle count as the others. */
const otherCattle: Assumption = {
  slot: "product",
  value: "other cattle",
  label: { en: "cattle other than dairy cattle", zh: "非奶牛的牛" },
  because: { en: "they are not said to be dairy cattle", zh: "未说明为奶牛" },
  rivals: [],
};

const ofDigestion: Assumption = {
  slot: "source",
  value: "enteric fermentation",
  label: {
    en: "methane of their digestion; that of their manure is another source",
    zh: "肠道发酵甲烷（粪便甲烷为另一来源）",
  },
  because: { en: "manure is not named", zh: "未提及粪便" },
  rivals: [],
};

/** A number of animals of one kind. */
interface Herd {
  readonly head: number;
  readonly words: string;
  readonly animal: Animal;
  readonly found: Found;
  readonly assumed: readonly Assumption[];
}

/** Methane of a number of animals, of their digestion or of their manure, by default factors. */
export const livestockIntent: Intent = {
  id: "enteric fermentation",
  title: { en: "methane of animals", zh: "牲畜的甲烷" },
  ofGivenAmounts: true,
  read(matter) {
    const gases = matter.all("gas").map(({ meaning }) => meaning.value);
    const herd = herdOf(matter);
    if (!herd) return null;
    const isManure = matter.takes("process", "manure management");
    if (isManure) matter.use(...matter.find("material").map(({ link }) => link));
    matter.use(...matter.links.filter(({ words }) => /^(?:肠道|enteric)$/i.test(words)));
    const isDigestion = matter.all("term").length > 0;
    matter.emissions("CH4", "N2O");
    matter.takes("database", "IPCC");
    matter.takes("operation", "factor", "series", "total", "mean");
    matter.takes("process", "production account", "route");
    matter.takes("principle", "territorial");
    matter.unit();
    if ("kind" in herd) return herd;
    if (isManure && gases.includes("N2O")) return noNitrogen(herd);
    if (gases.some((gas) => gas !== "CH4")) return null;
    if (isManure && isDigestion) return null;
    if (!isManure) return enteric(matter, isDigestion ? herd : { ...herd, assumed: [...herd.assumed, ofDigestion] });
    return manure(matter, herd);
  },
};

/** The animals and how many there are; a question back where the word is of two kinds. */
function herdOf(matter: Matter): Herd | Outcome | null {
  const found = matter
    .all("product")
    .find(({ meaning }) => animals[String(meaning.value)] || meaning.value === "sheep or goats");
  const [amount, ...others] = matter.quantities(({ measured }) => measured === "head");
  if (!found)
    return amount && others.length === 0
      ? ask("product", { en: "Which animals?", zh: "哪种牲畜？" }, choicesOf(matter, Object.keys(animals)))
      : null;
  const [number] = amount ? [] : matter.numbers();
  const year = amount || number ? null : headsAsYear(matter, found.link);
  matter.use(year?.link);
  const head = amount?.quantity.value ?? number?.number ?? year?.value;
  if (head === undefined || others.length > 0 || (amount && amount.quantity.per !== null)) return null;
  const words = amount?.words ?? number?.words ?? String(year?.words);
  if (found.meaning.value === "sheep or goats")
    return ask("product", { en: "Sheep or goats?", zh: "绵羊还是山羊？" }, choicesOf(matter, ["Sheep", "Goats"]));
  // A cow may give milk: its factor is another than that of beef cattle.
  const isCow = found.meaning.value === "Cattle" && /^cows?$|母牛/i.test(found.link.words);
  if (isCow)
    return ask(
      "product",
      { en: "Dairy cattle or others?", zh: "奶牛还是其他牛？" },
      choicesOf(matter, ["Dairy cattle", "Cattle"]),
    );
  const animal = animals[String(found.meaning.value)]!;
  return { head, words, animal, found, assumed: animal.enteric === "other cattle" ? [otherCattle] : [] };
}

function choicesOf(matter: Matter, values: readonly string[]) {
  return values.map((value) => ({
    value,
    label: value === "Cattle" ? otherCattle.label : matter.lexicon.conceptLabel("product", value),
  }));
}

/** “2000 goats”: what looks like a year before animals is their number. */
function headsAsYear(matter: Matter, animal: Link): { link: Link; value: number; words: string } | null {
  const link = matter.links[matter.links.indexOf(animal) - 1];
  const years = link?.years;
  const value = years && ("one" in years ? years.one : "first" in years && years.last === null ? years.first : null);
  const words = /\d+$/.exec(link?.words.trim() ?? "")?.[0];
  return link && value && words ? { link, value, words } : null;
}

/** The one of a list that the words name, in either language; what is chosen by a button comes first. */
function namedOf<T extends { readonly value: string; readonly label: { readonly en: string; readonly zh: string } }>(
  matter: Matter,
  kind: "region" | "technology",
  list: readonly T[],
): T | undefined {
  const chosen = matter.all(kind).find(({ meaning }) => list.some(({ value }) => value === meaning.value));
  if (chosen) return list.find(({ value }) => value === chosen.meaning.value);
  const words = matter.links.map((link) => link.words.toLowerCase()).join(" ");
  const found = [...list]
    .sort((a, b) => b.value.length - a.value.length)
    .find(({ value, label }) => words.includes(value.toLowerCase()) || words.includes(label.zh));
  for (const link of matter.links)
    if (
      found &&
      link.words.length > 1 &&
      `${found.value} ${found.label.zh}`.toLowerCase().includes(link.words.toLowerCase())
    )
      matter.use(link);
  return found;
}

function askOf(
  slot: "region" | "technology",
  question: { readonly en: string; readonly zh: string },
  list: readonly { readonly value: string; readonly label: { readonly en: string; readonly zh: string } }[],
) {
  return ask(
    slot,
    question,
    list.map(({ value, label }) => ({ value, label })),
  );
}

const whichRegion = { en: "In which region are the animals?", zh: "牲畜在哪个区域？" };
const whichDevelopment = { en: "In developed or in developing countries?", zh: "在发达国家还是发展中国家？" };

function enteric(matter: Matter, herd: Herd): Outcome {
  // The guidelines do not say in which of their regions a country lies.
  if (herd.animal.by === "region") {
    matter.all("place");
    const region = namedOf(matter, "region", entericRegions);
    return region ? methane(herd, false, { region: region.value }) : askOf("region", whichRegion, entericRegions);
  }
  const development = namedOf(matter, "technology", developments);
  if (development) return methane(herd, false, { region: development.value });
  matter.all("place");
  return alike(herd);
}

/** The answer where the two groups of countries have one factor; else a question back. */
function alike(herd: Herd): Draft {
  const [draft, other] = developments.map(({ value }) => methane(herd, false, { region: value }));
  const second = { ...other!.steps[0]!, id: "otherFactor" };
  return {
    ...draft!,
    steps: [...draft!.steps, second],
    finish(results, look) {
      const factorOf = (step: string) => (results.get(step)!.result as { factor: { value: number } }).factor.value;
      if (factorOf("factor") !== factorOf(second.id)) return askOf("technology", whichDevelopment, developments);
      return draft!.finish(results, look);
    },
  };
}

function manure(matter: Matter, herd: Herd): Outcome {
  const { manure: activity } = herd.animal;
  const climate = climateOf(matter);
  if (herd.animal.by === "development" && !["swine", "buffalo"].includes(activity)) {
    const development = namedOf(matter, "technology", developments);
    if (!climate) return askOf("technology", { en: "In which climate?", zh: "在哪种气候？" }, climates);
    if (!development) return askOf("technology", whichDevelopment, developments);
    return methane(herd, true, { activity, region: development.value, technology: climate.name });
  }
  matter.all("place");
  const isBuffalo = activity === "buffalo";
  const regions = isBuffalo ? manureRegions.filter(({ value }) => buffaloRegions.has(value)) : manureRegions;
  const region = namedOf(matter, "region", regions);
  if (!region) return askOf("region", whichRegion, regions);
  const kinds = matter
    .find("technology")
    .filter(({ meaning }) => /^(?:market|breeding) swine$/.test(String(meaning.value)));
  matter.use(...kinds.map(({ link }) => link));
  const hasKinds = activity === "swine" && regionsOfTwoSwine.has(region.value);
  const kind = kinds.at(-1)?.meaning;
  if (hasKinds && !kind)
    return ask(
      "technology",
      { en: "Market or breeding swine?", zh: "育肥猪还是种猪？" },
      ["market swine", "breeding swine"].map((value) => ({
        value,
        label: matter.lexicon.conceptLabel("technology", value),
      })),
    );
  if (climate?.degree === undefined)
    return ask(
      "technology",
      { en: "At which mean temperature of the year, in degrees Celsius?", zh: "年平均气温是多少摄氏度？" },
      degreesOf(climate?.name).map((degree) => ({
        value: `${degree} °C`,
        label: { en: `${degree} °C`, zh: `${degree} °C` },
      })),
    );
  return methane(herd, true, {
    activity: hasKinds ? String(kind!.value) : activity === "swine" ? "general swine" : activity,
    region: region.value,
    technology: String(climate.degree),
  });
}

/** Degrees that a question back offers: those of a climate, or a few of all. */
function degreesOf(climate: string | undefined): readonly number[] {
  const found = climates.find(({ value }) => value === climate);
  if (!found) return [10, 15, 20, 25, 28];
  const [first, last] = found.degrees;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The climate that the words name, or the degrees that they give. */
function climateOf(matter: Matter): { readonly name: string; readonly degree?: number } | null {
  const chosen = matter.links.find(({ words, via }) => via === "chosen" && /^\d+ °C$/.test(words));
  matter.use(chosen);
  const given = matter.find("process").find(({ meaning }) => meaning.value === "degrees");
  matter.use(given?.link);
  const before = given && matter.links[matter.links.indexOf(given.link) - 1]?.number;
  const degree = chosen ? Number.parseInt(chosen.words, 10) : before;
  if (before !== undefined) matter.numbers((number) => number === before);
  if (degree !== undefined) {
    const name = climates.find(({ degrees: [first, last] }) => degree >= first && degree <= last)?.value;
    return { name: name ?? (degree < 15 ? "cool" : "warm"), degree: Math.min(28, Math.max(10, Math.round(degree))) };
  }
  const named = namedOf(matter, "technology", climates);
  return named ? { name: named.value } : null;
}

function methane({ head, words, animal, found, assumed }: Herd, isManure: boolean, of: Partial<WantedFactor>): Draft {
  const factor = guidelineFactor("factor", {
    category: isManure ? "3.A.2" : "3.A.1",
    activity: animal.enteric,
    parameter: "EF",
    gas: "CH4",
    ...of,
  });
  const emissions: Step = {
    id: "emissions",
    tool: "quantity.multiply",
    args: { left: { value: head, unit: "head" }, right: factorValueOf(factor.id) },
  };
  const name = isManure ? { en: "methane of manure", zh: "粪便甲烷" } : { en: "methane of digestion", zh: "肠道甲烷" };
  return figureDraft({
    steps: [factor, emissions],
    assumed: [defaultFactors, ...assumed.filter(({ slot }) => slot !== "source" || !isManure)],
    wants: [
      wanted(emissions.id, "value", { path: "unit" }, name),
      wanted(factor.id, "factor.value", { path: "factor.unit" }, { en: "emission factor", zh: "排放因子" }, false),
    ],
    subject: {
      en: [
        isManure ? "Manure methane of " : "Enteric methane of ",
        { quoted: words },
        " ",
        { name: found.meaning.label.en },
      ],
      zh: [{ quoted: words }, { name: found.meaning.label.zh }, isManure ? "的粪便甲烷" : "的肠道甲烷"],
    },
  });
}

/** The tables have no nitrogen that animals excrete and no factors of how manure is kept. */
function noNitrogen({ head, found: { meaning } }: Herd): Outcome {
  const label = {
    en: `manure methane of ${head} ${meaning.label.en}`,
    zh: `${head}头${meaning.label.zh}的粪便甲烷`,
  };
  return refuse(
    "no such data",
    {
      en: "Nitrous oxide of manure needs the nitrogen that the animals excrete and how their manure is kept; no table here has either.",
      zh: "粪便氧化亚氮取决于牲畜的氮排泄量和粪便管理方式，这里的表均不含。",
    },
    [{ label, question: label }],
  );
}
