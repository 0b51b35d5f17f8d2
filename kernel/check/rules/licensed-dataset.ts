import { messages } from "../../../lib/message/message.ts";
import { mentionedNames } from "../../services/sql.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell } from "../subject.ts";
import { findTemplates, remarkAt } from "../visit.ts";
import { findNamedDatasets } from "./dataset-names.ts";

const texts = messages("check", {
  datasetWithoutLicence: {
    en: "The dataset `{name}` has no licence in the catalogue. Say there under which it may be passed on, or that its publisher states none.",
    zh: "目录中未注明数据集 `{name}` 的许可。请注明可依何种许可传播，或注明发布者未作说明。",
  },
});

export const licensedDataset: Rule = {
  name: "licensed-dataset",
  severity: "warning",
  summary: "A dataset that is read says under which licence, or that its publisher states none.",
  check({ cells, environment }) {
    const bare = new Set(environment.catalogue.filter(({ licence }) => licence.trim() === "").map(({ name }) => name));
    return bare.size === 0 ? [] : cells.flatMap((cell) => checkCell(cell, bare));
  },
};

function checkCell(cell: CheckedCell, bare: ReadonlySet<string>): Remark[] {
  const say = (name: string) => texts.datasetWithoutLicence({ name });
  const named = findNamedDatasets(cell)
    .filter(({ name, cited }) => !cited && bare.has(name))
    .map(({ name, start, end }) => remarkAt(cell, say(name), start, end));
  const queried = findTemplates(cell)
    .filter(({ tag }) => tag === "sql")
    .flatMap(({ text, offset }) =>
      [...mentionedNames(text)]
        .filter((name) => bare.has(name))
        .map((name) => remarkAt(cell, say(name), offset, offset + text.length)),
    );
  return [...named, ...queried];
}
