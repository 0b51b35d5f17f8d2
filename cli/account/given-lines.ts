import { basename } from "node:path";
import { readRegularFile } from "../../kernel/headless/regular-file.ts";
import type { Ask, LeftOut, ReadLine } from "../../lib/account/line-shape.ts";
import { LineLimit } from "../../lib/account/reading/line-limit.ts";
import { openSheets } from "../../lib/account/reading/open-sheets.ts";
import type { Asked } from "../../lib/account/reading/read-request.ts";
import { readSheets } from "../../lib/account/reading/read-sheets.ts";
import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages, type Sentence } from "../../lib/message/message.ts";

const texts = messages("cli.account", {
  noFile: { en: "There is no file “{file}”.", zh: "没有文件“{file}”。" },
  unread: { en: "“{file}” cannot be read: {why}.", zh: "无法读取“{file}”：{why}。" },
  noSheet: {
    en: "“{file}” has no sheet “{sheet}”; it has {sheets}. Give one of these with --sheet.",
    zh: "“{file}”没有工作表“{sheet}”；有 {sheets}。请用 --sheet 指定其中之一。",
  },
  noLines: {
    en: "“{file}” has no line with an amount. {reasons:lines} Name the sheet with --sheet, or give a table with names, amounts and units.",
    zh: "“{file}”没有带数量的行。{reasons:lines}请用 --sheet 指定工作表，或给出含名称、数量和单位的表格。",
  },
  sheetWithout: { en: "Sheet “{sheet}”: {reason}", zh: "工作表“{sheet}”：{reason}" },
});

/** What files hold, as one account takes it; what could not be read is in `problems`, and loses no other file's lines. */
export interface GivenLines {
  readonly lines: readonly ReadLine[];
  readonly leftOut: readonly LeftOut[];
  readonly asks: readonly Ask[];
  readonly notes: readonly Message[];
  readonly problems: readonly Sentence[];
}

/** Reads all files. With several, each line and row left out says its file. */
export async function givenLines(
  files: readonly string[],
  sheets: readonly string[],
  asked: Pick<Asked, "year" | "answers">,
): Promise<GivenLines> {
  const all = { lines: [] as ReadLine[], leftOut: [] as LeftOut[], asks: new Map<string, Ask>() };
  const notes: Message[] = [];
  const problems: Sentence[] = [];
  const limit = new LineLimit();
  for (const path of files) {
    const file = files.length > 1 ? { file: basename(path) } : {};
    try {
      const read = await fileLines(path, sheets, asked, limit);
      for (const line of read.lines) all.lines.push({ ...line, ...file });
      for (const row of read.leftOut) all.leftOut.push({ ...row, ...file });
      for (const ask of read.asks) if (!all.asks.has(ask.key)) all.asks.set(ask.key, ask);
      notes.push(...read.notes);
      if (read.lines.length === 0) problems.push(withoutLines(path, read.sheets));
    } catch (error) {
      problems.push(problemOf(path, error));
    }
  }
  return { ...all, asks: [...all.asks.values()], notes, problems };
}

async function fileLines(
  path: string,
  wanted: readonly string[],
  asked: Pick<Asked, "year" | "answers">,
  limit: LineLimit,
) {
  const file = basename(path);
  const sheets = await openSheets(file, Uint8Array.from(await readRegularFile(path)));
  const names = sheets.map(({ name }) => name);
  const missing = wanted.find((name) => !names.includes(name));
  if (missing !== undefined) throw new Fault(texts.noSheet({ file: path, sheet: missing, sheets: names }));
  return readSheets(sheets, { file, ...asked, ...(wanted.length > 0 ? { sheet: [...wanted] } : {}) }, { limit });
}

function withoutLines(path: string, sheets: ReturnType<typeof readSheets>["sheets"]): Message {
  const reasons = sheets.flatMap(({ sheet, reason }) => (reason ? [texts.sheetWithout({ sheet, reason })] : []));
  return texts.noLines({ file: path, reasons: reasons.slice(0, 20) });
}

function problemOf(path: string, error: unknown): Sentence {
  if (error instanceof Fault) return error.said;
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ENOENT" ? texts.noFile({ file: path }) : texts.unread({ file: path, why: message });
}
