import type { Message } from "../message/message.ts";
import type { Reference } from "./reference.ts";
import { type Labels, ResourceHandle } from "./resource-handle.ts";

/** How a tool made a resource: its input resources by name, and the rest of its input. */
export interface MadeBy {
  readonly tool: string;
  readonly of: Readonly<Record<string, Reference>>;
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * The light half of a resource, for cells, the trail and the build, without the code that opens it. `Resource`
 * is the other half.
 */
export interface ResourceKind<Request = unknown> {
  readonly name: string;
  /** What it is, in words: "input–output table". */
  readonly title: Message;
  /** The tool that the trail shows for opening the resource and for its views. */
  readonly tool?: string;
  /** The datasets that it is opened from; `of` returns those of another resource that this one is based on. */
  datasets(request: Request, of: (reference: Reference) => readonly string[]): readonly string[];
  /** For resources that tools make: how a request states this. */
  readonly made?: {
    by(request: Request): MadeBy | undefined;
    request(made: MadeBy): Request;
  };
  /** The handle of a cell; default: a plain `ResourceHandle`. */
  handle?(request: Request, labels: Labels): ResourceHandle;
}

/** All kinds of resources by name. */
export type ResourceKinds = ReadonlyMap<string, ResourceKind>;

export function kindsByName(kinds: readonly ResourceKind[]): ResourceKinds {
  return new Map(kinds.map((kind) => [kind.name, kind]));
}

/** The datasets of a resource; for one that a tool made, those of the tool's inputs. */
export function datasetsOf(reference: Reference, kinds: ResourceKinds): string[] {
  const kind = kinds.get(reference.name);
  if (!kind) return [];
  const of = (each: Reference) => datasetsOf(each, kinds);
  const made = kind.made?.by(reference.request);
  const names = made ? Object.values(made.of).flatMap(of) : kind.datasets(reference.request, of);
  return [...new Set(names)];
}

/** The handle on a resource, with the labels given with its reference. */
export function handleOn({ name, request }: Reference, labels: Labels, kinds: ResourceKinds): ResourceHandle {
  return kinds.get(name)?.handle?.(request, labels) ?? new ResourceHandle(name, request, labels);
}
