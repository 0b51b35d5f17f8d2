import type { Draft } from "../../intent.ts";
import type { Json, Step, Want } from "../../plan.ts";
import { Sentence } from "../../sentence.ts";
import type { Asked } from "./asked-series.ts";
import { refuseByCoverage } from "./coverage.ts";
import { unitFor } from "./figure.ts";
import { nameOfMeasure, subject, withSource } from "./speech.ts";
import { queryResult, wholeOf } from "./values.ts";

/** How many models the table has. */
const MODELS = 3;

/** Several models of one measure: their lowest, highest and mean value. A range of models is no interval, and is called a range. */
export function modelsDraft(asked: Asked): Draft | null {
  const { matter, chosen, targets, years, quotient } = asked;
  const { measure } = chosen;
  const ranged =
    matter.takes("bound", "range", "min", "max") || matter.takes("operation", "difference", "lowest", "rank");
  matter.takes("process", "sources");
  // “The three models”
  matter.numbers((number) => number === MODELS);
  if (quotient || targets.length > 1 || years.kind === "span") return null;
  const target = targets[0] ?? wholeOf(asked);
  if (target?.kind === "group") return null;
  const before: Step[] = [];
  const place = target?.kind === "country" ? { [measure.place!]: target.iso3 } : { ...measure.world };
  const year: Json = years.kind === "single" ? years.years[0]! : { $from: "newest", path: "rows.0.year" };
  if (years.kind === "single" && years.years.length > 1) return null;
  if (years.kind === "newest")
    before.push({
      id: "newest",
      tool: "data.query",
      args: {
        dataset: measure.dataset,
        select: [{ column: measure.year!, as: "year", aggregate: "max" }],
        where: place as Json,
      },
    });
  const unit = asked.unit ? unitFor(asked.unit, measure.shown ?? measure.unit) : (measure.shown ?? measure.unit);
  const aggregates = ["min", "max", "mean"] as const;
  const models: Step = {
    id: "models",
    tool: "data.query",
    args: {
      dataset: measure.dataset,
      select: aggregates.map((aggregate) => ({ column: chosen.column, as: aggregate, aggregate, unit })),
      where: { ...place, [measure.year!]: year } as Json,
    },
  };
  return {
    kind: "draft",
    steps: [...before, models],
    assumed: chosen.assumed,
    async finish(results, look) {
      if (typeof queryResult(results.get(models.id)!).rows[0]?.min !== "number") {
        const asked = years.kind === "single" ? years.years[0]! : null;
        return refuseByCoverage(
          { chosen, place: target?.label ?? null, where: place as { [column: string]: Json }, year: asked },
          look,
        );
      }
      const name = nameOfMeasure(chosen);
      const want = (path: (typeof aggregates)[number], en: string, zh: string, primary: boolean): Want => ({
        step: models.id,
        path: `rows.0.${path}`,
        unit: { path: `units.${path}` },
        name: { en: `${name.en}, ${en}`, zh: `${name.zh}，${zh}` },
        ...(primary ? { primary: true } : {}),
      });
      const wants: Want[] = [
        want("min", "lowest model", "最低模型", ranged),
        want("max", "highest model", "最高模型", ranged),
        {
          ...want("mean", "mean of the models", "模型均值", !ranged),
          lo: "rows.0.min",
          hi: "rows.0.max",
          range: "models",
        },
      ];
      const about = subject(
        chosen,
        null,
        target,
        typeof year === "number" ? { given: [models.id, `where.${measure.year}`] } : null,
      );
      const sentence = new Sentence().say(
        [
          ...about.en,
          ": ",
          { ref: 0 },
          " to ",
          { ref: 1 },
          " by model, mean ",
          { ref: 2 },
          "; a range of models, not an interval. ",
        ],
        [
          ...about.zh,
          "：各模型 ",
          { ref: 0 },
          " 至 ",
          { ref: 1 },
          "，均值 ",
          { ref: 2 },
          "；这是模型范围，不是置信区间。",
        ],
      );
      return { kind: "finished", wants, text: withSource(sentence, chosen).template() };
    },
  };
}
