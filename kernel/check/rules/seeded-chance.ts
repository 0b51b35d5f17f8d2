import type { AnyNode } from "acorn";
import { messages } from "../../../lib/message/message.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell } from "../subject.ts";
import { calleeOf, findCalls, remarkAt } from "../visit.ts";

const texts = messages("check", {
  unseededTime: {
    en: "`{callee}` returns a different value each time, but this notebook is meant to be reproducible. Remove it.",
    zh: "`{callee}` 每次给出不同的值，而本笔记本须可复现。请去掉。",
  },
  unseededRandom: {
    en: "`{callee}` returns a different value each time, but this notebook is meant to be reproducible. Use `random` instead.",
    zh: "`{callee}` 每次给出不同的值，而本笔记本须可复现。请改用 `random` 抽取。",
  },
  unseededWorker: {
    en: "`{callee}` in the function that `compute` runs is the worker's own and has no seed. Pass the values that the function needs as inputs.",
    zh: "`compute` 所运行函数中的 `{callee}` 属于工作线程，没有种子。请将所需的值作为输入传给函数。",
  },
});

/** Sources of randomness and time that are not replaced in reproducible mode. */
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
  return findCalls(cell).flatMap(({ call, ancestors }) => {
    const callee = calleeOf(call).replace(/^(?:window|globalThis|self)\./, "");
    if (unseeded.includes(callee)) {
      const message = callee === "performance.now" ? texts.unseededTime({ callee }) : texts.unseededRandom({ callee });
      return [remarkAt(cell, message, call.start, call.end)];
    }
    const isChance = callee === "Math.random" || callee === "Date.now";
    if (!isChance || !ancestors.some(isComputeCall)) return [];
    const message = texts.unseededWorker({ callee });
    return [remarkAt(cell, message, call.start, call.end)];
  });
}

function isComputeCall(node: AnyNode): boolean {
  return node.type === "CallExpression" && calleeOf(node) === "compute";
}
