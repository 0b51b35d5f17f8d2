import { nearestName } from "../../../lib/tool/nearest-name.ts";
import type { Rule } from "../rule.ts";
import { remarkAt } from "../visit.ts";
import { findNamedDatasets } from "./dataset-names.ts";

export const knownDataset: Rule = {
  name: "known-dataset",
  severity: "error",
  summary: "A dataset that is read or cited is in the catalogue.",
  check({ cells, surroundings }) {
    const known = surroundings.catalogue.map(({ name }) => name);
    return cells.flatMap((cell) =>
      findNamedDatasets(cell)
        .filter(({ name }) => !known.includes(name))
        .map(({ name, start, end }) => {
          const near = nearestName(name, known);
          const hint = near ? `Did you mean \`${near}\`?` : "The data panel lists what there is.";
          return remarkAt(cell, `There is no dataset \`${name}\` in the catalogue. ${hint}`, start, end);
        }),
    );
  },
};
