import { type Reference, type WrittenReference, writeReference } from "./reference.ts";

/** What a resource says of itself beside its request, so that it is read without being opened. */
export type Labels = Readonly<Record<string, unknown>>;

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

/** How what a namespace has besides its tools reaches them and the resources. */
export interface Asking {
  /** Runs a tool. Handles in its input travel as references; references in its answer come back as handles. */
  tool(name: string, input: unknown, options: unknown): Promise<unknown>;
  /** Opens a resource, and gives its labels. */
  open(reference: Reference): Promise<unknown>;
  /** Asks a view of a resource. */
  view(reference: Reference, view: string, input: Readonly<Record<string, unknown>>): Promise<unknown>;
}
