import { ask, type Intent } from "../intent.ts";
import { methods } from "../lexicon/concepts.ts";
import type { Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** The last year of the shipped grid averages. */
const NEWEST = 2023;

/** Scope 2 emissions of electricity that was bought, by location or by market. */
export const purchasedEnergyIntent: Intent = {
  id: "scope 2",
  title: { en: "scope 2 of purchased electricity", zh: "外购电力的范围二排放" },
  read(matter) {
    const spoken = matter.takes("operation", "scope 2");
    const [amount, ...others] = matter
      .quantities()
      .filter(({ quantity }) => /Wh$/.test(quantity.measured) && quantity.per === null);
    const electricity = matter.has("material", "energy:electricity") || spoken;
    if (!amount || others.length > 0 || !electricity) return null;
    const fuels = matter.find("material").filter(({ meaning }) => String(meaning.value).startsWith("fuel:"));
    if (fuels.length > 0) return null;
    for (const kind of ["material", "measure", "sector", "gas", "fuel"] as const) matter.all(kind);
    matter.takes("operation", "spend", "total", "convert");
    matter.takes("process", "grid");
    const places = matter.all("place");
    if (places.length > 1) return null;
    const years = matter.years();
    matter.newest();
    const method = matter.all("method")[0]?.meaning;
    if (places.length === 0)
      return ask(
        "place",
        { en: "In which country was it bought?", zh: "电力购自哪个国家？" },
        ["CHN", "USA", "DEU", "FRA"].map((value) => ({ value, label: matter.labelOfPlace(value) })),
      );
    if (!method)
      return ask(
        "method",
        { en: "By location or by market?", zh: "按位置法还是按市场法？" },
        methods.map(({ value, label }) => ({ value, label })),
      );
    const place = places[0]!.meaning;
    const year = years[0] ?? NEWEST;
    const energy: Step = {
      id: "scope2",
      tool: "inventory.purchasedEnergy",
      args: {
        year,
        uses: [
          {
            category: "electricity",
            country: place.value,
            amount: amount.quantity.value,
            unit: amount.quantity.measured,
          },
        ],
      },
    };
    return figureDraft({
      steps: [energy],
      assumed:
        years.length > 0
          ? []
          : [
              {
                slot: "year",
                value: year,
                label: { en: "newest year of the grid averages", zh: "电网平均因子的最新年份" },
                because: { en: "no year is given", zh: "未给出年份" },
                rivals: [],
              },
            ],
      wants: [
        wanted(energy.id, `${method.value === "market" ? "market" : "location"}.co2e`, "t CO2e AR5.GWP100", {
          en: "scope 2",
          zh: "范围二",
        }),
      ],
      subject: {
        en: [
          "Scope two emissions of ",
          { quoted: amount.words },
          " bought in ",
          { name: place.label.en },
          ", ",
          { name: method.label.en },
        ],
        zh: [
          "在",
          { name: place.label.zh },
          "购买 ",
          { quoted: amount.words },
          " 的范围二排放（",
          { name: method.label.zh },
          "）",
        ],
      },
    });
  },
};
