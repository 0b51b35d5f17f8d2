import type { Intent } from "../../intent.ts";
import type { Json } from "../../plan.ts";
import { firstYear, targetsOf, yearsOf } from "./asked.ts";
import { type ChosenMeasure, chooseFlow } from "./choose-measure.ts";
import type { Quotient } from "./figure.ts";
import { saysPercent } from "./implied.ts";
import { twoMeasuresDraft } from "./principles.ts";

const COMPARES = ["difference", "ratio", "compare", "which is larger"];
const LIES_BETWEEN = /^(?:between|lies between|apart|之间)$/i;

/** The same measure of one place in one year by two databases: what lies between them. */
export const twoSourcesIntent: Intent = {
  id: "two sources",
  title: { en: "one measure by two databases", zh: "两个数据库对比" },
  read(matter) {
    const named = [...new Set(matter.find("database").map(({ meaning }) => String(meaning.value)))];
    const between = matter.links.filter(({ words }) => LIES_BETWEEN.test(words));
    const compares = COMPARES.some((each) => matter.has("operation", each)) || between.length > 0;
    if (named.length !== 2 || !compares || matter.has("principle")) return null;
    const years = yearsOf(matter);
    if (years.kind !== "single" || years.years.length !== 1) return null;
    const { targets, shared } = targetsOf(matter);
    const [target, ...others] = targets.length > 1 ? targets.filter(({ kind }) => kind !== "world") : targets;
    if (shared || !target || others.length > 0) return null;
    const [first, second] = named.map((database) =>
      chooseFlow(matter, ({ kind, value }) => kind !== "database" || value === database, firstYear(years)),
    );
    if (
      !first ||
      !second ||
      first.open ||
      second.open ||
      first.measure === second.measure ||
      gasOf(first) !== gasOf(second)
    )
      return null;
    matter.emissions(gasOf(first));
    matter.all("database");
    for (const { measure, named } of [first, second]) {
      matter.all("measure", ({ value }) => (value as readonly string[]).includes(measure.id));
      const isTaken = (kind: string, value: Json) =>
        named.some(({ meaning }) => meaning.kind === kind && meaning.value === value);
      for (const kind of ["gas", "fuel"] as const) matter.all(kind, ({ value }) => isTaken(kind, value));
    }
    matter.takes("fuel", "fossil");
    matter.takes("place", "WORLD");
    matter.use(...between);
    matter.takes("operation", ...COMPARES, "percent", "above", "below", "factor");
    const quotient: Quotient = matter.takes("operation", "per head") ? "per head" : null;
    const percent = matter.unit() === "%" || matter.links.some(({ words }) => saysPercent(words));
    return twoMeasuresDraft([first, second], target, years, quotient, percent, matter, ({ measure }) => ({
      en: `${measure.label.en} by ${measure.source.en}`,
      zh: `${measure.source.zh}的${measure.label.zh}`,
    }));
  },
};

/** What is weighed: figures of two gases do not lie apart. */
function gasOf({ unit }: ChosenMeasure): string {
  return unit.split(" ").slice(1).join(" ");
}
