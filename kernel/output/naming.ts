/**
 * Names for those who do not see, where the libraries leave them out: Inputs gives its label to the number field and not to
 * the slider beside it, and makes a head of the empty corner above the marks of rows; Plot names groups of marks without saying that they are groups.
 */
export function nameParts(node: Node): void {
  if (!(node instanceof Element)) return;
  for (const slider of node.querySelectorAll<HTMLInputElement>(
    'input[type="range"]:not([aria-label], [aria-labelledby])',
  )) {
    const label = slider.labels?.[0] ?? slider.closest("form")?.querySelector("label");
    const text = label?.textContent?.trim();
    if (text) slider.setAttribute("aria-label", text);
  }
  for (const head of node.querySelectorAll("thead th:not([role])")) {
    if (head.textContent?.trim() === "" && !head.querySelector("input")) head.setAttribute("role", "presentation");
  }
  // The picture of a colour scale is named by the title that stands in it.
  for (const scale of node.querySelectorAll('svg[class$="-ramp"]:not([aria-label])')) {
    const title = [...scale.querySelectorAll("text")].at(-1)?.textContent?.trim();
    if (title) scale.setAttribute("aria-label", title);
  }
  // What an author lets scroll, such as a wide table, is in reach of the keyboard as well.
  for (const box of [node, ...node.querySelectorAll('[style*="overflow"], [style*="max-height"]')]) {
    if (!(box instanceof HTMLElement) || box.tabIndex >= 0) continue;
    if (/auto|scroll/.test(box.style.overflowX) || box.style.maxHeight !== "") box.tabIndex = 0;
  }
  for (const group of node.querySelectorAll("svg g[aria-label]:not([role])")) group.setAttribute("role", "group");
}
