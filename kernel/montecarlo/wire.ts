import { Table, tableFromIPC, tableToIPC } from "apache-arrow";
import { resourceKinds } from "../../lib/handles.ts";
import type { Quantity } from "../../lib/quantity/quantity.ts";
import type { Reference } from "../../lib/tool/reference.ts";
import { type Labels, ResourceHandle } from "../../lib/tool/resource-handle.ts";
import { handleOn } from "../../lib/tool/resource-kind.ts";
import { openResult, packedForm } from "../services/compute/packed-result.ts";
import { resultTable } from "../services/compute/result-table.ts";
import { isLocalize, localizeIn } from "../stdlib/reader-language.ts";
import { Amount } from "../values/amount.ts";

/** Thrown for values that cannot be sent to a worker: functions, elements, class instances. */
export class Unsendable extends Error {}

/** The data of a value that would lose its class in structured cloning. */
class Packed {
  readonly $packed: "arrow" | "amount" | "localize" | "resource" | "result";
  readonly of: unknown;
  constructor(kind: Packed["$packed"], of: unknown) {
    this.$packed = kind;
    this.of = of;
  }
}

const cloneable: ReadonlySet<unknown> = new Set([
  Object.prototype,
  null,
  Array.prototype,
  Date.prototype,
  RegExp.prototype,
  ArrayBuffer.prototype,
  DataView.prototype,
  ...[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array].map(prototypeOf),
  ...[Float32Array, Float64Array, BigInt64Array, BigUint64Array].map(prototypeOf),
]);

function prototypeOf({ prototype }: { readonly prototype: object }): object {
  return prototype;
}

/** Prepares a value for sending; values that need no packing are returned unchanged. Throws `Unsendable`. */
export function pack(value: unknown): unknown {
  if (isLocalize(value)) return new Packed("localize", value.language);
  if (typeof value === "function" || typeof value === "symbol") throw new Unsendable();
  if (typeof value !== "object" || value === null) return value;
  const packedResult = packedForm(value);
  if (packedResult !== value) return new Packed("result", packedResult);
  if (value instanceof Table) return new Packed("arrow", tableToIPC(value));
  if (value instanceof Amount) return new Packed("amount", { ...value });
  if (value instanceof ResourceHandle) return new Packed("resource", packHandle(value));
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Map.prototype) {
    return new Map([...(value as Map<unknown, unknown>)].map(([key, each]) => [pack(key), pack(each)]));
  }
  if (prototype === Set.prototype) return new Set([...(value as Set<unknown>)].map(pack));
  if (!cloneable.has(prototype)) throw new Unsendable();
  if (Array.isArray(value)) return packArray(value);
  return prototype === Object.prototype || prototype === null ? packRecord(value as Record<string, unknown>) : value;
}

interface PackedHandle {
  readonly reference: Reference;
  readonly labels: Labels;
}

function packHandle(handle: ResourceHandle): PackedHandle {
  const { request: _, ...labels } = handle;
  return { reference: handle.reference, labels };
}

function packArray(values: readonly unknown[]): unknown {
  let packed: unknown[] | undefined;
  for (const [i, value] of values.entries()) {
    const sent = pack(value);
    if (sent === value) continue;
    packed ??= [...values];
    packed[i] = sent;
  }
  return packed ?? values;
}

function packRecord(record: Record<string, unknown>): unknown {
  let packed: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(record)) {
    const sent = pack(value);
    if (sent === value) continue;
    packed ??= { ...record };
    packed[name] = sent;
  }
  return packed ?? record;
}

/** Restores a packed value. */
export function unpack(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("$packed" in value) return unpackOne(value as Packed);
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) if (typeof each === "object") value[i] = unpack(each);
    return value;
  }
  const prototype = Object.getPrototypeOf(value);
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [unpack(key), unpack(each)]));
  if (value instanceof Set) return new Set([...value].map(unpack));
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unpack(each)]));
}

function unpackOne({ $packed, of }: Packed): unknown {
  switch ($packed) {
    case "arrow":
      return tableFromIPC(of as Uint8Array);
    case "result":
      return openResult(of, resultTable);
    case "amount":
      return new Amount(of as Quantity);
    case "localize":
      return localizeIn(of as string);
    case "resource": {
      const { reference, labels } = of as PackedHandle;
      return handleOn(reference, labels, resourceKinds);
    }
  }
}
