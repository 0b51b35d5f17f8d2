import { z } from "zod";
import { messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { notesOut, residualOut, sentenceOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { outsideUnit } from "../../tool/unit-bounds.ts";
import { BorderError } from "../border-error.ts";
import { edition } from "../cbam/edition.ts";
import { embeddedEmissions, producedGoodShape } from "../cbam/embedded-emissions.ts";
import { perTonne, tonnes } from "../cbam/units.ts";

const texts = messages("border.embedded-tool", {
  cycle: {
    en: "{goods:and} are precursors of each other: their emissions were solved as one linear system.",
    zh: "{goods:and} 互为前体：其排放作为一个线性方程组求解。",
  },
  cycleAlone: {
    en: "{good} is a precursor of itself: its emissions were solved from its balance.",
    zh: "{good} 是自身的前体：其排放由平衡方程求解。",
  },
  noGoods: { en: "goods is empty; give at least one good.", zh: "goods 为空，请至少给出一种商品。" },
  ownProcess: { en: "its own process", zh: "自身工艺" },
  moreOut: {
    en: "{good}: the precursors weigh {in} t and the product {out} t. If nothing else enters the product, check the masses.",
    zh: "{good}：前体共 {in} 吨，产品为 {out} 吨。如产品不含其他物料，请检查质量。",
  },
});

interface Embedded {
  readonly specific: Readonly<Record<string, number>>;
  readonly specificIndirect: Readonly<Record<string, number>>;
  readonly absolute: Readonly<Record<string, number>>;
  readonly absoluteIndirect: Readonly<Record<string, number>>;
}

const goodsIn = z.record(z.string().min(1), producedGoodShape);

export const cbamEmbedded = defineTool({
  name: "cbam.embedded",
  title: { en: "Specific embedded emissions with precursors", zh: "含前体的单位隐含排放" },
  summary: {
    en: "Embedded emissions per tonne of each good of an installation from its activity level, attributed emissions, electricity and precursors, direct and indirect apart; goods that are precursors of each other are solved together.",
    zh: "由活动水平、归因排放、电力与前体计算设施各商品每吨的隐含排放，直接与间接分开；互为前体的商品联立求解。",
  },
  input: z.object({
    goods: goodsIn,
    stated: z
      .record(
        z.string(),
        z.strictObject({
          direct: numberIn(perTonne).nonnegative(),
          indirect: numberIn(perTonne).nonnegative().default(0),
        }),
      )
      .default({})
      .describe("Precursors bought from others, with their specific embedded emissions; 0 for scrap"),
  }),
  output: z.object({
    specific: z.record(z.string(), numberIn(perTonne)).describe("Good → direct specific embedded emissions"),
    specificIndirect: z.record(z.string(), numberIn(perTonne)).describe("Good → indirect specific embedded emissions"),
    absolute: z.record(z.string(), numberIn(tonnes)).describe("Good → direct, of the whole activity level"),
    absoluteIndirect: z.record(z.string(), numberIn(tonnes)),
    parts: z
      .array(
        z.object({
          good: z.string(),
          from: sentenceOut.describe("Its own process, or a precursor"),
          direct: numberIn(perTonne),
          indirect: numberIn(perTonne),
        }),
      )
      .describe("Where the specific embedded emissions of each good come from"),
    cycles: z.array(z.array(z.string())).describe("Goods that are precursors of each other"),
    residual: residualOut,
    edition: sentenceOut,
    notes: notesOut,
  }),
  tablesOut: {
    byGood: recordTable(
      { en: "Embedded emissions of each good.", zh: "各商品的隐含排放。" },
      {
        good: textColumn({ en: "Good.", zh: "商品。" }),
        direct: numberColumn({ en: "Direct, per tonne.", zh: "直接，每吨。" }, perTonne),
        indirect: numberColumn({ en: "Indirect, per tonne.", zh: "间接，每吨。" }, perTonne),
        directTotal: numberColumn({ en: "Direct, in all.", zh: "直接，合计。" }, tonnes),
        indirectTotal: numberColumn({ en: "Indirect, in all.", zh: "间接，合计。" }, tonnes),
      },
      ({ specific, specificIndirect, absolute, absoluteIndirect }: Embedded) =>
        Object.entries(specific).map(([good, direct]) => ({
          good,
          direct,
          indirect: specificIndirect[good]!,
          directTotal: absolute[good]!,
          indirectTotal: absoluteIndirect[good]!,
        })),
    ),
  },
  formula: "AL_g s_g = attributed_g + Σ_p m_gp s_p; indirect: electricity × factor in place of attributed",
  assumptions: [
    "Emissions are attributed to production processes before they are given here; shared heat and waste gases are already divided.",
    "A precursor carries its specific embedded emissions with its mass; scrap carries none.",
    "Absolute emissions of goods that are precursors of others are counted again in these: do not add them.",
  ],
  references: [
    "Regulation (EU) 2023/956, Annex IV, points 2 and 3 (the formulas as known, the text was not read for this).",
    "IPCC AR5 WG1 (2013), Table 8.A.1: 100-year GWP, as the mechanism uses them.",
  ],
  async run({ goods, stated }, work) {
    if (Object.keys(goods).length === 0) throw new BorderError("goods", texts.noGoods());
    const { specific, parts, cycles, residual } = await embeddedEmissions(goods, stated, work);
    const record = (of: (good: string) => number) =>
      Object.fromEntries([...specific.keys()].map((good) => [good, of(good)]));
    const heavier = Object.entries(goods).flatMap(([good, { precursors, activityLevel_t }]) => {
      const sum = Object.values(precursors ?? {}).reduce((total, each) => total + each, 0);
      return sum > 0 && sum < activityLevel_t ? [texts.moreOut({ good, in: sum, out: activityLevel_t })] : [];
    });
    return {
      specific: record((good) => specific.get(good)!.direct),
      specificIndirect: record((good) => specific.get(good)!.indirect),
      absolute: record((good) => specific.get(good)!.direct * goods[good]!.activityLevel_t),
      absoluteIndirect: record((good) => specific.get(good)!.indirect * goods[good]!.activityLevel_t),
      parts: parts.map(({ good, precursor, direct, indirect }) => ({
        good,
        from: precursor ?? texts.ownProcess(),
        direct,
        indirect,
      })),
      cycles: cycles.map((cycle) => [...cycle]),
      residual,
      edition: edition(),
      notes: [
        ...cycles.map((cycle) =>
          cycle.length === 1 ? texts.cycleAlone({ good: cycle[0] }) : texts.cycle({ goods: someOf(cycle) }),
        ),
        ...heavier,
        ...Object.entries(goods).flatMap(([good, { attributed_t, activityLevel_t }]) =>
          // Of the mechanism's gases CO2 is most: its factors are the measure.
          outsideUnit(attributed_t / activityLevel_t, "t CO2/t", `goods.${good}.attributed_t / activityLevel_t`),
        ),
      ],
    };
  },
});
