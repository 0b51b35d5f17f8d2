import { messages } from "../../message/message.ts";
import { molarMass } from "../equations/constants.ts";
import type { NationalContext } from "./national-context.ts";
import { keyed, type NationalLine, takenOver } from "./national-line.ts";
import { nearYear } from "./near-year.ts";

const texts = messages("inventory", {
  forest: { en: "Forest land, carbon stocks", zh: "林地碳储量" },
  fra: {
    en: "FAO, Global Forest Resources Assessment 2020: stocks of {from} and {to}",
    zh: "联合国粮农组织《2020 年全球森林资源评估》：{from} 年和 {to} 年储量",
  },
  stockDifference: {
    en: "Change of the stock of {pools} between the two reports over their years; land that became or ceased to be forest is in it. Soil is left out: reports use different depths.",
    zh: "两次报告之间{pools}储量之差除以年数；含转为林地和不再为林地的土地。土壤未计：各报告深度不同。",
  },
  living: { en: "living biomass", zh: "活生物量" },
  livingAndDead: { en: "living biomass, dead wood and litter", zh: "活生物量、死木和枯落物" },
  noForest: {
    en: "No report of {region} frames {year} with area and carbon.",
    zh: "{region} 没有前后包含 {year} 年且给出面积和碳储量的报告。",
  },
  otherLand: { en: "Other land and wood products", zh: "其他土地和木产品" },
  noOtherLand: { en: "Not estimated here.", zh: "此处未估算。" },
});

const CO2_PER_C = molarMass("CO2").value / molarMass("C").value;

/** CO2 of forest land by the stock difference between the assessments that frame the year. Vol 4 Eq 2.5, 2.8. */
export function landLines(context: NationalContext): NationalLine[] {
  const other = {
    category: "3.B",
    gas: "CO2",
    name: "other land",
    label: texts.otherLand(),
    notes: [texts.noOtherLand()],
  };
  return [forestLine(context), keyed(other, "NE")];
}

function forestLine({ region, year, own, activity: { forest } }: NationalContext): NationalLine {
  const line = { category: "3.B.1", gas: "CO2", name: "forest", label: texts.forest() };
  const unit = "t C/yr";
  const given = nearYear((when) => {
    const years = forest.above.years(region);
    const to = years.find((reported) => reported >= when);
    const from = years.filter((reported) => reported < when).at(-1);
    const framed = to === undefined || from === undefined ? null : differenceOf(from, to);
    if (!framed) return null;
    return {
      amount: framed.change,
      unit,
      source: texts.fra({ from, to }),
      error: null,
      notes: [texts.stockDifference({ pools: framed.pools })],
    };
  }, year);
  const change = own.or(line.category, line.name, unit, given);
  if (change === null) return keyed({ ...line, notes: [texts.noForest({ region, year })] }, "NE");
  const notes = change.notes ?? [];
  return takenOver({ ...line, notes }, (-change.amount * CO2_PER_C) / 1000, change);

  function differenceOf(first: number, second: number) {
    const isReported = (pool: "deadWood" | "litter") =>
      [first, second].every((when) => forest[pool].at(region, when) !== null);
    const dead = isReported("deadWood") && isReported("litter");
    const stock = (when: number) => {
      const area = forest.area.at(region, when);
      const pools = [forest.above, forest.below, ...(dead ? [forest.deadWood, forest.litter] : [])];
      const density = pools.map((pool) => pool.at(region, when));
      if (area === null || density.includes(null)) return null;
      return area * 1000 * density.reduce<number>((sum, value) => sum + value!, 0);
    };
    const [before, after] = [stock(first), stock(second)];
    if (before === null || after === null) return null;
    return { change: (after - before) / (second - first), pools: dead ? texts.livingAndDead() : texts.living() };
  }
}
