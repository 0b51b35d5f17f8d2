import { type Message, messages, type Sentence } from "../../message/message.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { balanceCounts, type MassBalance } from "../balance/mass-balance.ts";
import { activityRuns } from "../contribution/activity-runs.ts";
import { contributionsOf } from "../contribution/contributions.ts";
import { type CutOffUses, cutOffUses } from "../contribution/cut-off-uses.ts";
import { indicatorScores } from "../contribution/indicator-scores.ts";
import { notesOnRun } from "../contribution/notes-on-run.ts";
import { quotedScores, unquotableProducts } from "../contribution/unallocated-share.ts";
import { coverageOf } from "../impact/coverage.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { timesVector } from "../product-system.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import { matchLines } from "./assess-lines.ts";
import type {
  AssessedLine,
  AssessmentInput,
  AssessmentState,
  BillCoverage,
  LineKind,
  Phase,
  Score,
} from "./assessment.ts";
import { phaseNames } from "./assessment.ts";
import { stateOf } from "./assessment-state.ts";
import { billCoverage, headline } from "./bill-coverage.ts";
import { type ClimateKinds, climateKindsOf } from "./climate-kinds.ts";
import { impactPhase } from "./impact-phase.ts";
import { interpretation } from "./interpretation-phase.ts";
import { inventoryPhase } from "./inventory-phase.ts";
import { type LineData, lineData, times } from "./line-data.ts";
import { allMissing, assessedLine, rangedShare, reasonOf, type UnsharedLine } from "./line-notes.ts";
import { CLIMATE } from "./phase-draft.ts";
import { goalAndScope } from "./scope-phase.ts";

const texts = messages("lifecycle.assess", {
  functionalUnit: {
    en: "functionalUnit is {amount} {unit}; expected an amount above 0 and a unit.",
    zh: "functionalUnit 为 {amount} {unit}；应为大于 0 的数量和单位。",
  },
  emptyBill: {
    en: "The bill has no lines; list what the product is made of.",
    zh: "物料清单为空；请列出产品的组成。",
  },
  badLine: {
    en: "Line {at} of the bill, {name}, has the amount {amount}; expected a finite number above 0.",
    zh: "物料清单第 {at} 行“{name}”的数量为 {amount}；应为大于 0 的有限数。",
  },
  twice: {
    en: "The bill has two lines called {name}; tell them apart by their names, or add them up.",
    zh: "物料清单有两行名为“{name}”；请用不同名称区分，或合并。",
  },
  matched: { en: "{done} of {of} lines matched", zh: "已匹配 {of} 行中的 {done} 行" },
  noIndicator: { en: "The methods at hand have no indicator of climate change.", zh: "现有方法中没有气候变化指标。" },
});

export interface Assessment {
  readonly phases: readonly Phase[];
  /** The score and how much of the bill stands behind it, in a sentence. */
  readonly headline: Message;
  /** All null if no line of the bill was matched. */
  readonly score: Score | { readonly value: null; readonly lo: null; readonly hi: null };
  readonly coverage: BillCoverage;
  /** Share of the score of lines with a range: the range of the whole is theirs alone. Null without a score. */
  readonly rangedShare: number | null;
  readonly lines: readonly AssessedLine[];
  /** Lines of the bill that could not be read. */
  readonly leftOut: readonly { readonly text: string; readonly reason: string | null }[];
  readonly cutOffShare: number | null;
  readonly characterisedShare: number | null;
  /** Shares of the score: they sum to 1. `estimated` are the lines for which the middle of their class stands. */
  readonly matchShares: {
    readonly exact: number;
    readonly proxy: number;
    readonly grid: number;
    readonly own: number;
    readonly estimated: number;
  };
  readonly scores: readonly {
    readonly indicator: string;
    readonly name: Sentence;
    /** Null if it cannot be stated. */
    readonly value: number | null;
    readonly unit: string;
  }[];
  readonly processes: readonly {
    readonly id: string;
    readonly name: string;
    readonly location: string | null;
    readonly value: number;
  }[];
  /** The score by kind: they sum to it. */
  readonly climate: ClimateKinds["byKind"];
  readonly uncountedBiogenicCO2: ClimateKinds["uncounted"];
  readonly cutOffs: CutOffUses;
  readonly review: { readonly passed: number; readonly of: number };
  readonly state: AssessmentState;
  readonly residual: number;
}

/** Lines between two reports of how far it is. */
const TOLD = 500;
/** Sums by line, from the adjoint solution, and by activity, from the solution itself, differ by rounding alone. */
const SAME = 1e-9;
/**
 * A life-cycle assessment in the four phases of ISO 14040 from a description and a bill of materials: lines are matched to the background by
 * name, what cannot be known is asked or assumed and marked, and gates say what is fit for review. A phase is closed as long as a gate before
 * it blocks. The previous state, if given, is compared: a change of goal and scope, or of the inventory, after a later phase was reached
 * is recorded as going back. The score of the whole is that of the lines with data: if no line of the bill has any there is none, whatever
 * energy and transport are given beside it. Lines that could not be read are lines without data.
 *
 * ISO 14040:2006; ISO 14044:2006; ISO 14067:2018. Throws LifecycleError for a bill that cannot be read.
 */
export async function assessProduct(
  inventory: OpenedInventory,
  input: AssessmentInput,
  work: Work = uninterrupted,
): Promise<Assessment> {
  checkInput(input);
  const { description, functionalUnit, answers } = input;
  const assessed = inventory.assessedBy([CLIMATE, "TRACI 2.1"]);
  const { system } = assessed.solved;
  const { indicators } = assessed.characteriser;
  const climateRow = indicators.findIndex(({ code }) => code === CLIMATE);
  if (climateRow < 0) throw new LifecycleError("methods", texts.noIndicator());
  const found = matchLines(inventory, input.bill, answers, {
    productScores: await assessed.productScores(climateRow, work),
    direct: perUnit(inventory, assessed.directOf(climateRow)),
    isUnquotable: await unquotableProducts(assessed, climateRow, work),
  });
  // Linear in the amount: what many lines take of one product is solved once.
  const ofUnits = new Map<number, LineData>();
  const unitData = async (node: number) => {
    const data =
      ofUnits.get(node) ?? (await lineData(assessed, climateRow, { node, amount: signOf(inventory, node) }, work));
    ofUnits.set(node, data);
    return data;
  };
  const lines: UnsharedLine[] = [];
  const reasons = new Map<LineKind, Message>();
  for (const [at, given] of input.bill.entries()) {
    const kind = found[at]!;
    const of = kind.demand;
    const data = of && times(ofUnits.get(of.node) ?? (await unitData(of.node)), of.amount * given.amount);
    const reason = reasons.get(kind) ?? reasonOf(kind, data);
    reasons.set(kind, reason);
    lines.push(assessedLine(given, kind, data, reason));
    if (lines.length % TOLD === 0) {
      const [done, of] = [lines.length, input.bill.length];
      work.progress(done / of, texts.matched({ done, of }));
      await work.pause();
    }
  }
  const leftOut = input.leftOut ?? [];
  const stands = billCoverage(lines, leftOut.length);
  const counted = stands.lines === 0 ? [] : lines;
  const demand = new Float64Array(system.nodes.length);
  for (const { kind, amount } of counted) {
    const of = kind.demand;
    if (of) demand[of.node]! += of.amount * amount * signOf(inventory, of.node);
  }
  const { scaling, residual } = await assessed.solved.solve(demand, work);
  const parts = contributionsOf(assessed, scaling);
  const scored = counted.filter(({ match }) => match !== "unmatched");
  const sum = (list: typeof lines, of: "score" | "lo" | "hi") => list.reduce((all, line) => all + line[of]!, 0);
  const value = sum(scored, "score");
  const score: Score | null = scored.length === 0 ? null : { value, lo: sum(scored, "lo"), hi: sum(scored, "hi") };
  const withoutFlows = sum(
    scored.filter(({ kind }) => kind.demand === null),
    "score",
  );
  for (const line of lines) line.share = line.score === null || value === 0 ? null : line.score / value;
  const g = timesVector(system.biosphere, scaling);
  const coverage = coverageOf(assessed.characteriser.at(null), system.graph.flows, g);
  const kinds = climateKindsOf(system.graph.flows, assessed.characteriser.at(null).matrix, climateRow, g, withoutFlows);
  const cutOffs = cutOffUses(system, scaling);
  const unmatchedCount = lines.filter(({ match }) => match === "unmatched").length + leftOut.length;
  const inputs = cutOffs.inputs + lines.length + leftOut.length;
  const cutOffShare = (cutOffs.cut + unmatchedCount) / inputs;
  const shareOf = (is: (line: AssessedLine) => boolean) => (value === 0 ? 0 : sum(scored.filter(is), "score") / value);
  const matchShares = {
    exact: shareOf(({ match }) => match === "exact"),
    proxy: shareOf(({ match, isEstimate }) => match === "proxy" && !isEstimate),
    grid: shareOf(({ match, isEstimate }) => match === "grid" && !isEstimate),
    own: shareOf(({ match }) => match === "own"),
    estimated: shareOf(({ isEstimate }) => isEstimate),
  };
  const quoted = await quotedScores(assessed, demand, scaling, indicatorScores(assessed, scaling), work);
  const scores = indicators
    .map(({ code, name, unit, kind }, m) => ({ indicator: code, name, unit, kind, value: quoted.scores[m]! }))
    .filter(({ kind }) => kind === "impact");
  const byNode = parts.byNode[climateRow]!;
  const running = [...byNode.keys()].filter((j) => byNode[j] !== 0);
  running.sort((p, q) => Math.abs(byNode[q]!) - Math.abs(byNode[p]!));
  const processes = running.slice(0, 10).map((j) => {
    const { id, name, location } = system.graph.activities[system.nodes[j]!.activity]!;
    return { id, name, location, value: byNode[j]! };
  });
  const openEnds = { rangedShare: score === null ? null : rangedShare(lines), missing: allMissing(lines) };
  const result = {
    score,
    estimate: shareOf(({ isEstimate, match }) => isEstimate && match !== "grid") * value,
    coverage: stands,
    leftOut: leftOut.map(({ text }) => text),
    openEnds,
    isSum: Math.abs(parts.scores[climateRow]! + withoutFlows - value) <= SAME * Math.abs(value),
    lines,
    scores,
    processes,
    cutOffs,
    cutOffShare,
    residual,
    characterised: coverage.emissions.share,
    hasClimate: coverage.byIndicator[climateRow]!.characterised > 0 || withoutFlows !== 0,
    climate: kinds,
    years: yearsOf(inventory, found),
    activities: running.length,
    assumptions: input.assumptions ?? [],
    onRun: notesOnRun(assessed, scaling),
    balances: balanceCounts(runningBalances(inventory, scaling)),
  };
  const drafts = [
    goalAndScope(
      description,
      functionalUnit,
      { lines: input.bill.length, allocation: inventory.rules.allocation },
      answers,
      result,
    ),
    inventoryPhase(functionalUnit, answers, result),
    impactPhase(result),
    interpretation(functionalUnit, answers, result),
  ];
  const closedFrom = drafts.findIndex(({ gates }) => gates.some(({ blocks, passed }) => blocks && !passed));
  const phases = drafts.map(
    (draft, at): Phase => ({
      ...draft,
      name: phaseNames[at]!,
      status:
        closedFrom >= 0 && at > closedFrom ? "closed" : draft.gates.every(({ passed }) => passed) ? "passed" : "open",
    }),
  );
  const gates = phases.flatMap((phase) => phase.gates);
  return {
    phases,
    headline: headline(score, functionalUnit, result.coverage, openEnds),
    score: score ?? { value: null, lo: null, hi: null },
    coverage: result.coverage,
    rangedShare: openEnds.rangedShare,
    lines,
    leftOut: leftOut.map(({ text, reason }) => ({ text, reason: reason ?? null })),
    cutOffShare,
    characterisedShare: coverage.emissions.share,
    matchShares,
    scores: scores.map(({ indicator, name, value: each, unit }) => ({ indicator, name, value: each, unit })),
    processes,
    climate: kinds.byKind,
    uncountedBiogenicCO2: kinds.uncounted,
    cutOffs,
    review: { passed: gates.filter(({ passed }) => passed).length, of: gates.length },
    state: stateOf(input, closedFrom < 0 ? phaseNames.length - 1 : closedFrom),
    residual,
  };
}

function checkInput({ functionalUnit: { amount, unit }, bill, leftOut = [] }: AssessmentInput): void {
  if (!(Number.isFinite(amount) && amount > 0 && unit.trim() !== ""))
    throw new LifecycleError("functionalUnit", texts.functionalUnit({ amount, unit }));
  if (leftOut.length === 0 && !bill.some(({ stage }) => stage === "material"))
    throw new LifecycleError("bill", texts.emptyBill());
  const names = new Set<string>();
  for (const [at, line] of bill.entries()) {
    if (!(Number.isFinite(line.amount) && line.amount > 0))
      throw new LifecycleError("bill", texts.badLine({ at: at + 1, name: line.name, amount: line.amount }));
    if (names.has(line.name)) throw new LifecycleError("bill", texts.twice({ name: line.name }));
    names.add(line.name);
  }
}

/** Of activities at their own amounts, the scores for one unit of their products. */
function perUnit({ solved: { system } }: OpenedInventory, direct: Float64Array): Float64Array {
  return direct.map((score, node) => score / Math.abs(system.graph.exchanges.amount[system.nodes[node]!.exchange]!));
}

const signOf = ({ solved: { system } }: OpenedInventory, node: number) =>
  Math.sign(system.graph.exchanges.amount[system.nodes[node]!.exchange]!);

function runningBalances({ balances, solved: { system } }: OpenedInventory, scaling: Float64Array): MassBalance[] {
  const runs = activityRuns(system, scaling);
  return balances.filter(({ activity }) => runs[activity] !== 0);
}

/** The first and the last year for which data of the matched activities hold; null if none states any. */
function yearsOf(
  { solved: { system } }: OpenedInventory,
  kinds: readonly LineKind[],
): readonly [number, number] | null {
  // Of the few nodes that lines take: a bill may have more lines than a call takes arguments.
  const nodes = new Set([...new Set(kinds)].flatMap(({ demand }) => demand?.node ?? []));
  const years = [...nodes].flatMap((node) => system.graph.activities[system.nodes[node]!.activity]!.years ?? []);
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}
