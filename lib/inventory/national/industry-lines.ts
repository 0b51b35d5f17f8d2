import { messages } from "../../message/message.ts";
import { findGas } from "../../quantity/substance.ts";
import { errorOf } from "./factor-book.ts";
import { gasPerUnit } from "./gas-per-unit.ts";
import type { NationalContext } from "./national-context.ts";
import { estimated, keyed, type NationalLine, takenOver } from "./national-line.ts";
import { nearYear } from "./near-year.ts";
import { notInEdition } from "./not-in-edition.ts";

const texts = messages("inventory", {
  cement: { en: "Cement", zh: "水泥" },
  usgs: { en: "US Geological Survey, {edition}, {year}", zh: "美国地质调查局，{edition}，{year} 年" },
  clinkerAssumed: {
    en: "Clinker per tonne of cement: {fraction}, an assumption of the call. Trade of clinker is not known: countries that export it come out too low.",
    zh: "每吨水泥的熟料为 {fraction}，系调用时的假定。熟料贸易未知：熟料出口国结果偏低。",
  },
  noCement: {
    en: "No table at hand has cement of {region} in {year}.",
    zh: "现有各表均无 {region} {year} 年的水泥产量。",
  },
  ammonia: { en: "Ammonia", zh: "合成氨" },
  ironAndSteel: { en: "Iron and steel", zh: "钢铁" },
  aluminium: { en: "Aluminium", zh: "铝" },
  inFuels: {
    en: "Its carbon comes from fuels that stand in 1.A as consumed ({what}); counted there, so as not to count it twice.",
    zh: "其碳来自 1.A 中已计消费的燃料（{what}），在该处计算，以免重复。",
  },
  naturalGas: { en: "natural gas, in places coal", zh: "天然气，部分为煤" },
  cokingCoal: { en: "coking coal and coke", zh: "炼焦煤和焦炭" },
  anodes: { en: "petroleum coke of anodes", zh: "阳极用石油焦" },
  otherIndustry: { en: "Lime, glass, other carbonates and other chemicals", zh: "石灰、玻璃、其他碳酸盐和其他化工" },
  acids: { en: "Nitric and adipic acid", zh: "硝酸和己二酸" },
  noActivity: { en: "No table at hand has the activity.", zh: "现有各表均无该活动数据。" },
  fluorinated: { en: "Fluorinated gases", zh: "含氟气体" },
  edgar: { en: "EDGAR 2024, {year}", zh: "EDGAR 2024，{year} 年" },
  takenFromEdgar: {
    en: "Taken over from EDGAR, which computes it; EDGAR states no error by country here. All industrial sources of the gas as one.",
    zh: "取自 EDGAR 的计算结果；此处 EDGAR 未给出分国误差。该气体的全部工业来源合为一行。",
  },
});

/** Process emissions of industry: cement; what comes from fuels is counted there; fluorinated gases as EDGAR has them. */
export function industryLines(context: NationalContext): NationalLine[] {
  const process = (category: string, gas: string, name: string, label: keyof typeof plain, key: "IE" | "NE") =>
    keyed({ category, gas, name, label: plain[label](), notes: [reasons[label]()] }, key);
  return [
    cementLine(context),
    process("2.A.4", "CO2", "other industry", "otherIndustry", "NE"),
    process("2.B.1", "CO2", "ammonia", "ammonia", "IE"),
    process("2.B.2", "N2O", "acids", "acids", "NE"),
    process("2.C.1", "CO2", "iron and steel", "ironAndSteel", "IE"),
    process("2.C.3", "CO2", "aluminium", "aluminium", "IE"),
    ...fluorinatedLines(context),
  ];
}

const { otherIndustry, ammonia, acids, ironAndSteel, aluminium } = texts;
const plain = { otherIndustry, ammonia, acids, ironAndSteel, aluminium };
const reasons: Readonly<Record<keyof typeof plain, () => ReturnType<typeof texts.noActivity>>> = {
  otherIndustry: texts.noActivity,
  acids: texts.noActivity,
  ammonia: () => texts.inFuels({ what: texts.naturalGas() }),
  ironAndSteel: () => texts.inFuels({ what: texts.cokingCoal() }),
  aluminium: () => texts.inFuels({ what: texts.anodes() }),
};

/** CO2 of clinker: cement × clinker fraction × factor. Vol 3 Eq 2.1, without trade of clinker. */
function cementLine({ region, year, own, activity, book, clinkerFraction }: NationalContext): NationalLine {
  const line = { category: "2.A.1", gas: "CO2", name: "cement", label: texts.cement() };
  const given = nearYear((when) => {
    const kt = activity.minerals("cement").at(region, when);
    const edition = activity.mineralEdition("cement", region, when);
    return kt === null ? null : { amount: kt, unit: "kt", source: texts.usgs({ edition, year: when }), error: null };
  }, year);
  const amount = own.or(line.category, line.name, "kt", given);
  if (amount === null) return keyed({ ...line, notes: [texts.noCement({ region, year })] }, "NE");
  const factors = book.together({ EF: { category: "2.A.1", activity: "clinker", gas: "CO2" } });
  if (!factors) return notInEdition(line, book, amount);
  const { EF } = factors;
  const notes = [texts.clinkerAssumed({ fraction: clinkerFraction })];
  return estimated({ ...line, notes }, amount, clinkerFraction * gasPerUnit("CO2", "kt", EF), [EF], errorOf(EF));
}

/** Controlled by the Montreal Protocol: in no total under the UNFCCC. */
const montreal = /^H?CFC/;

function fluorinatedLines({ region, year, own, activity }: NationalContext): NationalLine[] {
  const lines: NationalLine[] = [];
  for (const [substance, tonnes] of activity.fluorinated) {
    const gas = findGas(substance);
    if (montreal.test(substance) || !gas) continue;
    const t = tonnes.at(region, year);
    if (t === null) continue;
    const line = { category: "2", gas, name: substance, label: substance, group: texts.fluorinated() };
    const amount = own.or(line.category, substance, `t ${gas}`, {
      amount: t,
      unit: `t ${gas}`,
      source: texts.edgar({ year }),
      error: null,
    })!;
    lines.push(takenOver({ ...line, notes: [texts.takenFromEdgar()] }, amount.amount / 1000, amount));
  }
  return lines;
}
