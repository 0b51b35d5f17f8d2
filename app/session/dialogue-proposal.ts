import type { CellSource } from "../../kernel/compile/cell.ts";
import { compileCells } from "../../kernel/dialogue/compile-cells.ts";
import type { Operation } from "../../kernel/document/index.ts";
import { isSameLanguage } from "../../kernel/document/language-tag.ts";
import { languageAttribute, languageOf } from "../../kernel/document/translations.ts";
import { hashOf } from "../../kernel/values/canonical.ts";
import { equalData } from "../../kernel/values/equal.ts";
import type { Json, Plan, Step } from "../../lib/dialogue/plan.ts";
import type { Answer, PlannedCell } from "../../lib/dialogue/reply.ts";
import { partsOf, valueAt } from "../../lib/dialogue/result-path.ts";
import type { Part } from "../../lib/dialogue/template.ts";
import { namesOf, readsOf, withNames } from "./dialogue-names.ts";
import { assumptionsProse, cellsOfProse, proseOf } from "./dialogue-prose.ts";

/** The cell of the values that a question gave, which a sentence repeats. */
const ASKED = "asked";

/** A cell that a reply would add to a notebook. */
export interface ProposedCell {
  /** Its id in the reply; {@link textId} for the sentence. */
  readonly planned: string;
  /** The name that it would define; empty for the sentence. */
  readonly name: string;
  /** Its source; of a sentence, in each language. */
  readonly source: string | { readonly en: string; readonly zh: string };
  /** The ids in the reply of the cells that it reads. */
  readonly needs: readonly string[];
}

/** The id of the sentence among the proposed cells. */
export const textId = "text";

/** The cells of an answer as they would stand in a notebook, under names that are free there. */
export interface Proposal {
  /** The state of the notebook that it was made for. */
  readonly base: string;
  readonly cells: readonly ProposedCell[];
}

type NotebookCell = CellSource & { readonly attributes: Readonly<Record<string, string>> };

/** The hash of a notebook's cells. */
export function baseOf(cells: readonly NotebookCell[]): string {
  return hashOf(cells.map(({ id, kind, source, attributes }) => [id, kind, source, attributes.output ?? ""]));
}

/** The proposal of an answer to a notebook. */
export function proposalOf(answer: Answer, cells: readonly NotebookCell[]): Proposal {
  const { plan, text, values } = answer;
  const taken = namesOf(cells);
  const { steps, given } = withAsked(plan, [...text.en, ...text.zh]);
  // An agent writes the cells of its phases itself; those of a plan are compiled.
  const isCompiled = equalData(answer.cells, compileCells(plan));
  const compiled = isCompiled ? compileCells({ steps, assumed: plan.assumed }) : answer.cells;
  const planned = [...askedCell(given), ...compiled.filter(({ kind }) => kind === "js")];
  const names = freeNames(planned, taken);
  const ids = new Set(names.keys());
  const sources = planned.map(
    ({ id, source }): ProposedCell => ({
      planned: id,
      name: names.get(id)!,
      source: withNames(source, names),
      needs: readsOf(source, ids),
    }),
  );
  // The cell of what was assumed is the only one that is no step.
  const assumed = compiled.find(({ id }) => !steps.some((step) => step.id === id));
  const isParameter = (slot: string) => new RegExp(`\\b${slot}: `).test(assumed?.source ?? "");
  const parameter = (slot: string) =>
    isCompiled && isParameter(slot) ? `${names.get(assumed!.id)!}.${slot}` : undefined;
  const prose = {
    values,
    cell: (id: string) => names.get(id) ?? id,
    given: (step: string, path: string) => `${names.get(ASKED)!}.${given.get(`${step} ${path}`)!.field}`,
  };
  const isAssumedRead = plan.assumed.some(({ slot, value }) => typeof value === "number" && parameter(slot));
  const read = [
    ...cellsOfProse(text.en, values),
    ...(given.size > 0 ? [ASKED] : []),
    ...(isAssumedRead ? [assumed!.id] : []),
  ];
  return {
    base: baseOf(cells),
    cells: [
      {
        planned: textId,
        name: "",
        source: {
          en: `${proseOf(text.en, prose, "en")} ${assumptionsProse(plan.assumed, "en", parameter)}`.trim(),
          zh: proseOf(text.zh, prose, "zh") + assumptionsProse(plan.assumed, "zh", parameter),
        },
        needs: [...new Set(read)],
      },
      ...sources,
    ],
  };
}

/** The chosen cells and those that they need, in the order of the proposal. */
export function withNeeds({ cells }: Proposal, chosen: ReadonlySet<string>): ProposedCell[] {
  const wanted = new Set<string>();
  const want = (id: string) => {
    const cell = cells.find(({ planned }) => planned === id);
    if (!cell || wanted.has(id)) return;
    wanted.add(id);
    cell.needs.forEach(want);
  };
  chosen.forEach(want);
  return cells.filter(({ planned }) => wanted.has(planned));
}

/**
 * The operations that insert cells, the sentence first. In a notebook with texts in both languages it stands in both.
 * @param first the id of the first new cell; the others follow
 * @param language the reader's
 */
export function insertionsOf(
  kept: readonly ProposedCell[],
  notebook: readonly NotebookCell[],
  { after, first, language }: { after: number | null; first: number; language: string },
): (Operation & { readonly type: "insert" })[] {
  const tags = new Set(notebook.map(languageOf).filter((tag) => tag !== undefined));
  const has = (tag: string) => [...tags].some((each) => isSameLanguage(each, tag));
  const isBilingual = has("en") && has("zh-CN");
  const sentence = kept.find(({ planned }) => planned === textId);
  const prose = (source: { en: string; zh: string }) =>
    isBilingual
      ? [
          { kind: "md", source: source.en, attributes: { [languageAttribute]: "en" } },
          { kind: "md", source: source.zh, attributes: { [languageAttribute]: "zh-CN" } },
        ]
      : [{ kind: "md", source: isSameLanguage(language, "zh-CN") ? source.zh : source.en, attributes: {} }];
  const cells = [
    ...(typeof sentence?.source === "object" ? prose(sentence.source) : []),
    ...kept.flatMap(({ source }) => (typeof source === "string" ? { kind: "js", source, attributes: {} } : [])),
  ];
  return cells.map((cell, i) => ({
    type: "insert",
    after: i === 0 ? after : first + i - 1,
    cell: { id: first + i, ...cell },
  }));
}

/** A value that the question gave to a step and that the sentence repeats. */
interface Given {
  readonly field: string;
  readonly value: Json;
}

/**
 * The steps with the values that the sentence repeats taken from one cell, so that cell and sentence cannot differ. A step that was given
 * the same value at the same place takes it, too: a share is of the whole of the same year.
 */
function withAsked({ steps }: Plan, parts: readonly Part[]): { steps: Step[]; given: Map<string, Given> } {
  const given = new Map<string, Given>();
  let changed = [...steps];
  for (const part of parts) {
    if (typeof part !== "object" || !("given" in part)) continue;
    const [id, path] = part.given;
    const step = changed.find((each) => each.id === id);
    if (!step || given.has(`${id} ${path}`)) continue;
    const value = valueAt(id, steps.find((each) => each.id === id)!.args, path) as Json;
    const field = fieldOf(path, value, [...given.values()]);
    given.set(`${id} ${path}`, { field, value });
    const asked = { $from: ASKED, path: field };
    changed = changed.map((each) =>
      each === step || equalData(heldAt(each.args, partsOf(path)), value)
        ? { ...each, args: replacedAt(each.args, partsOf(path), asked) as Step["args"] }
        : each,
    );
  }
  return { steps: changed, given };
}

/** The field of a given value: the last name of its path, with a number if another value has it. */
function fieldOf(path: string, value: Json, known: readonly Given[]): string {
  const name = partsOf(path).findLast((part) => /^[a-z]\w*$/i.test(part)) ?? "value";
  for (let n = 1; ; ++n) {
    const field = n === 1 ? name : `${name}${n}`;
    const same = known.find((each) => each.field === field);
    if (!same || same.value === value) return field;
  }
}

/** What stands at a path; undefined where nothing does. */
function heldAt(within: Json | undefined, parts: readonly string[]): Json | undefined {
  return parts.reduce<Json | undefined>(
    (held, part) =>
      typeof held === "object" && held !== null ? (held as { readonly [key: string]: Json })[part] : undefined,
    within,
  );
}

function replacedAt(within: Json, [part, ...rest]: readonly string[], value: Json): Json {
  if (part === undefined) return value;
  if (Array.isArray(within))
    return within.map((each, i) => (String(i) === part ? replacedAt(each, rest, value) : each));
  const record = within as { readonly [key: string]: Json };
  return { ...record, [part]: replacedAt(record[part]!, rest, value) };
}

function askedCell(given: ReadonlyMap<string, Given>): PlannedCell[] {
  if (given.size === 0) return [];
  const fields = new Map([...given.values()].map(({ field, value }) => [field, value]));
  const written = [...fields].map(([field, value]) => `${field}: ${JSON.stringify(value)}`).join(", ");
  return [{ id: ASKED, kind: "js", source: `const ${ASKED} = {${written}}` }];
}

function freeNames(cells: readonly PlannedCell[], taken: ReadonlySet<string>): Map<string, string> {
  const names = new Map<string, string>();
  const used = new Set(taken);
  for (const { id } of cells) {
    let name = id;
    for (let n = 2; used.has(name) || (name !== id && cells.some((each) => each.id === name)); ++n) name = `${id}${n}`;
    names.set(id, name);
    used.add(name);
  }
  return names;
}
