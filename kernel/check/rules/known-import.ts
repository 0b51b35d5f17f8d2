import { nearestName } from "../../../lib/tool/nearest-name.ts";
import { notebookNameIn } from "../../notebook/notebook-name.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";

export const knownImport: Rule = {
  name: "known-import",
  severity: "error",
  summary: "What a cell imports from another notebook is there.",
  async check({ cells, surroundings }) {
    const remarks: Remark[] = [];
    if (!surroundings.namesOf) return remarks;
    for (const { id, compiled } of cells) {
      for (const { kind, module, names, from, to } of compiled.imports) {
        if (kind !== "notebook") continue;
        const there = await surroundings.namesOf(notebookNameIn(module));
        const at = { cell: id, from, to };
        if (!there) {
          remarks.push({ message: `There is no notebook ${module} beside this one. Correct its name.`, ...at });
          continue;
        }
        for (const { imported } of names) {
          if (imported === "*" || there.has(imported)) continue;
          const near = nearestName(imported, there);
          const hint = near ? `Did you mean \`${near}\`?` : `It declares ${[...there].join(", ")}.`;
          remarks.push({ message: `${module} declares no \`${imported}\`. ${hint}`, ...at });
        }
      }
    }
    return remarks;
  },
};
