import { ResourceHandle } from "../../lib/tool/resource-handle.ts";
import type { ResourceKinds } from "../../lib/tool/resource-kind.ts";
import { type Plain, plainValue } from "../values/plain.ts";
import { withHandles } from "./namespace.ts";

/**
 * The value of a cell as JSON from which another realm can go on: handles, as the value itself or in its fields, are references with
 * their labels. Undefined for values that are not data.
 */
export function cellData(value: unknown): Plain | undefined {
  if (value instanceof ResourceHandle) return referenceWithLabels(value);
  const plain = plainValue(value);
  if (typeof plain !== "object" || plain === null || Array.isArray(plain)) return plain;
  const fields = Object.entries(plain).map(([name, each]) => {
    const field = (value as Readonly<Record<string, unknown>>)[name];
    return [name, field instanceof ResourceHandle ? referenceWithLabels(field) : each] as const;
  });
  return Object.fromEntries(fields);
}

/** The value of a cell again, with handles in the place of references. */
export function openCellData(data: unknown, kinds: ResourceKinds): unknown {
  return withHandles(data, kinds);
}

function referenceWithLabels(handle: ResourceHandle): Plain {
  const { request: _, ...labels } = handle;
  return plainValue({ ...labels, ...handle.toReference() })!;
}
