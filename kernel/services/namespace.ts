import { handleFunctions, resourceKinds } from "../../lib/handles.ts";
import type { Namespace } from "../../lib/namespaces.ts";
import { type Reference, referenceIn, writeReference } from "../../lib/tool/reference.ts";
import { type ResourceClient, ResourceHandle } from "../../lib/tool/resource-handle.ts";
import { handleOn, type ResourceKinds } from "../../lib/tool/resource-kind.ts";
import { resourceOperation } from "../../lib/tool/resource-operation.ts";
import type { Run } from "../runtime/run.ts";

/** What runs tools for a caller: the page client for the run of a cell, or the host of an agent for the step of a plan. */
export interface ToolPage<Caller = Run> {
  compute(caller: Caller, operation: string, input: unknown): Promise<unknown>;
}

/**
 * A namespace of the accounting library for one caller: each property is a function that runs the tool `namespace.property` in a
 * worker, or one of the namespace's functions that return handles.
 */
export function toolsOf<Caller>(
  namespace: string,
  page: ToolPage<Caller>,
  caller: Caller,
  kinds: ResourceKinds = resourceKinds,
  functions = handleFunctions[namespace as Namespace],
): unknown {
  const client = clientOf(page, caller, kinds);
  return new Proxy((functions?.(client) ?? {}) as Record<string, unknown>, {
    get(target, name) {
      if (typeof name !== "string" || name === "then") return undefined;
      if (name in target) return target[name];
      return (input: unknown, options: Record<string, unknown> = {}) =>
        client.tool(`${namespace}.${name}`, input, options);
    },
  });
}

/** Calls the library's tools and resources on behalf of a caller. */
export function clientOf<Caller>(page: ToolPage<Caller>, caller: Caller, kinds: ResourceKinds): ResourceClient {
  const compute = (operation: string, input: unknown) => page.compute(caller, operation, input);
  const ask = (reference: Reference, view?: string, input: object = {}) =>
    compute(resourceOperation(reference.name, view), { ...writeReference(reference), ...input });
  return {
    tool: async (name, input, options) =>
      withHandles(await compute(name, withReferences(input, options as Record<string, unknown>)), kinds),
    open: (reference) => ask(reference),
    view: (reference, view, input) => ask(reference, view, input),
  };
}

/** Replaces references in a result by handles: the result itself, or any of its fields. */
export function withHandles(result: unknown, kinds: ResourceKinds): unknown {
  const own = handleIn(result, kinds);
  if (own || typeof result !== "object" || result === null || Array.isArray(result)) return own ?? result;
  // Fields with getters contain no resources and are not read.
  const fields = Object.getOwnPropertyDescriptors(result) as Record<string, PropertyDescriptor>;
  const found = Object.entries(fields).flatMap(([field, descriptor]) => {
    const handle = handleIn(descriptor.value, kinds);
    return handle ? [[field, { ...descriptor, value: handle }] as const] : [];
  });
  return found.length > 0 ? Object.defineProperties({}, { ...fields, ...Object.fromEntries(found) }) : result;
}

function handleIn(value: unknown, kinds: ResourceKinds): ResourceHandle | undefined {
  const reference = referenceIn(value, kinds);
  if (!reference) return undefined;
  const { [`$${reference.name}`]: _, ...labels } = value as Record<string, unknown>;
  return handleOn(reference, labels, kinds);
}

/** Replaces handles in an input by references: the input itself, or any of its fields. */
function withReferences(input: unknown, options: Record<string, unknown>): unknown {
  if (input instanceof ResourceHandle) return { ...fieldsWithReferences(options), ...input.toReference() };
  if (typeof input !== "object" || input === null) return input;
  const fields = Object.values(input);
  const isPlain = Object.keys(options).length === 0 && !fields.some((value) => value instanceof ResourceHandle);
  return isPlain ? input : fieldsWithReferences({ ...input, ...options });
}

function fieldsWithReferences(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof ResourceHandle ? value.toReference() : value,
    ]),
  );
}
