/** A drawing or a control, of which there is none in a draw: whatever is asked of it or done with it gives it again. */
export const ink: unknown = new Proxy(function ink() {}, {
  get: (_, name) => {
    if (name === "then" || name === "toJSON" || name === Symbol.toStringTag) return undefined;
    if (name === Symbol.toPrimitive) return () => "";
    if (name === Symbol.iterator) return () => [][Symbol.iterator]();
    return ink;
  },
  apply: () => ink,
  construct: () => ink as object,
  set: () => true,
  has: () => false,
});

/** Text with values in it, as a draw sees a Markdown or HTML cell: the values alone. */
export class Prose {
  readonly holes: readonly unknown[];

  constructor(holes: readonly unknown[]) {
    this.holes = holes;
  }

  /** What a draw takes for the element: its holes can be read, everything else of an element is ink. */
  static of(holes: readonly unknown[]): Prose {
    return new Proxy(new Prose(holes), {
      get: (prose, name) => (name === "holes" ? prose.holes : Reflect.get(ink as object, name)),
      set: () => true,
    });
  }
}

/** A template tag that keeps the values of its holes. */
export function proseTag(_: TemplateStringsArray, ...holes: unknown[]): Prose {
  return Prose.of(holes);
}
