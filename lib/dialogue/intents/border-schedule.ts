import type { Text } from "../../message/message.ts";
import { ask, type Intent } from "../intent.ts";
import type { Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

const source = { en: "regulations on the border adjustment", zh: "碳边境调节条例" };

/** Sectors of the border adjustment by meanings of the words. */
const sectors: Readonly<Record<string, string>> = {
  "process:cement": "Cement",
  "process:clinker": "Cement",
  "process:steel": "Iron and steel",
  "process:pig iron (not converted to steel)": "Iron and steel",
  "process:aluminium": "Aluminium",
  "process:ammonia": "Fertilisers",
  "process:nitric acid": "Fertilisers",
  "process:urea": "Fertilisers",
  "chosen:fertiliser": "Fertilisers",
  "chosen:hydrogen": "Hydrogen",
};
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:fertili[sz]ers?|化肥|肥料)$/i, "Fertilisers"],
  [/^(?:hydrogen|氢气?)$/i, "Hydrogen"],
  [/^(?:steel|iron|钢材?|钢铁)$/i, "Iron and steel"],
];

/** What the border adjustment adds to default values, and how much of the free allocation remains, by year. */
export const borderScheduleIntent: Intent = {
  id: "schedule of the border adjustment",
  title: { en: "mark-ups and free allocation at the border by year", zh: "边境调节的加成与免费配额（按年份）" },
  read(matter) {
    const isBorder = matter.takes("operation", "border", "no free allocation");
    if (!isBorder && !matter.links.some(({ words }) => /^cbam/i.test(words))) return null;
    if (matter.links.some(({ quantity }) => quantity)) return null;
    const isMarkup = matter.takes("process", "mark-up");
    const isFactor = matter.takes("process", "free allocation");
    if (isMarkup === isFactor) return null;
    matter.takes("process", "default value");
    matter.use(
      ...matter.links.filter(({ words }) =>
        /^(?:remain(?:s|ing)?|left|still deducted|deducted|phase|phase[- ]?(?:in|out)|schedule|under|剩|剩余|还剩|扣除|进度表?|时间表|退坡)$/i.test(
          words,
        ),
      ),
    );
    const years = matter.years();
    matter.takes("operation", "share", "percent", "factor");
    if (years.length !== 1) return null;
    const [year] = years;
    if (isFactor) {
      const step: Step = {
        id: "freeAllocation",
        tool: "data.query",
        args: { dataset: "cbam_factor", select: ["year", "factor"], where: { year: year! } },
      };
      return figureDraft({
        steps: [step],
        source,
        wants: [wanted(step.id, "rows.0.factor", "1", { en: "share that remains", zh: "剩余比例" })],
        subject: {
          en: ["Share of the free allocation that remains in ", { given: [step.id, "where.year"] }],
          zh: [{ given: [step.id, "where.year"] }, "年剩余的免费配额比例"],
        },
      });
    }
    const materials = matter
      .all("material", ({ value }) => sectors[String(value)] !== undefined)
      .map(({ meaning }) => sectors[String(meaning.value)]);
    const worded = matter.links.flatMap((link) => {
      const sector = WORDS.find(([pattern]) => pattern.test(link.words))?.[1];
      if (sector !== undefined) matter.use(link);
      return sector === undefined ? [] : [sector];
    });
    const [sector, ...others] = [...new Set([...materials, ...worded])].filter((each) => each !== undefined);
    if (others.length > 0) return null;
    if (sector === undefined)
      return ask("sector", { en: "For goods of which sector?", zh: "哪个部门的商品？" }, choices);
    const step: Step = {
      id: "markup",
      tool: "data.query",
      args: { dataset: "cbam_markup", select: ["sector", "year", "markup_pct"], where: { sector, year: year! } },
    };
    return figureDraft({
      steps: [step],
      source,
      wants: [wanted(step.id, "rows.0.markup_pct", "%", { en: "mark-up", zh: "加成" })],
      subject: {
        en: [
          "Mark-up on default values of ",
          { name: sector.toLowerCase() },
          " in ",
          { given: [step.id, "where.year"] },
        ],
        zh: [{ given: [step.id, "where.year"] }, "年默认值加成（", { name: names[sector]!.zh }, "）"],
      },
    });
  },
};

const names: Readonly<Record<string, Text>> = {
  Cement: { en: "cement", zh: "水泥" },
  "Iron and steel": { en: "iron and steel", zh: "钢铁" },
  Aluminium: { en: "aluminium", zh: "铝" },
  Fertilisers: { en: "fertilisers", zh: "化肥" },
  Hydrogen: { en: "hydrogen", zh: "氢" },
};

const choices = Object.values(names).map((label) => ({ value: label.en, label }));
