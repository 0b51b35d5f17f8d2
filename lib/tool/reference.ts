/** A reference to a resource: its name and its request. */
export interface Reference {
  readonly name: string;
  readonly request: unknown;
}

/** A serialised reference: the field `$` and the name, which no ordinary input has: `{ $table: { year: 2011 } }`. */
export type WrittenReference = Readonly<Record<`$${string}`, unknown>>;

export function writeReference({ name, request }: Reference): WrittenReference {
  return { [`$${name}`]: request };
}

/** The reference in a record to a resource of one of these names; the record may also have labels and other fields. */
export function referenceIn(value: unknown, names: { has(name: string): boolean }): Reference | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value) || ArrayBuffer.isView(value))
    return undefined;
  for (const key in value) {
    if (!key.startsWith("$") || !names.has(key.slice(1))) continue;
    return { name: key.slice(1), request: (value as Record<string, unknown>)[key] };
  }
  return undefined;
}

/** Whether a field is that of a serialised reference. */
export function isReferenceKey(key: string, names: { has(name: string): boolean }): boolean {
  return key.startsWith("$") && names.has(key.slice(1));
}
