import { type Message, messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import { BorderError } from "../border-error.ts";
import type { DefaultValues } from "./default-value.ts";
import { edition } from "./edition.ts";
import { embeddedEmissions, type ProducedGood, type Specific } from "./embedded-emissions.ts";

const said = messages("border.communication", {
  badDate: {
    en: "{field} is {date}; expected a day such as 2026-01-31.",
    zh: "{field} 应为日期（如 2026-01-31），实际为 {date}。",
  },
  period: {
    en: "period.end is {end}, before period.start, which is {start}.",
    zh: "period.end（{end}）早于 period.start（{start}）。",
  },
  notAYear: {
    en: "The reporting period is {days} days long. Give a year, unless the regulation allows another period for you.",
    zh: "报告期为 {days} 天。除非条例允许其他期间，请给出一个完整年度。",
  },
  noCode: {
    en: "goods.{good} has no cn: it is a precursor within the installation and stands in no row of products.",
    zh: "goods.{good} 没有 cn：它是设施内部的前体，不列入产品表。",
  },
  noProduct: {
    en: "No good has a CN code in cn: nothing would be communicated.",
    zh: "没有商品给出 CN 编码（cn）：没有可通报的内容。",
  },
  country: {
    en: "{field} is {country}; expected an ISO 3166 alpha-3 code.",
    zh: "{field} 应为 ISO 3166 三字母代码，实际为 {country}。",
  },
  notStated: {
    en: "stated.{precursor} has no country and installation it comes from. The template asks for both.",
    zh: "stated.{precursor} 缺少来源国家与设施。模板要求填写两者。",
  },
  noVerifier: {
    en: "No verifier is named: actual values must be verified before they are declared.",
    zh: "没有给出核查机构：实际值须经核查方可申报。",
  },
  unpaid: {
    en: "No carbon price is stated: none is deducted.",
    zh: "没有给出碳价：不予扣减。",
  },
  notTheTemplate: {
    en: "The fields are those of the communication between installation and importer; the layout is not that of the Commission's workbook, and cells must be copied into it.",
    zh: "字段为设施与进口商之间通报的字段；版式不同于欧盟委员会的工作簿，需将内容抄录其中。",
  },
});

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
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly unit: string }[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * What an operator communicates to importers, as sheets: the installation, its products with specific embedded emissions, precursors,
 * and the carbon price paid. Titles are in English, the language of the mechanism. Throws BorderError on what a declaration would
 * be refused for: unknown codes, places and dates, unknown precursors.
 *
 * Source: the fields of the Commission's communication template for installations, as public guides describe them.
 */
export async function communication(
  given: Communicated,
  values: DefaultValues,
  work: Work,
): Promise<{ readonly sheets: readonly CommunicationSheet[]; readonly notes: readonly Message[] }> {
  const { installation, period, goods, stated, carbonPrices, verifier } = given;
  const notes: Message[] = [said.notTheTemplate()];
  checkCountry(values, "installation.country", installation.country);
  const days = (dayOf("period.end", period.end) - dayOf("period.start", period.start)) / 86_400_000 + 1;
  if (days < 1) throw new BorderError("period.end", said.period(period));
  if (days < 365) notes.push(said.notAYear({ days }));
  const { specific } = await embeddedEmissions(goods, stated, work);
  const products = Object.entries(goods).filter(([good, { cn }]) => {
    if (cn === undefined) notes.push(said.noCode({ good }));
    return cn !== undefined;
  });
  if (products.length === 0) throw new BorderError("goods", said.noProduct());
  for (const [precursor, { country, installation: from, cn }] of Object.entries(stated)) {
    if (country !== undefined) checkCountry(values, `stated.${precursor}.country`, country);
    if (cn !== undefined) values.list.find(cn);
    if (country === undefined || from === undefined) notes.push(said.notStated({ precursor }));
  }
  for (const [at, { country }] of carbonPrices.entries()) checkCountry(values, `carbonPrices[${at}].country`, country);
  if (carbonPrices.length === 0) notes.push(said.unpaid());
  if (verifier === undefined) notes.push(said.noVerifier());
  return {
    sheets: [
      installationSheet(given),
      {
        name: "Products",
        columns: [
          plain("Product name"),
          plain("CN code"),
          plain("Product group"),
          plain("Production route"),
          { title: "Activity level", unit: "t" },
          { title: "SEE (direct)", unit: "t CO2e/t" },
          { title: "SEE (indirect)", unit: "t CO2e/t" },
          { title: "SEE (total)", unit: "t CO2e/t" },
          { title: "Embedded emissions (direct)", unit: "t CO2e" },
          { title: "Embedded emissions (indirect)", unit: "t CO2e" },
          { title: "Electricity consumed", unit: "MWh" },
          { title: "Emission factor of electricity", unit: "t CO2/MWh" },
          plain("Source of the emission factor"),
        ],
        rows: products.map(([name, good]) => {
          const { direct, indirect } = specific.get(name)!;
          const { activityLevel_t: level } = good;
          return [
            name,
            good.cn!.replaceAll(/[\s.]/g, ""),
            values.list.find(good.cn!)[0]!.sector,
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
      },
      precursorSheet(given, specific),
      {
        name: "Carbon price",
        columns: [
          plain("Instrument"),
          plain("Country"),
          { title: "Carbon price due", unit: "see currency, per t CO2e" },
          plain("Currency"),
          { title: "Share of emissions covered", unit: "%" },
        ],
        rows: carbonPrices.map(({ instrument, country, price, currency, covered_percent }) => [
          instrument,
          country,
          price,
          currency,
          covered_percent,
        ]),
      },
    ],
    notes,
  };
}

const plain = (title: string) => ({ title, unit: "" });

function installationSheet({ installation, period, verifier }: Communicated): CommunicationSheet {
  const { name, operator, city, country, unlocode, latitude, longitude } = installation;
  return {
    name: "Installation",
    columns: [plain("Field"), plain("Value")],
    rows: [
      ["Reporting period start", period.start],
      ["Reporting period end", period.end],
      ["Name of the installation", name],
      ["Operator", operator],
      ["City", city],
      ["Country", country],
      ["UNLOCODE", unlocode ?? null],
      ["Latitude of the main emission source", latitude ?? null],
      ["Longitude of the main emission source", longitude ?? null],
      ["Verifier", verifier ?? null],
      ["Edition", edition().texts.en],
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
        cn?.replaceAll(/[\s.]/g, "") ?? null,
        isOwn ? installation.country : (bought?.country ?? null),
        isOwn ? installation.name : (bought?.installation ?? null),
        mass,
        of.direct,
        of.indirect,
        isOwn ? "actual" : (bought?.values ?? "zero (scrap)"),
      ];
    }),
  );
  return {
    name: "Precursors",
    columns: [
      plain("Product name"),
      plain("Precursor"),
      plain("CN code"),
      plain("Country of origin"),
      plain("Installation"),
      { title: "Mass consumed", unit: "t" },
      { title: "SEE (direct)", unit: "t CO2e/t" },
      { title: "SEE (indirect)", unit: "t CO2e/t" },
      plain("Values"),
    ],
    rows,
  };
}

function checkCountry(values: DefaultValues, field: string, country: string): void {
  if (!values.isCountry(country)) throw new BorderError(field, said.country({ field, country }));
}

/** Milliseconds of a day. Throws BorderError unless it is one of the calendar. */
function dayOf(field: string, date: string): number {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  const time = found ? Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) : Number.NaN;
  // A day such as 30 February would be taken as one of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new BorderError(field, said.badDate({ field, date }));
  return time;
}
