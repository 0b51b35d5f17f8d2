import { z } from "zod";
import { messages } from "../../message/message.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { coverageOf } from "../coverage/coverage.ts";
import { coverageOut } from "../coverage/coverage-schema.ts";
import { ensembleMemberShape, groupedBy, modelEnsemble, olderEditionShape } from "../propagation/model-ensemble.ts";
import { notesOut } from "./variables.ts";

const row = z.strictObject({
  entity: z.string().default("").describe("A country, region or component; each is an ensemble of its own"),
  member: z.string().describe("A model, a database or an edition"),
  at: z.number().default(0).describe("Year, where there are several"),
  value: z.number(),
  sd: z.number().optional().describe("The member's own standard deviation, where it states one"),
  source: z
    .string()
    .optional()
    .describe("Of what the member is an edition: the newest counts. Left out, members that differ in a year alone"),
  edition: z.number().optional().describe("Year or number of the edition; left out, the year in the member's name"),
});

const share = ratio.describe("Of the sum of squares about the mean");

const texts = messages("uncertainty", {
  theEnsemble: { en: "The ensemble", zh: "集合" },
  olderEdition: {
    en: "{ensemble} is without {member}: {newest} is a newer edition of the same source, and the two are not independent.",
    zh: "{ensemble} 不含 {member}：{newest} 是同一来源的较新版本，两者并不独立。",
  },
  rangeOnly: {
    en: "{ensemble} has {count} members: a range, and too few for a standard deviation or an interval.",
    zh: "{ensemble} 有 {count} 个成员：只给出范围，成员太少，不足以给出标准差或区间。",
  },
  leftOut: {
    en: "{ensemble} is without {names}, which lack a time that others have.",
    zh: "{ensemble} 不含 {names}：它们缺少其他成员都有的时间。",
  },
  oneMember: {
    en: "{ensemble} has one member alone, and so no spread.",
    zh: "{ensemble} 只有一个成员，因而没有离散。",
  },
});

const entity = textColumn({ en: "What the ensemble is of.", zh: "集合所属的对象。" });

interface Ensembles {
  readonly ensembles: readonly {
    readonly entity: string;
    readonly members: readonly { readonly member: string; readonly mean: number; readonly sdInTime: number }[];
    readonly shares: Readonly<Record<"between" | "common" | "own", number>>;
  }[];
}

export const uncertaintyEnsemble = defineTool({
  name: "uncertainty.ensemble",
  title: { en: "Spread between models, databases and editions", zh: "模型、数据库与版本之间的离散" },
  summary: {
    en: "Mean and range of several models or databases of the same quantity, with five or more also standard deviation, interval and a distribution; and which part of the spread is between them, which is seen by all of them alike, and which by each alone. Of the editions of one source the newest counts.",
    zh: "多个模型或数据库对同一量的均值与范围，成员达到五个时另给出标准差、区间和可继续传播的分布；并把离散分为模型之间、各模型共有和各自独有三部分。同一来源的多个版本只计最新一版。",
  },
  input: z.object({ rows: z.array(row) }),
  output: z.object({
    ensembles: z.array(
      z.object({
        entity: z.string(),
        members: z.array(ensembleMemberShape),
        times: z.int(),
        mean: z.number(),
        median: z.number(),
        says: z
          .enum(["nothing", "range", "interval"])
          .describe(
            "What is said of the spread: nothing of one member, a range of two to four, an interval from five on",
          ),
        sdBetween: z.number().nullable().describe("Null with fewer than five members"),
        sdCommon: z.number(),
        sdOwn: z.number(),
        sdStated: z.number().nullable(),
        sdTotal: z.number().nullable(),
        shares: z.object({ between: share, common: share, own: share }),
        least: z.number().describe("The lowest member: with most a range, no interval"),
        most: z.number(),
        lo: z.number().nullable().describe("95 % interval of a further member; null with fewer than five"),
        hi: z.number().nullable(),
        coverage: coverageOut.describe(
          "Of the ensembles of models that ship, how many members lie inside the interval by the others; null without one",
        ),
        law: z
          .union([
            z.object({ type: z.literal("normal"), mean: z.number(), sd: z.number() }),
            z.object({ type: z.literal("empirical"), values: z.array(z.number()) }),
          ])
          .nullable()
          .describe("normal with sdTotal, or the members themselves from ten of them on; null where no error is known"),
        leftOut: z.array(z.string()),
        olderEditions: z.array(olderEditionShape),
      }),
    ),
    notes: notesOut,
  }),
  tablesOut: {
    byMember: recordTable(
      { en: "Every member of every ensemble.", zh: "各集合的各成员。" },
      {
        entity,
        member: textColumn({ en: "The model, database or edition.", zh: "模型、数据库或版本。" }),
        mean: numberColumn({ en: "Its mean over the times.", zh: "该成员在各时点的均值。" }),
        sdInTime: numberColumn({
          en: "Its standard deviation from one time to another.",
          zh: "该成员在各时点之间的标准差。",
        }),
      },
      ({ ensembles }: Ensembles) =>
        ensembles.flatMap(({ entity, members }) => members.map((member) => ({ entity, ...member }))),
    ),
    byComponent: recordTable(
      { en: "Parts of the spread of every ensemble; they add up to 1.", zh: "各集合离散的各部分，合计为 1。" },
      {
        entity,
        component: textColumn({
          en: "between members, common to all of them in time, or own to each alone.",
          zh: "between（成员之间）、common（各成员共有的时间变化）或 own（各成员独有）。",
        }),
        share: numberColumn({ en: "Of the sum of squares about the mean.", zh: "在对均值的离差平方和中的份额。" }),
      },
      ({ ensembles }: Ensembles) =>
        ensembles.flatMap(({ entity, shares }) =>
          Object.entries(shares).map(([component, share]) => ({ entity, component, share })),
        ),
    ),
  },
  formula:
    "v_mt = v̄ + m + t + r (two-way analysis of variance); interval of a further member v̄ ± t₀.₉₇₅(M − 1) s √(1 + 1/M).",
  assumptions: [
    "Members count alike and are independent; models that share code or data are not. Of the editions of one source the newest counts.",
    "Of two to four members a range is given, and no standard deviation, interval or law: that of four is itself known to 41 % of its size.",
    "A member that lacks a time which others have is left out and named.",
    "Definitions that differ between sources (territory or residence, bunkers) are in the spread: compare like with like.",
  ],
  references: [
    "Friedlingstein et al. (2025), Global Carbon Budget 2024, doi:10.5194/essd-17-965-2025: model ensembles.",
    "Box, Hunter, Hunter (2005), Statistics for Experimenters, 2nd ed., ch. 4: two-way analysis of variance.",
    "Moran, Wood (2014), doi:10.1080/09535314.2014.935298: databases of consumption-based accounts compared.",
  ],
  run({ rows }) {
    const byEntity = groupedBy(rows, ({ entity }) => entity);
    if (rows.length === 0) modelEnsemble([]);
    const ensembles = [...byEntity].map(([entity, of]) => {
      const found = modelEnsemble(of, entity === "" ? "rows" : `rows of ${entity}`);
      return {
        entity,
        ...found,
        members: [...found.members],
        leftOut: [...found.leftOut],
        // Of the models that ship, each left out in turn: how good such an interval is where it can be tested.
        coverage: found.lo === null ? null : coverageOf(["a further model of an ensemble"]),
        olderEditions: found.olderEditions.map((each) => ({ ...each })),
        law: lawOf(found),
      };
    });
    const notes = ensembles.flatMap(({ entity, leftOut, olderEditions, members, says }) => {
      const ensemble = entity === "" ? texts.theEnsemble() : entity;
      return [
        ...olderEditions.map((each) => texts.olderEdition({ ensemble, ...each })),
        ...(says === "range" ? [texts.rangeOnly({ ensemble, count: members.length })] : []),
        ...(leftOut.length > 0 ? [texts.leftOut({ ensemble, names: leftOut })] : []),
        ...(members.length === 1 ? [texts.oneMember({ ensemble })] : []),
      ];
    });
    return { ensembles, notes };
  },
});

/** From this number of members on, they are used as an empirical distribution. */
const MANY = 10;

function lawOf({ members, mean, sdTotal, sdStated, says }: ReturnType<typeof modelEnsemble>) {
  if (members.length >= MANY && sdStated === null)
    return { type: "empirical" as const, values: members.map((each) => each.mean) };
  if (says === "range" || sdTotal === null || sdTotal === 0) return null;
  return { type: "normal" as const, mean, sd: sdTotal };
}
