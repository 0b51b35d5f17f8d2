import type { z } from "zod";
import { messages } from "../../message/message.ts";
import { ImportError } from "../mrio/import-error.ts";
import type { SourceFiles } from "../mrio/source-files.ts";

const texts = messages("lifecycle.olca-package", {
  notJson: {
    en: "JSON was expected, but it breaks off or is damaged. Is the file truncated?",
    zh: "应为 JSON，但内容中断或已损坏。文件是否被截断？",
  },
  field: {
    en: "the field {field} was expected to be of another kind: {problem}. Export the package again, or correct the field.",
    zh: "字段 {field} 的类型不符：{problem}。请重新导出数据包，或更正该字段。",
  },
  whole: { en: "(the whole object)", zh: "（整个对象）" },
  missing: {
    en: "the {kind} {id} is named here, but the package has no file {file}. Export it with everything it refers to.",
    zh: "此处引用了 {kind} {id}，但数据包中没有文件 {file}。请连同所引用的内容一并导出。",
  },
  otherId: {
    en: "the object has the id {id}; the name of its file says otherwise.",
    zh: "对象的标识为 {id}，与文件名不符。",
  },
});

/** Kinds of objects, by the name of their folder, and what they are called in messages. */
const words = messages("lifecycle.olca-kind", {
  processes: { en: "process", zh: "过程" },
  flows: { en: "flow", zh: "流" },
  flow_properties: { en: "flow property", zh: "流属性" },
  unit_groups: { en: "unit group", zh: "单位组" },
  locations: { en: "location", zh: "地点" },
  parameters: { en: "parameter", zh: "参数" },
  categories: { en: "category", zh: "类别" },
  lcia_methods: { en: "impact method", zh: "影响评价方法" },
  lcia_categories: { en: "impact category", zh: "影响类别" },
});

export type OlcaKind = keyof typeof words;

const FILE = new RegExp(`(?:^|/)(${Object.keys(words).join("|")})/([^/]+)\\.json$`);

/** The objects of an openLCA package by kind and id; a file is read when its object is first asked for. */
export class OlcaPackage {
  private readonly source: SourceFiles;
  private readonly paths: ReadonlyMap<string, ReadonlyMap<string, string>>;
  private readonly known = new Map<string, Promise<unknown>>();

  constructor(source: SourceFiles) {
    this.source = source;
    const paths = new Map<string, Map<string, string>>();
    for (const path of source.paths) {
      const [, folder, id] = FILE.exec(path) ?? [];
      if (folder === undefined || id === undefined) continue;
      const inFolder = paths.get(folder) ?? new Map<string, string>();
      inFolder.set(id, path);
      paths.set(folder, inFolder);
    }
    this.paths = paths;
  }

  /** Whether files are laid out as such a package. */
  static isIn(source: SourceFiles): boolean {
    return source.paths.some((path) => /(?:^|\/)(?:processes|lcia_methods|lcia_categories)\/[^/]+\.json$/.test(path));
  }

  ids(kind: OlcaKind): string[] {
    return [...(this.paths.get(kind)?.keys() ?? [])];
  }

  has(kind: OlcaKind, id: string): boolean {
    return this.paths.get(kind)?.has(id) ?? false;
  }

  /** The path of an object's file, for messages. */
  path(kind: OlcaKind, id: string): string {
    return this.paths.get(kind)?.get(id) ?? `${kind}/${id}.json`;
  }

  /** An object, kept for the next that asks. `from` is the file that names it. Throws ImportError. */
  async shared<Schema extends z.ZodType>(kind: OlcaKind, id: string, schema: Schema, from: string) {
    const key = `${kind}/${id}`;
    const known = this.known.get(key);
    if (known) return known as Promise<z.infer<Schema>>;
    if (!this.has(kind, id))
      throw new ImportError(from, undefined, texts.missing({ kind: words[kind](), id, file: `${kind}/${id}.json` }));
    const reading = this.read(kind, id, schema);
    this.known.set(key, reading);
    return reading;
  }

  /** An object, read anew. Throws ImportError. */
  async read<Schema extends z.ZodType>(kind: OlcaKind, id: string, schema: Schema): Promise<z.infer<Schema>> {
    const path = this.path(kind, id);
    let text = "";
    for await (const chunk of this.source.open(path)) text += chunk;
    const found = schema.safeParse(parsed(path, text));
    if (!found.success) {
      const { path: field, message } = found.error.issues[0]!;
      const place = field.map(String).join(".");
      throw new ImportError(path, undefined, texts.field({ field: place || texts.whole(), problem: message }));
    }
    const own = (found.data as { readonly "@id"?: string })["@id"];
    if (own !== undefined && own !== id) throw new ImportError(path, undefined, texts.otherId({ id: own }));
    return found.data;
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    throw new ImportError(path, lineOf(String((error as Error).message), text), texts.notJson());
  }
}

/** The line in which JSON breaks: engines name it, or the position, or only that the end came. */
function lineOf(problem: string, text: string): number | undefined {
  const line = /line (\d+)/.exec(problem)?.[1];
  if (line !== undefined) return Number(line);
  const at = /position (\d+)/.exec(problem)?.[1];
  return text.slice(0, at === undefined ? text.length : Number(at)).split("\n").length;
}
