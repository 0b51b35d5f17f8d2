import type { Read } from "../../tool/read.ts";
import { foldText } from "./fold-text.ts";
import { type Term, TermFinder } from "./term-finder.ts";

/** Where something is: ISO 3166-1 alpha-3, and ISO 3166-2 of a province. */
export interface Place {
  readonly country: string;
  readonly province: string | null;
}

/** The datasets that places are read from. */
export const placeDatasets = ["countries", "grid_factors_china"] as const;

/** Short names of countries that the dataset `countries` does not have. */
const shortNames: Readonly<Record<string, string>> = {
  GBR: "UK|Great Britain|Britain|England|Scotland|Wales|GB|英国",
  USA: "US|USA|U S|U S A|United States|America|美国|EE UU|Etats Unis",
  CHN: "China|PRC|中国|中国大陆|Mainland China",
  ARE: "UAE|阿联酋",
  KOR: "Korea|Republic of Korea|韩国",
  RUS: "Russia|俄罗斯",
  VNM: "Vietnam|越南",
  CZE: "Czechia|Czech Republic|捷克",
  TWN: "Taiwan|台湾|中国台湾",
  HKG: "Hong Kong|香港|中国香港",
  NLD: "Netherlands|Holland|荷兰",
  TUR: "Turkey|Türkiye|土耳其",
  DEU: "Germany|Deutschland|德国",
};

/** Cities of China that name a site without their province. */
const cities: Readonly<Record<string, string>> = {
  "CN-GD": "深圳|广州|东莞|佛山|珠海|惠州|中山|Shenzhen|Guangzhou|Dongguan|Foshan",
  "CN-JS": "苏州|南京|无锡|常州|南通|昆山|徐州|扬州|Suzhou|Nanjing|Wuxi|Kunshan|Changzhou",
  "CN-ZJ": "杭州|宁波|温州|绍兴|嘉兴|台州|金华|Hangzhou|Ningbo",
  "CN-SD": "青岛|济南|烟台|潍坊|淄博|Qingdao|Jinan|Yantai",
  "CN-SC": "成都|绵阳|Chengdu",
  "CN-HB": "武汉|宜昌|Wuhan",
  "CN-SN": "西安|Xi an|Xian",
  "CN-LN": "大连|沈阳|鞍山|Dalian|Shenyang",
  "CN-FJ": "厦门|福州|泉州|Xiamen|Fuzhou",
  "CN-HA": "郑州|洛阳|Zhengzhou",
  "CN-HN": "长沙|株洲|Changsha",
  "CN-AH": "合肥|芜湖|Hefei",
  "CN-HE": "石家庄|唐山|保定|Tangshan|Shijiazhuang",
  "CN-JX": "南昌|赣州|Nanchang",
  "CN-YN": "昆明|Kunming",
  "CN-GX": "南宁|柳州|桂林|Nanning",
  "CN-GZ": "贵阳|Guiyang",
  "CN-SX": "太原|大同|Taiyuan",
  "CN-JL": "长春|Changchun",
  "CN-HL": "哈尔滨|Harbin",
  "CN-NM": "呼和浩特|包头|鄂尔多斯|Baotou",
  "CN-XJ": "乌鲁木齐|Urumqi",
  "CN-GS": "兰州|Lanzhou",
  "CN-NX": "银川|Yinchuan",
  "CN-QH": "西宁|Xining",
};

/** Names of countries in the languages of the dataset, and of provinces of China in English and Chinese. */
export class Places {
  readonly #codes = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #countryOf = new Map<string, string>();
  readonly #finder: TermFinder;
  readonly #said = new Map<string, string | null>();

  private constructor(names: readonly (readonly [code: string, name: string])[], iso2: ReadonlyMap<string, string>) {
    for (const [two, three] of iso2) {
      this.#countryOf.set(two, three);
      this.#codes.set(three, three);
    }
    const terms: Term[] = [];
    for (const [code, name] of names) {
      if (!this.#names.has(foldText(name))) this.#names.set(foldText(name), code);
      terms.push([code, name, ""]);
    }
    this.#finder = new TermFinder(terms);
  }

  static async read(read: Read): Promise<Places> {
    const [countries, provinces] = await Promise.all([read("countries"), read("grid_factors_china")]);
    const names: [string, string][] = [];
    for (const [code, list] of [...Object.entries(shortNames), ...Object.entries(cities)])
      for (const name of list.split("|")) names.push([code, name]);
    const [iso3, iso2] = [countries.texts("iso3"), countries.texts("iso2")];
    const columns = ["name_en", "name_zh", "name_de", "name_fr", "name_es"].map((column) => countries.texts(column));
    const two = new Map<string, string>();
    for (let row = 0; row < countries.rows; row++) {
      if (iso2[row] !== null) two.set(iso2[row]!, iso3[row]!);
      for (const column of columns) if (column[row]) names.push([iso3[row]!, column[row]!]);
    }
    const [level, place] = [provinces.texts("level"), provinces.texts("place")];
    const [name, nameZh] = [provinces.texts("name"), provinces.texts("name_zh")];
    for (let row = 0; row < provinces.rows; row++) {
      if (level[row] !== "province") continue;
      for (const written of [name[row]!, nameZh[row]!, `${nameZh[row]}省`, `${nameZh[row]}市`, `${name[row]} Province`])
        names.push([place[row]!, written]);
    }
    return new Places(names, two);
  }

  /** The code of a name or code that stands alone in a cell: `Germany`, `德国`, `DE`, `DEU`, `广东省`, `CN-GD`. */
  code(written: string): string | null {
    const text = written.trim();
    if (/^[A-Z]{3}$/.test(text) && this.#codes.has(text)) return text;
    if (/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(text) && this.#countryOf.has(text.slice(0, 2))) return text;
    const named = this.#names.get(foldText(text));
    if (named !== undefined) return named;
    return /^[A-Z]{2}$/.test(text) ? (this.#countryOf.get(text) ?? null) : null;
  }

  /** The one place that a longer text names, as a site does: `上海工厂`, `Plant Germany`. Null of none and of several. */
  within(text: string): string | null {
    const known = this.#said.get(text);
    if (known !== undefined) return known;
    const found = [...new Set(this.#finder.find(text).map(({ tag }) => tag))];
    // A province says more than its country.
    const provinces = found.filter((code) => code.includes("-"));
    const code = provinces.length === 1 ? provinces[0]! : found.length === 1 ? found[0]! : null;
    this.#said.set(text, code);
    return code;
  }

  place(code: string): Place | null {
    if (/^[A-Z]{3}$/.test(code)) return this.#codes.has(code) ? { country: code, province: null } : null;
    const country = this.#countryOf.get(code.slice(0, 2));
    return country === undefined ? null : { country, province: code };
  }
}
