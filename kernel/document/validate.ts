import type { Json } from "./notebook.ts";
import type { Operation } from "./operation.ts";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const isId: Check = (value) => Number.isInteger(value) && Number(value) >= 1;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const isSpelling = record({
  lead: optional(isText),
  open: optional(isText),
  body: optional(isText),
  close: optional(isText),
});

const isContent = record({ id: optional(isId), kind: isText, source: isText, attributes: optional(isTextRecord) });

const checks: Readonly<Record<Operation["type"], Check>> = {
  source: record({ cell: isId, source: isText, spelling: optional(isSpelling) }),
  splice: record({ cell: isId, from: isCount, to: isCount, insert: isText, spelling: optional(isSpelling) }),
  kind: record({ cell: isId, kind: isText, spelling: optional(isSpelling) }),
  attribute: record({ cell: isId, name: isText, value: orNull(isText), spelling: optional(isSpelling) }),
  value: record({ cell: isId, name: isText, value: optional(isJson), spelling: optional(isSpelling) }),
  insert: record({ after: orNull(isId), cell: isContent, spelling: optional(isSpelling), place: optional(isCount) }),
  delete: record({ cell: isId }),
  move: record({ cell: isId, after: orNull(isId), place: optional(isCount) }),
  title: record({ title: isText, spelling: optional(isText) }),
  "translated-title": record({
    language: isText,
    title: orNull(isText),
    spelling: optional(isText),
    place: optional(isCount),
  }),
  notebook: record({ name: isText, value: orNull(isText), spelling: optional(isText) }),
};

/** Whether an untrusted value (a message, a stored history) is an operation. */
export function isOperation(value: unknown): value is Operation {
  if (typeof value !== "object" || value === null || !("type" in value) || typeof value.type !== "string") return false;
  if (!Object.hasOwn(checks, value.type)) return false;
  try {
    return checks[value.type as Operation["type"]](value);
  } catch {
    return false; // The value is circular, or nested too deeply.
  }
}

/** Whether a value can be written as JSON and read back the same. */
export function isJson(value: unknown): value is Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return isPlain(value) && Object.values(value).every(isJson);
}

function isTextRecord(value: unknown): boolean {
  return isPlain(value) && Object.values(value).every(isText);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function record(shape: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(shape);
  return (value) =>
    isPlain(value) && entries.every(([name, check]) => check(Object.hasOwn(value, name) ? value[name] : undefined));
}
