import { type AskDraft, ask, type Intent, refuse } from "../intent.ts";
import { methods } from "../lexicon/concepts.ts";
import { isUnknown, type Link } from "../link.ts";
import type { Matter } from "../matter.ts";
import type { Step } from "../plan.ts";
import { isOfElectricity } from "./grid-area.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Scope 2 emissions of electricity that was bought, by location or by market. */
export const purchasedEnergyIntent: Intent = {
  id: "scope 2",
  title: { en: "scope 2 of purchased electricity", zh: "外购电力的范围二排放" },
  ofGivenAmounts: true,
  read(matter) {
    const spoken = matter.takes("operation", "scope 2");
    matter.use(...matter.links.filter(({ words }) => BESIDE.test(words)));
    const [amount, ...others] = matter.quantities(({ measured, per }) => /Wh$/.test(measured) && per === null);
    const electricity =
      spoken || matter.has("material", "energy:electricity") || (amount && isOfNothingElse(matter, amount));
    if (!amount || others.length > 0 || !electricity) return null;
    const fuels = matter.find("material").filter(({ meaning }) => String(meaning.value).startsWith("fuel:"));
    if (fuels.length > 0) return null;
    matter.emissions("CO2", "GHG");
    matter.all("measure", isOfElectricity);
    matter.takes("material", "energy:electricity");
    matter.takes("sector", "power");
    matter.takes("operation", "spend", "total", "convert", "factor");
    // “The national average intensity of generation”
    if (matter.find("measure").length > 0) matter.takes("operation", "mean");
    // “My footprint” is of what was bought, not of a country.
    matter.takes("principle", "consumption", "territorial");
    matter.takes("process", "plant");
    matter.takes("process", "grid");
    matter.unit();
    const places = matter.all("place");
    if (places.length > 1) return null;
    const years = matter.years();
    if (years.length > 1) return null;
    matter.newest();
    const method = matter.one("method")?.meaning;
    if (places.length === 0)
      return ask(
        "place",
        { en: "In which country was it bought?", zh: "电力购自哪个国家？" },
        ["CHN", "USA", "DEU", "FRA"].map((value) => ({ value, label: matter.labelOfPlace(value) })),
      );
    if (!method) return askMethod();
    const place = places[0]!.meaning;
    if (place.value === "WORLD") return null;
    const byMarket = method.value === "market";
    const table = byMarket ? "residual_mixes" : "electricity_intensity";
    const factor = byMarket ? "factor_g_per_kwh" : "intensity_g_per_kwh";
    const [year] = years;
    const known: Step = {
      id: "gridFactor",
      tool: "data.query",
      args: {
        dataset: table,
        select: ["year", { column: factor, as: "value" }],
        where: { iso3: place.value, [factor]: { not: null }, ...(year === undefined ? {} : { year }) },
        order: "-year",
        limit: 1,
      },
    };
    const energy: Step = {
      id: "scope2",
      tool: "inventory.purchasedEnergy",
      args: {
        year: { $from: known.id, path: "rows.0.year" },
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
    const draft = figureDraft({
      steps: [known, energy],
      wants: [
        wanted(energy.id, `${byMarket ? "market" : "location"}.co2e`, byMarket ? "t CO2" : "t CO2e", {
          en: "scope 2",
          zh: "范围二",
        }),
        wanted(known.id, "rows.0.value", byMarket ? "g CO2/kWh" : "g CO2e/kWh", { en: "factor", zh: "因子" }, false),
        wanted(known.id, "rows.0.year", "year", { en: "of", zh: "年份" }, false),
      ],
      source: byMarket ? { en: "European residual mixes", zh: "欧洲剩余组合" } : { en: "Ember", zh: "Ember" },
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
    return {
      ...draft,
      finish(results, look) {
        const { rows } = (results.get(known.id)?.result ?? { rows: [] }) as { rows: readonly unknown[] };
        if (rows.length > 0) return draft.finish(results, look);
        return refuse("no such year", {
          en: [
            { source: byMarket ? "European residual mixes" : "Ember" },
            " has no factor of ",
            { name: place.label.en },
            year === undefined ? "." : " for that year.",
          ],
          zh: [
            { source: byMarket ? "欧洲剩余组合" : "Ember" },
            "没有",
            { name: place.label.zh },
            year === undefined ? "的因子。" : "该年份的因子。",
          ],
        });
      },
    };
  },
};

/** Kilowatt hours of no named fuel, plant or product are of electricity that was bought. */
function isOfNothingElse(matter: Matter, { words }: Link): boolean {
  if (!/[kMGT]Wh$|度电?$/i.test(words) || matter.has("operation", "burn")) return false;
  const others = (["fuel", "material", "technology", "product"] as const).flatMap((kind) => matter.find(kind));
  return (
    others.length === 0 &&
    !matter.links.some((link) => isUnknown(link) && !BESIDE.test(link.words) && !matter.holdsAmount(link))
  );
}

/** Asks by which of the two methods of scope 2. */
export function askMethod(): AskDraft {
  return ask(
    "method",
    { en: "By location or by market?", zh: "按位置法还是按市场法？" },
    methods.map(({ value, label }) => ({ value, label })),
  );
}

/** How the electricity was bought, and that nothing was contracted for it; the newest year is that of which there are factors. */
const BESIDE =
  /^(?:applied|last year|no (?:contractual instruments|contracts?|green contracts?|guarantees of origin)|去年|外购电?|购)$/i;
