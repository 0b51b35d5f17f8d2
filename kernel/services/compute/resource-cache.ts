import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import type { Work } from "../../../lib/numeric/work.ts";
import { makeResource } from "../../../lib/tool/call.ts";
import type { Read } from "../../../lib/tool/read.ts";
import type { Reference } from "../../../lib/tool/reference.ts";
import type { Resource } from "../../../lib/tool/resource.ts";
import type { MadeBy } from "../../../lib/tool/resource-kind.ts";
import { type Selection, selectionOf } from "../../../lib/tool/selection.ts";
import { onceFor } from "../once-for.ts";
import type { Library } from "./library.ts";
import { type Load, readOnce } from "./read-dataset.ts";

const texts = messages("compute", {
  unknownMaker: {
    en: "A `{resource}` was made by `{tool}`, which the library does not have.",
    zh: "有一项 `{resource}` 由 `{tool}` 生成，而库中没有该工具。",
  },
  unknownResource: {
    en: "There is no resource `{resource}` in the accounting library.",
    zh: "核算库中没有资源 `{resource}`。",
  },
});

/** The maximum size in bytes of cached resources of one kind: the most recently used, and at least one. */
const MOST_BYTES = 320_000_000;

/** An opened resource; `rest` are the other outputs of the tool that made it. */
interface CacheEntry {
  readonly resource: Resource;
  readonly opened: unknown;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Thrown for a resource that cannot be opened. */
export class ResourceError extends Fault {
  override name = "ResourceError";
}

/** A cache of opened resources; evicted resources are opened again on demand. */
export class ResourceCache {
  readonly #library: Library;
  readonly #most: number;
  /** By the common part of their requests, the most recently used last. */
  readonly #entries = new Map<string, Promise<CacheEntry>>();
  readonly #opened = new WeakMap<Promise<CacheEntry>, CacheEntry>();
  readonly #rows = new Map<string, readonly Selection[]>();

  constructor(library: Library, most = MOST_BYTES) {
    this.#library = library;
    this.#most = most;
  }

  /** The resource, opened or cached, with the overlay of its request. */
  async open(reference: Reference, load: Load, work: Work): Promise<unknown> {
    const { resource, opened } = await this.#entry(reference, load, work);
    const { overlay } = resource;
    return overlay ? overlay.apply(opened, reference.request) : opened;
  }

  /** Makes a resource by its tool, or returns the cached one. `rest` are the tool's other outputs. */
  async make(reference: Reference, load: Load, work: Work): Promise<Pick<CacheEntry, "opened" | "rest">> {
    return this.#entry(reference, load, work);
  }

  /**
   * The rows of datasets that a resource was made from; for one made by a tool, those of the tool's inputs. Known once it has
   * been opened, also after it was evicted.
   */
  async rowsOf(reference: Reference): Promise<readonly Selection[]> {
    return this.#rows.get(keyOf(await this.#resource(reference), reference)) ?? [];
  }

  async #resource({ name }: Reference): Promise<Resource> {
    const resource = await this.#library.findResource(name);
    if (!resource) throw new ResourceError(texts.unknownResource({ resource: name }));
    return resource;
  }

  async #entry(reference: Reference, load: Load, work: Work): Promise<CacheEntry> {
    const resource = await this.#resource(reference);
    const key = keyOf(resource, reference);
    const pending = onceFor(this.#entries, key, () => this.#start(resource, reference, key, load, work));
    const entry = await pending;
    if (this.#entries.get(key) === pending) {
      this.#opened.set(pending, entry);
      // Moved to the end: most recently used, and after the resources that it was made from.
      this.#entries.delete(key);
      this.#entries.set(key, pending);
    }
    this.#evict(entry);
    return entry;
  }

  async #start(resource: Resource, reference: Reference, key: string, load: Load, work: Work): Promise<CacheEntry> {
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
      const entry = await this.#make(resource, made, open, work);
      this.#rows.set(key, rows);
      return entry;
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
  ): Promise<CacheEntry> {
    const inputs: Record<string, unknown> = {};
    for (const [place, reference] of Object.entries(of)) inputs[place] = await open(reference);
    const found = await this.#library.findTool(tool);
    if (!found) throw new ResourceError(texts.unknownMaker({ resource: resource.kind.name, tool }));
    const { made, rest } = await makeResource(found, inputs, options, work);
    return { resource, opened: resource.made?.(made) ?? made, rest };
  }

  /** Evicts the least recently used resources of a kind until the others fit. */
  #evict(newest: CacheEntry): void {
    const { most = Number.POSITIVE_INFINITY } = newest.resource;
    let bytes = 0;
    let count = 0;
    for (const [key, pending] of [...this.#entries].reverse()) {
      // A resource that is still being opened may depend on this one.
      const entry = this.#opened.get(pending);
      if (!entry) continue;
      // Unused resources release their memory in the kernels.
      if (entry !== newest && newest.resource.release) entry.resource.release?.(entry.opened);
      if (entry.resource !== newest.resource) continue;
      bytes += entry.resource.size(entry.opened);
      ++count;
      if (entry !== newest && (bytes > this.#most || count > most)) this.#entries.delete(key);
    }
  }
}

/** The cache key of a resource, without its overlay. */
function keyOf({ kind, overlay, keyOf }: Resource, { request }: Reference): string {
  const base = overlay?.base(request) ?? request;
  const common = keyOf?.(base) ?? base;
  return `${kind.name} ${JSON.stringify(common, (_, value) => sortFields(value))}`;
}

/** Sorts fields, so that equal requests have the same text. */
function sortFields(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
