/** Replaces drawings and controls in draws: every property access, call and construction returns the stub itself. */
export const stub: unknown = new Proxy(function stub() {}, {
  get: (_, name) => {
    if (name === "then" || name === "toJSON" || name === Symbol.toStringTag) return undefined;
    if (name === Symbol.toPrimitive) return () => "";
    if (name === Symbol.iterator) return () => [][Symbol.iterator]();
    return stub;
  },
  apply: () => stub,
  construct: () => stub as object,
  set: () => true,
  has: () => false,
});

/** Text with interpolated values: in draws, a Markdown or HTML cell is reduced to its values. */
export class Prose {
  readonly holes: readonly unknown[];

  constructor(holes: readonly unknown[]) {
    this.holes = holes;
  }

  /** Replaces the element: its interpolated values can be read, all other properties are the stub. */
  static of(holes: readonly unknown[]): Prose {
    return new Proxy(new Prose(holes), {
      get: (prose, name) => (name === "holes" ? prose.holes : Reflect.get(stub as object, name)),
      set: () => true,
    });
  }
}

/** A template tag that keeps the interpolated values. */
export function proseTag(_: TemplateStringsArray, ...holes: unknown[]): Prose {
  return Prose.of(holes);
}
