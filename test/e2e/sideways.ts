import type { Page } from "@playwright/test";

/** What makes a page, or the notebook in it, wider than the window: the elements that reach furthest to the right. */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  const found = await Promise.all(page.frames().map((frame) => frame.evaluate(wider)));
  return found.flat();
}

/** Runs in each frame; empty if its document fits. */
function wider(): string[] {
  const root = document.scrollingElement ?? document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const reach = (element: Element) => element.getBoundingClientRect().right + root.scrollLeft;
  // What an element between it and the page cuts or scrolls widens no page.
  const isCut = (element: Element): boolean => {
    const parent = element.parentElement;
    if (!parent || parent === document.body) return false;
    const { overflowX, display } = getComputedStyle(parent);
    // What stands in a line cuts nothing, whatever its style says.
    return (overflowX !== "visible" && display !== "inline") || isCut(parent);
  };
  const wide = [...document.body.querySelectorAll("*")]
    .filter((element) => reach(element) > root.clientWidth + 1 && !isCut(element))
    .sort((a, b) => reach(b) - reach(a))
    .slice(0, 4)
    .map((element) => {
      const cell = element.closest(".cell")?.id ?? "";
      return `${cell} <${element.localName} class="${element.getAttribute("class") ?? ""}"> reaches ${Math.round(reach(element))} of ${root.clientWidth} px`;
    });
  return wide.length > 0 ? wide : [`something reaches ${root.scrollWidth} of ${root.clientWidth} px`];
}
