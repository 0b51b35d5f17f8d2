/** Different seeds of the four 32-bit parts. */
const SEEDS = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35] as const;

/** A UUID of the free form (RFC 9562, version 8) that depends on a name only: the same name gives the same one everywhere. */
export function nameUuid(name: string): string {
  const hex = SEEDS.map((seed) => part(name, seed).toString(16).padStart(8, "0")).join("");
  const variant = "89ab"[Number.parseInt(hex[16]!, 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** FNV-1a over the UTF-16 units, with a final mixing so that similar names differ in all bits. */
function part(name: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** The id itself if it is a UUID, else one made of it and of the kind of what it names. */
export function asUuid(kind: string, id: string): string {
  return UUID.test(id) ? id : nameUuid(`${kind}/${id}`);
}

export function isUuid(id: string): boolean {
  return UUID.test(id);
}
