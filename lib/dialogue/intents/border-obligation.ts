import { type Intent, refuse } from "../intent.ts";
import type { Assumption, Step } from "../plan.ts";
import { borderGoodOf } from "./border-default.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** The first year of the definitive period. */
const FIRST = 2026;

const firstYear: Assumption = {
  slot: "year",
  value: FIRST,
  label: { en: "first year of the definitive period", zh: "正式期第一年" },
  because: { en: "no year is given", zh: "未给出年份" },
  rivals: [],
};

/** What a good from a country owes by its default value, after the free allocation of the year. */
export const borderObligationIntent: Intent = {
  id: "obligation at the border",
  title: { en: "obligation of a good at the border by its default value", zh: "按默认值的边境调节义务" },
  read(matter) {
    const isDefault = matter.takes("process", "default value");
    if (!matter.takes("operation", "border") && !isDefault) return null;
    const given = matter.quantities();
    const mass = given.find(
      ({ quantity }) => quantity.per === null && quantity.gas === null && /^(?:kg|t|kt|Mt)$/.test(quantity.measured),
    );
    const price = given.find(({ quantity }) => quantity.measured === "EUR");
    const places = matter.all("place", ({ value }) => value !== "WORLD");
    const years = matter.years();
    if (!mass || !price || given.length !== 2 || places.length !== 1 || years.length > 1) return null;
    const good = borderGoodOf(matter);
    matter.emissions("CO2", "GHG");
    matter.takes("group", "EU");
    matter.takes("operation", "carbon price", "total", "spend");
    matter.takes("process", "free allocation", "mark-up");
    if (!good) return null;
    const [{ meaning: place }] = places as [(typeof places)[number]];
    if (good.code === "")
      return refuse("not understood", {
        en: "Give the code of the good: these words are those of several goods with different default values.",
        zh: "请给出商品编码：这些词对应多种默认值不同的商品。",
      });
    const tonnes: Step = {
      id: "tonnes",
      tool: "quantity.convert",
      args: { value: mass.quantity.value, from: mass.quantity.measured, to: "t" },
    };
    const step: Step = {
      id: "obligation",
      tool: "cbam.obligation",
      args: {
        good: good.code,
        origin: String(place.value),
        mass_t: { $from: tonnes.id, path: "value" },
        year: years[0] ?? FIRST,
        price: price.quantity.value,
      },
    };
    return figureDraft({
      steps: [tonnes, step],
      assumed: [
        ...(years.length === 0 ? [firstYear] : []),
        ...(isDefault
          ? []
          : [
              {
                slot: "method",
                value: "default value",
                label: { en: "default value with its mark-up", zh: "默认值加成" },
                because: { en: "no embedded emissions are given", zh: "未给出隐含排放" },
                rivals: [],
              } as const,
            ]),
      ],
      wants: [
        wanted(step.id, "cost", "EUR", { en: "cost", zh: "成本" }),
        wanted(step.id, "certificates", "t CO2e", { en: "certificates for", zh: "证书对应" }, false),
        wanted(step.id, "specific", "t CO2e/t", { en: "by tonne with the mark-up", zh: "加成后的单位排放" }, false),
        wanted(step.id, "matched.description", "text", { en: "good", zh: "商品" }, false),
      ],
      subject: {
        en: ["Border cost of ", { quoted: mass.words }, " from ", { name: place.label.en }, " after free allocation"],
        zh: [{ name: place.label.zh }, { quoted: mass.words }, "商品扣除免费配额后的边境成本"],
      },
    });
  },
};
