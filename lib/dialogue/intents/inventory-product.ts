import { ask, type Intent } from "../intent.ts";
import { inventoryProducts } from "../lexicon/inventory-products.ts";
import { isUnknown } from "../link.ts";
import type { Matter } from "../matter.ts";
import type { Assumption, Step } from "../plan.ts";
import { NamedThings } from "./named.ts";
import { figureDraft, wanted } from "./one-figure.ts";

const names = new NamedThings(inventoryProducts);
const METRIC = "AR6.GWP100";
const MOST = 8;
const source = { en: "U.S. Life Cycle Inventory Database", zh: "美国生命周期清单数据库（USLCI）" };

const metric: Assumption = {
  slot: "metric",
  value: METRIC,
  label: { en: "GWP100 of AR6", zh: "AR6 的 GWP100" },
  because: { en: "no metric is named", zh: "未说明指标" },
  rivals: [],
};
const cradle: Assumption = {
  slot: "boundary",
  value: "cradle-to-gate",
  label: { en: "cradle to gate", zh: "从摇篮到大门" },
  because: { en: "the inventory ends there", zh: "清单止于大门" },
  rivals: [],
};

interface Activity {
  readonly name: string;
}

/** The climate impact of a product of the open inventory, from cradle to gate. */
export const inventoryProductIntent: Intent = {
  id: "product of an inventory",
  title: { en: "a product of the open life-cycle inventory", zh: "开放生命周期清单中的产品" },
  read(matter) {
    const isNamed = matter.takes("database", "USLCI");
    const boundaries = matter.all("boundary").map(({ meaning }) => meaning.value);
    if ((!isNamed && boundaries.length === 0) || matter.has("place") || matter.links.some(({ years }) => years))
      return null;
    const text = textOf(matter, isNamed);
    if (text === null || (boundaries.length === 1 && boundaries[0] !== "cradle to gate")) return null;
    const [amount, ...others] = matter.quantities();
    matter.emissions("CO2", "GHG");
    matter.all("before");
    matter.takes("operation", "total", "assess");
    matter.unit();
    if (others.length > 0) return null;
    if (!amount)
      return ask("functional_unit", { en: "For how much of the product is the result?", zh: "结果对应多少产品？" }, [
        { value: "1 kg", label: { en: "one kilogram", zh: "一千克" } },
        { value: "1 t", label: { en: "one tonne", zh: "一吨" } },
      ]);
    const open: Step = { id: "uslci", tool: "lifecycle.inventory", args: { source: "uslci" } };
    const find: Step = { id: "processes", tool: "lifecycle.find", args: { $from: open.id, text, most: MOST } };
    const score: Step = {
      id: "score",
      tool: "lifecycle.score",
      args: {
        $from: open.id,
        demand: {
          of: { $from: find.id, path: "activities.0.id" },
          amount: amount.quantity.value,
          unit: amount.quantity.measured,
        },
        methods: [METRIC],
      },
    };
    const draft = figureDraft({
      steps: [open, find, score],
      source,
      assumed: [metric, ...(boundaries.length === 0 ? [cradle] : [])],
      wants: [
        wanted(score.id, "scores.0.score", { path: "scores.0.unit" }, { en: "climate change", zh: "气候变化" }),
        wanted(find.id, "activities.0.name", "text", { en: "process", zh: "过程" }, false),
      ],
      subject: {
        en: ["From cradle to gate, ", { quoted: amount.words }],
        zh: ["从摇篮到大门，", { quoted: amount.words }],
      },
    });
    return {
      ...draft,
      finish(results, look) {
        const { activities } = results.get(find.id)!.result as { activities: readonly Activity[] };
        if (activities.length === 1 || activities[0]!.name === text) return draft.finish(results, look);
        return ask(
          "material",
          { en: "Which of these processes?", zh: "是以下哪个过程？" },
          activities.map(({ name }) => ({ value: `uslci:${name}`, label: { en: name, zh: name } })),
        );
      },
    };
  },
};

/** What the processes are searched for: what was chosen, a name that is known, or the words left over, where the inventory is named. */
function textOf(matter: Matter, isNamed: boolean): string | null {
  const chosen = matter.find("material").find(({ meaning }) => String(meaning.value).startsWith("uslci:"));
  if (chosen) {
    for (const { links } of names.in(matter.links)) matter.use(...links);
    matter.use(chosen.link);
    return String(chosen.meaning.value).slice("uslci:".length);
  }
  const [named, ...others] = names.in(matter.links);
  if (named && others.length === 0) {
    matter.use(...named.links);
    return String(named.value);
  }
  const words = isNamed ? matter.links.filter((link) => isUnknown(link) && /^[a-z-]+$/i.test(link.words)) : [];
  matter.use(...words);
  return words.length === 0 ? null : words.map((link) => link.words).join(" ");
}
