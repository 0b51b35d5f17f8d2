/**
 * Texts that outlive the file from which they come, each once. A part of a text that was read in chunks keeps its whole chunk
 * in memory, so each is copied when it is first seen; most names, ids and units of a database occur thousands of times.
 */
export class KeptTexts {
  readonly #texts = new Map<string, string>();

  keep(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const own = ` ${text}`.slice(1);
    this.#texts.set(own, own);
    return own;
  }
}
