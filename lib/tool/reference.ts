/** A resource by its name and by what says which one it is. */
export interface Reference {
  readonly name: string;
  readonly request: unknown;
}

/** How a reference travels: under `$` and the name, which is no field of an ordinary input: `{ $table: { year: 2011 } }`. */
export type WrittenReference = Readonly<Record<`$${string}`, unknown>>;

export function writeReference({ name, request }: Reference): WrittenReference {
  return { [`$${name}`]: request };
}

/** The reference that a record holds to a resource of one of these names; its labels and other fields may stand beside it. */
export function referenceIn(value: unknown, names: { has(name: string): boolean }): Reference | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value) || ArrayBuffer.isView(value))
    return undefined;
  for (const key in value) {
    if (!key.startsWith("$") || !names.has(key.slice(1))) continue;
    return { name: key.slice(1), request: (value as Record<string, unknown>)[key] };
  }
  return undefined;
}

/** Whether a field is the one under which a reference travels. */
export function isReferenceKey(key: string, names: { has(name: string): boolean }): boolean {
  return key.startsWith("$") && names.has(key.slice(1));
}
