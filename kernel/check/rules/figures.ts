import type { AnyNode, ObjectExpression } from "acorn";
import type { CheckedCell } from "../subject.ts";
import { calleeOf, findCalls, pathOf } from "../visit.ts";

/** A figure that a cell draws with Plot. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  /** The names of the options written in the call; null if they are computed elsewhere. */
  readonly options: ReadonlySet<string> | null;
}

/** The figures of a cell: `Plot.plot({…})` and the `.plot({…})` of a mark. */
export function findFigures(cell: CheckedCell): Figure[] {
  return findCalls(cell)
    .filter(({ call }) => isPlot(call.callee as AnyNode, calleeOf(call)))
    .map(({ call }) => {
      const [options] = call.arguments as AnyNode[];
      const names = !options ? new Set<string>() : options.type === "ObjectExpression" ? namesOf(options) : null;
      return { start: call.start, end: call.end, options: names };
    });
}

function isPlot(callee: AnyNode, path: string): boolean {
  if (path === "Plot.plot") return true;
  // A mark is the result of another call: `Plot.barX(…).plot(…)`.
  return (
    callee.type === "MemberExpression" &&
    path === ".plot" &&
    callee.object.type === "CallExpression" &&
    pathOf(callee.object.callee as AnyNode).startsWith("Plot.")
  );
}

function namesOf({ properties }: ObjectExpression): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const property of properties) {
    if (property.type !== "Property") return null; // A spread may contain any option.
    if (property.key.type === "Identifier") names.add(property.key.name);
    else if (property.key.type === "Literal") names.add(String(property.key.value));
  }
  return names;
}
