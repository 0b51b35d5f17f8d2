import type { Intent } from "../../intent.ts";
import { carbonBudget } from "../../measures/budgets.ts";
import type { Measure } from "../../measures/measure.ts";
import type { Step } from "../../plan.ts";
import { figureDraft, wanted } from "../one-figure.ts";

/** Several terms of the carbon budget together: both sinks, fossil and land-use emissions. */
export const termsIntent: Intent = {
  id: "terms together",
  title: { en: "terms of the carbon budget together", zh: "碳收支多项合计" },
  read(matter) {
    const found = matter.find("measure");
    const terms = [...new Set(found.flatMap(({ meaning }) => termOf(meaning.value as readonly string[]) ?? []))];
    if (terms.length < 2 || found.some(({ meaning }) => !termOf(meaning.value as readonly string[]))) return null;
    if (!matter.takes("operation", "total", "cumulative")) return null;
    matter.all("measure");
    matter.takes("operation", "absorb");
    matter.takes("process", "budget", "sources");
    matter.takes("place", "WORLD");
    matter.emissions("CO2");
    matter.takes("database", "GCB", "GCB 2025");
    matter.takes("fuel", "fossil");
    const unit = matter.unit() ?? "Gt C";
    const [year, ...more] = matter.years();
    if (year === undefined || more.length > 0 || matter.has("place")) return null;
    const query: Step = {
      id: "terms",
      tool: "data.query",
      args: {
        dataset: terms[0]!.dataset,
        select: ["year", ...terms.map(({ column }) => column)],
        where: { year },
      },
    };
    const sum: Step = {
      id: "together",
      tool: "quantity.add",
      args: {
        quantities: terms.map(({ column }) => ({
          value: { $from: query.id, path: `rows.0.${column}` },
          unit: { $from: query.id, path: `units.${column}` },
        })),
        unit: unit.endsWith("/yr") ? unit : `${unit}/yr`,
      },
    };
    const names = (language: "en" | "zh") => terms.map(({ label }) => label[language]);
    return figureDraft({
      steps: [query, sum],
      source: terms[0]!.source,
      wants: [
        wanted(sum.id, "value", { path: "unit" }, { en: "together", zh: "合计" }),
        ...terms.map(({ column, label }) =>
          wanted(query.id, `rows.0.${column}`, { path: `units.${column}` }, label, false),
        ),
      ],
      subject: {
        en: [{ name: names("en").join(" and ") }, " together in ", { given: [query.id, "where.year"] }],
        zh: [{ given: [query.id, "where.year"] }, "年", { name: names("zh").join("与") }, "合计"],
      },
    });
  },
};

/** The term of the budget that a family of measures is, if it is one. */
function termOf(ids: readonly string[]): Measure | undefined {
  return carbonBudget.find(({ id }) => ids.includes(id));
}
