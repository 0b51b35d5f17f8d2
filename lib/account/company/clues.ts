import { findGas } from "../../quantity/substance.ts";
import type { ReadLine } from "../line-shape.ts";
import { type AmountUnit, amountUnit } from "../matching/amount-unit.ts";
import { wordsOf } from "../matching/fold-text.ts";
import { type FoundTerm, TermFinder } from "../matching/term-finder.ts";
import { type ScopeAsWritten, scopeAsWritten } from "./scope-as-written.ts";
import { physicalTerms } from "./terms/physical.ts";
import { spendTerms } from "./terms/spend.ts";

/** What the cells of a line say about its activity. */
export interface Clues {
  readonly name: string;
  /** Terms of the name, and of the columns and the sheet where they say who burns, moves or has it. */
  readonly terms: readonly FoundTerm[];
  readonly tags: ReadonlySet<string>;
  /** Tags of the name alone. */
  readonly own: ReadonlySet<string>;
  readonly spend: readonly FoundTerm[];
  /** A gas that is named by its formula or number, such as R-410A. */
  readonly gas: string | null;
  readonly unit: AmountUnit;
  readonly unitAsWritten: string;
  readonly written: ScopeAsWritten;
  readonly code: string | null;
  readonly hasDistance: boolean;
}

const physical = new TermFinder(physicalTerms);
const spending = new TermFinder(spendTerms);

/** Kinds of terms that a column, a sheet or a site may say of all its lines. */
const ofContext = /^(?:use:|role:(?!sold|produced|green|own)|freight:any|waste:any|treatment:|haul:)/;

/** Kinds of terms that a remark may say: who buys or sells it is told there in passing. */
const ofRemark = /^(?:use:|treatment:|haul:)/;

export function cluesOf(line: ReadLine): Clues {
  const { name, sheet, column, site, scope, code, unit, basis, remark } = line;
  const terms = physical.find(name);
  const own = new Set(terms.map(({ tag }) => tag));
  const context: FoundTerm[] = [];
  for (const text of [column, scope, sheet, site, remark]) {
    if (text === null || text === undefined || text === name) continue;
    for (const term of physical.find(text)) {
      const kind = term.tag.slice(0, term.tag.indexOf(":") + 1);
      // What the name says goes before what stands around it.
      const isSaid = [...own].some((tag) => tag.startsWith(kind)) && kind !== "role:";
      const may = text === remark ? ofRemark : ofContext;
      if (may.test(term.tag) && !isSaid) context.push(term);
    }
  }
  return {
    name,
    terms: [...terms, ...context],
    tags: new Set([...own, ...context.map(({ tag }) => tag)]),
    own,
    spend: spending.find(name),
    gas: gasOf(name),
    unit: onBasis(amountUnit(unit), basis),
    unitAsWritten: unit,
    written: writtenIn(line),
    code,
    hasDistance: line.distance !== null,
  };
}

/** What the unit itself says of the calorific value goes before what stands around it. */
function onBasis(unit: AmountUnit, basis: ReadLine["basis"]): AmountUnit {
  return basis === undefined || unit.dimension !== "energy" || unit.basis !== null ? unit : { ...unit, basis };
}

/** What the columns say of the scope; else what the name of the sheet says, as in `Scope 1`. */
function writtenIn({ scope, code, sheet }: ReadLine): ScopeAsWritten {
  const written = scopeAsWritten(scope, code);
  return written.scope === null && /scope|范围/i.test(sheet) ? scopeAsWritten(sheet, code) : written;
}

/** The first of the tags of a kind in the order of the text, without the kind. */
export function firstOf(clues: Clues, kind: string): string | null {
  return allOf(clues, kind)[0] ?? null;
}

export function allOf({ terms }: Clues, kind: string): string[] {
  const found = terms.filter(({ tag }) => tag.startsWith(`${kind}:`)).map(({ tag }) => tag.slice(kind.length + 1));
  return [...new Set(found)];
}

/** The words by which a tag was found. */
export function wordsFor({ terms, spend }: Clues, ...tags: readonly string[]): string[] {
  const words = [...terms, ...spend]
    .filter(({ tag }) => tags.includes(tag))
    .map(({ words: of }) => of.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ""));
  return [...new Set(words)];
}

const FLUORINATED = /^(?:r|hfc|hcfc|cfc|hfo|pfc|halon)\d{2,4}[a-z]{0,3}\d?[a-z]?$/;
const plain = new Set(["sf6", "nf3", "n2o", "ch4", "co2", "cf4", "c2f6"]);
/** Refrigerants by their ASHRAE numbers that are no blend: the families that a number may belong to. */
const families = ["HFC", "HCFC", "CFC", "HFO", "PFC", "Halon"];

/** A gas of a leak by its name: `R410A`, `R-134a`, `HFC 32`, `SF6`. */
function gasOf(name: string): string | null {
  const words = wordsOf(name).map(({ text }) => text);
  for (let at = 0; at < words.length; at++) {
    for (const length of [2, 1]) {
      const joined = words.slice(at, at + length).join("");
      if (!FLUORINATED.test(joined) && !(length === 1 && plain.has(joined))) continue;
      const number = /^r(\d.*)$/.exec(joined)?.[1];
      const found =
        findGas(joined) ?? (number ? families.map((family) => findGas(family + number)).find(Boolean) : undefined);
      if (found) return found;
      if (joined === "r744") return "CO2";
    }
  }
  return null;
}
