/**
 * Adds accessible names and roles that the libraries omit: Inputs labels the number field but not the slider beside it, and uses
 * a header cell for the empty corner above row checkboxes; Plot labels groups of marks without giving them a role.
 */
export function addAccessibleNames(node: Node): void {
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
  // The image of a colour scale is labelled by the title it contains.
  for (const scale of node.querySelectorAll('svg[class$="-ramp"]:not([aria-label])')) {
    const title = [...scale.querySelectorAll("text")].at(-1)?.textContent?.trim();
    if (title) scale.setAttribute("aria-label", title);
  }
  // Scrollable elements of the author, such as a wide table, must be reachable by keyboard.
  for (const box of [node, ...node.querySelectorAll('[style*="overflow"], [style*="max-height"]')]) {
    if (!(box instanceof HTMLElement) || box.tabIndex >= 0) continue;
    if (/auto|scroll/.test(box.style.overflowX) || box.style.maxHeight !== "") box.tabIndex = 0;
  }
  for (const group of node.querySelectorAll("svg g[aria-label]:not([role])")) group.setAttribute("role", "group");
}
