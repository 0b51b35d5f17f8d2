import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import type { Work } from "../../../lib/numeric/work.ts";
import { callToolOver, runTool, ToolInputError } from "../../../lib/tool/call.ts";
import { problemsOf } from "../../../lib/tool/input-problems.ts";
import type { ResourceMaker } from "../../../lib/tool/over-resources.ts";
import type { DatasetColumns, Read } from "../../../lib/tool/read.ts";
import { type Reference, writeReference } from "../../../lib/tool/reference.ts";
import type { Resource } from "../../../lib/tool/resource.ts";
import { parseOperation, toolOf } from "../../../lib/tool/resource-operation.ts";
import { type Selection, selectionOf } from "../../../lib/tool/selection.ts";
import { type ResultTable, tablesOf } from "../../../lib/tool/table.ts";
import type { Tool } from "../../../lib/tool/tool.ts";
import { type JobInput, readInput } from "./job-input.ts";
import type { Library } from "./library.ts";
import { type Load, readOnce } from "./read-dataset.ts";
import { ResourceCache } from "./resource-cache.ts";

const texts = messages("compute", {
  unknownToolNear: {
    en: "There is no `{tool}` in the accounting library. Did you mean {near:or}?",
    zh: "核算库中没有 `{tool}`。您是不是要用 {near:or}？",
  },
  unknownTool: {
    en: "There is no `{tool}` in the accounting library.",
    zh: "核算库中没有 `{tool}`。",
  },
  wrongResource: {
    en: "{place} is a handle on a `{given}`; expected a handle on a `{wanted}`.",
    zh: "{place} 应为 `{wanted}` 的句柄，而不是 `{given}` 的句柄。",
  },
});

/** Thrown for a tool that does not exist. */
export class UnknownToolError extends Fault {
  override name = "UnknownToolError";
}

/** The context of a job. */
export interface JobContext {
  readonly work: Work;
  readonly load: Load;
  /** Called with the rows of each dataset that the result depends on, including datasets decoded for an earlier job. */
  reads(selection: Selection): unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Runs the library on plain inputs and on references to resources, which stay open between jobs. */
export class Jobs {
  readonly #library: Library;
  readonly #resources: ResourceCache;
  /** Decoded datasets that tools have read. */
  readonly #columns = new Map<string, Promise<DatasetColumns>>();

  constructor(library: Library, resources = new ResourceCache(library)) {
    this.#library = library;
    this.#resources = resources;
  }

  /**
   * Runs a tool, opens a resource, or answers one of its views; see `resourceOperation`. Texts for a person are messages in the
   * result.
   */
  async run(operation: string, input: unknown, context: JobContext): Promise<unknown> {
    const given = await readInput(operation, input, this.#library);
    const result = await this.#resultOf(operation, input, given, context);
    for (const reference of given.references.values()) {
      for (const selection of await this.#resources.rowsOf(reference)) context.reads(selection);
    }
    return result;
  }

  /** The tables of a result, labelled by the result itself, the input, or for a view by its resource. */
  async tablesOf(
    operation: string,
    input: unknown,
    result: unknown,
    context: JobContext,
  ): Promise<Record<string, ResultTable>> {
    const { resource = "", view = "" } = parseOperation(operation) ?? {};
    const declared =
      (await this.#library.findResource(resource))?.views?.[view]?.tablesOut ??
      (await this.#library.findTool(operation))?.tablesOut;
    if (!declared) return {};
    // The result of a tool already has its labels.
    const labels = view ? await this.#labelsOfView(operation, input, context) : {};
    return tablesOf(declared, result, { ...(input as object), ...labels, ...(result as object) });
  }

  async #labelsOfView(operation: string, input: unknown, { load, work }: JobContext): Promise<object> {
    const reference = (await readInput(operation, input, this.#library)).references.get("")!;
    return this.#labels(reference, await this.#resources.open(reference, load, work));
  }

  async #resultOf(operation: string, input: unknown, given: JobInput, context: JobContext): Promise<unknown> {
    if (parseOperation(operation)) return this.#answer(operation, given, context);
    const tool = await this.#tool(operation);
    return given.references.size === 0
      ? this.#callOnPlain(tool, input, context)
      : this.#callOnResources(tool, given, context);
  }

  async #tool(name: string): Promise<Tool> {
    const tool = await this.#library.findTool(name);
    if (tool) return tool;
    const near = await this.#library.suggestTools(name);
    throw new UnknownToolError(
      near.length > 0
        ? texts.unknownToolNear({ tool: name, near: near.map((each) => `\`${each}\``) })
        : texts.unknownTool({ tool: name }),
    );
  }

  #callOnPlain(tool: Tool, input: unknown, { work, load, reads }: JobContext): Promise<unknown> {
    const once = readOnce(load, this.#columns);
    const read: Read = async (dataset, part) => {
      const columns = await once(dataset);
      reads(selectionOf(dataset, columns, part));
      return columns;
    };
    return runTool(tool, input, work, read);
  }

  async #callOnResources(tool: Tool, { references, options }: JobInput, { work, load }: JobContext): Promise<unknown> {
    const { places = {}, makes } = tool.overResources ?? {};
    const spread = Object.keys(places).find((place) => places[place]!.form === "spread") ?? "";
    const of = Object.fromEntries([...references].map(([field, reference]) => [field || spread, reference]));
    for (const [place, { name: given }] of Object.entries(of)) {
      const wanted = places[place]?.resource ?? given;
      if (wanted !== given) throw new ToolInputError(tool.name, [texts.wrongResource({ place, wanted, given })]);
    }
    if (makes) return this.#make(tool.name, makes, of, options, work, load);
    const opened: Record<string, unknown> = {};
    for (const [place, reference] of Object.entries(of))
      opened[place] = await this.#resources.open(reference, load, work);
    const result = await callToolOver(tool, opened, options, work);
    if (typeof result !== "object" || result === null) return result;
    // With several resources, the labels are those of the one spread over the input, or of the last.
    const place = spread in of ? spread : Object.keys(of).at(-1)!;
    return { ...(await this.#labels(of[place]!, opened[place])), ...result };
  }

  /** The resource stays in the worker; its reference, its labels and the tool's other outputs are returned. */
  async #make(
    tool: string,
    { resource: name, field }: ResourceMaker,
    of: Readonly<Record<string, Reference>>,
    options: Fields,
    work: Work,
    load: Load,
  ): Promise<unknown> {
    const { kind } = await this.#resource(name);
    const reference = { name, request: kind.made!.request({ tool, of, options }) };
    const { opened, rest } = await this.#resources.make(reference, load, work);
    const made = { ...(await this.#labels(reference, opened)), ...writeReference(reference) };
    return field === undefined ? { ...rest, ...made } : { ...rest, [field]: made };
  }

  async #answer(operation: string, { references, options }: JobInput, { work, load }: JobContext): Promise<unknown> {
    const { resource: name, view: viewName } = parseOperation(operation)!;
    const reference = references.get("");
    const view = viewName === undefined ? undefined : (await this.#library.findResource(name))?.views?.[viewName];
    if (reference?.name !== name || (viewName !== undefined && !view)) {
      throw new UnknownToolError(texts.unknownTool({ tool: operation }));
    }
    const parsed = view?.input.safeParse(options);
    if (parsed?.success === false) {
      throw new ToolInputError(toolOf(operation, this.#library.kinds), problemsOf(parsed.error, options));
    }
    const opened = await this.#resources.open(reference, load, work);
    return view ? view.answer(opened, parsed!.data, work) : this.#labels(reference, opened);
  }

  async #resource(name: string): Promise<Resource> {
    return (await this.#library.findResource(name))!;
  }

  /** The labels of a resource, with which a notebook can read a result without the resource. */
  async #labels({ name, request }: Reference, opened: unknown): Promise<object> {
    return (await this.#resource(name)).labels(opened, request);
  }
}
