import type { Reference } from "./reference.ts";
import { type Labels, ResourceHandle } from "./resource-handle.ts";

/** How a tool made a resource: what it took, by the names in its input, and the rest of its input. */
export interface MadeBy {
  readonly tool: string;
  readonly of: Readonly<Record<string, Reference>>;
  readonly options: Readonly<Record<string, unknown>>;
}

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

/** The handle on a resource, with the labels that stand beside its reference. */
export function handleOn({ name, request }: Reference, labels: Labels, kinds: ResourceKinds): ResourceHandle {
  return kinds.get(name)?.handle?.(request, labels) ?? new ResourceHandle(name, request, labels);
}
