import type { ResourceKinds } from "./resource-kind.ts";

/**
 * The operation that makes a worker open a resource and return its labels, or answer one of its views. No tool of
 * the library has such a name.
 */
export function resourceOperation(resource: string, view?: string): string {
  return view === undefined ? `$${resource}` : `$${resource}.${view}`;
}

/** The resource and the view of an operation; undefined for a tool. */
export function parseOperation(operation: string): { resource: string; view: string | undefined } | undefined {
  if (!operation.startsWith("$")) return undefined;
  const [resource = "", view] = operation.slice(1).split(".");
  return { resource, view };
}

/** The tool to show for an operation: for a resource, the tool of its kind. */
export function toolOf(operation: string, kinds: ResourceKinds): string {
  const parsed = parseOperation(operation);
  return (parsed && kinds.get(parsed.resource)?.tool) ?? operation;
}
