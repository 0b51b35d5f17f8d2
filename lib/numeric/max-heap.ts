/**
 * A binary heap of numbered items, largest key first; ties are ordered by number, so that results do not depend on the engine.
 */
export class MaxHeap {
  private readonly keys: number[] = [];
  private readonly items: number[] = [];

  get size(): number {
    return this.items.length;
  }

  /** The largest key of a non-empty heap. */
  get top(): number {
    return this.keys[0]!;
  }

  push(key: number, item: number): void {
    let at = this.items.length;
    this.keys.push(key);
    this.items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** Removes the item with the largest key. */
  pop(): number {
    const item = this.items[0]!;
    const lastKey = this.keys.pop()!;
    const lastItem = this.items.pop()!;
    if (this.items.length > 0) {
      this.keys[0] = lastKey;
      this.items[0] = lastItem;
      this.sink();
    }
    return item;
  }

  private sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      let first = at;
      if (left < this.items.length && this.before(left, first)) first = left;
      if (left + 1 < this.items.length && this.before(left + 1, first)) first = left + 1;
      if (first === at) return;
      this.swap(at, first);
      at = first;
    }
  }

  private before(a: number, b: number): boolean {
    return this.keys[a]! > this.keys[b]! || (this.keys[a] === this.keys[b] && this.items[a]! < this.items[b]!);
  }

  private swap(a: number, b: number): void {
    const key = this.keys[a]!;
    const item = this.items[a]!;
    this.keys[a] = this.keys[b]!;
    this.items[a] = this.items[b]!;
    this.keys[b] = key;
    this.items[b] = item;
  }
}
