import { messages } from "../../message/message.ts";
import { ImportError } from "../mrio/import-error.ts";
import { headerKeys, projectKeys } from "./simapro-sections.ts";

const texts = messages("lifecycle.simapro-header", {
  separator: {
    en: 'the CSV separator "{text}" is not known; Semicolon, Tab or Comma was expected.',
    zh: "未知的 CSV 分隔符“{text}”；应为 Semicolon、Tab 或 Comma。",
  },
  decimal: {
    en: 'the decimal separator "{text}" is not known; a point or a comma was expected.',
    zh: "未知的小数分隔符“{text}”；应为点或逗号。",
  },
  alike: {
    en: "the CSV separator and the decimal separator are both a comma. Export with a semicolon.",
    zh: "CSV 分隔符与小数分隔符均为逗号。请用分号重新导出。",
  },
});

/** What the first lines of a SimaPro CSV file say of the others. */
export interface SimaproHeader {
  readonly separator: ";" | "\t" | ",";
  readonly decimal: "." | ",";
  readonly project: string | undefined;
}

const separators: Readonly<Record<string, SimaproHeader["separator"]>> = {
  semicolon: ";",
  tab: "\t",
  comma: ",",
  ";": ";",
  ",": ",",
};

/** Whether a line belongs to the header: it is in braces, and may be in quotation marks. */
export function isHeaderLine(line: string): boolean {
  return /^"?\{.*\}"?\W*$/.test(line);
}

/** The header of the lines at the beginning of a file. Throws ImportError. */
export function simaproHeader(file: string, lines: readonly string[]): SimaproHeader {
  let separator: SimaproHeader["separator"] = ";";
  let decimal: SimaproHeader["decimal"] = ".";
  let project: string | undefined;
  let decimalLine: number | undefined;
  for (const [at, line] of lines.entries()) {
    const text = /\{(.*)\}/.exec(line)?.[1] ?? "";
    const [, key = "", value = ""] = /^([^:]*):\s*(.*)$/.exec(text) ?? [];
    switch (key.trim().toLowerCase()) {
      case headerKeys.separator: {
        const known = separators[value.trim().toLowerCase()];
        if (!known) throw new ImportError(file, at + 1, texts.separator({ text: value }));
        separator = known;
        break;
      }
      case headerKeys.decimal:
        if (value.trim() !== "." && value.trim() !== ",")
          throw new ImportError(file, at + 1, texts.decimal({ text: value }));
        decimal = value.trim() as SimaproHeader["decimal"];
        decimalLine = at + 1;
        break;
      default:
        if (projectKeys.includes(key.trim().toLowerCase())) project = value.trim() || undefined;
    }
  }
  if (separator === "," && decimal === ",") throw new ImportError(file, decimalLine, texts.alike());
  return { separator, decimal, project };
}
