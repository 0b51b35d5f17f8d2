import type { Text } from "../../message/message.ts";
import type { Draft, Intent } from "../intent.ts";
import { saysExport, saysImport } from "../lexicon/trade-words.ts";
import type { Matter } from "../matter.ts";
import type { Want } from "../plan.ts";
import { Sentence } from "../sentence.ts";
import type { Part } from "../template.ts";
import { byFinalDemand } from "./flow.ts";
import { listed } from "./series/rank.ts";
import {
  type Accounts,
  FIRST_CO2,
  LAST,
  labelsOf,
  refuseTableYear,
  saysEmbodied,
  tableSource,
  tableSteps,
  tableYear,
  withRegions,
} from "./trade-table.ts";
import { asksWhichCountry } from "./which-country.ts";

/** Accounts with the CO2 that each region emits for the final demand of each. */
interface Flows extends Accounts {
  readonly flows: readonly (readonly (readonly number[])[])[];
}

/** Countries that emit most for the final demand of one, or for whose final demand one emits most. */
export const partnersIntent: Intent = {
  id: "partners",
  title: { en: "countries of most emissions in trade", zh: "贸易隐含排放的主要伙伴" },
  read(matter) {
    const way = wayOf(matter);
    if (way === null) return null;
    const places = matter.all("place");
    const found = tableYear(matter);
    const [place, ...others] = places;
    if (!place || others.length > 0 || !found || place.meaning.value === "WORLD") return null;
    const gases = matter.all("gas").filter(({ meaning }) => meaning.value !== "CO2");
    if (gases.length > 0 || matter.has("group") || matter.has("sector")) return null;
    matter.takes("operation", "rank", "most of", "order", "flow");
    matter.takes("principle", "consumption");
    matter.takes("process", "carbon content");
    matter.takes("database", "WIOD");
    for (const { link, meaning } of matter.find("measure")) if (isOfTrade(meaning.value)) matter.use(link);
    const count = listed(matter);
    const { year, assumed } = found;
    if (year < FIRST_CO2 || year > LAST) return refuseTableYear();
    const { value, label } = place.meaning;
    const draft = partnersDraft({ way, iso3: String(value), label, count, year, matter });
    const known: Draft = { ...draft, assumed: [...assumed, byFinalDemand] };
    return withRegions(known, [{ iso3: String(value), label }], year);
  },
};

/** Where the emissions of what a country consumes arise, or where what it emits for others is consumed. */
type Way = "origins" | "destinations";

function wayOf(matter: Matter): Way | null {
  const says = (trade: (words: string) => boolean) => matter.links.some(({ words }) => trade(words));
  const isFlow = matter.has("operation", "flow");
  const isImport =
    saysEmbodied(matter, "embodied imports") || matter.has("principle", "consumption") || (isFlow && says(saysImport));
  // “Who absorbs the carbon embodied in …”
  const absorbs = matter.has("operation", "absorb");
  const isExport = saysEmbodied(matter, "embodied exports") || (isFlow && (says(saysExport) || absorbs));
  if (isImport === isExport) return null;
  matter.use(...matter.links.filter(({ words }) => saysImport(words) || saysExport(words)));
  const way = isImport ? "origins" : "destinations";
  if (matter.takes("operation", way)) return way;
  if (!asksWhichCountry(matter.links)) return null;
  const verbs = matter.links.filter(({ words }) => VERBS[way].test(words));
  matter.use(...verbs);
  return verbs.length > 0 ? way : null;
}

/** What imports do that come from a country, and exports that go to one. */
const VERBS = {
  origins:
    /^(?:suppl(?:y|ies|ied)|come|comes|came|from|comes? from|originates?|arises?|arose|occurs?|occurred|来自|源自|来源|主要来源|产生|产生于|发生|发生在|供应)$/i,
  destinations:
    /^(?:absorbs?|absorbed|receives?|takes?|buys?|goes|go|goes to|ends? up|consumes?|吸收|接收|接受|流向|流到|去了|消费)$/i,
};

const ofTrade = new Set(["embodied imports", "embodied exports", "CO2, consumption", "fossil CO2, territorial"]);

function isOfTrade(value: unknown): boolean {
  return Array.isArray(value) && value.some((id) => ofTrade.has(id));
}

interface Sought {
  readonly way: Way;
  readonly iso3: string;
  readonly label: Text;
  readonly count: number;
  readonly year: number;
  readonly matter: Matter;
}

function partnersDraft({ way, iso3, label, count, year, matter }: Sought): Draft {
  return {
    kind: "draft",
    steps: tableSteps(year),
    assumed: [],
    finish(results) {
      const { regions } = labelsOf(results, "accounts");
      const own = regions.indexOf(iso3);
      const [flows] = (results.get("accounts")!.result as Flows).flows;
      const flowOf = (other: number) => (way === "origins" ? flows![other]![own]! : flows![own]![other]!);
      const order = regions
        .map((region, at) => ({ region, at }))
        .filter(({ at, region }) => at !== own && region !== "ROW")
        .toSorted((a, b) => flowOf(b.at) - flowOf(a.at))
        .slice(0, count);
      const name = ({ region }: { readonly region: string }) => matter.labelOfPlace(region);
      const wants = [
        ...order.map(
          (each, i): Want => ({
            step: "accounts",
            path: `regions.${each.at}`,
            unit: "iso3",
            primary: true,
            name: { en: `place ${i + 1}`, zh: `第${i + 1}位` },
          }),
        ),
        ...order.map(
          (each): Want => ({
            step: "accounts",
            path: way === "origins" ? `flows.0.${each.at}.${own}` : `flows.0.${own}.${each.at}`,
            unit: "kt CO2",
            name: name(each),
          }),
        ),
      ];
      const list = (language: "en" | "zh"): Part[] =>
        order.flatMap((each, i): Part[] => [
          ...(i > 0 ? [language === "en" ? "; " : "；"] : []),
          { name: name(each)[language] },
          " ",
          { ref: order.length + i },
        ]);
      const inYear: Part = { given: ["world", "year"] };
      const about =
        way === "origins"
          ? {
              en: [{ name: "CO2" }, " emitted elsewhere for final demand in ", { name: label.en }, ", "] as Part[],
              zh: [{ name: label.zh }, "最终需求在他国引起的 ", { name: "CO2" }, "，"] as Part[],
            }
          : {
              en: [{ name: "CO2" }, " emitted in ", { name: label.en }, " for final demand elsewhere, "] as Part[],
              zh: [{ name: label.zh }, "为他国最终需求排放的 ", { name: "CO2" }, "，"] as Part[],
            };
      const text = new Sentence()
        .say(
          [...about.en, inYear, ", most first: ", ...list("en"), ". "],
          [...about.zh, inYear, "年，由多到少：", ...list("zh"), "。"],
        )
        .say(["Source: ", { source: tableSource.en }, "."], ["来源：", { source: tableSource.zh }, "。"]);
      return { kind: "finished", wants, text: text.template() };
    },
  };
}
