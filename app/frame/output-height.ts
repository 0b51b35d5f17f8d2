/** The last height of each watched output, in pixels, as the browser laid it out. */
const heights = new WeakMap<Element, number>();

const observer = new ResizeObserver((entries) => {
  for (const { target, borderBoxSize } of entries) heights.set(target, borderBoxSize[0]?.blockSize ?? 0);
});

/** Keeps the height of an output, so that a run that begins does not make the browser lay out the page to learn it. */
export function watchHeight(output: HTMLElement): void {
  observer.observe(output);
}

export function unwatchHeight(output: HTMLElement): void {
  observer.unobserve(output);
  heights.delete(output);
}

/** The height of an output; measured now if it is not watched. */
export function heightOf(output: HTMLElement): number {
  return heights.get(output) ?? output.offsetHeight;
}
