import type { Intent } from "../intent.ts";
import type { Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** A table by its title or its name: how many rows it has; its first rows stand in the cell. */
export const tableIntent: Intent = {
  id: "a table",
  title: { en: "a table by its title", zh: "按标题查数据表" },
  read(matter) {
    const [found, ...others] = matter.all("table");
    if (!found || others.length > 0) return null;
    matter.takes("operation", "count", "members");
    matter.takes("process", "sources");
    matter.use(...matter.links.filter(({ words }) => /^(?:rows?|行|多少行)$/i.test(words)));
    const { label } = found.meaning;
    const [dataset, column] = String(found.meaning.value).split(" ") as [string, string];
    const step: Step = { id: "table", tool: "data.query", args: { dataset, select: [column], limit: FIRST } };
    return figureDraft({
      steps: [step],
      wants: [wanted(step.id, "source.0.of", "rows", { en: "rows", zh: "行数" })],
      subject: {
        en: ["Rows of the table ", { source: label.en }],
        zh: ["数据表 ", { source: label.zh }, " 的行数"],
      },
    });
  },
};

/** Rows that the cell shows. */
const FIRST = 20;
