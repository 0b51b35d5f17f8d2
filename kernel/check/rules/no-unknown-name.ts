import { messages } from "../../../lib/message/message.ts";
import { nearestName } from "../../../lib/tool/nearest-name.ts";
import { nameElsewhere } from "../../cell/names/elsewhere.ts";
import { coreNames, hiddenGlobals, libraryNames, runNames } from "../../cell/names.ts";
import type { Rule } from "../rule.ts";

const texts = messages("check", {
  unknownName: {
    en: "Nothing declares `{name}`. Declare it in a cell, or import it from the notebook that does.",
    zh: "没有任何地方声明 `{name}`。请在单元格中声明，或从声明它的笔记本导入。",
  },
  unknownNameNear: {
    en: "Nothing declares `{name}`. Did you mean `{near}`?",
    zh: "没有任何地方声明 `{name}`。您是不是要用 `{near}`？",
  },
});

export const noUnknownName: Rule = {
  name: "no-unknown-name",
  severity: "error",
  summary: "Every name that a cell reads is declared by a cell, given by the library or known to the browser.",
  check({ cells, graph, environment }) {
    const known = new Set([...graph.definers.keys(), ...coreNames, ...runNames, ...libraryNames()]);
    const isKnown = (name: string) => known.has(name) || (!hiddenGlobals.has(name) && environment.isGlobal(name));
    return cells.flatMap(({ id, compiled }) =>
      compiled.inputs
        .filter((name) => !isKnown(name))
        .map((name) => {
          const from = compiled.references[name] ?? 0;
          const place = { cell: id, from, to: from + name.length };
          const instead = nameElsewhere(name);
          if (instead) return { message: instead, ...place };
          const near = nearestName(name, known);
          const message = near ? texts.unknownNameNear({ name, near }) : texts.unknownName({ name });
          return { message, ...place };
        }),
    );
  },
};
