import { messages } from "../../message/message.ts";
import { ImportError } from "../mrio/import-error.ts";
import { fieldsOf, linesOf } from "../mrio/lines.ts";
import { isHeaderLine, type SimaproHeader, simaproHeader } from "./simapro-header.ts";
import {
  flowSections,
  otherBlocks,
  otherHeadings,
  productSections,
  rowSections,
  sectionedBlocks,
  stageSections,
  tableBlocks,
  textSections,
} from "./simapro-sections.ts";

const texts = messages("lifecycle.simapro-blocks", {
  noHeader: {
    en: "a header was expected, whose first line is {sample}. Export the file from SimaPro as CSV.",
    zh: "应有首行为 {sample} 的文件头。请从 SimaPro 导出 CSV 文件。",
  },
  block: {
    en: 'a block was expected to begin here, such as Process or Units, but "{text}" is none. Is a line End missing or too many?',
    zh: "此处应开始一个块（如 Process 或 Units），但“{text}”不是。是否缺少或多出 End 行？",
  },
  section: {
    en: 'a section of a process was expected to begin here, such as Products or Materials/fuels, but "{text}" is none.',
    zh: "此处应开始过程的一个小节（如 Products 或 Materials/fuels），但“{text}”不是。",
  },
  noEnd: {
    en: "the block {block} that begins here has no line End. Is the file truncated?",
    zh: "此处开始的 {block} 块没有 End 行。文件是否被截断？",
  },
});

/** A row of a section with its line in the file, from 1. */
export interface SimaproRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A process: its sections by name. */
export interface SimaproProcess {
  readonly line: number;
  readonly sections: ReadonlyMap<string, readonly SimaproRow[]>;
}

/** An impact method: all rows of its block that are not blank. */
export interface SimaproMethod {
  readonly line: number;
  readonly rows: readonly SimaproRow[];
}

/** A file taken apart; rows that come in several blocks of a name stand together. */
export interface SimaproFile {
  readonly file: string;
  readonly header: SimaproHeader;
  readonly processes: readonly SimaproProcess[];
  readonly methods: readonly SimaproMethod[];
  /** Product stages, taken apart as processes are. */
  readonly stages: readonly SimaproProcess[];
  readonly tables: ReadonlyMap<string, readonly SimaproRow[]>;
  /** How many blocks of each kind were passed over. */
  readonly passed: ReadonlyMap<string, number>;
}

/** Headings as they are known here, by the heading in lower case: programs that write the format differ in capitals. */
function headings(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

const sectionNames = new Map([
  ...headings([...textSections, ...productSections, ...rowSections, ...flowSections.map(([section]) => section)]),
  ...Object.entries(otherHeadings),
]);
const stageNames = headings(stageSections);
const tables = headings(tableBlocks);
const others = headings(otherBlocks);

/** SimaPro writes a line break within a field as this control character. */
const LINE_BREAK = /\u007f/g;

/** Lines read between two pauses. */
const BLOCK = 20_000;

/** The blocks of a SimaPro CSV file. Throws ImportError. */
export async function simaproBlocks(
  file: string,
  text: AsyncIterable<string>,
  pause: () => void | Promise<void>,
): Promise<SimaproFile> {
  const collected = new Collected(file);
  let line = 0;
  for await (const content of linesOf(text)) {
    line += 1;
    if (line % BLOCK === 0) await pause();
    collected.take(line, content);
  }
  return collected.end();
}

class Collected {
  private readonly file: string;
  private readonly headerLines: string[] = [];
  private header: SimaproHeader | undefined;
  private readonly processes: SimaproProcess[] = [];
  private readonly methods: SimaproMethod[] = [];
  private readonly stages: SimaproProcess[] = [];
  private readonly tables = new Map<string, SimaproRow[]>();
  private readonly passed = new Map<string, number>();
  private block: { readonly name: string; readonly line: number } | undefined;
  private sections: Map<string, SimaproRow[]> | undefined;
  private names: ReadonlyMap<string, string> = sectionNames;
  private section: SimaproRow[] | undefined;

  constructor(file: string) {
    this.file = file;
  }

  take(line: number, content: string): void {
    if (!this.header) {
      if (isHeaderLine(content)) {
        this.headerLines.push(content);
        return;
      }
      if (this.headerLines.length === 0)
        throw new ImportError(this.file, line, texts.noHeader({ sample: "{SimaPro 9.0}" }));
      this.header = simaproHeader(this.file, this.headerLines);
    }
    const fields = fieldsOf(content, this.header.separator).map((field) => field.replaceAll(LINE_BREAK, "\n").trim());
    const isBlank = fields.every((field) => field === "");
    const first = fields[0] ?? "";
    const isEnd = first === "End" && fields.slice(1).every((field) => field === "");
    if (!this.block) {
      // SimaPro writes lines End that close nothing where a block is left out.
      if (!isBlank && !isEnd) this.begin(line, first);
    } else if (isEnd) {
      this.block = undefined;
      this.section = undefined;
    } else if (this.sections) this.takeOfProcess(line, fields, isBlank);
    else if (this.section && !isBlank) this.section.push({ line, fields });
  }

  end(): SimaproFile {
    if (!this.header) {
      if (this.headerLines.length === 0)
        throw new ImportError(this.file, undefined, texts.noHeader({ sample: "{SimaPro 9.0}" }));
      this.header = simaproHeader(this.file, this.headerLines);
    }
    if (this.block) throw new ImportError(this.file, this.block.line, texts.noEnd({ block: this.block.name }));
    const { file, header, processes, stages, methods, tables: found, passed } = this;
    return { file, header, processes, stages, methods, tables: found, passed };
  }

  private begin(line: number, heading: string): void {
    const key = heading.toLowerCase();
    const name = tables.get(key) ?? others.get(key) ?? heading;
    this.block = { name, line };
    this.sections = undefined;
    this.section = undefined;
    if (key === sectionedBlocks.process || key === sectionedBlocks.stage) {
      const isStage = key === sectionedBlocks.stage;
      this.sections = new Map();
      this.names = isStage ? stageNames : sectionNames;
      (isStage ? this.stages : this.processes).push({ line, sections: this.sections });
    } else if (key === "method") {
      this.section = [];
      this.methods.push({ line, rows: this.section });
    } else if (tables.has(key)) {
      this.section = this.tables.get(name) ?? [];
      this.tables.set(name, this.section);
    } else if (others.has(key)) this.passed.set(name, (this.passed.get(name) ?? 0) + 1);
    else throw new ImportError(this.file, line, texts.block({ text: name.slice(0, 60) }));
  }

  private takeOfProcess(line: number, fields: readonly string[], isBlank: boolean): void {
    if (isBlank) this.section = undefined;
    else if (this.section) this.section.push({ line, fields });
    else if (this.names.has(fields[0]!.toLowerCase())) {
      const name = this.names.get(fields[0]!.toLowerCase())!;
      this.section = this.sections!.get(name) ?? [];
      this.sections!.set(name, this.section);
    } else throw new ImportError(this.file, line, texts.section({ text: fields[0]!.slice(0, 60) }));
  }
}
