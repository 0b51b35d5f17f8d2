import { groupNames } from "../../classification/groups.ts";
import type { Text } from "../../message/message.ts";
import { blends } from "../../quantity/blends.ts";
import { normalForm } from "../language/normal-text.ts";
import { measures } from "../measures/measures.ts";
import type { Choice } from "../plan.ts";
import { absentEntries } from "./absent.ts";
import { activityEntries } from "./activities.ts";
import { amountEntries } from "./amount-words.ts";
import { commodityEntries } from "./commodities.ts";
import { concepts } from "./concepts.ts";
import { countryAliases, namesInSentences, sharedNames, worldNames } from "./country-names.ts";
import { type Entry, entriesOf, type Forms, type Meaning, type MeaningKind } from "./entry.ts";
import { eventEntries } from "./events.ts";
import { materialEntries } from "./materials.ts";
import { operationEntries } from "./operations.ts";
import { ordinalEntries } from "./ordinals.ts";
import { plainForms } from "./plain-words.ts";
import { restrictorEntries } from "./restrictors.ts";
import { Trie } from "./trie.ts";

/** A row of the dataset `countries`. */
export interface CountryRow {
  readonly iso3: string;
  readonly iso2: string | null;
  readonly name_en: string;
  readonly name_zh: string;
  readonly name_ja: string | null;
  readonly name_de: string | null;
  readonly name_fr: string | null;
  readonly name_es: string | null;
}

/** Meanings of words that are no names. */
const SPEECH: ReadonlySet<MeaningKind> = new Set([
  "operation",
  "ordinal",
  "before",
  "holder",
  "bound",
  "event",
  "commodity",
  "process",
  "boundary",
]);
const LONG_WORD = 8;

/** What the lexicon is built from, beside its own tables. */
export interface LexiconFacts {
  readonly countries: readonly CountryRow[];
  /** Fluorinated gases of the dataset, by the names of substances. */
  readonly substances: readonly string[];
  /** Datasets by name, with their titles; none where the catalogue is not at hand. */
  readonly tables?: readonly TableName[];
}

export interface TableName {
  readonly name: string;
  readonly title: Text;
  /** The first column. */
  readonly column: string;
}

export interface LexiconEntry extends Entry {
  /** Only where it is written in capitals: ISO codes that are words, and US; or only beside another such code. */
  readonly capitals?: true | "in a row";
}

const WORLD_LABEL: Text = { en: "the world", zh: "全球" };

/** The code of Saint Lucia is what everybody calls a life-cycle assessment. */
const ASSESSMENT = "LCA";

/** Codes of two letters that are units, elements or titles in capitals, or that people write for another country: SA, CH, SK. */
const otherCodes = new Set(
  `AD AI CC CH CU CV FE GE GL GT GU HE HM IO KG KW MC MG ML MM MO MP MR MS MT MW NC NE NF NP PG PM PR PS SA SB SC SD SH SK SM ST SV TC TF TG TJ TV
  UM VA VI WS`.split(/\s+/),
);

/**
 * Codes of two letters that are words in capitals, too, or states of the USA: they are meant beside another code, as in “ES, IT and PT”.
 */
const wordCodes = new Set(
  "AL AM AR AS AT AZ BE BY CA CI CO DO GA ID IE IL IN IR IS IT KY LA LI LU MA MD ME MN MY NI NO OM PA PE PT SI SO TN TO".split(
    " ",
  ),
);

/** Words that are codes only in capitals. */
const onlyCapitals = new Set(["us", "rok", "rsa", "png", "gb", "nz", "drc", "prc", "ksa", "uae"]);

/** Names in other languages that are English words: Iceland in German. */
const englishWords = new Set(["island"]);

/** Groups by the names that people use, with the name of the classification. */
const groupForms: Readonly<Record<string, string>> = {
  EU: "eu|european union|the eu|the european union|欧盟|欧洲联盟|欧共体",
  EU27: "27 eu countries|27 eu members|27 members of the eu|27 eu member states|27 member states|eu of 27|欧盟27|27国|二十七国|欧盟的27国|eu27|eu 27|european union of 27|欧盟27国|欧盟二十七国",
  EU28: "eu28|eu 28|欧盟28国",
  EU15: "eu15|eu 15|欧盟15国",
  "Annex I": "annex i|annex 1|annex i countries|annex i parties|附件一|附件一国家|附件一缔约方|附件i",
  "Annex II": "annex ii|annex 2|附件二|附件二国家",
  OECD: "oecd|oecd countries|organisation for economic co operation and development|经合组织|经济合作与发展组织|经合组织国家",
  BRICS: "brics|brics countries|金砖国家|金砖|金砖五国",
  G7: "g7|g 7|group of seven|g7 countries|七国集团|7国集团|g7集团|西方七国",
  G20: "g20|g 20|group of twenty|g20 countries|二十国集团|20国集团|g20国家",
  ASEAN: "asean|asean countries|association of southeast asian nations|东盟|东南亚国家联盟|东盟国家",
  OPEC: "opec|opec countries|organization of the petroleum exporting countries|欧佩克|石油输出国组织",
};

/** Forms and their meanings, for finding the longest form at a place, and for finding the nearest to a misspelt word. */
export class Lexicon {
  readonly trie = new Trie<LexiconEntry>();
  /** Latin words of one part that a misspelt word may be. */
  readonly #words: { readonly form: string; readonly entry: LexiconEntry }[] = [];
  readonly #labels = new Set<string>();
  /** Labels with digits, the longest first. */
  #numbered: readonly string[] | undefined;
  readonly #concepts = new Map<string, Text>();
  readonly #countries = new Map<string, Text>();

  constructor(facts: LexiconFacts) {
    for (const { iso3, name_en, name_zh } of facts.countries)
      this.#countries.set(iso3, labelOf({ iso3, name_en, name_zh }));
    for (const { label, source } of measures)
      for (const name of [label.en, label.zh, source.en, source.zh]) this.#labels.add(name);
    const entries = [
      ...placesOf(facts.countries),
      ...groups(),
      ...substancesOf(facts.substances),
      ...concepts,
      ...operationEntries,
      ...ordinalEntries,
      ...absentEntries,
      ...materialEntries,
      ...activityEntries,
      ...commodityEntries,
      ...measureEntries(),
      ...eventEntries,
      ...tablesOf(facts.tables ?? []),
    ];
    for (const each of [...entries, ...madeFrom(entries)]) this.#add(each);
    // A word that has a meaning of its own is not one of the sentence alone, nor one that holds an amount.
    const meant = new Set(
      entries.filter((entry) => !entry.meaning.soft && !("capitals" in entry)).map(({ form }) => normalForm(form)),
    );
    const absent = new Set(absentEntries.map(({ form }) => normalForm(form)));
    for (const each of amountEntries) {
      const form = normalForm(each.form);
      if (!meant.has(form) || absent.has(form)) this.#add(each);
    }
    for (const each of restrictorEntries) if (!meant.has(normalForm(each.form))) this.#add(each);
    for (const form of plainForms()) {
      if (!meant.has(normalForm(form)))
        this.#add({ form, via: "exact", meaning: { kind: "plain", value: null, label: { en: form, zh: form } } });
    }
  }

  /** The name of a place. */
  placeLabel(iso3: string): Text {
    return iso3 === "WORLD" ? WORLD_LABEL : (this.#countries.get(iso3) ?? { en: iso3, zh: iso3 });
  }

  /** The label of a concept, which is its value if the lexicon has none. */
  conceptLabel(kind: MeaningKind, value: string): Text {
    return this.#concepts.get(`${kind} ${value}`) ?? { en: value, zh: value };
  }

  /** What a concept of a kind may be: for a place every country and the world, else the concepts of the lexicon, each label once. */
  choices(kind: MeaningKind): Choice[] {
    if (kind === "place") {
      const countries = [...this.#countries].map(([value, label]) => ({ value, label }));
      return [{ value: "WORLD", label: WORLD_LABEL }, ...countries];
    }
    const start = `${kind} `;
    const found = [...this.#concepts].flatMap(([key, label]) =>
      key.startsWith(start) ? { value: key.slice(start.length), label } : [],
    );
    return found.filter(({ label }, i) => found.findIndex((each) => each.label.en === label.en) === i);
  }

  /** Whether every digit of a name belongs to a label of the lexicon: of a gas, an edition, a group, a measure. */
  isName(name: string): boolean {
    this.#numbered ??= [...this.#labels].filter((label) => /\d/.test(label)).sort((a, b) => b.length - a.length);
    const rest = this.#numbered.reduce((left, label) => left.replaceAll(label.toLowerCase(), ""), name.toLowerCase());
    return !/\p{Nd}/u.test(rest);
  }

  /**
   * The entries nearest to a misspelt Latin word: distance 1 for up to 7 letters, 2 for longer ones. None where a word of the sentence
   * alone is as near: no word is taken for one that says nothing, since it may be one that restricts.
   */
  nearest(word: string): LexiconEntry[] {
    const allowed = word.length < 5 ? 0 : word.length <= 7 ? 1 : 2;
    if (allowed === 0) return [];
    let best = allowed + 1;
    let found: LexiconEntry[] = [];
    for (const { form, entry } of this.#words) {
      // A name is known by most of its letters; a short word of speech is another word sooner than a misspelt one: “summer”, “summed”.
      const isSpeech = SPEECH.has(entry.meaning.kind);
      if (isSpeech && word.length < LONG_WORD) continue;
      if (Math.abs(form.length - word.length) > allowed || form[0] !== word[0]) continue;
      const distance = distanceWithin(word, form, allowed);
      if (isSpeech && distance > 1) continue;
      if (distance < best) {
        best = distance;
        found = [entry];
      } else if (distance === best && distance <= allowed) found.push(entry);
    }
    return best <= allowed && found.every(({ meaning }) => meaning.kind !== "plain") ? found : [];
  }

  #add(entry: LexiconEntry): void {
    const form = normalForm(entry.form);
    if (form === "") return;
    this.trie.add(form, onlyCapitals.has(form) ? { ...entry, capitals: true } : entry);
    if (entry.meaning.kind !== "plain")
      for (const label of [entry.meaning.label.en, entry.meaning.label.zh]) this.#labels.add(label);
    const { kind, value } = entry.meaning;
    this.#concepts.set(`${kind} ${value}`, entry.meaning.label);
    if (/^[a-z]{5,}$/.test(form) && kind !== "absent" && kind !== "restrictor" && !entry.capitals)
      this.#words.push({ form, entry });
  }
}

/** A name such as “from natural gas”, of a way to make something, takes nothing from the fuel that it names: each can be meant. */
function madeFrom(entries: readonly LexiconEntry[]): LexiconEntry[] {
  const ways = new Map<string, string>();
  for (const { form } of entries) if (/^from /i.test(form)) ways.set(normalForm(form.slice("from ".length)), form);
  return entries.flatMap((each) => {
    const form = ways.get(normalForm(each.form));
    return form === undefined ? [] : [{ ...each, form }];
  });
}

function labelOf({ iso3, name_en, name_zh }: Pick<CountryRow, "iso3" | "name_en" | "name_zh">): Text {
  return { en: namesInSentences[iso3] ?? name_en, zh: name_zh };
}

function placesOf(countries: readonly CountryRow[]): LexiconEntry[] {
  const shared = new Set(Object.keys(sharedNames));
  const entries = countries.flatMap((row): LexiconEntry[] => {
    const meaning: Meaning = { kind: "place", value: row.iso3, label: labelOf(row) };
    const names = [row.name_en, row.name_zh, row.name_ja, row.name_de, row.name_fr, row.name_es].filter(
      (name): name is string => typeof name === "string" && name !== "" && !englishWords.has(normalForm(name)),
    );
    const exact = [...new Set(names)].filter((name) => !shared.has(normalForm(name)) || isLongNameOf(name));
    const aliases = (countryAliases[row.iso3] ?? "").split("|").filter((each) => each !== "");
    return [
      ...exact.map((form) => ({ form, meaning, via: "exact" as const })),
      ...aliases.map((form) => ({ form, meaning, via: "alias" as const })),
      ...(row.iso2 === null || otherCodes.has(row.iso2)
        ? []
        : [
            {
              form: row.iso2,
              meaning,
              via: "exact" as const,
              capitals: wordCodes.has(row.iso2) ? ("in a row" as const) : (true as const),
            },
          ]),
      ...(row.iso3 === ASSESSMENT ? [] : [{ form: row.iso3, meaning, via: "exact" as const, capitals: true as const }]),
    ];
  });
  const several = Object.entries(sharedNames).flatMap(([form, codes]) =>
    codes.flatMap((iso3): LexiconEntry[] => {
      const row = countries.find((each) => each.iso3 === iso3);
      if (!row) return [];
      const meaning: Meaning = { kind: "place", value: iso3, label: labelOf(row) };
      return [{ form, meaning, via: "alias" }];
    }),
  );
  const world = entriesOf("place", [{ value: "WORLD", label: WORLD_LABEL, forms: worldNames }]);
  return [...entries, ...several, ...world];
}

/** A name that other countries' short names are part of is its own: “Congo” alone is not. */
function isLongNameOf(name: string): boolean {
  return name.includes(" ") && name.length > 8;
}

function groups(): LexiconEntry[] {
  const table = groupNames.map(
    (name): Forms => ({
      value: name,
      label: { en: name === "EU" ? "the European Union" : name, zh: name === "EU" ? "欧盟" : name },
      forms: groupForms[name] ?? name,
    }),
  );
  return entriesOf("group", table);
}

/** Substances such as HFC-134a, whose hyphens people leave out. */
function substancesOf(substances: readonly string[]): LexiconEntry[] {
  const table = substances.map(
    (name): Forms => ({
      value: name,
      label: { en: name, zh: name },
      // R32 is how those who fill air conditioners call HFC-32.
      forms: [
        name,
        name.replaceAll("-", " "),
        name.replaceAll("-", ""),
        name.replace("-", " "),
        ...(name.startsWith("HFC-") ? [name.replace("HFC-", "R"), name.replace("HFC-", "R ")] : []),
      ].join("|"),
    }),
  );
  return entriesOf("gas", [...table, ...blendForms()]);
}

/** Blends, which people call by the R of refrigerants: R-410A. */
function blendForms(): Forms[] {
  return [...blends.keys()]
    .filter((name) => name.startsWith("HFC"))
    .map((name) => {
      const number = name.slice("HFC".length);
      const label = `R-${number}`;
      return { value: name, label: { en: label, zh: label }, forms: `${label}|R${number}|HFC ${number}|HFC${number}` };
    });
}

/** Titles in both languages, and names that are no words. */
function tablesOf(tables: readonly TableName[]): LexiconEntry[] {
  return entriesOf(
    "table",
    tables.map(({ name, title, column }) => ({
      value: `${name} ${column}`,
      label: title,
      forms: name.includes("_") ? name : "",
    })),
  );
}

function measureEntries(): LexiconEntry[] {
  const forms = new Map<string, Set<string>>();
  for (const { id, forms: written, label } of measures) {
    for (const form of [...written.split("|"), label.en, label.zh]) {
      const key = form.trim();
      if (key !== "") forms.set(key, (forms.get(key) ?? new Set()).add(id));
    }
  }
  return [...forms].map(([form, ids]) => {
    const first = measures.find(({ id }) => ids.has(id))!;
    const meaning: Meaning = { kind: "measure", value: [...ids], label: first.label };
    return { form, meaning, via: "alias" };
  });
}

/** The edit distance of two words with swaps of neighbours, or more than the bound. */
function distanceWithin(a: string, b: string, bound: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    if (Math.min(...next) > bound) return bound + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}
