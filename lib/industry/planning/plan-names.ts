import { type Message, messages } from "../../message/message.ts";
import type { PlanProblem } from "./plan-problem.ts";
import type { PlanRow } from "./plan-rows.ts";
import type { PlanColumns } from "./plan-variables.ts";

const texts = messages("industry.planNames", {
  demand: { en: "the demand for {name}", zh: "对 {name} 的需求" },
  balance: { en: "the balance of {name}", zh: "{name} 的平衡" },
  supply: { en: "the limit on buying {name}", zh: "{name} 的外购上限" },
  capacity: { en: "the capacity of {name}", zh: "{name} 的能力" },
  minimum: { en: "the minimum of {name}", zh: "{name} 的最小负荷" },
  switch: { en: "the capacity of {name} when it is on", zh: "{name} 运行时的能力" },
  maximum: { en: "the maximum of {name}", zh: "{name} 的最大能力" },
  standing: { en: "the number of plants of {name}", zh: "{name} 的装置数" },
  limit: { en: "the limit {name}", zh: "限制 {name}" },
  cap: { en: "the cap on emissions", zh: "排放上限" },
  totalCap: { en: "totalCap", zh: "totalCap" },
  budget: { en: "the budget", zh: "预算" },
  inYear: { en: "{what} in {year}", zh: "{year} 年{what}" },
});

/** Rows that hold over all years together. */
const overAll = new Set<PlanRow["kind"]>(["totalCap", "budget"]);

function partOf({ routes, materials, limits }: PlanProblem, { kind, part }: PlanRow): string | null {
  if (kind === "balance" || kind === "supply") return materials[part]!.name;
  if (kind === "limit") return limits[part]!.name;
  return kind === "cap" || overAll.has(kind) ? null : routes[part]!.name;
}

/** The key of a row in results: `demand.steel`, `capacity.BF-BOF.2030`, `cap`. */
export function rowKey(problem: PlanProblem, row: PlanRow): string {
  const { kind, part, year } = row;
  const word = kind === "balance" && problem.materials[part]!.isDemanded ? "demand" : kind;
  const when = problem.years && !overAll.has(kind) ? String(problem.years[year]) : null;
  return [word, partOf(problem, row), when].filter((each) => each !== null).join(".");
}

/** What a row demands, in words. */
export function rowText(problem: PlanProblem, row: PlanRow): Message {
  const { kind, part, year } = row;
  const name = partOf(problem, row) ?? "";
  const word = kind === "balance" && problem.materials[part]!.isDemanded ? "demand" : kind;
  const what = texts[word]({ name });
  return problem.years && !overAll.has(kind) ? texts.inYear({ what, year: String(problem.years[year]) }) : what;
}

/** The key of each column: `activity.BF-BOF.2030`, `bought.coal`. */
export function columnKeys(problem: PlanProblem, columns: PlanColumns, count: number): string[] {
  const keys = new Array<string>(count).fill("");
  for (const [kind, table] of Object.entries(columns) as [keyof PlanColumns, readonly Int32Array[]][])
    table.forEach((byYear, part) => {
      const names = kind === "bought" || kind === "sold" ? problem.materials : problem.routes;
      byYear.forEach((column, y) => {
        const when = problem.years ? `.${problem.years[y]}` : "";
        if (column >= 0) keys[column] = `${kind}.${names[part]!.name}${when}`;
      });
    });
  return keys;
}
