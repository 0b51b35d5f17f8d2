import { inEnglish } from "../../lib/message/english.ts";
import { isMessage, type Sentence } from "../../lib/message/message.ts";
import { type Provenance, provenancePlaces, valuesAt } from "../../lib/tool/provenance.ts";
import type { Tool } from "../../lib/tool/tool.ts";
import { factorUses } from "./factor-uses.ts";
import type { Fact, ResultProvenance } from "./step.ts";

/** The maximum length of a text. */
const LONG = 400;
/** The maximum number of list entries to read, and of distinct findings to keep. */
const ROWS = 200;
const MANY = 20;

/** Facts about a result as a whole, in display order. */
const ownKinds = ["method", "residual", "iterations", "metric", "unit", "source", "equation", "notes"] as const;

/** Reads the provenance of a result at the paths that its tool declares. */
export function resultProvenance(tool: Tool, input: unknown, result: unknown): ResultProvenance {
  const places = provenancePlaces(tool);
  const at = (kind: Provenance, most?: number) =>
    places
      .filter((place) => place.kind === kind)
      .flatMap(({ path }) => valuesAt(result, path, most).map((value) => inEnglish(value)));
  const factors = factorUses(input, at("factor"));
  const facts: Record<string, Fact> = {};
  for (const kind of ownKinds) {
    const own = places.find(({ kind: each, path }) => each === kind && path.length === 1);
    const fact = own ? factOf(valuesAt(result, own.path)[0]) : "";
    if (isMessage(fact) || fact.length > 0) facts[kind] = fact;
  }
  const equations = distinct(at("equation", ROWS).map(writeEquation));
  if (equations.length > 0) facts.equations = equations.join("; ");
  const lines = distinct(at("factor", ROWS).map(writeFactor));
  if (lines.length > 0) facts.factors = lines.join("; ");
  const metrics = at("metric", ROWS).filter((metric) => typeof metric === "string" && metric !== "");
  if (metrics.length > 0) facts.metric ??= [...new Set(metrics)].join(", ");
  return { facts, ...(factors ? { factors } : {}) };
}

function factOf(value: unknown): Fact {
  if (typeof value === "number") return String(value);
  if (isSentence(value)) return sentenceOf(value);
  return Array.isArray(value) && value.every(isSentence) ? value.slice(0, MANY).map(sentenceOf) : "";
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === "string" || isMessage(value);
}

/** Cuts a long text; messages are kept whole. */
function sentenceOf(said: Sentence): Sentence {
  return typeof said === "string" ? said.slice(0, LONG) : said;
}

/** The first distinct texts. */
function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.filter(Boolean))].slice(0, MANY);
}

/** The equation of a step, with its title. */
function writeEquation(step: unknown): string {
  const { equation, title } = (step ?? {}) as { equation?: string; title?: string };
  if (!equation) return "";
  return title ? `${equation} (${title})` : equation;
}

/** The factor of a line, with its activity, gas and source. */
function writeFactor(line: unknown): string {
  const { activity, gas, factor, factorUnit, source } = (line ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof factor !== "number") return "";
  const what = [activity, gas].filter(Boolean).join(", ");
  return `${what && `${what}: `}${factor} ${factorUnit ?? ""} [${source}]`;
}
