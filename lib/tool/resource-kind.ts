import { type Reference, type WrittenReference, writeReference } from "./reference.ts";

/** How a tool made a resource: what it took, by the names in its input, and the rest of its input. */
export interface MadeBy {
  readonly tool: string;
  readonly of: Readonly<Record<string, Reference>>;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a resource says of itself beside its request, so that it is read without being opened. */
export type Labels = Readonly<Record<string, unknown>>;

/**
 * The light half of a resource: what cells, the trail and the build know of it without the code that opens it. `Resource`
 * is the other half.
 */
export interface ResourceKind<Request = unknown> {
  readonly name: string;
  /** The tool by which the trail names what is asked of the resource itself: opening it, and its views. */
  readonly tool?: string;
  /** The datasets that it is opened from; `of` gives those of another resource, on which this one stands. */
  datasets(request: Request, of: (reference: Reference) => readonly string[]): readonly string[];
  /** For resources that tools make: how a request says so, and what it says. */
  readonly made?: {
    by(request: Request): MadeBy | undefined;
    request(made: MadeBy): Request;
  };
  /** What a cell holds in its place; a plain `ResourceHandle` if left out. */
  handle?(request: Request, labels: Labels): ResourceHandle;
}

/** The resources that there are, by name. */
export type ResourceKinds = ReadonlyMap<string, ResourceKind>;

export function kindsByName(kinds: readonly ResourceKind[]): ResourceKinds {
  return new Map(kinds.map((kind) => [kind.name, kind]));
}

/** The datasets that a resource is made of; of one that a tool made, those of what the tool took. */
export function datasetsOf(reference: Reference, kinds: ResourceKinds): string[] {
  const kind = kinds.get(reference.name);
  if (!kind) return [];
  const of = (each: Reference) => datasetsOf(each, kinds);
  const made = kind.made?.by(reference.request);
  const names = made ? Object.values(made.of).flatMap(of) : kind.datasets(reference.request, of);
  return [...new Set(names)];
}

/** A resource as a cell holds it: the request, frozen, with the labels that are known of it. What is large stays in the worker. */
export class ResourceHandle<Request = unknown> {
  readonly #name: string;
  readonly request: Request;

  constructor(name: string, request: Request, labels: Labels = {}) {
    this.#name = name;
    this.request = request;
    Object.freeze(Object.assign(this, labels));
  }

  equals(other: ResourceHandle): boolean {
    return JSON.stringify(this.request) === JSON.stringify(other.request);
  }

  get reference(): Reference {
    return { name: this.#name, request: this.request };
  }

  toReference(): WrittenReference {
    return writeReference(this.reference);
  }
}

/** The handle on a resource, with the labels that stand beside its reference. */
export function handleOn({ name, request }: Reference, labels: Labels, kinds: ResourceKinds): ResourceHandle {
  return kinds.get(name)?.handle?.(request, labels) ?? new ResourceHandle(name, request, labels);
}

/**
 * The operation by which a worker is asked to open a resource and give its labels, or to answer one of its views. No tool of
 * the library has such a name.
 */
export function resourceOperation(resource: string, view?: string): string {
  return view === undefined ? `$${resource}` : `$${resource}.${view}`;
}

/** The resource, and the view, that an operation asks; undefined for a tool. */
export function askedOf(operation: string): { resource: string; view: string | undefined } | undefined {
  if (!operation.startsWith("$")) return undefined;
  const [resource = "", view] = operation.slice(1).split(".");
  return { resource, view };
}

/** The tool that an operation is to a person: what a resource is asked is the tool that its kind names. */
export function toolOf(operation: string, kinds: ResourceKinds): string {
  const asked = askedOf(operation);
  return (asked && kinds.get(asked.resource)?.tool) ?? operation;
}

/** How what a namespace has besides its tools reaches them and the resources. */
export interface Asking {
  /** Runs a tool. Handles in its input travel as references; references in its answer come back as handles. */
  tool(name: string, input: unknown, options: unknown): Promise<unknown>;
  /** Opens a resource, and gives its labels. */
  open(reference: Reference): Promise<unknown>;
  /** Asks a view of a resource. */
  view(reference: Reference, view: string, input: Readonly<Record<string, unknown>>): Promise<unknown>;
}
