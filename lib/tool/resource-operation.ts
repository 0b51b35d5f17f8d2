import type { ResourceKinds } from "./resource-kind.ts";

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
