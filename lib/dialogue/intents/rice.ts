import { ask, type Intent, refuse } from "../intent.ts";
import { defaultFactors } from "./default-factors.ts";
import { factorValueOf, guidelineFactor } from "./guideline-factor.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Water regimes during cultivation, as the table of scaling factors calls them. */
const regimes = [
  "irrigated / continuous",
  "irrigated / single aeration",
  "irrigated / multiple aeration",
  "rainfed / regular rainfed",
  "rainfed / drought prone",
  "rainfed / deep water",
];

/** Methane of a rice field by the default factors of the 2006 guidelines, without organic amendments. */
export const riceIntent: Intent = {
  id: "rice field",
  title: { en: "methane of a rice field", zh: "稻田甲烷" },
  ofGivenAmounts: true,
  read(matter) {
    const isRice =
      matter.find("product").some(({ meaning }) => meaning.value === "rice") ||
      matter.find("material").some(({ meaning }) => meaning.value === "soil:rice");
    const [area, ...others] = matter.quantities();
    if (!isRice || !area || others.length > 0 || area.quantity.measured !== "ha" || area.quantity.per !== null)
      return null;
    if (matter.all("gas").some(({ meaning }) => meaning.value !== "CH4")) return null;
    const days = matter.takes("process", "day") ? matter.numbers() : [];
    const [season] = days;
    if (days.length > 1) return null;
    matter.emissions("CH4");
    matter.takes("product", "rice");
    matter.takes("material", "soil:rice");
    matter.takes("term", "Rice cultivation");
    matter.takes("process", "on fields");
    matter.takes("operation", "total", "above");
    matter.takes("database", "IPCC");
    matter.unit();
    const found = matter.find("technology").filter(({ meaning }) => regimes.includes(String(meaning.value)));
    for (const { link } of found) matter.use(link);
    const [regime] = found;
    if (!season)
      return refuse("no such data", {
        en: "How long the rice grows differs from place to place, and no default is here. Give the days.",
        zh: "水稻生长期因地而异，这里没有缺省值。请给出天数。",
      });
    if (!regime)
      return ask(
        "technology",
        { en: "How is the field watered while the rice grows?", zh: "水稻生长期如何灌溉？" },
        regimes.map((value) => ({ value, label: matter.lexicon.conceptLabel("technology", value) })),
      );
    const factorOf = (id: string, parameter: string, activity: string, gas?: string) =>
      guidelineFactor(id, {
        category: "3.C.7",
        activity,
        parameter,
        edition: "2006",
        ...(gas === undefined ? {} : { gas }),
      });
    return figureDraft({
      steps: [
        factorOf("baseline", "EFc", "rice", "CH4"),
        factorOf("water", "SFw", String(regime.meaning.value)),
        factorOf("before", "SFp", "aggregated"),
        {
          id: "field",
          tool: "inventory.rice",
          args: {
            area: { value: area.quantity.value, unit: "ha" },
            days: { value: season.number, unit: "d" },
            baseline: { value: { $from: "baseline", path: "factor.value" }, unit: "kg CH4/ha/d" },
            water: factorValueOf("water"),
            before: factorValueOf("before"),
          },
        },
        {
          id: "emissions",
          tool: "quantity.add",
          args: {
            quantities: [
              {
                value: { $from: "field", path: "emissions.0.value" },
                unit: { $from: "field", path: "emissions.0.unit" },
              },
            ],
            unit: "t CH4",
          },
        },
      ],
      assumed: [
        defaultFactors,
        {
          slot: "context",
          value: "aggregated",
          label: {
            en: "whatever the water before the season, and nothing ploughed in",
            zh: "不区分季前水分，未施有机物",
          },
          because: { en: "neither is given", zh: "未给出" },
          rivals: [],
        },
      ],
      wants: [
        wanted("emissions", "value", { path: "unit" }, { en: "methane of the season", zh: "当季甲烷" }),
        wanted("baseline", "factor.value", { path: "factor.unit" }, { en: "baseline factor", zh: "基准因子" }, false),
        wanted(
          "water",
          "factor.value",
          { path: "factor.unit" },
          { en: "scaling of the water", zh: "水分换算系数" },
          false,
        ),
      ],
      subject: {
        en: [
          "Methane of ",
          { quoted: area.words },
          " of rice, ",
          { name: regime.meaning.label.en },
          ", ",
          { quoted: season.words },
          " days",
        ],
        zh: [
          { quoted: area.words },
          "稻田（",
          { name: regime.meaning.label.zh },
          "，",
          { quoted: season.words },
          " 天）的甲烷",
        ],
      },
    });
  },
};
