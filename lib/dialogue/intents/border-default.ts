import type { Text } from "../../message/message.ts";
import { ask, type Intent, refuse } from "../intent.ts";
import { borderGoods } from "../lexicon/border-goods.ts";
import type { Matter } from "../matter.ts";
import type { Json, Step } from "../plan.ts";
import { NamedThings } from "./named.ts";
import { figureDraft, wanted } from "./one-figure.ts";

const names = new NamedThings(borderGoods);
const MOST_GOODS = 6;
const source = { en: "default values of the European Commission", zh: "欧盟委员会默认值" };
const OTHERS: Text = { en: "other countries and territories", zh: "其他国家和地区" };

/** A good of the border adjustment as a question names it. */
export interface BorderGood {
  /** Empty where the words are those of several goods. */
  readonly code: string;
  readonly description: string | null;
}

/** The good by its code or its words, marked as explained; null if none or several are named. */
export function borderGoodOf(matter: Matter): BorderGood | null {
  const numbers = matter.links.filter(({ number }) => number !== undefined && /^\d{4,10}$/.test(String(number)));
  const named = names.in(matter.links);
  for (const { links } of named) matter.use(...links);
  // Goods of steel are told by their code; how they are rolled is in it.
  matter.use(...matter.links.filter((link) => /^(?:hot|rolled|cold|CN|热轧.*|冷轧.*)$/i.test(link.words)));
  if (numbers.length === 1) {
    matter.use(...numbers);
    return { code: String(numbers[0]!.number), description: null };
  }
  const [first, ...others] = [...new Map(named.map(({ value }) => [JSON.stringify(value), value])).values()];
  return numbers.length === 0 && first !== undefined && others.length === 0 ? (first as unknown as BorderGood) : null;
}

const BOTH_PARTS = /^(?:direct|indirect|plus|直|直接|间|间接|接|和)$/i;

/** The default emissions of a good from a country under the border adjustment, before the mark-up. */
export const borderDefaultIntent: Intent = {
  id: "default value at the border",
  title: { en: "default value of a good at the border", zh: "边境调节默认值" },
  read(matter) {
    const defaults = matter.all("process", ({ value }) => value === "default value");
    const isBorder = matter.takes("operation", "border") || defaults.some(({ link }) => /cbam/i.test(link.words));
    if (defaults.length === 0 || !isBorder) return null;
    if (matter.links.some(({ quantity }) => quantity)) return null;
    const places = matter.all("place", ({ value }) => value !== "WORLD");
    const good = borderGoodOf(matter);
    matter.emissions("CO2", "GHG");
    matter.takes("group", "EU");
    matter.unit();
    // “Without the mark-up”, as the table has it; “direct and indirect together” is the total.
    if (matter.has("process", "mark-up") && matter.takes("operation", "except")) matter.takes("process", "mark-up");
    matter.takes("operation", "total", "cumulative");
    matter.use(...matter.links.filter(({ words }) => BOTH_PARTS.test(words)));
    matter.use(...matter.links.filter(({ words }) => /^(?:per|每)$/i.test(words)));
    if (places.length !== 1 || !good) return null;
    const [{ meaning: place }] = places as [(typeof places)[number]];
    // Grey and white differ in all goods of cement.
    const shade = matter.links.find((link) => /^(?:grey|gray|white|灰|白|灰色|白色)$/i.test(link.words));
    matter.use(shade);
    const isWhite = shade ? /white|白/i.test(shade.words) : undefined;
    const where: { [column: string]: Json } =
      good.description === null ? { cn_code: good.code } : { description: { contains: good.description } };
    const valuesOf = (id: string, of: { [column: string]: Json }): Step => ({
      id,
      tool: "data.query",
      args: {
        dataset: "cbam_default_value",
        select: [
          { column: "total_tco2e_per_t", as: "value" },
          { column: "description", as: "good" },
          { column: "cn_code", as: "code" },
        ],
        where: { ...of, total_tco2e_per_t: { not: null } },
        join: [{ dataset: "cbam_good", on: ["good_id"], where: where as Json, unmatched: "drop" }],
      },
    });
    const own = valuesOf("defaultValue", { iso3: place.value as Json });
    // A country without a value of its own takes the row of the others.
    const others = valuesOf("otherCountries", { country: "Other countries and territories" });
    const rowsOf = (result: unknown) =>
      (result as { rows: readonly { good: string; code: string }[] } | undefined)?.rows ?? [];
    const draftOf = (step: string, row: number, from: { readonly en: string; readonly zh: string }) =>
      figureDraft({
        steps: [own, others],
        source,
        wants: [
          wanted(step, `rows.${row}.value`, { path: "units.value" }, { en: "default value", zh: "默认值" }),
          wanted(step, `rows.${row}.good`, "text", { en: "good", zh: "商品" }, false),
        ],
        subject: {
          en: ["Default emissions of the good from ", { name: from.en }, ", before the mark-up"],
          zh: [{ name: from.zh }, "商品的默认排放（未加成）"],
        },
      });
    return {
      ...draftOf(own.id, 0, place.label),
      finish(results, look) {
        const fittingOf = (step: Step) =>
          rowsOf(results.get(step.id)?.result).flatMap((each, i) =>
            isWhite === undefined || /white/i.test(each.good) === isWhite ? [{ ...each, i }] : [],
          );
        const isOwn = fittingOf(own).length > 0;
        const step = isOwn ? own : others;
        const fitting = fittingOf(step);
        if (fitting.length === 0)
          return refuse("no such data", {
            en: [{ source: source.en }, " have none of this good from ", { name: place.label.en }, "."],
            zh: [{ source: source.zh }, "没有", { name: place.label.zh }, "该商品的数据。"],
          });
        if (fitting.length > 1)
          return ask(
            "material",
            { en: "Which of these goods?", zh: "是以下哪种商品？" },
            fitting.slice(0, MOST_GOODS).map((each) => ({ value: each.good, label: { en: each.good, zh: each.good } })),
          );
        const from = isOwn
          ? place.label
          : {
              en: `${OTHERS.en}, which hold for ${place.label.en}`,
              zh: `${OTHERS.zh}（适用于${place.label.zh}）`,
            };
        return draftOf(step.id, fitting[0]!.i, from).finish(results, look);
      },
    };
  },
};
