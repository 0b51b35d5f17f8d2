import { edition } from "./edition.ts";
import type { ProducedGood, Specific } from "./embedded-emissions.ts";
import { digitsOf } from "./good-list.ts";

/** The installation and the good names below are as the operator calls them. */
export interface Installation {
  readonly name: string;
  readonly operator: string;
  readonly city: string;
  /** ISO 3166 alpha-3. */
  readonly country: string;
  readonly unlocode?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

export interface CommunicatedGood extends ProducedGood {
  /** Absent for a precursor that does not leave the installation. */
  readonly cn?: string | undefined;
  readonly route?: string | undefined;
  /** Where the factor of electricity is from. */
  readonly electricitySource?: string | undefined;
}

export interface BoughtPrecursor extends Specific {
  readonly cn?: string | undefined;
  /** ISO 3166 alpha-3 of its origin. */
  readonly country?: string | undefined;
  readonly installation?: string | undefined;
  /** Whether its emissions are actual or default values. */
  readonly values: "actual" | "default";
}

export interface CarbonPricePaid {
  readonly instrument: string;
  readonly country: string;
  /** Per tonne, after rebates. */
  readonly price: number;
  readonly currency: string;
  /** Share of the emissions to which it applies, %. */
  readonly covered_percent: number;
}

export interface Communicated {
  readonly installation: Installation;
  readonly period: { readonly start: string; readonly end: string };
  readonly goods: Readonly<Record<string, CommunicatedGood>>;
  readonly stated: Readonly<Record<string, BoughtPrecursor>>;
  readonly carbonPrices: readonly CarbonPricePaid[];
  readonly verifier?: string | undefined;
}

type Cell = string | number | null;

/** A sheet of the communication: titles and units of columns, and rows. */
export interface CommunicationSheet {
  /** In English. */
  readonly name: string;
  readonly nameZh: string;
  /** Titles are in both languages. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Column {
  readonly title: string;
  readonly unit: string;
}

/** A title in English, the language of the mechanism, and in Chinese. */
const both = (en: string, zh: string) => `${en} · ${zh}`;

const column = (en: string, zh: string, unit = ""): Column => ({ title: both(en, zh), unit });

/** The edition in both languages, so that a sheet says it wherever it goes. */
function editionText(): string {
  const { en, zh } = edition().texts;
  return both(en, zh);
}

/** A sheet of records: the last column says the edition, in a row of its own if there is none. */
function recordSheet(name: string, nameZh: string, columns: readonly Column[], rows: readonly Cell[][]) {
  const none = columns.map(() => null);
  return {
    name,
    nameZh,
    columns: [...columns, column("Edition", "版本")],
    rows: (rows.length > 0 ? rows : [none]).map((row) => [...row, editionText()]),
  };
}

/** The sheets of a checked communication. */
export function communicationSheets(
  given: Communicated,
  specific: ReadonlyMap<string, Specific>,
  sectorOf: (cn: string) => string,
): CommunicationSheet[] {
  const { goods, carbonPrices } = given;
  const products = Object.entries(goods).filter(([, { cn }]) => cn !== undefined);
  return [
    installationSheet(given),
    recordSheet(
      "Products",
      "产品",
      [
        column("Product name", "产品名称"),
        column("CN code", "CN 编码"),
        column("Product group", "产品类别"),
        column("Production route", "生产路线"),
        column("Activity level", "活动水平", "t"),
        column("SEE (direct)", "单位隐含排放（直接）", "t CO2e/t"),
        column("SEE (indirect)", "单位隐含排放（间接）", "t CO2e/t"),
        column("SEE (total)", "单位隐含排放（合计）", "t CO2e/t"),
        column("Embedded emissions (direct)", "隐含排放（直接）", "t CO2e"),
        column("Embedded emissions (indirect)", "隐含排放（间接）", "t CO2e"),
        column("Electricity consumed", "用电量", "MWh"),
        column("Emission factor of electricity", "电力排放因子", "t CO2/MWh"),
        column("Source of the emission factor", "排放因子来源"),
      ],
      products.map(([name, good]) => {
        const { direct, indirect } = specific.get(name)!;
        const { activityLevel_t: level } = good;
        return [
          name,
          digitsOf(good.cn!),
          sectorOf(good.cn!),
          good.route ?? null,
          level,
          direct,
          indirect,
          direct + indirect,
          direct * level,
          indirect * level,
          good.electricity_MWh ?? null,
          good.electricityFactor_t_MWh ?? null,
          good.electricitySource ?? null,
        ];
      }),
    ),
    precursorSheet(given, specific),
    recordSheet(
      "Carbon price",
      "碳价",
      [
        column("Instrument", "工具"),
        column("Country", "国家"),
        column("Carbon price due", "应付碳价", "per t CO2e"),
        column("Currency", "货币"),
        column("Share of emissions covered", "覆盖的排放份额", "%"),
      ],
      carbonPrices.map(({ instrument, country, price, currency, covered_percent }) => [
        instrument,
        country,
        price,
        currency,
        covered_percent,
      ]),
    ),
  ];
}

function installationSheet({ installation, period, verifier }: Communicated): CommunicationSheet {
  const { name, operator, city, country, unlocode, latitude, longitude } = installation;
  const field = (en: string, zh: string, value: Cell): Cell[] => [both(en, zh), value];
  return {
    name: "Installation",
    nameZh: "设施",
    columns: [column("Field", "字段"), column("Value", "值")],
    rows: [
      field("Reporting period start", "报告期起", period.start),
      field("Reporting period end", "报告期止", period.end),
      field("Name of the installation", "设施名称", name),
      field("Operator", "运营者", operator),
      field("City", "城市", city),
      field("Country", "国家", country),
      field("UNLOCODE", "联合国口岸代码", unlocode ?? null),
      field("Latitude of the main emission source", "主要排放源纬度", latitude ?? null),
      field("Longitude of the main emission source", "主要排放源经度", longitude ?? null),
      field("Verifier", "核查机构", verifier ?? null),
      field("Edition", "版本", editionText()),
    ],
  };
}

function precursorSheet(
  { goods, stated, installation }: Communicated,
  specific: ReadonlyMap<string, Specific>,
): CommunicationSheet {
  const rows = Object.entries(goods).flatMap(([good, { precursors = {} }]) =>
    Object.entries(precursors).map(([precursor, mass]): Cell[] => {
      const bought = Object.hasOwn(stated, precursor) ? stated[precursor]! : undefined;
      const of = specific.get(precursor) ?? bought ?? { direct: 0, indirect: 0 };
      const cn = bought ? bought.cn : goods[precursor]?.cn;
      const isOwn = specific.has(precursor);
      return [
        good,
        precursor,
        cn === undefined ? null : digitsOf(cn),
        isOwn ? installation.country : (bought?.country ?? null),
        isOwn ? installation.name : (bought?.installation ?? null),
        mass,
        of.direct,
        of.indirect,
        isOwn ? "actual" : (bought?.values ?? "zero (scrap)"),
      ];
    }),
  );
  return recordSheet(
    "Precursors",
    "前体",
    [
      column("Product name", "产品名称"),
      column("Precursor", "前体"),
      column("CN code", "CN 编码"),
      column("Country of origin", "原产国"),
      column("Installation", "设施"),
      column("Mass consumed", "消耗质量", "t"),
      column("SEE (direct)", "单位隐含排放（直接）", "t CO2e/t"),
      column("SEE (indirect)", "单位隐含排放（间接）", "t CO2e/t"),
      column("Values", "数值性质"),
    ],
    rows,
  );
}
