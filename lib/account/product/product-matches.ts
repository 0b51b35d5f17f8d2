import type { AssessedLine, LineKind } from "../../lifecycle/assess/assessment.ts";
import { METRIC } from "../../lifecycle/assess/line-factor.ts";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import type { Candidate, Match, MatchedLine } from "../account-shapes.ts";
import { matchedLine } from "../matched-line.ts";
import { ownFactorHow, ownFactorLabel, ownFactorSource } from "../own-factor.ts";
import { backgroundSource } from "./background-sources.ts";
import { type AssessedProduct, KG } from "./product-account.ts";
import type { ProductLine } from "./product-lines.ts";

const texts = messages("account.productMatch", {
  skipped: { en: "Left out by the mapping: {why}", zh: "按映射表排除：{why}" },
  mapped: { en: "By the mapping. {reason}", zh: "按映射表。{reason}" },
  livingApart: {
    en: "CO2 of living matter in your own factor is in no figure of a product.",
    zh: "自有因子中的生物源 CO2 不计入产品的任何结果。",
  },
  steps: { en: "{first}; {second}", zh: "{first}；{second}" },
});

const none = { id: null, to: null, factor: null, factorUnit: null, source: null, year: null, place: null };

/** The lines of the file, each beside what the assessment took it for. */
export function productMatches(assessed: AssessedProduct): MatchedLine[] {
  const { lines, score } = assessed.found;
  const byName = new Map(lines.map((line) => [line.name, line]));
  // What lines of one kind share is made once and held once: a long bill has few kinds of lines.
  const known = new Map<LineKind, KindMatch>();
  return assessed.read.lines.map((of) => {
    const line = of.given === null ? undefined : byName.get(of.given);
    if (!line) return matched(of, null, null, false);
    const kind = known.get(line.kind) ?? new KindMatch(line.kind, assessed);
    known.set(line.kind, kind);
    return matched(of, line, kind, score.value !== null);
  });
}

function matched(of: ProductLine, line: AssessedLine | null, kind: KindMatch | null, hasScore: boolean): MatchedLine {
  const hasFigure = line !== null && line.match !== "unmatched" && hasScore;
  const byOwn = line === null ? null : ownMatch(of);
  const match: Match = byOwn ? byOwn : line && kind ? kind.matchOf(of, line) : { kind: "none", ...none, how: of.why! };
  const own = {
    name: of.line.name,
    amount: of.line.amount,
    notes: of.own === null ? of.line.notes : [...of.line.notes, ...ownNotes(of)],
    region: of.region,
    base: line ? { amount: line.amount, unit: line.unit, how: stepsOf(of) } : null,
    match,
    candidates: kind?.others ?? [],
    scope: null,
    category: of.stage,
    emissions: hasFigure ? { value: line.score!, unit: line.metric === null ? KG : `kg CO2e ${line.metric}` } : null,
    byMarket: null,
    missing: hasFigure ? null : match.how,
    splitFrom: of.splitFrom,
  };
  return matchedLine(of.line, own, undefined, of.own ?? undefined);
}

function ownNotes({ ownRead }: ProductLine): readonly Message[] {
  if (ownRead === null || "code" in ownRead) return [];
  const isLiving = ownRead.parts.some(({ substance }) => substance === "CO2 biogenic");
  return isLiving ? [...ownRead.notes, texts.livingApart()] : ownRead.notes;
}

/** What a line is by the person's own factor; null of one that has none. */
function ownMatch({ own, ownRead, line: { name }, stage }: ProductLine): Match | null {
  if (own === null || ownRead === null) return null;
  if ("code" in ownRead) return { kind: "none", ...none, how: ownRead };
  return {
    kind: "mapping",
    id: `own|${stage}|${name}`,
    to: ownFactorLabel(name),
    factor: ownRead.factor,
    factorUnit: ownRead.factorUnit,
    source: ownFactorSource(own),
    year: own.year,
    place: null,
    how: ownFactorHow(own, false),
  };
}

function stepsOf({ how, carried }: ProductLine): Message | null {
  return how && carried ? texts.steps({ first: how, second: carried }) : (how ?? carried);
}

/** What lines of one kind were taken for, and what else may stand for them. */
class KindMatch {
  readonly others: Candidate[];
  readonly #own: Candidate | null;
  /** By the reason, which tells of some lines an amount. */
  readonly #matches = new Map<Message, { readonly to: string | null; readonly match: Match }>();

  constructor({ line }: LineKind, { yearOf }: AssessedProduct) {
    const { activity, activityName, location, score, metric, unit, alternatives } = line;
    // Of another candidate the place is in its name.
    const candidate = (id: string, to: Sentence, factor: number): Candidate => ({
      id,
      to,
      factor,
      factorUnit: `kg CO2e ${id === activity && metric !== null ? metric : METRIC}/${unit}`,
      source: backgroundSource(id),
      year: yearOf(id, location),
      place: id === activity ? location : null,
    });
    this.#own = activity === null || score === null ? null : candidate(activity, activityName ?? activity, score);
    this.others = alternatives.map((each) => candidate(each.id, each.name, each.score));
  }

  matchOf(of: ProductLine, { match, isEstimate, reason }: AssessedLine): Match {
    const own = this.#own;
    if (of.skip !== null) return { kind: "mapping", ...none, how: texts.skipped({ why: of.skip }) };
    if (own === null) return { kind: "none", ...none, how: reason };
    // An answer that the assessment refused has no part in it.
    const to = of.to === own.id ? of.to : null;
    const known = this.#matches.get(reason);
    if (known && known.to === to) return known.match;
    const made: Match = {
      ...own,
      kind: to !== null ? "mapping" : match === "proxy" || isEstimate ? "class" : "name",
      how: to === null ? reason : texts.mapped({ reason }),
    };
    this.#matches.set(reason, { to, match: made });
    return made;
  }
}
