interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly here: T[];
}

/** Forms by their characters: the longest that begins at a place of a text is found in one pass. */
export class Trie<T> {
  readonly #root: Node<T> = { next: new Map(), here: [] };

  add(form: string, value: T): void {
    let node = this.#root;
    for (const character of form) {
      let next = node.next.get(character);
      if (!next) {
        next = { next: new Map(), here: [] };
        node.next.set(character, next);
      }
      node = next;
    }
    node.here.push(value);
  }

  /** The forms that begin at a place, longest first, each with the place after its end. */
  from(text: string, start: number): { readonly end: number; readonly values: readonly T[] }[] {
    const found: { end: number; values: readonly T[] }[] = [];
    let node: Node<T> | undefined = this.#root;
    for (let i = start; i < text.length; ) {
      const character = String.fromCodePoint(text.codePointAt(i)!);
      node = node.next.get(character);
      if (!node) break;
      i += character.length;
      if (node.here.length > 0) found.unshift({ end: i, values: node.here });
    }
    return found;
  }
}
