import { messages } from "../../../lib/message/message.ts";
import { nearestName } from "../../../lib/tool/nearest-name.ts";
import type { Rule } from "../rule.ts";
import { remarkAt } from "../visit.ts";
import { findNamedDatasets } from "./dataset-names.ts";

const texts = messages("check", {
  unknownDataset: {
    en: "There is no dataset `{name}` in the catalogue. The data panel lists what there is.",
    zh: "目录中没有数据集 `{name}`。“数据”面板列出了现有的数据集。",
  },
  unknownDatasetNear: {
    en: "There is no dataset `{name}` in the catalogue. Did you mean `{near}`?",
    zh: "目录中没有数据集 `{name}`。您是不是要用 `{near}`？",
  },
});

export const knownDataset: Rule = {
  name: "known-dataset",
  severity: "error",
  summary: "A dataset that is read or cited is in the catalogue.",
  check({ cells, environment }) {
    const known = environment.catalogue.map(({ name }) => name);
    return cells.flatMap((cell) =>
      findNamedDatasets(cell)
        .filter(({ name }) => !known.includes(name))
        .map(({ name, start, end }) => {
          const near = nearestName(name, known);
          const message = near ? texts.unknownDatasetNear({ name, near }) : texts.unknownDataset({ name });
          return remarkAt(cell, message, start, end);
        }),
    );
  },
};
