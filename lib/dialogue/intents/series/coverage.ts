import type { Text } from "../../../message/message.ts";
import { type Look, type RefusalDraft, refuse } from "../../intent.ts";
import type { Json } from "../../plan.ts";
import type { Value } from "../../reply.ts";
import type { Part } from "../../template.ts";
import type { ChosenMeasure } from "./choose-measure.ts";
import { capital, nameOfMeasure } from "./speech.ts";

/** A later year is no observation, whatever a table may hold by then. */
const LAST_OBSERVED = 2026;

interface Coverage {
  readonly chosen: ChosenMeasure;
  readonly place: Text | null;
  /** The rows of the place, without a condition on the year. */
  readonly where: { readonly [column: string]: Json };
  /** The year that was asked for; null if none was. */
  readonly year: number | null;
}

/** Says which years a table has of a place, where it has not the one that was asked for, or that it has none of the place. */
export async function refuseByCoverage({ chosen, place, where, year }: Coverage, look: Look): Promise<RefusalDraft> {
  const { measure } = chosen;
  const name = nameOfMeasure(chosen);
  const at = place ?? { en: "the world", zh: "全球" };
  const subject = {
    en: [{ name: capital(name.en) }, " of ", { name: at.en }] as Part[],
    zh: [{ name: at.zh }, { name: name.zh }] as Part[],
  };
  const none = () =>
    refuse(
      "no such place",
      {
        en: [...subject.en, ": ", { source: measure.source.en }, " has none."],
        zh: [...subject.zh, "：", { source: measure.source.zh }, "没有数据。"],
      },
      [
        {
          label: { en: `${name.en} of the world`, zh: `全球${name.zh}` },
          question: { en: `${name.en} of the world`, zh: `全球的${name.zh}` },
        },
      ],
    );
  if (measure.year === null) return none();
  const { result, sources, hash } = await look("data.query", {
    dataset: measure.dataset,
    select: [
      { column: measure.year, as: "first", aggregate: "min" },
      { column: measure.year, as: "last", aggregate: "max" },
    ],
    where: { ...where, [chosen.column]: { not: null } },
  });
  const { first, last } = (result as { rows: readonly { first: number | null; last: number | null }[] }).rows[0] ?? {};
  if (typeof first !== "number" || typeof last !== "number") return none();
  const values = [
    ["first", first],
    ["last", last],
  ].map(
    ([path, value]): Value => ({
      name: path === "first" ? { en: "first year", zh: "起始年" } : { en: "last year", zh: "截止年" },
      value: value!,
      unit: "year",
      cell: "coverage",
      path: `rows.0.${path}`,
      hash,
      source: sources,
    }),
  );
  const nearest = year === null ? last : Math.min(Math.max(year, first), last);
  return refuse(
    year !== null && year > LAST_OBSERVED ? "a forecast" : "no such year",
    {
      en: [
        ...subject.en,
        ": ",
        { source: measure.source.en },
        " has ",
        { ref: 0 },
        " to ",
        { ref: 1 },
        ", not the year that is asked for.",
      ],
      zh: [
        ...subject.zh,
        "：",
        { source: measure.source.zh },
        "的年份为 ",
        { ref: 0 },
        "–",
        { ref: 1 },
        "，没有所问的年份。",
      ],
    },
    [
      {
        label: { en: `${at.en}, ${nearest}`, zh: `${at.zh}，${nearest}年` },
        question: { en: `${name.en} of ${at.en} in ${nearest}`, zh: `${at.zh}${nearest}年的${name.zh}` },
      },
    ],
    values,
  );
}
