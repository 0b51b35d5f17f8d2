import { messages } from "../../../lib/message/message.ts";
import { nearestName } from "../../../lib/tool/nearest-name.ts";
import { notebookNameIn } from "../../document/notebook-name.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";

const texts = messages("check", {
  unknownExport: {
    en: "{module} declares no `{imported}`. It declares {names}.",
    zh: "{module} 没有声明 `{imported}`。它声明了 {names}。",
  },
  unknownExportNear: {
    en: "{module} declares no `{imported}`. Did you mean `{near}`?",
    zh: "{module} 没有声明 `{imported}`。您是不是要用 `{near}`？",
  },
  unknownNotebook: {
    en: "There is no notebook {module} in this folder. Correct its name.",
    zh: "同一文件夹中没有笔记本 {module}。请更正名称。",
  },
});

export const knownImport: Rule = {
  name: "known-import",
  severity: "error",
  summary: "What a cell imports is there: another notebook and its names, a module beside it, a package.",
  async check({ cells, environment }) {
    const remarks: Remark[] = [];
    for (const { id, compiled } of cells) {
      for (const { kind, module, names, from, to } of compiled.imports) {
        const at = { cell: id, from, to };
        if (kind !== "notebook") {
          const message = kind === "library" ? null : await environment.importProblem?.(module);
          if (message) remarks.push({ message, ...at });
          continue;
        }
        if (!environment.namesOf) continue;
        const there = await environment.namesOf(notebookNameIn(module));
        if (!there) {
          remarks.push({ message: texts.unknownNotebook({ module }), ...at });
          continue;
        }
        for (const { imported } of names) {
          if (imported === "*" || there.has(imported)) continue;
          const near = nearestName(imported, there);
          const message = near
            ? texts.unknownExportNear({ module, imported, near })
            : texts.unknownExport({ module, imported, names: [...there] });
          remarks.push({ message, ...at });
        }
      }
    }
    return remarks;
  },
};
