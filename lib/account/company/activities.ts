import { isCategory, isWithin } from "../../classification/categories.ts";
import type { ScopeFactor } from "../../company/scope-factor.ts";
import type { Factor } from "../../factors/factor.ts";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { findGas } from "../../quantity/substance.ts";
import { TermFinder } from "../matching/term-finder.ts";
import { WordIndex } from "../matching/word-index.ts";
import type { Target } from "./target.ts";
import { physicalTerms } from "./terms/physical.ts";
import { spendTerms } from "./terms/spend.ts";

const texts = messages("account.company", {
  stationary: { en: "{fuel}, stationary combustion ({category})", zh: "{fuel}，固定燃烧（{category}）" },
  mobile: { en: "{fuel}, mobile combustion ({category})", zh: "{fuel}，移动燃烧（{category}）" },
  process: { en: "{activity}, process ({category})", zh: "{activity}，工业过程（{category}）" },
  processBy: {
    en: "{activity}, process ({category}), {technology}",
    zh: "{activity}，工业过程（{category}），{technology}",
  },
  leak: { en: "{gas}, leaked or refilled ({category})", zh: "{gas}，泄漏或补充量（{category}）" },
  electricity: { en: "Purchased electricity", zh: "外购电力" },
  steam: { en: "Purchased steam", zh: "外购蒸汽" },
  heat: { en: "Purchased heat", zh: "外购热力" },
  cooling: { en: "Purchased cooling", zh: "外购冷量" },
  spend: { en: "{commodity} (by spend)", zh: "{commodity}（按支出）" },
  byGas: { en: "Mass of the gas times its global warming potential", zh: "气体质量乘以全球变暖潜势" },
  byGrid: { en: "Grid average where it is used", zh: "使用地的电网平均因子" },
});

const finder = new TermFinder([...physicalTerms, ...spendTerms]);
const energyLabels = {
  electricity: texts.electricity,
  steam: texts.steam,
  heat: texts.heat,
  cooling: texts.cooling,
} as const;
export type EnergyKind = keyof typeof energyLabels;

const none = { technology: null, factor: null, factorUnit: null, year: null, place: null, isBiogenic: false };

/** All activities that a company's inventory has factors for, by their names, and by words. */
export class Activities {
  readonly #direct: readonly Factor[];
  readonly #fuels = new Map<string, Factor[]>();
  readonly #named = new Map<string, ScopeFactor[]>();
  readonly #spend = new Map<string, ScopeFactor>();
  readonly #made = new Map<string, Target | null>();
  #index: { readonly targets: readonly Target[]; readonly words: WordIndex } | undefined;

  constructor(direct: readonly Factor[], scope: readonly ScopeFactor[]) {
    this.#direct = direct;
    for (const factor of direct) {
      if (!factor.category.startsWith("1.A")) continue;
      const list = this.#fuels.get(factor.activity);
      if (list) list.push(factor);
      else this.#fuels.set(factor.activity, [factor]);
    }
    for (const factor of scope) {
      if (factor.scope === 2 || factor.own) continue;
      if (factor.country === "USA" && factor.withoutMargins !== null) this.#spend.set(factor.id!, factor);
      else
        for (const category of factor.categories) {
          const key = `${category}|${factor.activity}`;
          const list = this.#named.get(key);
          if (list) list.push(factor);
          else this.#named.set(key, [factor]);
        }
    }
  }

  /** Factors of a fuel, heat values included. */
  fuel(name: string): readonly Factor[] {
    return this.#fuels.get(name) ?? [];
  }

  combustion(fuel: string, category: string): Target | null {
    return this.#once(`1|${category}|${fuel}`, (id) => {
      const emits = this.fuel(fuel).filter(
        ({ parameter, category: of }) => parameter === "EF" && isWithin(category, of),
      );
      const best = emits.find(({ gas }) => gas === "CO2") ?? emits[0];
      if (!best) return null;
      const label = category.startsWith("1.A.3") ? texts.mobile : texts.stationary;
      return {
        ...none,
        ...shownOf(best),
        id,
        scope: "1",
        category,
        activity: fuel,
        label: label({ fuel: fuelLabel(fuel), category }),
        units: ["t", "TJ NCV"],
        isBiogenic: /biogenic/.test(best.unit),
      };
    });
  }

  process(category: string, activity: string, technology: string | null = null): Target | null {
    const tail = technology === null ? "" : `|${technology}`;
    return this.#once(`1|${category}|${activity}${tail}`, (id) => {
      const best = this.#direct.find(
        (of) =>
          of.parameter === "EF" &&
          of.activity === activity &&
          isWithin(category, of.category) &&
          (technology === null || of.technology === technology),
      );
      if (!best) return null;
      const label =
        technology === null
          ? texts.process({ activity: processLabel(activity), category })
          : texts.processBy({ activity: processLabel(activity), category, technology });
      return { ...none, ...shownOf(best), id, scope: "1", category, activity, technology, label, units: ["t"] };
    });
  }

  leak(gas: string, category: string): Target {
    return this.#once(`1|${category}|${gas}`, (id) => ({
      ...none,
      id,
      scope: "1",
      category,
      activity: gas,
      label: texts.leak({ gas, category }),
      units: [`kg ${gas}`],
      source: texts.byGas(),
    }))!;
  }

  energy(kind: EnergyKind): Target {
    return this.#once(`2|${kind}`, (id) => ({
      ...none,
      id,
      scope: "2",
      category: kind,
      activity: kind,
      label: energyLabels[kind](),
      units: ["kWh"],
      source: texts.byGrid(),
    }))!;
  }

  /** An activity of a category of scope 3 by the very name of its factor. */
  named(category: string, activity: string): Target | null {
    const factors = this.#named.get(`${category}|${activity}`);
    return this.#once(`3|${category}|${activity}`, (id) => {
      const [first] = factors ?? [];
      if (!first) return null;
      return {
        ...none,
        id: category === "outside" ? `outside|outside|${activity}` : id,
        scope: category === "outside" ? "outside" : "3",
        category,
        activity,
        label: activity,
        units: factors!.map(({ unit }) => unit.slice(unit.indexOf("/") + 1)),
        factor: first.value,
        factorUnit: first.unit,
        source: first.source,
        year: first.year,
        place: first.country,
      };
    });
  }

  spend(category: string, naics: string): Target | null {
    return this.#once(`3|${category}|${naics}`, (id) => {
      const factor = this.#spend.get(naics);
      if (!factor?.categories.includes(category)) return null;
      return {
        ...none,
        id,
        scope: "3",
        category,
        activity: naics,
        label: texts.spend({ commodity: factor.activity }),
        units: [factor.unit.slice(factor.unit.indexOf("/") + 1)],
        factor: factor.value,
        factorUnit: factor.unit,
        source: factor.source,
        year: factor.year,
        place: factor.country,
      };
    });
  }

  /** The activity of an `id`; null if it no longer exists. */
  byId(id: string): Target | null {
    const [scope, category, activity, technology] = id.split("|");
    if (activity === undefined && scope === "2" && category !== undefined && Object.hasOwn(energyLabels, category))
      return this.energy(category as EnergyKind);
    if (category === undefined || activity === undefined) return null;
    if (scope === "outside") return this.named("outside", activity);
    if (scope === "3") return this.named(category, activity) ?? this.spend(category, activity);
    if (scope !== "1" || !isCategory(category)) return null;
    if (category.startsWith("1.A")) return this.combustion(activity, category);
    const gas = findGas(activity);
    return this.process(category, activity, technology ?? null) ?? (gas ? this.leak(gas, category) : null);
  }

  /** The activities whose names share words with a text, the best first; `covered` is how much of the text they have. */
  search(
    text: string,
    fits: (target: Target) => boolean,
    most: number,
  ): { target: Target; covered: number; filled: number }[] {
    this.#index ??= this.#indexed();
    const { targets, words } = this.#index;
    const found: { target: Target; covered: number; filled: number }[] = [];
    for (const { at, covered, filled } of words.find(text, tagsOf)) {
      if (!fits(targets[at]!)) continue;
      found.push({ target: targets[at]!, covered, filled });
      if (found.length >= most) break;
    }
    return found;
  }

  #indexed(): { targets: readonly Target[]; words: WordIndex } {
    const targets: (Target | null)[] = [
      ...[...this.#fuels.keys()].flatMap((fuel) => [this.combustion(fuel, "1.A.2"), this.combustion(fuel, "1.A.3.b")]),
      ...this.#direct
        .filter(({ category, parameter }) => category.startsWith("2") && parameter === "EF")
        .map(({ category, activity, technology }) => this.process(category, activity, technology)),
      ...(Object.keys(energyLabels) as EnergyKind[]).map((kind) => this.energy(kind)),
      ...[...this.#named.keys()].map((key) =>
        this.named(key.slice(0, key.indexOf("|")), key.slice(key.indexOf("|") + 1)),
      ),
      ...[...this.#spend.keys()].map((naics) => this.spend("1", naics)),
    ];
    const unique = [...new Set(targets.filter((target) => target !== null))];
    const names = unique.map(({ activity, label, scope }) => `${activity} ${scope === "2" ? "" : nameOf(label)}`);
    return { targets: unique, words: new WordIndex(names, tagsOf) };
  }

  #once(id: string, make: (id: string) => Target | null): Target | null {
    const known = this.#made.get(id);
    if (known !== undefined) return known;
    const made = make(id);
    this.#made.set(id, made);
    return made;
  }
}

/** A name in all its languages, by which it can be found. */
function nameOf(label: Sentence): string {
  if (typeof label === "string") return label;
  return Object.values(label.values)
    .map((value) =>
      typeof value === "string" ? value : typeof value === "object" && "texts" in value ? value.texts.en : "",
    )
    .join(" ");
}

/** What a text says by the tables of terms, so that a word in one language finds names in another. */
function tagsOf(text: string): string[] {
  return finder.find(text).map(({ tag }) => tag);
}

function shownOf(factor: Factor): Pick<Target, "factor" | "factorUnit" | "source" | "year" | "place"> {
  const year = Number(factor.edition);
  return {
    factor: factor.value,
    factorUnit: factor.unit,
    source: factor.source,
    year: Number.isInteger(year) && year > 1900 ? year : null,
    place: factor.region,
  };
}

/** The name of a fuel in both languages, from its first terms. */
export function fuelLabel(fuel: string): Message | string {
  return labels.get(`fuel:${fuel}`) ?? fuel;
}

function processLabel(activity: string): Message | string {
  return labels.get(activity) ?? activity;
}

/** Names as the tables of terms have them first. */
const labels: ReadonlyMap<string, Message> = new Map(
  physicalTerms
    .filter(([tag]) => tag.startsWith("fuel:") || tag.startsWith("process:"))
    .map(([tag, , chinese]) => {
      const english = tag.startsWith("fuel:") ? tag.slice("fuel:".length) : tag.slice(tag.indexOf("/") + 1);
      const key = tag.startsWith("fuel:") ? tag : english;
      const text = { en: english, zh: chinese.split("|")[0]! };
      return [key, { code: "", texts: text, values: {} }] as const;
    }),
);
