import { membersOf } from "../../classification/groups.ts";
import { type Message, messages } from "../../message/message.ts";
import { editDistance } from "../../tool/nearest-name.ts";
import type { Read } from "../../tool/read.ts";
import { BorderError } from "../border-error.ts";
import { digitsOf, type Good, GoodList } from "./good-list.ts";

const texts = messages("border.default-value", {
  unknownOrigin: {
    en: 'origin is "{origin}"; expected an ISO 3166 alpha-3 code. The nearest are {nearest}.',
    zh: "origin 应为 ISO 3166 三字母代码，实际为“{origin}”。最接近的有：{nearest}。",
  },
  fromTheUnion: {
    en: "origin is {origin}, a member of the European Union: its goods do not fall under the mechanism.",
    zh: "origin 为欧盟成员国 {origin}，其商品不适用该机制。",
  },
  outsideScope: {
    en: "origin is {origin}, whose goods do not fall under the mechanism (Regulation (EU) 2023/956, Annex III).",
    zh: "origin 为 {origin}，其商品不适用该机制（条例 (EU) 2023/956 附件三）。",
  },
  otherCountries: {
    en: "{origin} has no default value for {code}: that of “Other countries and territories” is used.",
    zh: "{origin} 没有 {code} 的默认值，取“其他国家和地区”的默认值。",
  },
  heading: {
    en: "{given} is not in the annex by itself: {code} ({description}) is used.",
    zh: "附件中没有单列 {given}，采用 {code}（{description}）。",
  },
  shared: {
    en: "The CN code {code} is shared by {goods}. {chosen} is used; give the TARIC code of 10 digits for another.",
    zh: "CN 编码 {code} 由以下商品共用：{goods}。此处取 {chosen}；如为其他商品请给出 10 位 TARIC 编码。",
  },
  named: { en: "{description} ({taric})", zh: "{description}（{taric}）" },
});

/** Countries to whose goods the mechanism does not apply: Regulation (EU) 2023/956, Annex III, point 1, as public documents quote it. */
const outside: readonly string[] = ["CHE", "ISL", "LIE", "NOR"];

/** The dataset of default values and those around it. */
export const defaultDatasets = ["cbam_good", "cbam_default_value", "countries"] as const;

/** Specific embedded emissions that hold where no actual ones are declared, before mark-up, t CO2e/t. */
export interface DefaultValue {
  readonly direct: number;
  /** Null where indirect emissions do not count. */
  readonly indirect: number | null;
  readonly total: number;
  /** Production route that sets the benchmark; null if the annex names none. */
  readonly route: string | null;
}

/** The good that a code means, its default value for an origin, and what a reader must know about both. */
export interface FoundGood {
  readonly good: Good;
  /** Null if the annex has none for any country. */
  readonly value: DefaultValue | null;
  /** Whether the value is that of “Other countries and territories”. */
  readonly other: boolean;
  /** Whether indirect emissions count for the good: whether the annex has a value of them for some origin. */
  readonly countsIndirect: boolean;
  readonly notes: readonly Message[];
}

/** Default values by good and origin (Implementing Regulation (EU) 2025/2621, Annex I). */
export class DefaultValues {
  readonly list: GoodList;
  private readonly values = new Map<string, DefaultValue>();
  /** Goods that have an indirect default value anywhere. */
  private readonly indirectGoods = new Set<number>();
  private readonly origins = new Set<string>();

  private constructor(list: GoodList, origins: Iterable<string>) {
    this.list = list;
    this.origins = new Set(origins);
  }

  static async read(read: Read): Promise<DefaultValues> {
    const [goods, table, countries] = await Promise.all(defaultDatasets.map((name) => read(name)));
    const codes = Array.from(countries!.texts("iso3")).filter((code) => code !== null);
    const all = new DefaultValues(new GoodList(goods!), codes);
    const [iso3, id, route] = [table!.texts("iso3"), table!.numbers("good_id"), table!.texts("route")];
    const [direct, indirect, total] = [
      table!.numbers("direct_tco2e_per_t"),
      table!.numbers("indirect_tco2e_per_t"),
      table!.numbers("total_tco2e_per_t"),
    ];
    for (let row = 0; row < table!.rows; row++) {
      if (total[row] === null || total[row] === undefined) continue;
      const value = {
        direct: direct[row]!,
        indirect: indirect[row] ?? null,
        total: total[row]!,
        route: route[row] ?? null,
      };
      all.values.set(keyOf(iso3[row] ?? null, id[row]!), value);
      if (value.indirect !== null) all.indirectGoods.add(id[row]!);
    }
    return all;
  }

  /**
   * The good of a code and its default value for an origin: the country's row, else that of “Other countries and territories”, as a
   * whole. Of goods that share a CN code, the one of the route, else the first. Throws BorderError that names nearest codes.
   */
  find(code: string, origin: string, route?: string): FoundGood {
    this.checkOrigin(origin);
    const found = this.list.find(code);
    const digits = digitsOf(code);
    const nearest = found.filter((good) => good.code === found[0]!.code);
    const notes: Message[] = [];
    for (const good of sorted(nearest, (each) => this.of(each, origin)?.value.route === route && route !== undefined)) {
      const value = this.of(good, origin);
      if (!value) continue;
      if (value.other) notes.push(texts.otherCountries({ origin, code: good.code }));
      if (digits !== good.taric && nearest.length > 1) {
        const named = (each: Good) => texts.named({ description: each.description, taric: each.taric });
        notes.push(texts.shared({ code: good.code, goods: nearest.map(named), chosen: good.description }));
      }
      if (digits !== good.code && digits !== good.taric)
        notes.push(texts.heading({ given: digits, code: good.code, description: good.description }));
      return { good, value: value.value, other: value.other, countsIndirect: this.indirectGoods.has(good.id), notes };
    }
    const [first] = nearest;
    // A code that only introduces others, itself or by the goods below it.
    if (this.list.below(first!.code).length > 0) throw this.list.heading(first!.code);
    return { good: first!, value: null, other: false, countsIndirect: this.indirectGoods.has(first!.id), notes };
  }

  /** Whether this is the code of a country: ISO 3166 alpha-3. */
  isCountry(code: string): boolean {
    return this.origins.has(code);
  }

  private of(good: Good, origin: string): { readonly value: DefaultValue; readonly other: boolean } | undefined {
    const own = this.values.get(keyOf(origin, good.id));
    const other = this.values.get(keyOf(null, good.id));
    if (own) return { value: own, other: false };
    return other && { value: other, other: true };
  }

  private checkOrigin(origin: string): void {
    if (!this.isCountry(origin)) {
      const nearest = [...this.origins].sort(
        (a, b) => editDistance(a, origin.toUpperCase()) - editDistance(b, origin.toUpperCase()) || (a < b ? -1 : 1),
      );
      throw new BorderError("origin", texts.unknownOrigin({ origin, nearest: nearest.slice(0, 5) }));
    }
    if (membersOf("EU27", 2026).includes(origin)) throw new BorderError("origin", texts.fromTheUnion({ origin }));
    if (outside.includes(origin)) throw new BorderError("origin", texts.outsideScope({ origin }));
  }
}

function keyOf(origin: string | null, good: number): string {
  return `${origin ?? ""}|${good}`;
}

/** Those for which it holds first; otherwise in their order. */
function sorted<T>(items: readonly T[], holds: (item: T) => boolean): T[] {
  return [...items.filter(holds), ...items.filter((item) => !holds(item))];
}
