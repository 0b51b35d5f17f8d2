import { Mark } from "@observablehq/plot";

/** A channel of a mark: a value for each row of its data. */
export interface DrawnChannel {
  readonly value?: ArrayLike<unknown>;
  readonly label?: string | null;
  /** The name of its scale; null if the values are drawn as they are. */
  readonly scale?: string | null;
  /** Set on the ends of stacked values, whose difference is the value. */
  readonly hint?: { readonly length?: boolean };
}

/** A mark after Plot has computed its channels. */
export interface DrawnState {
  readonly data: unknown;
  /** The rows of each facet. */
  readonly facets?: readonly ArrayLike<number>[];
  readonly channels: Readonly<Record<string, DrawnChannel>>;
  /** The channels in pixels and colours. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** The parts of a mark that its type does not declare. */
export interface PlotMark {
  readonly ariaLabel?: string;
  filter(rows: number[], channels: DrawnState["channels"], values: DrawnState["values"]): ArrayLike<number>;
}

/** The scales of a plot by name, with their labels. */
export type DrawnScales = Readonly<Record<string, { readonly label?: unknown } | undefined>>;

export interface PlotContext {
  readonly ownerSVGElement: Element;
  getMarkState(mark: PlotMark): DrawnState;
}

/** A mark of a plot, with what it drew. */
export interface DrawnMark {
  readonly mark: PlotMark;
  readonly scales: DrawnScales;
  state(): DrawnState;
}

const drawn = new WeakMap<Element, DrawnMark[]>();

/** The marks of a plot's SVG, in the order in which they were drawn; none if Plot did not draw it. */
export function drawnMarks(svg: Element): readonly DrawnMark[] {
  return drawn.get(svg) ?? [];
}

interface MarkPrototype {
  scale(this: PlotMark, channels: unknown, scales: DrawnScales, context: PlotContext): unknown;
}

let observing = false;

/**
 * Remembers the marks of every plot. Plot keeps them to itself, and cells call `Plot.plot`, `mark.plot` or the library's charts:
 * all of them scale each mark once, through this method.
 */
export function rememberMarks(): void {
  if (observing) return;
  observing = true;
  const prototype = Mark.prototype as unknown as MarkPrototype;
  const { scale } = prototype;
  prototype.scale = function (channels, scales, context) {
    const marks = drawn.get(context.ownerSVGElement) ?? [];
    marks.push({ mark: this, scales, state: () => context.getMarkState(this) });
    drawn.set(context.ownerSVGElement, marks);
    return scale.call(this, channels, scales, context);
  };
}
