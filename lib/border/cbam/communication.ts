import { type Message, messages } from "../../message/message.ts";
import type { Work } from "../../numeric/work.ts";
import { BorderError } from "../border-error.ts";
import { type Communicated, type CommunicationSheet, communicationSheets } from "./communication-sheets.ts";
import type { DefaultValues } from "./default-value.ts";
import { embeddedEmissions } from "./embedded-emissions.ts";

const texts = messages("border.communication", {
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
  currency: {
    en: "carbonPrices[{at}].currency is {currency}; expected a code of three letters, such as CNY.",
    zh: "carbonPrices[{at}].currency 应为三字母货币代码（如 CNY），实际为 {currency}。",
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

/**
 * What an operator communicates to importers, as sheets: the installation, its products with specific embedded emissions, precursors,
 * and the carbon price paid. Titles are in English, the language of the mechanism, and in Chinese. Throws BorderError on what a
 * declaration would be refused for: unknown codes, places and dates, unknown precursors.
 *
 * Source: the fields of the Commission's communication template for installations, as public guides describe them.
 */
export async function communication(
  given: Communicated,
  values: DefaultValues,
  work: Work,
): Promise<{ readonly sheets: readonly CommunicationSheet[]; readonly notes: readonly Message[] }> {
  const { installation, period, goods, stated, carbonPrices, verifier } = given;
  const notes: Message[] = [texts.notTheTemplate()];
  checkCountry(values, "installation.country", installation.country);
  const days = (dayOf("period.end", period.end) - dayOf("period.start", period.start)) / 86_400_000 + 1;
  if (days < 1) throw new BorderError("period.end", texts.period(period));
  if (days < 365) notes.push(texts.notAYear({ days }));
  const { specific } = await embeddedEmissions(goods, stated, work);
  const inner = Object.keys(goods).filter((good) => goods[good]!.cn === undefined);
  if (inner.length === Object.keys(goods).length) throw new BorderError("goods", texts.noProduct());
  notes.push(...inner.map((good) => texts.noCode({ good })));
  for (const [precursor, { country, installation: from, cn }] of Object.entries(stated)) {
    if (country !== undefined) checkCountry(values, `stated.${precursor}.country`, country);
    if (cn !== undefined) values.list.find(cn);
    if (country === undefined || from === undefined) notes.push(texts.notStated({ precursor }));
  }
  for (const [at, { country, currency }] of carbonPrices.entries()) {
    checkCountry(values, `carbonPrices[${at}].country`, country);
    if (!/^[A-Z]{3}$/.test(currency))
      throw new BorderError(`carbonPrices[${at}].currency`, texts.currency({ at, currency }));
  }
  if (carbonPrices.length === 0) notes.push(texts.unpaid());
  if (verifier === undefined) notes.push(texts.noVerifier());
  return { sheets: communicationSheets(given, specific, (cn) => values.list.find(cn)[0]!.sector), notes };
}

function checkCountry(values: DefaultValues, field: string, country: string): void {
  if (!values.isCountry(country)) throw new BorderError(field, texts.country({ field, country }));
}

/** Milliseconds of a day. Throws BorderError unless it is one of the calendar. */
function dayOf(field: string, date: string): number {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  const time = found ? Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) : Number.NaN;
  // A day such as 30 February would be taken as one of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new BorderError(field, texts.badDate({ field, date }));
  return time;
}
