import { type Message, messages } from "../../message/message.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import type { Answers, AssessedLine, GivenLine } from "./assessment.ts";
import type { GridFactor } from "./assessment-places.ts";
import type { Candidate, NodeScores } from "./bill-match.ts";

const said = messages("lifecycle.bill", {
  exact: {
    en: "Same name: {name}, {place}.",
    zh: "名称相同：{name}，{place}。",
  },
  proxy: {
    en: "Proxy: {name}, {place}, shares {words:and} ({percent} % of what the words say).",
    zh: "替代数据：{name}，{place}，共有词语 {words:and}（名称信息的 {percent}%）。",
  },
  material: {
    en: "Proxy by its material alone: {name}, {place}, shares {words:and}; the form, and the work in it, are not in these data.",
    zh: "仅按材料替代：{name}，{place}，共有词语 {words:and}；数据不含其成形与加工。",
  },
  answered: { en: "As answered: {name}, {place}.", zh: "按回答采用：{name}，{place}。" },
  noPlace: { en: "no place stated", zh: "未注明地点" },
  nothing: {
    en: "Nothing in the background is called like it in a unit that converts from {unit}.",
    zh: "背景数据库中没有名称相近、且单位可由 {unit} 换算的产品。",
  },
  estimated: {
    en: "Nothing in the background is called like it: estimated by its mass at the median of the matched lines, {perKg} kg CO2e/kg.",
    zh: "背景数据库中没有名称相近的产品：按质量以已匹配各行的中位数 {perKg} kg CO2e/kg 估算。",
  },
  excluded: { en: "Left out, as answered.", zh: "按回答排除。" },
  grid: {
    en: "Grid of {place}, {year}: {factor} kg/kWh ({counts}).",
    zh: "{place} 电网，{year} 年：{factor} kg/kWh（{counts}）。",
  },
  lifeCycle: { en: "CO2e over the life cycle of the plants", zh: "发电厂生命周期 CO2e" },
  plants: { en: "CO2 of the plants alone", zh: "仅发电厂 CO2" },
  electricity: { en: "Electricity of the grid, {place}", zh: "{place} 电网电力" },
  unknownActivity: {
    en: "The answer to {key} names {id}, which is not an activity of the background.",
    zh: "对 {key} 的回答指定了 {id}，但背景数据库中没有该活动。",
  },
  unitOfActivity: {
    en: "The answer to {key} names {name}, which is measured in {expected}; {unit} does not convert.",
    zh: "对 {key} 的回答指定了 {name}，其单位为 {expected}，与 {unit} 不能换算。",
  },
});

/** The key of the question which activity stands for a line. */
export const matchKey = (line: string) => `match:${line}`;

/** What is matched, before unmatched lines are estimated. */
interface MatchedLine {
  readonly given: GivenLine;
  readonly line: Omit<AssessedLine, "share">;
  /** The node that is demanded, and how much of it; null for a grid or nothing. */
  readonly demand: { readonly node: number; readonly amount: number } | null;
  readonly candidates: readonly Candidate[];
}

/**
 * What stands for each line: the activity that an answer names, the factor of a grid for electricity of a known place, or the best candidate
 * by name; what has none is estimated by its mass. Scores in kg CO2e.
 */
export function matchLines(
  inventory: OpenedInventory,
  lines: readonly GivenLine[],
  answers: Answers,
  scores: NodeScores,
): MatchedLine[] {
  const matched = lines.map((given) => matchLine(inventory, given, answers, scores));
  const perKg = medianPerKg(matched);
  return matched.map((each) => (each.line.match === "unmatched" && perKg !== null ? estimated(each, perKg) : each));
}

function matchLine(inventory: OpenedInventory, given: GivenLine, answers: Answers, scores: NodeScores): MatchedLine {
  const { name, amount, unit, origin, stage } = given;
  const places = inventory.places.codesOf(origin);
  const plain = { name, stage, amount, unit, origin: origin ?? null };
  const nothing = {
    activity: null,
    activityName: null,
    location: null,
    isElsewhere: false,
    score: null,
    lo: null,
    hi: null,
    alternatives: [],
  };
  const candidates = inventory.bill.candidates(name, unit, places, scores);
  const answer = answers[matchKey(name)];
  if (answer === "none")
    return {
      given,
      line: { ...plain, ...nothing, match: "unmatched", reason: said.excluded() },
      demand: null,
      candidates: [],
    };
  const scoreOf = ({ node, factor }: Pick<Candidate, "node" | "factor">) =>
    scores.productScores[node]! * factor * amount;
  if (typeof answer === "string") {
    const chosen = chosenBy(inventory, name, unit, answer, scores);
    const score = scoreOf(chosen);
    const reason = said.answered({ name: chosen.name, place: chosen.location ?? said.noPlace() });
    const line = { ...plain, match: chosen.match, ...describing(chosen, places), reason, score, lo: score, hi: score };
    return {
      given,
      line: { ...line, alternatives: [] },
      demand: { node: chosen.node, amount: amount * chosen.factor },
      candidates,
    };
  }
  const grid = stage === "energy" ? inventory.places.grids.get(origin ?? "") : undefined;
  const hours = grid && factorBetween(unit, "kWh");
  if (grid && hours != null) {
    const score = grid.factor * hours * amount;
    const activityName = said.electricity({ place: grid.place });
    const known = {
      activity: grid.dataset,
      activityName,
      location: grid.place,
      isElsewhere: false,
      score,
      lo: score,
      hi: score,
      alternatives: [],
    };
    return {
      given,
      line: { ...plain, ...known, match: "grid", reason: gridReason(grid) },
      demand: null,
      candidates: [],
    };
  }
  const best = candidates[0];
  if (!best)
    return {
      given,
      line: { ...plain, ...nothing, match: "unmatched", reason: said.nothing({ unit }) },
      demand: null,
      candidates,
    };
  const all = candidates.map(scoreOf);
  const place = best.location ?? said.noPlace();
  const percent = Math.round(100 * best.similarity);
  const reason: Message =
    best.match === "exact"
      ? said.exact({ name: best.name, place })
      : best.isMaterialAlone
        ? said.material({ name: best.name, place, words: [...best.shared] })
        : said.proxy({ name: best.name, place, words: [...best.shared], percent });
  return {
    given,
    line: {
      ...plain,
      match: best.match,
      ...describing(best, places),
      reason,
      score: all[0]!,
      lo: Math.min(...all),
      hi: Math.max(...all),
      alternatives: candidates.slice(1).map((each, at) => ({ id: each.id, name: each.label, score: all[at + 1]! })),
    },
    demand: { node: best.node, amount: amount * best.factor },
    candidates,
  };
}

const describing = (
  { id, label, location }: Pick<Candidate, "id" | "label" | "location">,
  places: readonly string[],
) => ({
  activity: id,
  activityName: label,
  location,
  isElsewhere: places.length > 0 && (location === null || !places.includes(location)),
});

function gridReason({ place, year, factor, counts }: GridFactor): Message {
  return said.grid({
    place,
    year: String(year),
    factor,
    counts: counts === "life-cycle" ? said.lifeCycle() : said.plants(),
  });
}

function chosenBy(inventory: OpenedInventory, line: string, unit: string, id: string, scores: NodeScores) {
  const { graph, nodes, nodesOf } = inventory.solved.system;
  const key = matchKey(line);
  const activity = graph.activities.findIndex((each) => each.id === id);
  const node = nodesOf[activity]?.[0];
  if (node === undefined) throw new LifecycleError("answers", said.unknownActivity({ key, id }));
  const { name, unit: expected } = graph.products[nodes[node]!.product]!;
  const factor = factorBetween(unit, expected);
  if (factor === null) throw new LifecycleError("answers", said.unitOfActivity({ key, name, expected, unit }));
  const best = inventory.bill.candidates(line, unit, [], scores, 1000).find((each) => each.node === node);
  return {
    node,
    id,
    name,
    label: nodes[node]!.label,
    location: graph.activities[activity]!.location,
    factor,
    match: best?.match ?? ("proxy" as const),
  };
}

/** The median score per kg of the matched lines that are masses; null if there are none. */
function medianPerKg(lines: readonly MatchedLine[]): number | null {
  const perKg = lines.flatMap(({ line: { amount, unit, score, stage } }) => {
    const kg = factorBetween(unit, "kg");
    return stage === "material" && score !== null && kg !== null && amount !== 0 ? [score / (amount * kg)] : [];
  });
  if (perKg.length === 0) return null;
  perKg.sort((p, q) => p - q);
  const middle = Math.floor(perKg.length / 2);
  return perKg.length % 2 === 1 ? perKg[middle]! : (perKg[middle - 1]! + perKg[middle]!) / 2;
}

/** An unmatched line that is a mass, at a score per kg: an estimate, beside the total and not in it. */
function estimated(each: MatchedLine, perKg: number): MatchedLine {
  const { amount, unit, stage } = each.given;
  const kg = factorBetween(unit, "kg");
  if (kg === null || stage !== "material" || each.line.reason.code === said.excluded().code) return each;
  const score = perKg * amount * kg;
  const reason = said.estimated({ perKg: Number(perKg.toPrecision(3)) });
  return { ...each, line: { ...each.line, reason, score, lo: Math.min(0, score), hi: Math.max(0, score) } };
}
