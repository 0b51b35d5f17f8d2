import type { Text } from "../../../message/message.ts";
import type { Intent } from "../../intent.ts";
import type { Matter } from "../../matter.ts";
import { carbonBudget } from "../../measures/budgets.ts";
import type { Assumption, Json, Step } from "../../plan.ts";
import { figureDraft, wanted } from "../one-figure.ts";
import { yearCondition, yearsOf } from "./asked.ts";
import { capital } from "./speech.ts";

const SINKS = ["ocean sink", "land sink", "atmospheric growth"];
const LAND_USES = ["land-use change", "global land-use change"];
const OF_SHARE = [...SINKS, ...LAND_USES, "mole fraction"];
const FOSSIL = "fossil_gtc";
const LAND_USE = "land_use_change_gtc";

const whole: Readonly<Record<"fossil" | "all", Text>> = {
  fossil: { en: "fossil emissions", zh: "化石排放" },
  all: { en: "fossil and land-use emissions", zh: "化石与土地利用排放" },
};

const all: Assumption = {
  slot: "boundary",
  value: "fossil and land use",
  label: whole.all,
  because: {
    en: "emissions of people that are shared among air, ocean and land are both",
    zh: "在大气、海洋与陆地之间分配的人为排放包括二者",
  },
  rivals: [],
};

/** What the ocean, the land or the air took of the emissions of a year or a span: the airborne fraction is the last of these. */
export const termShareIntent: Intent = {
  id: "share of a term",
  title: { en: "a sink as a share of emissions", zh: "碳汇占排放的比重" },
  read(matter) {
    const airborne = matter.takes("operation", "airborne fraction");
    const ids = new Set(sinksIn(matter));
    if (ids.size + (airborne ? 1 : 0) !== 1) return null;
    const asksShare = ["share", "percent"].some((each) => matter.has("operation", each)) || matter.unit() === "%";
    const measured = matter.find("measure").map(({ meaning }) => meaning.value as readonly string[]);
    const withLandUse = measured.some((list) => list.some((each) => LAND_USES.includes(each)));
    const emits =
      withLandUse ||
      matter.find("measure").some(({ meaning }) => isOfPeople(meaning.value)) ||
      (matter.has("gas", "CO2") && matter.links.some(({ words }) => OF_PEOPLE.test(words)));
    if (!airborne && (!asksShare || !emits)) return null;
    if (matter.has("place") && !matter.has("place", "WORLD")) return null;
    const others = matter
      .find("operation")
      .filter(({ meaning, link }) => !READ.has(meaning.value) && !link.meanings.some(({ soft }) => soft));
    if (others.length > 0) return null;
    const years = yearsOf(matter);
    if (years.kind === "single" && years.years.length > 1) return null;
    if (years.kind === "newest" && years.count > 1) return null;
    // Of anything else that is named, the words ask for another share.
    if (measured.some((list) => !list.some((each) => OF_SHARE.includes(each)) && !isOfPeople(list))) return null;
    for (const { link } of matter.find("operation")) matter.use(link);
    matter.all(
      "measure",
      ({ value }) => isOfPeople(value) || OF_SHARE.some((each) => (value as readonly string[]).includes(each)),
    );
    matter.emissions("CO2");
    matter.takes("place", "WORLD");
    matter.takes("database", "GCB", "GCB 2025");
    matter.takes("fuel", "fossil");
    const id = airborne ? "atmospheric growth" : [...ids][0]!;
    const term = carbonBudget.find((each) => each.id === id)!;
    matter.use(...matter.links.filter(({ words }) => OF_PEOPLE.test(words)));
    const isFossil = !withLandUse && matter.links.some(({ words }) => /fossil|化石/i.test(words));
    const columns = [term.column, FOSSIL, ...(isFossil ? [] : [LAND_USE])];
    const isSpan = years.kind === "span";
    const condition = yearCondition(years);
    const query: Step = {
      id: "terms",
      tool: "data.query",
      args: {
        dataset: term.dataset,
        select: isSpan
          ? [
              ...columns.map((column) => ({ column, as: column, aggregate: "sum" })),
              { column: "year", as: "first", aggregate: "min" },
              { column: "year", as: "last", aggregate: "max" },
            ]
          : ["year", ...columns],
        where: { ...(condition === undefined ? {} : { year: condition }), [term.column]: { not: null } } as Json,
        ...(isSpan ? {} : { order: "-year", limit: 1 }),
      },
    };
    const quantity = (column: string) => ({
      value: { $from: query.id, path: `rows.0.${column}` },
      unit: { $from: query.id, path: `units.${column}` },
    });
    const together: Step = {
      id: "emissions",
      tool: "quantity.add",
      args: { quantities: columns.slice(1).map(quantity) },
    };
    const share: Step = {
      id: "share",
      tool: "quantity.compare",
      args: {
        left: quantity(term.column),
        right: { value: { $from: together.id, path: "value" }, unit: { $from: together.id, path: "unit" } },
      },
    };
    const of = whole[isFossil ? "fossil" : "all"];
    const unit = { path: `units.${term.column}` };
    const time = isSpan
      ? [
          wanted(query.id, "rows.0.first", "year", { en: "first year", zh: "起始年" }, false),
          wanted(query.id, "rows.0.last", "year", { en: "last year", zh: "截止年" }, false),
        ]
      : [wanted(query.id, "rows.0.year", "year", { en: "year", zh: "年份" }, false)];
    return figureDraft({
      steps: [query, together, share],
      assumed: isFossil ? [] : [all],
      source: term.source,
      wants: [
        wanted(share.id, "percentOf", "%", { en: `share of ${of.en}`, zh: `占${of.zh}的比重` }),
        wanted(query.id, `rows.0.${term.column}`, unit, term.label, false),
        wanted(together.id, "value", { path: "unit" }, of, false),
        ...time,
      ],
      subject: {
        en: [{ name: capital(term.label.en) }, " as a share of ", { name: of.en }],
        zh: [{ name: term.label.zh }, "占", { name: of.zh }, "的比重"],
      },
    });
  },
};

const OF_PEOPLE = /^(?:anthropogenic|human|man made|man-made|人为|人类)/i;

const READ: ReadonlySet<unknown> = new Set([
  "share",
  "percent",
  "absorb",
  "mean",
  "cumulative",
  "total",
  "series",
  "airborne fraction",
  "count",
]);

function sinksIn(matter: Matter): string[] {
  return matter
    .find("measure")
    .flatMap(({ meaning }) => SINKS.find((id) => (meaning.value as readonly string[]).includes(id)) ?? []);
}

function isOfPeople(value: unknown): boolean {
  const ids = value as readonly string[];
  return ids.includes("fossil CO2, territorial") || ids.includes("global fossil");
}
