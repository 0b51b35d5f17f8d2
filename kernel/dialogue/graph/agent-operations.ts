import type { Agent } from "../../../lib/agents/agent.ts";
import type { Return } from "../../../lib/agents/state.ts";
import type { Json } from "../../../lib/dialogue/plan.ts";
import { messages, type Text } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { type Cell, type Notebook, nextCellId } from "../../document/notebook.ts";
import type { Operation } from "../../document/operation.ts";
import { literal } from "../cell-literal.ts";
import { prefixOf, REQUEST } from "./cell-names.ts";
import { agentAttribute, cellsOfAgent, phaseAttribute } from "./notebook-record.ts";
import { type AgentCell, phaseCells, textCells } from "./phase-cells.ts";
import type { PhaseRun } from "./record.ts";

const texts = messages("agent", {
  wentBack: {
    en: "*{day}: back from “{from}” to “{to}”.* {because}",
    zh: "*{day}：由“{from}”返回“{to}”。* {because}",
  },
});

/** The phase of the cells that begin an agent. */
const BEGINNING = "request";
/** The phase of the cells that say what it found. */
const REPORT = "report";
/** The attribute that tells cells of a phase from each other. */
const KEY = "data-part";

/** What begins an agent in a notebook: its title, and the cell of what is asked of it, after a cell or at the end. */
export function beginningOperations(
  notebook: Notebook,
  { title }: Pick<Agent, "title">,
  instance: string,
  request: Json,
  after = notebook.cells.at(-1)?.id ?? null,
): Operation[] {
  const cells: AgentCell[] = [
    ...textCells("heading", { en: `## ${title.en}`, zh: `## ${title.zh}` }),
    { key: REQUEST, kind: "js", source: requestSource(instance, request), attributes: {} },
  ];
  return written(notebook, instance, BEGINNING, cells, after);
}

/** Fills slots of what is asked of an agent. */
export function answerOperations(notebook: Notebook, instance: string, request: Json): Operation[] {
  const cell = cellsOfAgent(notebook, instance, BEGINNING).find(({ attributes }) => attributes[KEY] === REQUEST);
  const source = requestSource(instance, request);
  return cell ? [{ type: "source", cell: cell.id, source }] : [];
}

function requestSource(instance: string, request: Json): string {
  return `const ${prefixOf(instance)}${REQUEST} = ${literal(request)}`;
}

/** A phase that has run, in the place of its earlier cells, or after those of the phases before it. */
export function phaseOperations<Request>(
  notebook: Notebook,
  agent: Agent<Request>,
  instance: string,
  { phase, work, record }: PhaseRun,
): Operation[] {
  const at = agent.phases.findIndex(({ name }) => name === phase);
  const cells = phaseCells(instance, phase, agent.phases[at]!.title, work, record.input);
  const before = [BEGINNING, ...agent.phases.slice(0, at).map(({ name }) => name)];
  const last = cellsOfAgent(notebook, instance).findLast(({ attributes }) =>
    before.includes(attributes[phaseAttribute]!),
  );
  return written(notebook, instance, phase, cells, last?.id ?? null);
}

/** A dated note that the agent went back. @param day as a person writes it, such as 2026-11-28 */
export function noteOperations<Request>(
  notebook: Notebook,
  agent: Agent<Request>,
  instance: string,
  { from, to, check, because }: Return,
  day: string,
): Operation[] {
  const titleOf = (name: string) => agent.phases.find((phase) => phase.name === name)!.title;
  const note = (language: keyof Text, tag: string) =>
    writeMessage(
      texts.wentBack({ day, from: titleOf(from)[language], to: titleOf(to)[language], because: because[language] }),
      { tag },
    );
  const number = cellsOfAgent(notebook, instance, to).filter(({ attributes }) => "data-from" in attributes).length / 2;
  const cells = textCells(
    `note-${number + 1}`,
    { en: note("en", "en"), zh: note("zh", "zh-CN") },
    { "data-from": from, "data-check": check, "data-because": because.en },
  );
  const after = cellsOfAgent(notebook, instance).at(-1)?.id ?? null;
  return insertions(notebook, instance, to, cells, after).operations;
}

/** Text that closes an agent: what it says when all its phases stand. */
export function reportOperations(notebook: Notebook, instance: string, text: Text): Operation[] {
  const after = cellsOfAgent(notebook, instance).at(-1)?.id ?? null;
  return written(notebook, instance, REPORT, textCells("text", text), after);
}

/**
 * The operations after which a phase has these cells: those that it has are changed in their place, others are added and removed.
 * Cells that would not change are not touched. Notes stay.
 */
function written(
  notebook: Notebook,
  instance: string,
  phase: string,
  cells: readonly AgentCell[],
  after: number | null,
): Operation[] {
  const present = new Map(cellsOfAgent(notebook, instance, phase).map((cell) => [cell.attributes[KEY] ?? "", cell]));
  const operations: Operation[] = [];
  let next = nextCellId(notebook);
  let last = after;
  for (const cell of cells) {
    const known = present.get(cell.key);
    present.delete(cell.key);
    if (known) {
      operations.push(...changes(known, cell));
      last = known.id;
    } else {
      const inserted = insertions(notebook, instance, phase, [cell], last, next);
      operations.push(...inserted.operations);
      last = inserted.last;
      next++;
    }
  }
  for (const [key, { id }] of present) if (!key.startsWith("note-")) operations.push({ type: "delete", cell: id });
  return operations;
}

function changes(known: Cell, { source, attributes }: AgentCell): Operation[] {
  const operations: Operation[] = [];
  if (known.source !== source) operations.push({ type: "source", cell: known.id, source });
  for (const [name, value] of Object.entries(attributes))
    if (known.attributes[name] !== value) operations.push({ type: "attribute", cell: known.id, name, value });
  return operations;
}

function insertions(
  notebook: Notebook,
  instance: string,
  phase: string,
  cells: readonly AgentCell[],
  after: number | null,
  first = nextCellId(notebook),
): { readonly operations: Operation[]; readonly last: number | null } {
  let last = after;
  let id = first;
  const operations = cells.map(({ key, kind, source, attributes }): Operation => {
    const own = { [agentAttribute]: instance, [phaseAttribute]: phase, [KEY]: key, ...attributes };
    const operation: Operation = { type: "insert", after: last, cell: { id, kind, source, attributes: own } };
    last = id++;
    return operation;
  });
  return { operations, last };
}
