import { type Reference, type WrittenReference, writeReference } from "./reference.ts";

/** Labels of a resource besides its request, readable without opening it. */
export type Labels = Readonly<Record<string, unknown>>;

/** A cell's handle on a resource: the frozen request with the known labels. The resource itself stays in the worker. */
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

/** Access to tools and resources for the functions that namespaces have besides their tools. */
export interface ResourceClient {
  /** Runs a tool. Handles in its input are sent as references; references in its result become handles. */
  tool(name: string, input: unknown, options: unknown): Promise<unknown>;
  /** Opens a resource and returns its labels. */
  open(reference: Reference): Promise<unknown>;
  /** Calls a view of a resource. */
  view(reference: Reference, view: string, input: Readonly<Record<string, unknown>>): Promise<unknown>;
}
