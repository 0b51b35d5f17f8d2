import type { AnyNode } from "acorn";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell } from "../subject.ts";
import { calleeOf, findCalls, remarkAt } from "../visit.ts";

/** What draws or tells the time and is not replaced in reproducible mode. */
const unseeded = ["crypto.getRandomValues", "crypto.randomUUID", "performance.now"];

export const seededChance: Rule = {
  name: "seeded-chance",
  severity: "error",
  summary: "In a notebook that is to be reproduced, chance comes from its seed and time stands still.",
  check({ notebook, cells }) {
    if (!Object.hasOwn(notebook.attributes, "data-reproducible")) return [];
    return cells.flatMap(findUnseeded);
  },
};

function findUnseeded(cell: CheckedCell): Remark[] {
  return findCalls(cell).flatMap(({ call, around }) => {
    const callee = calleeOf(call).replace(/^(?:window|globalThis|self)\./, "");
    if (unseeded.includes(callee)) {
      const mend = callee === "performance.now" ? "Leave it out." : "Draw with `random` instead.";
      const message = `\`${callee}\` gives another value each time, but this notebook is to be reproduced. ${mend}`;
      return [remarkAt(cell, message, call.start, call.end)];
    }
    const isChance = callee === "Math.random" || callee === "Date.now";
    if (!isChance || !around.some(isWorkers)) return [];
    const message = `\`${callee}\` in the function that \`compute\` runs is the worker's own, without a seed. Give the function what it needs as an input.`;
    return [remarkAt(cell, message, call.start, call.end)];
  });
}

function isWorkers(node: AnyNode): boolean {
  return node.type === "CallExpression" && calleeOf(node) === "compute";
}
