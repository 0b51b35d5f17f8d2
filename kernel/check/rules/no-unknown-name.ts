import { nearestName } from "../../../lib/tool/nearest-name.ts";
import { coreNames, hiddenGlobals, libraryNames, runNames } from "../../cell/names.ts";
import type { Rule } from "../rule.ts";

export const noUnknownName: Rule = {
  name: "no-unknown-name",
  severity: "error",
  summary: "Every name that a cell reads is declared by a cell, given by the library or known to the browser.",
  check({ cells, graph, surroundings }) {
    const known = new Set([...graph.definers.keys(), ...coreNames, ...runNames, ...libraryNames()]);
    const isKnown = (name: string) => known.has(name) || (!hiddenGlobals.has(name) && surroundings.isGlobal(name));
    return cells.flatMap(({ id, compiled }) =>
      compiled.inputs
        .filter((name) => !isKnown(name))
        .map((name) => {
          const near = nearestName(name, known);
          const hint = near
            ? `Did you mean \`${near}\`?`
            : "Declare it in a cell, or import it from the notebook that does.";
          const from = compiled.references[name] ?? 0;
          return { message: `Nothing declares \`${name}\`. ${hint}`, cell: id, from, to: from + name.length };
        }),
    );
  },
};
