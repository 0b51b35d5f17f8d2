import type { Assumption, Json, Plan, Step } from "../../lib/dialogue/plan.ts";
import type { PlannedCell } from "../../lib/dialogue/reply.ts";
import { callArguments } from "../../lib/dialogue/step-arguments.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { isBindingName } from "../cell/binding-name.ts";
import { cellNames } from "../cell/names.ts";
import { protectedGlobals } from "../compile/names.ts";
import { equalData } from "../values/equal.ts";
import { literal } from "./cell-literal.ts";

const texts = messages("agent", {
  notCellName: {
    en: "A cell cannot be called `{id}`: the name has a meaning of its own. Give the step another id.",
    zh: "单元不能命名为 `{id}`：此名称已有含义。请为该步骤另取标识。",
  },
  sameId: {
    en: "Two steps of the plan are called `{id}`. Give one of them another id.",
    zh: "计划中有两个步骤都名为 `{id}`。请为其中一个另取标识。",
  },
});

const builtinNames: ReadonlySet<string> = new Set(cellNames.map(({ name }) => name));

/**
 * The cells that compute a plan, as they would stand in a notebook: one for each step, after one with the values that were
 * assumed, for a reader to change. An assumption stands for the arguments of its slot's name that have its value; those that no step
 * takes are not in the cell. Throws a Fault for an id that cannot be the name of a cell.
 * @param wanted the name of that first cell, if no step has it
 */
export function compileCells({ steps, assumed }: Pick<Plan, "steps" | "assumed">, wanted = "assumed"): PlannedCell[] {
  const ids = new Set<string>();
  for (const { id } of steps) {
    if (!isBindingName(id) || builtinNames.has(id) || protectedGlobals.has(id))
      throw new Fault(texts.notCellName({ id }));
    if (ids.has(id)) throw new Fault(texts.sameId({ id }));
    ids.add(id);
  }
  const parameters = freeName(wanted, ids);
  const taken = new Set<Assumption>();
  const named = (field: string, value: Json) => {
    const assumption = assumed.find(({ slot }) => slot === field);
    if (!assumption || !equalData(assumption.value, value)) return undefined;
    taken.add(assumption);
    return `${parameters}.${field}`;
  };
  const cells = steps.map((step): PlannedCell => ({ id: step.id, kind: "js", source: sourceOf(step, named) }));
  if (taken.size === 0) return cells;
  const values = Object.fromEntries([...taken].map(({ slot, value }) => [slot, value]));
  return [{ id: parameters, kind: "js", source: `const ${parameters} = ${literal(values)}` }, ...cells];
}

function sourceOf({ id, tool, args }: Step, named: (field: string, value: Json) => string | undefined): string {
  const given = callArguments(args).map((value) => literal(value as Json, named));
  return `const ${id} = ${tool}(${given.join(", ")})`;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let n = 2, free = name; ; free = `${name}${n++}`) if (!taken.has(free)) return free;
}
