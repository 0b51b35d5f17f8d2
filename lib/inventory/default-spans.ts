import { type Message, messages } from "../message/message.ts";
import { MARGIN } from "../tool/factor-spans.ts";
import { fieldWith } from "../tool/suspect-numbers.ts";
import { outsideUnit } from "../tool/unit-bounds.ts";
import { equations } from "./equations/index.ts";
import type { Step } from "./steps.ts";

const texts = messages("inventory.span", {
  field: { en: "{field} ({equation}: {symbol}, {name})", zh: "{field}（{equation}：{symbol}，{name}）" },
  symbol: { en: "{equation}: {symbol} ({name})", zh: "{equation}：{symbol}（{name}）" },
  above: {
    en: "{place} is {value} {unit}, more than {times} times the largest default that ships ({most} {unit}; {source}). Check the value and its unit; it was used as given.",
    zh: "{place} 为 {value} {unit}，超过随附缺省值中最大者（{most} {unit}；{source}）的 {times} 倍。请核对数值与单位；计算按所给数值进行。",
  },
  below: {
    en: "{place} is {value} {unit}, less than 1/{times} of the smallest default that ships ({least} {unit}; {source}). Check the value and its unit; it was used as given.",
    zh: "{place} 为 {value} {unit}，不足随附缺省值中最小者（{least} {unit}；{source}）的 1/{times}。请核对数值与单位；计算按所给数值进行。",
  },
  impossible: {
    en: "{place} is {value} {unit}; {why}, {most} {unit}. Check the value and its unit; it was used as given.",
    zh: "{place} 为 {value} {unit}；{why}，即 {most} {unit}。请核对数值与单位；计算按所给数值进行。",
  },
  carbonate: {
    en: "no carbonate gives more CO2 for the oxide that is left than magnesite (IPCC 2006 V3 Table 2.1)",
    zh: "按所剩氧化物计，任何碳酸盐放出的 CO2 都不多于菱镁矿（IPCC 2006 V3 表 2.1）",
  },
  pureCarbon: { en: "no more CO2 comes from anything than from pure carbon", zh: "任何物质放出的 CO2 都不多于纯碳" },
  allCarbon: { en: "nothing holds more carbon than its own mass", zh: "任何物质的含碳量都不超过自身质量" },
  forest: {
    en: "in a year nothing grows to more than stands above ground in the densest forest of a country (FAO FRA 2020)",
    zh: "一年的生长量不会超过各国最密森林的地上存量（FAO FRA 2020）",
  },
  people: {
    en: "this would be ten times the methane that the world emits a person (Jones et al. 2024), at the largest Bo that ships",
    zh: "按随附的最大 Bo 计，这已是全球人均甲烷排放量（Jones et al. 2024）的十倍",
  },
});

/** The smallest and the largest default that ships of a parameter of equations. */
export interface DefaultSpan {
  /** Equation and symbol, e.g. `V5 Eq 3.4 k`. */
  readonly of: readonly string[];
  /** That of the variable, with its gas. */
  readonly unit: string;
  readonly least?: number;
  readonly most?: number;
  readonly dataset: string;
  readonly source: string;
}

const [afolu, ippu, waste] = ["factors_afolu", "factors_ippu", "factors_waste"];
const ipcc = "IPCC 2006";

const of = (symbol: string, ...ids: readonly string[]) => ids.map((id) => `${id} ${symbol}`);

const roots = ["V4 Eq 2.10", "V4 Eq 2.10 (Tier 2)", "V4 Eq 2.12", "V4 Eq 2.13", "V4 Eq 2.14"];
const carbonOfDryMatter = ["V4 Eq 2.9", "V4 Eq 2.12", "V4 Eq 2.13", "V4 Eq 2.14", "V4 Eq 2.16", "V4 Eq 2.18"];
const burnt = ["V5 Eq 5.2", "V5 Eq 5.2 (biogenic)"];

/** Each is computed again from its dataset by `test/reference/default-spans.test.ts`. */
export const defaultSpans: readonly DefaultSpan[] = [
  { of: of("k", "V5 Eq 3.4", "V5 Eq 3.5"), unit: "1/yr", least: 0.02, most: 0.4, dataset: waste, source: ipcc },
  {
    of: of("DOC", "V5 Eq 3.2", "V5 Eq 3.7 (term)"),
    unit: "kg C/kg",
    least: 0.05,
    most: 0.43,
    dataset: waste,
    source: ipcc,
  },
  { of: of("DOCf", "V5 Eq 3.2"), unit: "1", least: 0.5, most: 0.5, dataset: waste, source: ipcc },
  { of: of("F", "V5 Eq 3.3", "V5 Eq 3.6"), unit: "1", least: 0.5, most: 0.5, dataset: waste, source: ipcc },
  { of: of("EF", "V5 Eq 4.1"), unit: "g CH4/kg", least: 0.8, most: 10, dataset: waste, source: ipcc },
  { of: of("EF", "V5 Eq 4.2"), unit: "g N2O/kg", least: 0.24, most: 0.6, dataset: waste, source: ipcc },
  { of: of("dm", ...burnt), unit: "1", least: 0.4, dataset: waste, source: ipcc },
  { of: of("CF", ...burnt), unit: "1", least: 0.03, dataset: waste, source: ipcc },
  { of: of("OF", ...burnt), unit: "1", least: 0.58, dataset: waste, source: ipcc },
  { of: of("EF", "V5 Eq 5.4"), unit: "kg CH4/Gg", most: 6500, dataset: waste, source: ipcc },
  { of: of("EF", "V5 Eq 5.4 (dry)"), unit: "kg CH4/Gg dry waste", most: 6500, dataset: waste, source: ipcc },
  // Sludge is burnt wet with a factor that is nearer to that of dry waste.
  { of: of("EF", "V5 Eq 5.5"), unit: "kg N2O/Gg", least: 50, most: 150, dataset: waste, source: ipcc },
  {
    of: of("EF", "V5 Eq 5.5 (dry)"),
    unit: "kg N2O/Gg dry waste",
    least: 50,
    most: 150,
    dataset: waste,
    source: ipcc,
  },
  { of: of("Bo", "V5 Eq 6.2"), unit: "kg CH4/kg", least: 0.25, most: 0.6, dataset: waste, source: ipcc },
  { of: of("FracNPR", "V5 Eq 6.8"), unit: "kg N/kg", least: 0.16, most: 0.16, dataset: waste, source: ipcc },
  { of: of("EF", "V3 Eq 2.1"), unit: "t CO2/t", least: 0.51, most: 0.52, dataset: ippu, source: ipcc },
  // The factor of clinker comes from its lime alone.
  { of: of("CaO", "V3 Eq 2.4"), unit: "1", least: 0.649871, dataset: ippu, source: ipcc },
  { of: of("EF", "V3 Eq 2.10"), unit: "t CO2/t", least: 0.2, most: 0.2, dataset: ippu, source: ipcc },
  { of: of("EF", "V3 Eq 3.5"), unit: "kg N2O/t HNO3", least: 2, most: 9, dataset: ippu, source: ipcc },
  // Of caprolactam none ships: it is made with nitric acid.
  {
    of: of("EF", "V3 Eq 3.6", "V3 Eq 3.7", "V3 Eq 3.8", "V3 Eq 3.10"),
    unit: "kg N2O/t",
    least: 2,
    most: 300,
    dataset: ippu,
    source: ipcc,
  },
  { of: of("EF", "V3 Eq 4.25"), unit: "kg CF4/t Al", least: 0.4, most: 1.6, dataset: ippu, source: ipcc },
  { of: of("EF", "V3 Eq 4.25"), unit: "kg C2F6/t Al", least: 0.03, most: 0.4, dataset: ippu, source: ipcc },
  { of: of("S", "V3 Eq 4.26"), unit: "kg CF4·d/t Al/min", least: 0.092, most: 0.272, dataset: ippu, source: ipcc },
  { of: of("F", "V3 Eq 4.26 (C2F6)"), unit: "kg/kg", least: 0.053, most: 0.252, dataset: ippu, source: ipcc },
  { of: of("EF", "V4 Eq 11.13"), unit: "t C/t", least: 0.12, most: 0.2, dataset: afolu, source: ipcc },
  { of: of("EFl", "V4 Eq 11.12"), unit: "t C/t", least: 0.12, most: 0.2, dataset: afolu, source: ipcc },
  { of: of("EFd", "V4 Eq 11.12"), unit: "t C/t", least: 0.12, most: 0.2, dataset: afolu, source: ipcc },
  { of: of("FracGASF", "V4 Eq 11.9"), unit: "1", least: 0.1, dataset: afolu, source: ipcc },
  { of: of("FracGASM", "V4 Eq 11.9"), unit: "1", least: 0.2, dataset: afolu, source: ipcc },
  { of: of("FracLEACH", "V4 Eq 11.10"), unit: "1", least: 0.24, dataset: afolu, source: ipcc },
  { of: of("RAG", "V4 Eq 11.6"), unit: "1", least: 0.4, most: 2.1, dataset: afolu, source: ipcc },
  { of: of("NAG", "V4 Eq 11.6"), unit: "kg N/kg", least: 0.005, most: 0.019, dataset: afolu, source: ipcc },
  { of: of("NBG", "V4 Eq 11.6"), unit: "kg N/kg", least: 0.006, most: 0.014, dataset: afolu, source: ipcc },
  { of: of("EFc", "V4 Eq 5.2"), unit: "kg CH4/ha/d", least: 1.19, most: 1.3, dataset: afolu, source: ipcc },
  { of: of("SFw", "V4 Eq 5.2"), unit: "1", least: 0.25, most: 1, dataset: afolu, source: ipcc },
  { of: of("SFp", "V4 Eq 5.2"), unit: "1", least: 0.68, most: 1.9, dataset: afolu, source: ipcc },
  { of: of("CFOA", "V4 Eq 5.3 (term)"), unit: "1", least: 0.05, most: 1, dataset: afolu, source: ipcc },
  { of: of("R", ...roots), unit: "1", least: 0.2, most: 0.56, dataset: afolu, source: ipcc },
  { of: of("CF", ...carbonOfDryMatter), unit: "t C/t d.m.", least: 0.47, dataset: afolu, source: ipcc },
  { of: of("Gef", "V4 Eq 2.27"), unit: "g CO2/kg d.m.", least: 1515, dataset: afolu, source: ipcc },
  { of: of("Gef", "V4 Eq 2.27"), unit: "g CO/kg d.m.", least: 65, most: 107, dataset: afolu, source: ipcc },
  { of: of("Gef", "V4 Eq 2.27"), unit: "g CH4/kg d.m.", least: 2.3, most: 6.8, dataset: afolu, source: ipcc },
  { of: of("Gef", "V4 Eq 2.27"), unit: "g N2O/kg d.m.", least: 0.06, most: 0.26, dataset: afolu, source: ipcc },
  { of: of("Gef", "V4 Eq 2.27"), unit: "g NOx/kg d.m.", least: 1.1, most: 3.9, dataset: afolu, source: ipcc },
  {
    of: of("EF", "V4 2013 Eq 3.8"),
    unit: "kg CH4-C/ha/yr",
    least: 41,
    most: 216,
    dataset: afolu,
    source: "IPCC 2013",
  },
];

/** What a parameter cannot be, by the masses of atoms or by all that there is. */
export interface ParameterLimit {
  readonly of: readonly string[];
  readonly unit: string;
  readonly most: number;
  readonly why: () => Message;
}

/** The mass of CO2 over that of its carbon, and that of what lives over its carbon: IPCC 2006. */
const [CO2_OF_CARBON, CARBON_OF_DRY_MATTER] = [44 / 12, 0.47];
/** t C/ha above ground, on the mean of a country. */
const DENSEST_FOREST = 250.24;

/** Those that come from a dataset are computed again by the same test. */
export const parameterLimits: readonly ParameterLimit[] = [
  { of: of("SR", "V3 Eq 2.9"), unit: "t CO2/t", most: 1.09192, why: texts.carbonate },
  { of: of("EF", "V3 Eq 4.16 (agents)"), unit: "t CO2/t", most: CO2_OF_CARBON, why: texts.pureCarbon },
  { of: of("Gef", "V4 Eq 2.27"), unit: "g CO2/kg d.m.", most: 1000 * CO2_OF_CARBON, why: texts.pureCarbon },
  { of: of("C", "V3 Eq 4.9 (term)"), unit: "t C/t", most: 1, why: texts.allCarbon },
  { of: of("Cfraction", "V4 Eq 7.5"), unit: "t C/t", most: 1, why: texts.allCarbon },
  { of: of("CF", ...carbonOfDryMatter), unit: "t C/t d.m.", most: 1, why: texts.allCarbon },
  {
    of: [...of("G_W", "V4 Eq 2.10"), ...of("G_TOTAL", "V4 Eq 2.9")],
    unit: "t d.m./ha/yr",
    most: DENSEST_FOREST / CARBON_OF_DRY_MATTER,
    why: texts.forest,
  },
  { of: of("G", "V4 Eq 2.9 (in carbon)"), unit: "t C/ha/yr", most: DENSEST_FOREST, why: texts.forest },
  { of: of("BOD", "V5 Eq 6.3"), unit: "g/person/d", most: 2200, why: texts.people },
];

/** The most notes on one result: a series has the same parameter in each of its years. */
const MOST = 20;

/** A note on each parameter of the steps that lies far outside of its defaults, or beyond what there can be. Zero is no slip. */
export function outsideDefaults(steps: readonly Step[], input: unknown): Message[] {
  const notes = new Map<string, Message>();
  for (const { equation, inputs } of steps)
    for (const [symbol, { value, unit }] of Object.entries(inputs)) {
      const key = `${symbol} ${value} ${unit}`;
      if (notes.has(key)) continue;
      const [note] = outside(equation, symbol, value, unit, input);
      if (note) notes.set(key, note);
      if (notes.size >= MOST) return [...notes.values()];
    }
  return [...notes.values()];
}

function outside(equation: string, symbol: string, value: number, unit: string, input: unknown): readonly Message[] {
  const known = parameters.get(`${equation} ${symbol}`)?.filter((each) => each.unit === unit) ?? [];
  const place = () => placeOf(equation, symbol, value, input);
  for (const each of known) {
    const found = "why" in each ? beyondLimit(each, value, place) : beyondSpan(each, value, place);
    if (found) return [found];
  }
  if (known.length > 0) return [];
  // The schema of an input whose gas is said elsewhere has no unit to hold it against.
  const isOfGas = equations.get(equation)?.variables[symbol]?.unit.includes("{gas}") === true;
  return isOfGas ? outsideUnit(value, unit, fieldWith(input, value, symbol) ?? `${equation}: ${symbol}`) : [];
}

function beyondLimit({ unit, most, why }: ParameterLimit, value: number, place: () => Message): Message | undefined {
  if (!(value > most)) return undefined;
  return texts.impossible({ place: place(), value, unit, why: why(), most: Number(most.toPrecision(6)) });
}

function beyondSpan(
  { unit, least, most, source }: DefaultSpan,
  value: number,
  place: () => Message,
): Message | undefined {
  const given = { value, unit, times: MARGIN, source };
  if (most !== undefined && value > MARGIN * most) return texts.above({ ...given, place: place(), most });
  if (least !== undefined && value > 0 && value < least / MARGIN)
    return texts.below({ ...given, place: place(), least });
  return undefined;
}

function placeOf(equation: string, symbol: string, value: number, input: unknown): Message {
  const name: Message = {
    code: `equation.${equation}.${symbol}`,
    texts: equations.get(equation)!.variables[symbol]!.name,
    values: {},
  };
  const field = fieldWith(input, value, symbol);
  return field === undefined
    ? texts.symbol({ equation, symbol, name })
    : texts.field({ field, equation, symbol, name });
}

const parameters = new Map<string, (DefaultSpan | ParameterLimit)[]>();
for (const each of [...parameterLimits, ...defaultSpans])
  for (const name of each.of) parameters.set(name, [...(parameters.get(name) ?? []), each]);
