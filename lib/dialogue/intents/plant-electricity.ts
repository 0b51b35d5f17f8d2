import { plantsMaking, withTechnology } from "../../industry/plant/making-plants.ts";
import { ask, type Intent } from "../intent.ts";
import type { Assumption, Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

const typical: Assumption = {
  slot: "method",
  value: "plant model",
  label: { en: "a plant of the library at typical parameters", zh: "库中工厂的典型参数" },
  because: { en: "no data of a real plant are given", zh: "未给出实际工厂数据" },
  rivals: [],
};

/** How much electricity making an amount of a product takes, by the plants of the library. */
export const plantElectricityIntent: Intent = {
  id: "electricity of a plant",
  title: { en: "electricity that making a product takes", zh: "生产某产品所需电量" },
  ofGivenAmounts: true,
  read(matter) {
    const product = matter.find("material").find(({ meaning }) => String(meaning.value).startsWith("process:"));
    const power = matter.find("material").find(({ meaning }) => meaning.value === "energy:electricity");
    const unit = matter.unit();
    // 多少度电
    const inPower = matter.links.find(({ words }) => /^度电?$/.test(words));
    const isAsked = inPower !== undefined || (unit !== null ? /Wh$/.test(unit) : power !== undefined);
    matter.use(inPower);
    const [mass, ...others] = matter.quantities();
    if (!product || !isAsked || others.length > 0 || !mass) return null;
    if (mass.quantity.gas !== null || !/^(?:kg|t|kt|Mt)$/.test(mass.quantity.measured) || matter.has("gas"))
      return null;
    // Emissions of what is bought or burnt are other questions.
    const isEmission = matter.links.some(({ meanings }) =>
      meanings.some(
        ({ kind, value }) => kind === "measure" && (value as readonly string[]).includes("fossil CO2, territorial"),
      ),
    );
    if (isEmission || matter.has("place")) return null;
    const name = String(product.meaning.value).slice("process:".length);
    const plants = plantsMaking(name);
    if (plants.length === 0) return null;
    const said = matter.find("technology").filter(({ meaning }) => {
      const some = withTechnology(plants, String(meaning.value));
      return some.length > 0 && some.length < plants.length;
    });
    matter.use(product.link, power?.link, ...said.map(({ link }) => link));
    for (const kind of ["fuel", "measure"] as const)
      for (const { link } of matter.find(kind)) if (link === product.link || link === power?.link) matter.use(link);
    matter.takes("operation", "what if", "total", "propagate", "convert", "drivers");
    matter.use(...matter.links.filter(({ words }) => /^(?:make|makes|making|smelt|smelting|炼|产|生产)$/i.test(words)));
    matter.takes("process", "plant", "route");
    const fitting = said.reduce((left, { meaning }) => withTechnology(left, String(meaning.value)), plants);
    const [chosen] = fitting.length === 1 ? fitting : [];
    if (!chosen)
      return ask(
        "technology",
        {
          en: `By which route is the ${product.meaning.label.en} made?`,
          zh: `${product.meaning.label.zh}采用哪种路线？`,
        },
        fitting.map(({ plant, label }) => ({ value: plant, label })),
      );
    const plant: Step = { id: "plant", tool: "industry.plant", args: { plant: chosen.plant } };
    const electricity: Step = {
      id: "electricity",
      tool: "quantity.multiply",
      args: {
        left: { value: mass.quantity.value, unit: mass.quantity.measured },
        right: { value: { $from: plant.id, path: "electricity_kWh_t" }, unit: "kWh/t" },
        unit: unit !== null && /^[kMGT]Wh$/.test(unit) ? unit : "MWh",
      },
    };
    return figureDraft({
      steps: [plant, electricity],
      assumed: [typical],
      wants: [
        wanted(electricity.id, "value", { path: "unit" }, { en: "electricity", zh: "用电" }),
        wanted(plant.id, "electricity_kWh_t", "kWh/t", { en: "by tonne", zh: "吨产品用电" }, false),
      ],
      subject: {
        en: [
          "Electricity for making ",
          { quoted: mass.words },
          " of ",
          { name: product.meaning.label.en },
          ", ",
          { name: chosen.label.en },
        ],
        zh: [
          "生产",
          { quoted: mass.words },
          { name: product.meaning.label.zh },
          "（",
          { name: chosen.label.zh },
          "）的用电",
        ],
      },
    });
  },
};
