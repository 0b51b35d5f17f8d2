import { messages } from "../../message/message.ts";
import type { Aggregation } from "./aggregation.ts";
import { ImportError } from "./import-error.ts";
import { fieldsOf, linesOf, separatorOf } from "./lines.ts";
import { fileName, type SourceFiles } from "./source-files.ts";

const texts = messages("exchange", {
  labelPairNeeded: {
    en: "a label of the database and the one that it becomes were expected.",
    zh: "应有数据库中的标签及其归并后的标签。",
  },
  twoTargets: {
    en: '"{from}" was expected to become one label, but it becomes two.',
    zh: "“{from}”应归并为一个标签，但这里有两个。",
  },
  noLabels: {
    en: "labels were expected below a header, but there are none.",
    zh: "标题行下应有标签，但一个也没有。",
  },
});

/**
 * The aggregation from concordances among the files: `region_concordance.csv` and `sector_concordance.csv`, two columns
 * below a header, from the database's labels to your own. The label "*" means all that are not named. Undefined if
 * there is no such file. Throws ImportError.
 */
export async function readConcordances(files: SourceFiles): Promise<Aggregation | undefined> {
  const regions = await readConcordance(files, /^regions?[_-]concordance.*\.(csv|txt)$/i);
  const sectors = await readConcordance(files, /^sectors?[_-]concordance.*\.(csv|txt)$/i);
  if (!regions && !sectors) return undefined;
  return {
    ...(regions && { regions: regions.labels, ...(regions.rest && { restOfRegions: regions.rest }) }),
    ...(sectors && { sectors: sectors.labels, ...(sectors.rest && { restOfSectors: sectors.rest }) }),
  };
}

async function readConcordance(
  files: SourceFiles,
  name: RegExp,
): Promise<{ labels: Record<string, string>; rest: string | undefined } | undefined> {
  const path = files.paths.find((found) => name.test(fileName(found)));
  if (!path) return undefined;
  const labels = new Map<string, string>();
  let separator = "";
  let rest: string | undefined;
  let line = 0;
  for await (const text of linesOf(files.open(path))) {
    line++;
    if (text.trim() === "") continue;
    const isHeader = separator === "";
    separator ||= separatorOf(text);
    const [from = "", to = ""] = fieldsOf(text, separator).map((field) => field.trim());
    if (isHeader) continue;
    if (from === "" || to === "") throw new ImportError(path, line, texts.labelPairNeeded());
    if (from === "*") rest = to;
    else if (labels.has(from) && labels.get(from) !== to) throw new ImportError(path, line, texts.twoTargets({ from }));
    else labels.set(from, to);
  }
  if (labels.size === 0 && rest === undefined) throw new ImportError(path, line, texts.noLabels());
  return { labels: Object.fromEntries(labels), rest };
}
