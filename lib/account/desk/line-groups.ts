import type { Candidate, Match, MatchedLine } from "../account-shapes.ts";
import type { Mapping } from "../mapping-shape.ts";
import { entryOf } from "../matching/entry-of.ts";
import { nameKey } from "../matching/fold-text.ts";
import { MappingEntries } from "../matching/mapping-entries.ts";

/** How much a person should look at lines: what is in no figure first. */
export const lineStates = ["nothing", "look", "sure", "skipped"] as const;
export type LineState = (typeof lineStates)[number];

/** Lines that are decided together: of one name, unit and region, taken for the same. */
export interface LineGroup {
  readonly key: string;
  readonly state: LineState;
  /** The first of them, which stands for all. */
  readonly line: MatchedLine;
  /** How many they are. */
  readonly count: number;
  readonly amount: number;
  /** In the unit of the first; null if none has emissions. */
  readonly emissions: { readonly value: number; readonly unit: string } | null;
  /** The places and sites that the file names for them, without doubles. */
  readonly sites: readonly string[];
}

/** Whether a line is in no figure, should be looked at, or is taken by its very name, a code or a person. */
function stateOf({ match, emissions, notes }: MatchedLine): Exclude<LineState, "skipped"> {
  if (match.kind === "none" || emissions === null) return "nothing";
  return match.kind === "class" || notes.length > 0 ? "look" : "sure";
}

/** Lines in groups: those to be looked at first, and among them those with the largest emissions first. */
export function groupLines(lines: readonly MatchedLine[], mapping: Mapping): LineGroup[] {
  const groups = new Map<string, MatchedLine[]>();
  const folded = new Map<string, string>();
  for (const line of lines) {
    const { name, unit, region, splitFrom, match, emissions } = line;
    const plain = folded.get(name) ?? nameKey(name);
    folded.set(name, plain);
    // A line without emissions is shown apart from one of the same name that has some.
    const key = [plain, unit, region, splitFrom, match.id, match.kind, emissions?.unit].join("\n");
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const entries = new MappingEntries(mapping);
  const made = [...groups].map(([key, members]) => groupOf(key, members, entries));
  const size = ({ emissions }: LineGroup) => Math.abs(emissions?.value ?? 0);
  return made.sort(
    (a, b) => lineStates.indexOf(a.state) - lineStates.indexOf(b.state) || size(b) - size(a) || compare(a, b),
  );
}

function compare(a: LineGroup, b: LineGroup): number {
  return a.line.sheet === b.line.sheet ? a.line.row - b.line.row : 0;
}

function groupOf(key: string, lines: readonly MatchedLine[], all: MappingEntries): LineGroup {
  const line = lines[0]!;
  const unit = line.emissions?.unit;
  const sites = new Set<string>();
  const states = new Set<LineState>();
  let [amount, value] = [0, 0];
  for (const each of lines) {
    amount += each.amount;
    value += each.emissions?.value ?? 0;
    const site = each.site ?? each.place;
    if (site !== null) sites.add(site);
    states.add(stateOf(each));
  }
  const name = line.splitFrom ?? line.name;
  const isSkipped = entryOf({ entries: all.of(name) }, { name, unit: line.unit })?.skip !== undefined;
  return {
    key,
    line,
    count: lines.length,
    // A note on any of them is a reason to look at all.
    state: isSkipped ? "skipped" : lineStates.find((state) => states.has(state))!,
    amount,
    emissions: unit === undefined ? null : { value, unit },
    sites: [...sites],
  };
}

/** Every candidate of the account by its id, with what the lines were taken for: what can be searched for any line. */
export function allCandidates(lines: readonly MatchedLine[]): Candidate[] {
  const all = new Map<string, Candidate>();
  for (const { match, candidates, ownFactor } of lines) {
    for (const each of candidates) if (!all.has(each.id)) all.set(each.id, each);
    // A factor of one's own is for its line alone.
    const own = ownFactor === undefined ? candidateOf(match) : null;
    if (own && !all.has(own.id)) all.set(own.id, own);
  }
  return [...all.values()];
}

function candidateOf({ id, to, source, factor, factorUnit, year, place }: Match): Candidate | null {
  return id === null || to === null || source === null ? null : { id, to, source, factor, factorUnit, year, place };
}
