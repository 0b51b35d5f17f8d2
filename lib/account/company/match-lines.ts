import { isMessage, type Message } from "../../message/message.ts";
import type { Candidate, MatchedLine } from "../account-shapes.ts";
import { matchedLine } from "../matched-line.ts";
import type { InventoryRow, RowResult } from "./account-rows.ts";
import { withRows } from "./account-totals.ts";
import { type Base, baseOf } from "./amount-conversion.ts";
import { present } from "./finding.ts";
import { joinHow } from "./join-how.ts";
import type { SettledLine } from "./settle-lines.ts";
import { candidateOf } from "./target.ts";

const MOST_CANDIDATES = 6;

type Finding = SettledLine["finding"];

/** What lines of one finding share; a line adds its amounts. */
interface Shared {
  readonly candidates: Candidate[];
  /** By what the inventory took as the factor. */
  readonly matches: MatchedLine["match"][];
  how: Message | null | undefined;
}

/** Lines of a file beside what they became; what is the same for many lines is made once, and shared. */
export class MatchLines {
  readonly #sources: Parameters<typeof baseOf>[3];
  readonly #rowOf: (row: number) => string;
  readonly #unit: string;
  readonly #shared = new Map<Finding, Shared>();
  readonly #bases = new Map<string, Base | null>();

  constructor(sources: Parameters<typeof baseOf>[3], rowOf: (row: number) => string, unit: string) {
    this.#sources = sources;
    this.#rowOf = rowOf;
    this.#unit = unit;
  }

  line(settled: SettledLine, row: InventoryRow | null, result: RowResult | null, twice: Message | null): MatchedLine {
    const { line, finding, place } = settled;
    const { target } = finding;
    const shared = this.#sharedBy(finding);
    const reason = twice ?? settled.reason;
    const problems = result?.co2e === null ? result.problems.map((of) => withRows(problemIn(of), this.#rowOf)) : none;
    const co2e = result?.co2e ?? null;
    const market = result?.market ?? null;
    const isCounted = co2e !== null && target !== null;
    return matchedLine(
      line,
      {
        name: settled.name,
        amount: settled.amount,
        notes: notesOf(settled, reason, problems),
        region: place === null ? null : (place.province ?? place.country),
        base: this.#base(settled, result, shared),
        match: matchOf(finding, result, shared),
        candidates: shared.candidates,
        scope: target?.scope ?? null,
        category: target?.category ?? null,
        emissions: isCounted ? { value: co2e, unit: this.#unit } : null,
        byMarket: market === null ? null : { value: market, unit: this.#unit },
        missing: isCounted ? null : (reason ?? problems[0] ?? finding.how),
        splitFrom: settled.splitFrom,
      },
      row,
      finding.own?.given,
    );
  }

  #base({ finding, amountOfRow, unitOfRow, how }: SettledLine, result: RowResult | null, shared: Shared) {
    if (amountOfRow === null || finding.target === null) return null;
    const isOwn = finding.own !== undefined && !finding.own.isMarket;
    const factorUnit = (isOwn ? null : result?.main?.factorUnit) ?? finding.target.factorUnit;
    // The inventory's line says of which year its money is; that of energy is in kWh, whatever the amount is in.
    const said = result?.main?.unit;
    const unit = said?.startsWith(`${unitOfRow} `) ? said : unitOfRow!;
    const key = `${finding.target.id}|${unit}|${factorUnit}`;
    let base = this.#bases.get(key);
    if (base === undefined) {
      base = baseOf(unit, finding.target, factorUnit, this.#sources);
      this.#bases.set(key, base);
    }
    if (shared.how === undefined) shared.how = joinHow([...how, base?.how ?? null]);
    if (!base) return { amount: amountOfRow, unit: unitOfRow!, how: shared.how };
    return { amount: amountOfRow * base.ratio, unit: base.unit, how: shared.how };
  }

  #sharedBy(finding: Finding): Shared {
    let shared = this.#shared.get(finding);
    if (!shared) {
      const candidates = present(finding.others)
        .filter(({ id }) => id !== finding.target?.id)
        .slice(0, MOST_CANDIDATES)
        .map(candidateOf);
      shared = { candidates, matches: [], how: undefined };
      this.#shared.set(finding, shared);
    }
    return shared;
  }
}

const none: readonly Message[] = [];

function notesOf(
  { line, notes, finding }: SettledLine,
  reason: Message | null,
  problems: readonly Message[],
): MatchedLine["notes"] {
  const isSaid = reason === null || reason === finding.how;
  if (isSaid && problems.length === 0 && line.notes.length === 0) return notes;
  return [...line.notes, ...notes, ...(isSaid ? [] : [reason]), ...problems];
}

function matchOf(
  { target, kind, how, own }: Finding,
  result: RowResult | null,
  { matches }: Shared,
): MatchedLine["match"] {
  const main = result?.main ?? null;
  const { factor, factorUnit, source } =
    main !== null && main.factor !== null && (!own || own.isMarket) ? main : (target ?? nothing);
  const known = matches.find(
    (each) => each.factor === factor && each.factorUnit === factorUnit && each.source === source,
  );
  if (known) return known;
  const made =
    target === null
      ? { kind: kind === "mapping" || kind === "class" ? kind : ("none" as const), ...nothing, how }
      : { ...candidateOf(target), kind, how, factor, factorUnit, source };
  if (matches.length < MOST_MATCHES) matches.push(made);
  return made;
}

/** Matches of one finding that are kept: a factor by its supplier may be of one line alone. */
const MOST_MATCHES = 8;

const nothing = { id: null, to: null, factor: null, factorUnit: null, source: null, year: null, place: null };

/** What is wrong with a row: where it stands in the inventory's table is nothing that the file says. */
function problemIn(message: Message): Message {
  const { problem } = message.values;
  return message.code === "company.inTable" && isMessage(problem) ? problem : message;
}
