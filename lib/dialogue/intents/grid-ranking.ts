import type { Intent, Outcome } from "../intent.ts";
import { refuse } from "../intent.ts";
import type { Matter } from "../matter.ts";
import type { Json, Step } from "../plan.ts";
import { type GridArea, isOfElectricity, provincesOf, gridSource as source } from "./grid-area.ts";
import { figureDraft, wanted } from "./one-figure.ts";

const MOST = 30;

/** Grid factors of Chinese provinces side by side: two or more that are named, or the highest or lowest of all. */
export const gridRankingIntent: Intent = {
  id: "grids of provinces",
  title: { en: "grid factors of Chinese provinces compared", zh: "各省电网因子比较" },
  read(matter) {
    const isGrid =
      matter.has("process", "grid") ||
      matter
        .find("measure")
        // “Carbon intensity” of a province may be that of its economy.
        .some(
          ({ link, meaning }) =>
            (meaning.value as readonly string[]).includes("electricity intensity") && ELECTRIC.test(link.words),
        );
    if (!isGrid || matter.quantities().length > 0) return null;
    const areas = provincesOf(matter);
    const provinces = matter.find("absent").filter(({ link }) => PROVINCE.test(link.words));
    const speaksOfAll = provinces.length > 0 || matter.links.some(({ words }) => /^(?:provincial|省级)/i.test(words));
    matter.use(...provinces.map(({ link }) => link));
    const isLow =
      matter.takes("operation", "lowest", "order up") || matter.links.some(({ words }) => CLEAN.test(words));
    const isHigh =
      matter.takes("operation", "rank", "order", "which is larger") ||
      matter.links.some(({ words }) => DIRTY.test(words));
    const compares = matter.takes("operation", "compare", "difference", "ratio", "moved");
    matter.all("measure", isOfElectricity);
    matter.takes("database", "MEE");
    matter.takes("process", "grid", "route");
    matter.takes("place", "CHN");
    matter.takes("operation", "factor", "mean");
    matter.unit();
    const years = matter.years();
    matter.newest();
    if (years.length > 1 || matter.span()) return null;
    if (areas.length >= 2) return side(areas, years[0], isHigh || compares);
    if (areas.length === 1 || !speaksOfAll || isLow === isHigh) return null;
    return ranked(matter, isLow, years[0]);
  },
};

const ELECTRIC = /grid|electric|power|kwh|电/i;
const PROVINCE = /^(?:provinces?|省份?)(?:'s)?$/i;
const CLEAN = /^clean|清洁|干净/i;
const DIRTY = /^dirt|脏/i;

/** The year that is asked for, or the newest of the table. */
function yearSteps(year: number | undefined): { readonly steps: readonly Step[]; readonly value: Json } {
  if (year !== undefined) return { steps: [], value: year };
  const newest: Step = {
    id: "newest",
    tool: "data.query",
    args: { dataset: "grid_factors_china", select: ["year"], where: { level: "province" }, order: "-year", limit: 1 },
  };
  return { steps: [newest], value: { $from: newest.id, path: "rows.0.year" } };
}

function noneOf() {
  return refuse("no such year", {
    en: [{ source: source.en }, " has no factors of provinces for that year here."],
    zh: ["这里没有", { source: source.zh }, "公布的该年份省级因子。"],
  });
}

/** The first of all provinces by their factors. */
function ranked(matter: Matter, isLow: boolean, year: number | undefined): Outcome | null {
  const [{ number: count } = { number: 1 }, ...more] = matter.numbers();
  if (more.length > 0) return null;
  const of = yearSteps(year);
  const query: Step = {
    id: "provinces",
    tool: "data.query",
    args: {
      dataset: "grid_factors_china",
      select: ["name", "name_zh", "year", { column: "factor_kg_per_kwh", as: "value" }],
      where: { level: "province", year: of.value },
      order: isLow ? "value" : "-value",
      limit: Math.min(count, MOST),
    },
  };
  return {
    kind: "draft",
    steps: [...of.steps, query],
    assumed: [],
    finish(results, look) {
      const { rows } = (results.get(query.id)?.result ?? { rows: [] }) as {
        rows: readonly { name: string; name_zh: string }[];
      };
      if (rows.length === 0) return noneOf();
      const [first] = rows;
      const one = rows.length === 1;
      return figureDraft({
        steps: [...of.steps, query],
        source,
        wants: [
          ...rows.map(({ name, name_zh }, i) =>
            wanted(query.id, `rows.${i}.value`, { path: "units.value" }, { en: name, zh: name_zh }),
          ),
          wanted(query.id, "rows.0.year", "year", { en: "of", zh: "年份" }, false),
        ],
        subject: {
          en: [
            isLow ? "Lowest" : "Highest",
            " ",
            { name: "CO2" },
            " factor of electricity among Chinese provinces",
            ...(one ? [", ", { name: first!.name }] : []),
          ],
          zh: [
            "各省电力平均 ",
            { name: "CO2" },
            " 排放因子",
            isLow ? "最低" : "最高",
            ...(one ? ["（", { name: first!.name_zh }, "）"] : []),
          ],
        },
      }).finish(results, look);
    },
  };
}

/** Provinces that are named, in the order of the words; of two also how they compare. */
function side(areas: readonly GridArea[], year: number | undefined, compares: boolean): Outcome {
  const of = yearSteps(year);
  const steps = areas.map(
    ({ name }, i): Step => ({
      id: `province${i + 1}`,
      tool: "data.query",
      args: {
        dataset: "grid_factors_china",
        select: ["year", { column: "factor_kg_per_kwh", as: "value" }],
        where: { level: "province", name, year: of.value },
      },
    }),
  );
  const value = (i: number) => ({
    value: { $from: steps[i]!.id, path: "rows.0.value" },
    unit: { $from: steps[i]!.id, path: "units.value" },
  });
  const isPair = compares && areas.length === 2;
  const compare: Step = {
    id: "compared",
    tool: "quantity.compare",
    args: isPair ? { left: value(0), right: value(1) } : {},
  };
  const all = [...of.steps, ...steps, ...(isPair ? [compare] : [])];
  const draft = figureDraft({
    steps: all,
    source,
    wants: [
      ...(isPair
        ? [
            wanted(compare.id, "ratio", "1", { en: "ratio", zh: "比值" }),
            wanted(compare.id, "difference.value", { path: "difference.unit" }, { en: "difference", zh: "相差" }),
          ]
        : []),
      ...steps.map(({ id }, i) => wanted(id, "rows.0.value", { path: "units.value" }, areas[i]!.label)),
      wanted(steps[0]!.id, "rows.0.year", "year", { en: "of", zh: "年份" }, false),
    ],
    subject: {
      en: ["Mean ", { name: "CO2" }, " factors of electricity"],
      zh: ["电力平均 ", { name: "CO2" }, " 排放因子"],
    },
  });
  return {
    ...draft,
    finish(results, look) {
      const isThere = steps.every(({ id }) => {
        const result = results.get(id)?.result as { rows: readonly unknown[] } | undefined;
        return (result?.rows.length ?? 0) > 0;
      });
      return isThere ? draft.finish(results, look) : noneOf();
    },
  };
}
