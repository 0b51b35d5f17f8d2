/** A replaced range of a text, with offsets in the text before all changes of one edit. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Applies ordered changes to a text; null if they do not fit it. */
export function changedText(text: string, changes: readonly TextChange[]): string | null {
  let at = 0;
  let changed = "";
  for (const { from, to, insert } of changes) {
    if (from < at || to < from || to > text.length) return null;
    changed += text.slice(at, from) + insert;
    at = to;
  }
  return changed + text.slice(at);
}

/** Distinguishes texts of the same length (FNV-1a over UTF-16 units, 32 bits); not collision-resistant against attackers. */
export function fingerprintOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; ++i) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
