import { observe } from "../../kernel/stdlib/generators.ts";

/** A generator of the width of the reading column. */
export function widthOf(column: HTMLElement): () => AsyncGenerator<number> {
  return () =>
    observe((change) => {
      let last = 0;
      const measure = () => {
        const width = Math.floor(column.clientWidth);
        if (width > 0 && width !== last) {
          last = width;
          change(width);
        }
      };
      measure();
      const observer = new ResizeObserver(measure);
      observer.observe(column);
      return () => observer.disconnect();
    });
}
