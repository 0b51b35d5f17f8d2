import { type Intent, refuse } from "../intent.ts";
import { measureOf } from "../measures/measures.ts";
import type { Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** The total that a country would have with another country's emissions per head. */
export const asMuchAsIntent: Intent = {
  id: "as much per head as",
  title: { en: "a total with another country's emissions per head", zh: "按他国人均推算总量" },
  read(matter) {
    if (!matter.takes("operation", "what if")) return null;
    // “everybody … as much as an average Briton”
    const each = matter.links.find(({ words }) =>
      /^(?:everybody|everyone|each|people|people in|every|all|每个人|人人|大家)$/i.test(words),
    );
    const average = matter.takes("operation", "mean");
    if (!matter.takes("operation", "per head") && !each) return null;
    const isLike = matter.takes("operation", "as much as", "compare", "moved");
    if (
      !average &&
      !isLike &&
      !/as much|like|level|像|那样|一样|那么多/.test(matter.links.map((link) => link.words).join(" "))
    )
      return null;
    matter.use(each, ...matter.links.filter(({ words }) => /^(?:像|人|people|person)$/i.test(words)));
    matter.takes("operation", "total");
    const places = [...new Map(matter.all("place").map(({ meaning }) => [meaning.value, meaning])).values()];
    const years = matter.years();
    if (places.length !== 2 || years.length !== 1) return null;
    matter.emissions("CO2");
    const principle = matter.one("principle")?.meaning.value ?? "territorial";
    if (principle !== "territorial" && principle !== "consumption") return null;
    const measure = measureOf(principle === "consumption" ? "CO2, consumption" : "fossil CO2, territorial");
    const [of, like] = places as [(typeof places)[number], (typeof places)[number]];
    const year = years[0]!;
    const isWorld = like.value === "WORLD";
    const emissionsOfWorld: Step = {
      id: "emissions",
      tool: "data.query",
      args: {
        dataset: measure.dataset,
        select: ["year", { column: measure.column, as: "value" }],
        where: { entity_type: "world", year },
      },
    };
    const peopleOfWorld: Step = {
      id: "everybody",
      tool: "data.query",
      args: {
        dataset: "population",
        select: ["year", { column: "population", as: "value" }],
        where: { entity_type: "world", year },
      },
    };
    const meanOfWorld: Step = {
      id: "perHead",
      tool: "quantity.multiply",
      args: {
        left: {
          value: { $from: "emissions", path: "rows.0.value" },
          unit: { $from: "emissions", path: "units.value" },
        },
        right: { value: { $from: "everybody", path: "rows.0.value" }, unit: "person" },
        operation: "over",
        unit: "t CO2/person",
      },
    };
    const [perHeadAt, unitAt] = isWorld ? ["value", "unit"] : ["rows.0.value", "units.value"];
    const perHead: Step = {
      id: "perHead",
      tool: "data.query",
      args: {
        dataset: measure.dataset,
        select: ["year", { as: "value", over: [measure.column, "population"], unit: "t CO2/person" }],
        where: { iso3: like.value, year },
        join: [{ dataset: "population", on: ["iso3", "year"], where: { entity_type: "country" } }],
      },
    };
    const people: Step = {
      id: "people",
      tool: "data.query",
      args: {
        dataset: "population",
        select: ["year", { column: "population", as: "value" }],
        where: of.value === "WORLD" ? { entity_type: "world", year } : { iso3: of.value, year },
      },
    };
    const total: Step = {
      id: "total",
      tool: "quantity.multiply",
      args: {
        left: { value: { $from: "perHead", path: perHeadAt }, unit: { $from: "perHead", path: unitAt } },
        right: { value: { $from: "people", path: "rows.0.value" }, unit: "person" },
        unit: "Gt CO2",
      },
    };
    return figureDraft({
      steps: [...(isWorld ? [emissionsOfWorld, peopleOfWorld, meanOfWorld] : [perHead]), people, total],
      assumed: principle === "territorial" ? (measure.defaults ?? []).map((each) => ({ ...each, rivals: [] })) : [],
      source: measure.source,
      wants: [
        wanted(total.id, "value", { path: "unit" }, { en: "total", zh: "总量" }),
        wanted(
          perHead.id,
          perHeadAt,
          { path: unitAt },
          { en: `per head in ${like.label.en}`, zh: `${like.label.zh}人均` },
          false,
        ),
        wanted(
          people.id,
          "rows.0.value",
          "persons",
          { en: `population of ${of.label.en}`, zh: `${of.label.zh}人口` },
          false,
        ),
      ],
      subject: {
        en: [{ name: of.label.en }, " with the emissions per head of ", { name: like.label.en }],
        zh: [{ name: of.label.zh }, "按", { name: like.label.zh }, "人均水平的总量"],
      },
    });
  },
};

/** What is built, how it runs, and what gives way. */
const BUILT = /^(?:running|run|turn|add|adds|capacity|load|网电|容量|装机|装机容|装机容量|年利用|利用|减|减多少)$/i;

/** Years that a capacity runs where none are given. */
const ONE_YEAR = 1;
const HOURS_OF_YEAR = 8760;

/** What a capacity of solar or wind displaces in a year. */
export const avoidedIntent: Intent = {
  id: "avoided",
  title: { en: "emissions that a capacity displaces", zh: "装机替代的排放" },
  ofGivenAmounts: true,
  read(matter) {
    if (!matter.takes("operation", "replace")) return null;
    matter.takes("operation", "what if", "total", "moved", "difference");
    matter.unit();
    const given = matter.quantities();
    const capacity = given.find(({ quantity }) => /^[kMG]W$/.test(quantity.measured) && quantity.per === null);
    const share = given.find(({ quantity }) => quantity.measured === "%");
    const grid = given.find(({ quantity }) => quantity.per !== null && /Wh$/.test(quantity.per));
    const life = given.find(({ quantity }) => quantity.measured === "yr");
    const fractions = matter.numbers((number) => number > 0 && number < 1).map(({ number }) => number);
    const hours = given.find(({ quantity }) => quantity.measured === "h");
    if (!capacity || fractions.length > 1) return null;
    // “Avoided emissions of a solar park that feeds power into the grid”
    matter.emissions("CO2", "GHG");
    const sources = new Set(matter.all("fuel").map(({ meaning }) => meaning.value));
    matter.takes("product", "panels");
    matter.all("material", ({ value }) => /^(?:energy:electricity|power:)/.test(String(value)));
    // One source is built, and one gives way.
    if (sources.size > 2) return null;
    matter.takes("process", "capacity factor", "grid");
    matter.use(...matter.links.filter(({ words }) => BUILT.test(words)));
    // “Leaving its manufacture aside”
    const aside = matter.links.filter(({ words }) => /^(?:leaving|aside|不计|忽略)$/i.test(words));
    matter.use(...aside);
    if (aside.length > 0)
      matter.all("measure", ({ value }) => (value as readonly string[]).includes("material production"));
    matter.takes("operation", "compare", "burn", "drivers");
    const capacityFactor = share ? share.quantity.value / 100 : fractions[0];
    if ((capacityFactor === undefined && !hours) || !grid) return null;
    const lifetime = life?.quantity.value ?? ONE_YEAR;
    const capacityStep: Step = {
      id: "capacity",
      tool: "quantity.convert",
      args: { value: capacity.quantity.value, from: capacity.quantity.measured, to: "MW" },
    };
    // Full-load hours are a share of those of a year.
    const hoursStep: Step = {
      id: "share",
      tool: "quantity.multiply",
      args: {
        left: { value: hours?.quantity.value ?? 0, unit: "h" },
        right: { value: HOURS_OF_YEAR, unit: "h" },
        operation: "over",
        unit: "1",
      },
    };
    const gridStep: Step = {
      id: "gridFactor",
      tool: "quantity.convert",
      args: {
        value: grid.quantity.value,
        from: grid.quantity.unit,
        to: grid.quantity.gas ? `t ${grid.quantity.gas}/MWh` : "t/MWh",
      },
    };
    if (!Number.isInteger(lifetime))
      return refuse("not understood", { en: "The life of the plant must be whole years.", zh: "寿期应为整年。" });
    return figureDraft({
      steps: [
        capacityStep,
        gridStep,
        ...(capacityFactor === undefined ? [hoursStep] : []),
        {
          id: "displaced",
          tool: "panorama.avoided",
          args: {
            capacity_MW: { $from: capacityStep.id, path: "value" },
            capacityFactor: capacityFactor ?? { $from: hoursStep.id, path: "value" },
            lifetime,
            grid_t_per_MWh: { $from: gridStep.id, path: "value" },
            embodied_t_per_MW: 0,
          },
        },
      ],
      assumed: [
        {
          slot: "boundary",
          value: 0,
          label: { en: "nothing taken off for making", zh: "未扣除制造排放" },
          because: { en: "no emissions of making are given", zh: "未给出制造排放" },
          rivals: [],
        },
      ],
      wants: [
        wanted("displaced", lifetime === 1 ? "firstYear_t" : "baseline_t", "t CO2", {
          en: "displaced",
          zh: "替代的排放",
        }),
        wanted(
          "displaced",
          lifetime === 1 ? "generationFirstYear_MWh" : "generation_MWh",
          "MWh",
          { en: "generation", zh: "发电量" },
          false,
        ),
      ],
      subject: { en: [{ quoted: capacity.words }, " displaces"], zh: [{ quoted: capacity.words }, "替代的排放"] },
    });
  },
};

/** What is paid, for what form of the good, and by what comes in. */
const PAYS =
  /^(?:cost|costs|price|priced|pay|pays|paid|imports?|importing|brings in|brought in|coils?|rebar|sheet|cost of|付|交|缴|俾|钱|錢|进口|進口)$/i;

/** Mass × embedded emissions × price, where nothing is allocated for free. */
export const borderIntent: Intent = {
  id: "border cost",
  title: { en: "border cost of a good", zh: "商品的边境成本" },
  ofGivenAmounts: true,
  read(matter) {
    const isBorder = matter.takes("operation", "border");
    const given = matter.quantities();
    const mass = given.find(
      ({ quantity }) => quantity.per === null && /^(?:kg|t|kt|Mt)$/.test(quantity.measured) && quantity.gas === null,
    );
    const embedded = given.find(
      ({ quantity }) =>
        quantity.per !== null && /^(?:kg|t|g)$/.test(quantity.measured) && /^(?:kg|t)\b/.test(quantity.per),
    );
    const price = given.find(({ quantity }) => /^(?:EUR|USD|CNY|GBP)$/.test(quantity.measured));
    matter.emissions("CO2", "GHG");
    const free = matter.takes("operation", "no free allocation");
    // “Imported into the EU without free allocation” says what is paid for, without its name.
    if ((!isBorder && !free) || !mass || !embedded || !price) return null;
    // Where it comes from and goes to: its emissions are given.
    const good = matter.one("material");
    const origin = matter.one("place");
    if (good && origin && matter.links.indexOf(good.link) !== matter.links.indexOf(origin.link) + 1) return null;
    matter.takes("group", "EU");
    matter.takes("region", "EURO");
    // “Exported to the EU”, “imports”: what is done with the good.
    matter.use(...matter.links.filter(({ words }) => PAYS.test(words)));
    const isTraded = (ids: readonly string[]) => ids.includes("embodied exports") || ids.includes("embodied imports");
    matter.all("measure", ({ value }) => isTraded(value as readonly string[]));
    matter.takes("operation", "carbon price", "flow", "supply chain", "total", "spend");
    matter.unit();
    const isCo2 = embedded.quantity.gas !== null;
    // The adjustment prices equivalents tonne by tonne, whatever their metric: they are multiplied as CO2 and named as they are.
    const isEquivalent =
      embedded.quantity.gas === "CO2e" && mass.quantity.measured === "t" && embedded.quantity.measured === "t";
    const emissions: Step = {
      id: "embedded",
      tool: "quantity.multiply",
      args: {
        left: { value: mass.quantity.value, unit: mass.quantity.measured },
        right: {
          value: embedded.quantity.value,
          unit: isCo2
            ? embedded.quantity.unit.replace("CO2e", "CO2")
            : `${embedded.quantity.measured} CO2/${embedded.quantity.per}`,
        },
      },
    };
    const perTonne =
      price.quantity.per === null
        ? `${price.quantity.measured}/t CO2`
        : price.quantity.per.includes("CO2")
          ? price.quantity.unit.replace("CO2e", "CO2")
          : `${price.quantity.unit} CO2`;
    const cost: Step = {
      id: "cost",
      tool: "quantity.multiply",
      args: {
        left: { value: { $from: "embedded", path: "value" }, unit: { $from: "embedded", path: "unit" } },
        right: { value: price.quantity.value, unit: perTonne },
      },
    };
    return figureDraft({
      steps: [emissions, cost],
      assumed: free
        ? []
        : [
            {
              slot: "method",
              value: "no free allocation",
              label: { en: "without free allocation", zh: "不计免费配额" },
              because: { en: "no benchmark is given", zh: "未给出基准" },
              rivals: [],
            },
          ],
      wants: [
        wanted(cost.id, "value", { path: "unit" }, { en: "cost", zh: "成本" }),
        wanted(
          emissions.id,
          "value",
          isEquivalent ? "t CO2e" : { path: "unit" },
          { en: "embedded emissions", zh: "隐含排放" },
          false,
        ),
      ],
      subject: { en: ["Border cost of ", { quoted: mass.words }], zh: [{ quoted: mass.words }, "的边境成本"] },
    });
  },
};
