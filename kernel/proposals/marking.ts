import { type Message, messages } from "../../lib/message/message.ts";
import { isBindingName } from "../cell/binding-name.ts";
import type { Candidate, ColumnSubject, InputSubject } from "./candidate.ts";
import { callOf, type Law, lawOfNumber } from "./law.ts";

const texts = messages("proposals", {
  assumed: {
    en: "own assumption: ± {percent} % (95 % interval)",
    zh: "自设假定：± {percent} %（95 % 区间）",
  },
});

/** The change of a notebook that makes a candidate uncertain: one cell, and perhaps a new one below it. */
export interface Marking {
  readonly cell: number;
  /** The new source of the cell. */
  readonly source: string;
  /** The name that the cell gave and that the new cell gives instead, and the one that it gives from now on. */
  readonly renamed?: { readonly from: string; readonly to: string };
  /** The source of a JavaScript cell below. */
  readonly below?: string;
  /** The lines that change, before and after. */
  readonly preview: readonly { readonly before: string | null; readonly after: string }[];
}

/** What a marking has to know of the notebook. */
export interface MarkingContext {
  /** The present source of the candidate's cell. */
  readonly source: string;
  /** The names of samples that exist. */
  readonly samples: ReadonlySet<string>;
  /** Whether a cell of the notebook defines or reads a name. */
  isTaken(name: string): boolean;
  /** Writes a message in the reader's language, for the comment in the code. */
  write(message: Message): string;
}

/** Makes a candidate uncertain by its proposal, or by a percentage that the user assumes. */
export function markUncertain(candidate: Candidate, percent: number | null, context: MarkingContext): Marking {
  const { proposal, subject } = candidate;
  const law = percent === null ? proposal!.law : ({ kind: "percent", percent } as const);
  const comment = commentOf(percent === null ? proposal!.origin : texts.assumed({ percent }), context);
  if (subject.kind === "constant") return markConstant(candidate, law, comment, context);
  const to = freeName(subject.name, subject.kind === "input" ? "Chosen" : "Stated", context);
  const below =
    subject.kind === "input" ? codeOfInput(subject, to, law, context) : codeOfColumn(subject, to, law, context);
  return rename(candidate, subject, to, `// ${candidate.name}: ${comment}\n${below}`, context);
}

/** `94.6` becomes `sample("coal", normal({…}))` where it stands. Nothing else of the source changes. */
function markConstant(
  { cell, name, value, subject }: Candidate,
  law: Law,
  comment: string,
  { source, samples }: MarkingContext,
): Marking {
  const { from, to } = subject as { from: number; to: number };
  const made = lawOfNumber(value!, law as Parameters<typeof lawOfNumber>[1]);
  const call = `sample(${quoted(freeSample(name, samples))}, ${made} /* ${comment} */)`;
  const changed = source.slice(0, from) + call + source.slice(to);
  return {
    cell,
    source: changed,
    preview: [{ before: linesOf(source, from, to), after: linesOf(changed, from, from + call.length) }],
  };
}

/** The name goes to a new cell below; the cell itself gives its value under another name. */
function rename(
  { cell }: Candidate,
  { name, binding }: InputSubject | ColumnSubject,
  to: string,
  below: string,
  { source }: MarkingContext,
): Marking {
  const renamed = { from: name, to };
  const added = { before: null, after: below };
  if (!binding) return { cell, source, renamed, below, preview: [{ before: name, after: to }, added] };
  const changed = source.slice(0, binding.from) + to + source.slice(binding.to);
  return {
    cell,
    source: changed,
    renamed,
    below,
    preview: [
      {
        before: linesOf(source, binding.from, binding.to),
        after: linesOf(changed, binding.from, binding.from + to.length),
      },
      added,
    ],
  };
}

/** A factor around 1, so that the distribution moves with the input, and an input at 0 stays one. */
function codeOfInput({ name }: InputSubject, from: string, law: Law, { samples }: MarkingContext): string {
  const made = lawOfNumber(1, law as Parameters<typeof lawOfNumber>[1]);
  return `const ${name} = ${from} * ${sampleOf(quoted(freeSample(name, samples)), made)};`;
}

function codeOfColumn(subject: ColumnSubject, from: string, law: Law, { samples }: MarkingContext): string {
  const { name, field, isSingle, column, hasGaps } = subject;
  const rows = field === null ? from : memberOf(from, field);
  const row = isSingle ? rows : "d";
  const value = memberOf(row, column);
  const sample = sampleName(subject, row, samples);
  const drawn = drawnValue(law, row, value, sample);
  const guarded = hasGaps ? `${guardOf(law, row, value)} ? ${drawn} : ${value}` : drawn;
  const record = `{...${row}, ${keyOf(column)}: ${guarded}}`;
  const counter = subject.isNumbered ? "(d, i)" : "(d)";
  const changed = isSingle ? record : `Array.from(${rows}, ${counter} => (${record}))`;
  return field === null ? `const ${name} = ${changed};` : `const ${name} = {...${from}, ${keyOf(field)}: ${changed}};`;
}

/** The code of a drawn value of one row. */
function drawnValue(law: Law, row: string, value: string, sample: string): string {
  switch (law.kind) {
    case "bounds": {
      const fields: Record<string, string> = { value, lo: memberOf(row, law.lo), hi: memberOf(row, law.hi) };
      if (law.distribution !== undefined) fields.law = memberOf(row, law.distribution);
      return sampleOf(sample, callOf("factorBounds", fields));
    }
    case "sigma":
      return sampleOf(sample, callOf("normal", { mean: value, sd: memberOf(row, law.column) }));
    case "absolute":
      return `${value} + ${sampleOf(sample, callOf("normal", { mean: "0", sd: String(law.sigma) }))}`;
    default:
      return `${value} * ${sampleOf(sample, lawOfNumber(1, law))}`;
  }
}

/** @param name the code of the name */
function sampleOf(name: string, law: string): string {
  return `sample(${name}, ${law})`;
}

/** The condition under which a row has what its distribution needs. */
function guardOf(law: Law, row: string, value: string): string {
  if (law.kind === "bounds") return `${memberOf(row, law.lo)} < ${memberOf(row, law.hi)}`;
  if (law.kind === "sigma") return `${memberOf(row, law.column)} > 0`;
  return `Number.isFinite(${value})`;
}

/** The code of a sample's name: rows with the same texts have the same. */
function sampleName(
  { name, field, column, naming, isNumbered }: ColumnSubject,
  row: string,
  samples: ReadonlySet<string>,
) {
  const stem = freeSample([name, field, column].filter(Boolean).join("."), samples);
  const parts = [...naming.map((each) => `\${${memberOf(row, each)}}`), ...(isNumbered ? ["${i + 1}"] : [])];
  if (parts.length === 0) return quoted(stem);
  return `\`${stem.replace(/[\\`]|\$\{/g, "\\$&")} ${parts.join(" ")}\``;
}

function freeSample(name: string, samples: ReadonlySet<string>): string {
  const isFree = (wanted: string) => ![...samples].some((each) => each === wanted || each.startsWith(`${wanted} `));
  if (isFree(name)) return name;
  for (let i = 2; ; ++i) if (isFree(`${name} (${i})`)) return `${name} (${i})`;
}

function freeName(name: string, suffix: string, { isTaken }: MarkingContext): string {
  for (let i = 1; ; ++i) {
    const wanted = `${name}${suffix}${i === 1 ? "" : i}`;
    if (!isTaken(wanted)) return wanted;
  }
}

function memberOf(object: string, field: string): string {
  return isBindingName(field) ? `${object}.${field}` : `${object}[${quoted(field)}]`;
}

function keyOf(field: string): string {
  return isBindingName(field) ? field : quoted(field);
}

/** A text as code. A notebook is HTML: its scripts cannot contain their own end. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("</", "<\\/");
}

function commentOf(message: Message, { write }: MarkingContext): string {
  return write(message).replace(/\s+/g, " ").replaceAll("*/", "* /").replaceAll("</", "< /");
}

/** The whole lines that a range touches, without their indentation. */
function linesOf(source: string, from: number, to: number): string {
  const start = source.lastIndexOf("\n", from - 1) + 1;
  const end = source.indexOf("\n", to);
  return source.slice(start, end < 0 ? undefined : end).trim();
}
