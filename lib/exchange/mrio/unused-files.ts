import { type Message, messages } from "../../message/message.ts";
import { fileName, type SourceFiles, yearIn } from "./source-files.ts";

const reasons = messages("exchange", {
  unusedImpacts: {
    en: "impacts are computed from the other accounts",
    zh: "影响由其他账户计算得出",
  },
  unusedResult: {
    en: "it follows from the flows and accounts, and is computed when it is needed",
    zh: "可由流量和账户得出，需要时再计算",
  },
  unusedDescription: {
    en: "it describes the database",
    zh: "是对数据库的说明",
  },
  unusedPacked: {
    en: "it is packed inside another archive: unpack it",
    zh: "它是压缩包中的压缩包，请先解压",
  },
  unusedForm: {
    en: "this form is not read",
    zh: "不读取这种格式",
  },
  unusedMarkup: {
    en: "it is not at basic prices",
    zh: "不是基本价格",
  },
  unusedSupplyUse: {
    en: "supply and use tables are not read",
    zh: "不读取供给表和使用表",
  },
  unusedCharacterisation: {
    en: "it characterises stressors, which is done in the notebook",
    zh: "它用于表征压力因子，请在笔记本中进行",
  },
  unusedYear: {
    en: "it is of the year {year}",
    zh: "属于 {year} 年",
  },
  unusedOtherForm: {
    en: "the same table is there as text",
    zh: "已有同一表的文本格式",
  },
});

/** A file that was among those of a database and was not read, and why, where that is known. */
export interface UnusedFile {
  readonly path: string;
  readonly reason?: Message;
}

/** Files that remember which of them were read. */
export interface RecordedFiles extends SourceFiles {
  /** The files that were not opened until now, in order; `years` are those of the tables that were read. */
  unused(years: readonly number[]): UnusedFile[];
}

/** The files, remembering which are opened. What operating systems leave in archives is not counted as a file. */
export function recordFiles(files: SourceFiles): RecordedFiles {
  const opened = new Set<string>();
  const { sheets } = files;
  return {
    paths: files.paths,
    open(path, encoding, damage) {
      opened.add(path.replace(/(\.xls[xb]?)#.*$/i, "$1"));
      return files.open(path, encoding, damage);
    },
    ...(sheets && { sheets: (path) => sheets.call(files, path) }),
    unused: (years) =>
      files.paths
        .filter((path) => !opened.has(path) && !isLeftover(path))
        .map((path) => {
          const reason = reasonOf(path, files, years);
          return reason ? { path, reason } : { path };
        }),
  };
}

function isLeftover(path: string): boolean {
  return /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(path);
}

/** What is computed from the rest, as pymrio and EXIOBASE name it. */
const results = /^(A|B|G|L|S|S_Y|M|M_down|D_(cba|pba|imp|exp)(_reg|_cap)?|L_inverse.*)\.(txt|parquet|pkl)$/;

function reasonOf(path: string, files: SourceFiles, years: readonly number[]): Message | undefined {
  const name = fileName(path);
  if (/(^|\/)impacts?\//i.test(path)) return reasons.unusedImpacts();
  if (results.test(name)) return reasons.unusedResult();
  if (/\.parquet$/i.test(name) && files.paths.includes(path.replace(/\.parquet$/i, ".txt")))
    return reasons.unusedOtherForm();
  if (/^mr(Supply|Use|Sut)/i.test(name)) return reasons.unusedSupplyUse();
  if (/characteri[sz]ation/i.test(name)) return reasons.unusedCharacterisation();
  if (/_Markup00[2-5]/i.test(name)) return reasons.unusedMarkup();
  if (/\.(zip|7z|rar|gz|tar|tgz|bz2|xz)$/i.test(name)) return reasons.unusedPacked();
  if (/\.(mat|rds|rdata|dta|pkl|pickle|feather|mdb|accdb|sav|gdx)$/i.test(name)) return reasons.unusedForm();
  if (
    /^(file_parameters|metadata)\.json$/i.test(name) ||
    /^(read.?me|licen[cs]e|types_version|changelog)/i.test(name) ||
    /\.(pdf|docx?|md|html?|rtf|log)$/i.test(name)
  )
    return reasons.unusedDescription();
  const year = yearIn(path);
  if (year !== undefined && !years.includes(year)) return reasons.unusedYear({ year });
  return undefined;
}
