import { ask, type Intent } from "../intent.ts";

/** Which of two products is better: nobody can say without what they are for, and what is counted. */
export const greenerIntent: Intent = {
  id: "which product is better",
  title: { en: "which product is better for the climate", zh: "哪种产品对气候更好" },
  read(matter) {
    if (!matter.has("operation", "greener")) return null;
    // Places are compared by figures.
    if (matter.has("place") || matter.has("group")) return null;
    for (const link of matter.links) matter.use(link);
    return ask(
      "functional_unit",
      {
        en: "For which function are they compared? Products can be compared only by what they do, over their whole life.",
        zh: "按什么功能来比较？产品只能按其功能、在整个生命周期内比较。",
      },
      [
        { value: "one use", label: { en: "one use", zh: "使用一次" } },
        { value: "a year of use", label: { en: "a year of use", zh: "使用一年" } },
        { value: "a kilometre travelled", label: { en: "a kilometre travelled", zh: "行驶一公里" } },
        { value: "a tonne of material", label: { en: "a tonne of material", zh: "一吨材料" } },
      ],
    );
  },
};

/** “Most polluting” by total, by head or by consumption are different countries. */
export const pollutingIntent: Intent = {
  id: "most polluting",
  title: { en: "the most polluting country", zh: "污染最严重的国家" },
  read(matter) {
    if (!matter.takes("operation", "polluting")) return null;
    if (matter.has("gas") || matter.has("principle") || matter.has("operation", "per head")) return null;
    for (const link of matter.links) matter.use(link);
    return ask("measure", { en: "Polluting by which measure?", zh: "按哪项指标？" }, [
      { value: "largest fossil CO2", label: { en: "largest territorial fossil CO2", zh: "属地化石燃料 CO2 排放最多" } },
      {
        value: "largest fossil CO2 per head",
        label: { en: "largest territorial fossil CO2 per head", zh: "人均属地化石燃料 CO2 排放最多" },
      },
      {
        value: "largest consumption-based CO2",
        label: { en: "largest consumption-based CO2", zh: "消费端 CO2 排放最多" },
      },
    ]);
  },
};
