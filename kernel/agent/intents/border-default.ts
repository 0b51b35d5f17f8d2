import { ask, type Intent, refuse } from "../intent.ts";
import type { Json, Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Goods by words of the materials: what their description in the table contains. */
const goods: Readonly<Record<string, string>> = {
  "process:clinker": "clinker",
  "process:cement": "ement",
  "process:ammonia": "mmonia",
  "process:aluminium": "luminium",
};
const MOST_GOODS = 6;
const source = { en: "default values of the European Commission", zh: "欧盟委员会默认值" };

/** The default emissions of a good from a country under the border adjustment, before the mark-up. */
export const borderDefaultIntent: Intent = {
  id: "default value at the border",
  title: { en: "default value of a good at the border", zh: "边境调节默认值" },
  read(matter) {
    const defaults = matter.all("process").filter(({ meaning }) => meaning.value === "default value");
    const isBorder = matter.takes("operation", "border") || defaults.some(({ link }) => /cbam/i.test(link.words));
    if (defaults.length === 0 || !isBorder) return null;
    if (matter.links.some(({ quantity }) => quantity)) return null;
    const places = matter.all("place").filter(({ meaning }) => meaning.value !== "WORLD");
    const codes = matter
      .numbers()
      .map(({ number }) => String(number))
      .filter((code) => /^\d{4,8}$/.test(code));
    const materials = matter.all("material").map(({ meaning }) => String(meaning.value));
    for (const kind of ["measure", "gas", "product", "fuel", "group", "technology"] as const) matter.all(kind);
    matter.unit();
    matter.use(...matter.links.filter(({ words }) => /^(?:per|每)$/i.test(words)));
    matter.years();
    // Goods of steel are told by their code, or by how they are rolled.
    const isHotRolled = matter.links.filter((link) => /^(?:hot|rolled|热轧.*)$/i.test(link.words));
    const words = materials.map((each) => goods[each]).find((each) => each !== undefined);
    matter.use(...isHotRolled);
    if (places.length !== 1 || (codes.length !== 1 && words === undefined)) return null;
    const [{ meaning: place }] = places as [(typeof places)[number]];
    // Grey and white differ in all goods of cement.
    const shade = matter.links.find((link) => /^(?:grey|gray|white|灰|白|灰色|白色)$/i.test(link.words));
    matter.use(shade);
    const isWhite = shade ? /white|白/i.test(shade.words) : undefined;
    const where: { [column: string]: Json } =
      codes.length === 1 ? { cn_code: codes[0]! } : { description: { contains: words! } };
    const step: Step = {
      id: "defaultValue",
      tool: "data.query",
      args: {
        dataset: "cbam_default_value",
        select: [
          { column: "total_tco2e_per_t", as: "value" },
          { column: "description", as: "good" },
          { column: "cn_code", as: "code" },
        ],
        where: { iso3: place.value as Json, total_tco2e_per_t: { not: null } },
        join: [{ dataset: "cbam_good", on: ["good_id"], where: where as Json, unmatched: "drop" }],
      },
    };
    const rowsOf = (result: unknown) =>
      (result as { rows: readonly { good: string; code: string }[] } | undefined)?.rows ?? [];
    const draftOf = (row: number) =>
      figureDraft({
        steps: [step],
        source,
        wants: [
          wanted(step.id, `rows.${row}.value`, { path: "units.value" }, { en: "default value", zh: "默认值" }),
          wanted(step.id, `rows.${row}.good`, "text", { en: "good", zh: "商品" }, false),
        ],
        subject: {
          en: ["Default emissions of the good from ", { name: place.label.en }, ", before the mark-up"],
          zh: [{ name: place.label.zh }, "商品的默认排放（未加成）"],
        },
      });
    return {
      ...draftOf(0),
      finish(results, look) {
        const rows = rowsOf(results.get(step.id)?.result);
        const fitting = rows.flatMap(({ good }, i) =>
          isWhite === undefined || /white/i.test(good) === isWhite ? [i] : [],
        );
        if (fitting.length === 0)
          return refuse("no such data", {
            en: [{ source: source.en }, " have none of this good from ", { name: place.label.en }, "."],
            zh: [{ source: source.zh }, "没有", { name: place.label.zh }, "该商品的数据。"],
          });
        if (fitting.length > 1)
          return ask(
            "material",
            { en: "Which of these goods?", zh: "是以下哪种商品？" },
            fitting.slice(0, MOST_GOODS).map((i) => ({
              value: rows[i]!.good,
              label: { en: rows[i]!.good, zh: rows[i]!.good },
            })),
          );
        return draftOf(fitting[0]!).finish(results, look);
      },
    };
  },
};
