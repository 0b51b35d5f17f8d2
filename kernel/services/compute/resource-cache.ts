import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import type { Work } from "../../../lib/numeric/work.ts";
import { makeResource } from "../../../lib/tool/call.ts";
import type { Read } from "../../../lib/tool/read.ts";
import type { Reference } from "../../../lib/tool/reference.ts";
import type { Resource } from "../../../lib/tool/resource.ts";
import type { MadeBy } from "../../../lib/tool/resource-kind.ts";
import { type Selection, selectionOf } from "../../../lib/tool/selection.ts";
import type { Library } from "./library.ts";
import type { Load } from "./load.ts";
import { readOnce } from "./read-dataset.ts";

const said = messages("compute", {
  unknownMaker: {
    en: "A `{resource}` was made by `{tool}`, which the library does not have.",
    zh: "有一项 `{resource}` 由 `{tool}` 生成，而库中没有该工具。",
  },
  unknownResource: {
    en: "There is no resource `{resource}` in the accounting library.",
    zh: "核算库中没有资源 `{resource}`。",
  },
});

/** Bytes of the resources of one kind that are kept: those used last, and at least one. */
const MOST_BYTES = 320_000_000;

/** An opened resource; `rest` is what the tool that made it says besides. */
interface Kept {
  readonly resource: Resource;
  readonly opened: unknown;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** A resource that cannot be opened. */
export class ResourceError extends Fault {
  override name = "ResourceError";
}

/** Resources that were opened and are kept while there is room for them; what was given up is opened again. */
export class ResourceCache {
  readonly #library: Library;
  readonly #most: number;
  /** By what their requests have in common, that used last at the end. */
  readonly #kept = new Map<string, Promise<Kept>>();
  readonly #opened = new WeakMap<Promise<Kept>, Kept>();
  readonly #rows = new Map<string, readonly Selection[]>();

  constructor(library: Library, most = MOST_BYTES) {
    this.#library = library;
    this.#most = most;
  }

  /** The resource, opened or found open, with the change that its request lays over it. */
  async open(reference: Reference, load: Load, work: Work): Promise<unknown> {
    const { resource, opened } = await this.#keep(reference, load, work);
    const { overlay } = resource;
    return overlay ? overlay.apply(opened, reference.request) : opened;
  }

  /** Makes a resource by its tool, or finds it made. `rest` is what the tool says besides. */
  async make(reference: Reference, load: Load, work: Work): Promise<Pick<Kept, "opened" | "rest">> {
    return this.#keep(reference, load, work);
  }

  /**
   * The rows of datasets that a resource was made of; of one that a tool made, those of what it took. Known from when it was
   * first opened on, also after it was given up to make room.
   */
  async rowsOf(reference: Reference): Promise<readonly Selection[]> {
    return this.#rows.get(keyOf(await this.#resource(reference), reference)) ?? [];
  }

  async #resource({ name }: Reference): Promise<Resource> {
    const resource = await this.#library.findResource(name);
    if (!resource) throw new ResourceError(said.unknownResource({ resource: name }));
    return resource;
  }

  async #keep(reference: Reference, load: Load, work: Work): Promise<Kept> {
    const resource = await this.#resource(reference);
    const key = keyOf(resource, reference);
    const keeping = this.#kept.get(key) ?? this.#start(resource, reference, key, load, work);
    this.#kept.set(key, keeping);
    keeping.catch(() => this.#kept.get(key) === keeping && this.#kept.delete(key));
    const kept = await keeping;
    if (this.#kept.get(key) === keeping) {
      this.#opened.set(keeping, kept);
      // Last in the map: used last, and after those that it was made of.
      this.#kept.delete(key);
      this.#kept.set(key, keeping);
    }
    this.#makeRoom(kept);
    return kept;
  }

  async #start(resource: Resource, reference: Reference, key: string, load: Load, work: Work): Promise<Kept> {
    work.progress(0, resource.opening);
    const request = resource.overlay?.base(reference.request) ?? reference.request;
    const rows: Selection[] = [];
    const open = async (other: Reference) => {
      const opened = await this.open(other, load, work);
      rows.push(...(await this.rowsOf(other)));
      return opened;
    };
    const made = resource.kind.made?.by(request);
    if (made) {
      const kept = await this.#make(resource, made, open, work);
      this.#rows.set(key, rows);
      return kept;
    }
    const columns = readOnce(load);
    const read: Read = async (dataset, part) => {
      const found = await columns(dataset);
      rows.push(selectionOf(dataset, found, part));
      return found;
    };
    const opened = await resource.open(request, { read, open }, work);
    this.#rows.set(key, rows);
    return { resource, opened, rest: {} };
  }

  async #make(
    resource: Resource,
    { tool, of, options }: MadeBy,
    open: (reference: Reference) => Promise<unknown>,
    work: Work,
  ): Promise<Kept> {
    const taken: Record<string, unknown> = {};
    for (const [place, reference] of Object.entries(of)) taken[place] = await open(reference);
    const found = await this.#library.findTool(tool);
    if (!found) throw new ResourceError(said.unknownMaker({ resource: resource.kind.name, tool }));
    const { made, rest } = await makeResource(found, taken, options, work);
    return { resource, opened: resource.made?.(made) ?? made, rest };
  }

  /** Gives up resources of the kind that were not asked for lately until the others fit. */
  #makeRoom(newest: Kept): void {
    const { most = Number.POSITIVE_INFINITY } = newest.resource;
    let bytes = 0;
    let count = 0;
    for (const [key, keeping] of [...this.#kept].reverse()) {
      // One that is still being opened may be waiting for this very one.
      const kept = this.#opened.get(keeping);
      if (!kept) continue;
      // What rests gives up what it holds in the memory of the kernels.
      if (kept !== newest && newest.resource.release) kept.resource.release?.(kept.opened);
      if (kept.resource !== newest.resource) continue;
      bytes += kept.resource.size(kept.opened);
      ++count;
      if (kept !== newest && (bytes > this.#most || count > most)) this.#kept.delete(key);
    }
  }
}

/** What a kept resource is known by, without what is laid over it. */
function keyOf({ kind, overlay, keyOf }: Resource, { request }: Reference): string {
  const base = overlay?.base(request) ?? request;
  const common = keyOf?.(base) ?? base;
  return `${kind.name} ${JSON.stringify(common, (_, value) => sorted(value))}`;
}

/** Fields in one order, so that a request has one text. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
