import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("stdlib", {
  notRender: {
    en: "`resize` takes a function of the width: `resize((width) => draw(width))`.",
    zh: "`resize` 需要一个以宽度为参数的函数：`resize((width) => draw(width))`。",
  },
});

/** Draws again at the width, and for a function of two parameters at the height, that an element has. */
export type Render = (width: number, height: number) => unknown;

/**
 * `resize` of cells: an element whose content a function draws at its width, again at each change.
 * @param fixed the width where nothing is laid out; undefined where the element is measured
 */
export function resizeAt(fixed: number | undefined): (render: Render) => HTMLElement {
  return (render) => {
    if (typeof render !== "function") throw new Fault(texts.notRender());
    const element = document.createElement("div");
    if (render.length > 1) element.style.height = "100%";
    let drawing = 0;
    const draw = (width: number, height: number) => {
      const current = ++drawing;
      const drawn = render(width, height);
      if (!(drawn instanceof Promise)) show(element, drawn);
      // A rejection belongs to the cell, whose late error it is.
      else void drawn.then((value) => current === drawing && show(element, value));
    };
    if (fixed !== undefined) {
      draw(fixed, 0);
      return element;
    }
    let last = "";
    const observer = new ResizeObserver(([entry]: ResizeObserverEntry[]) => {
      const { width, height } = entry!.contentRect;
      // A content whose height follows from its width must not draw itself again.
      const size = render.length > 1 ? `${width} ${height}` : String(width);
      if (width === 0 || size === last) return;
      last = size;
      draw(width, height);
    });
    observer.observe(element);
    return element;
  };
}

function show(element: HTMLElement, drawn: unknown): void {
  if (drawn === null || drawn === undefined) element.replaceChildren();
  else element.replaceChildren(drawn instanceof Node ? drawn : String(drawn));
}
