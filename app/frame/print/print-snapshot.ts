import { printedTable } from "../table/grid.ts";

/** Inputs without a value worth printing. */
const pressed = new Set(["button", "submit", "reset", "image", "hidden", "file", "password"]);

/** The current content of an element as HTML text for print, without interactive controls. */
export function printSnapshot(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  const originals = element.querySelectorAll("*");
  // Both lists are in document order, so copies and originals are paired before any copy is replaced.
  const pairs = [...copy.querySelectorAll("*")].map((each, i) => [each, originals[i]!] as const);
  for (const [each, original] of pairs) printElement(each, original);
  return copy.innerHTML;
}

function printElement(copy: Element, original: Element): void {
  if (original.matches(".select-search, .select-search *")) copy.remove();
  else if (original instanceof HTMLInputElement) replaceInput(copy, original);
  else if (original instanceof HTMLSelectElement) {
    copy.replaceWith(writtenOf([...original.selectedOptions].map(({ text }) => text.trim()).join(", ")));
  } else if (original instanceof HTMLTextAreaElement) copy.replaceWith(writtenOf(original.value));
  else if (original instanceof HTMLButtonElement) {
    // A column's head is a button whose text names the column.
    if (original.closest("th")) copy.replaceWith(...copy.childNodes);
    else copy.remove();
  } else if (original instanceof HTMLCanvasElement || original instanceof HTMLImageElement)
    replacePicture(copy, original);
  else if (original instanceof HTMLDetailsElement) copy.setAttribute("open", "");
  else if (original.matches("[data-in-footer]")) copy.removeAttribute("data-in-footer");
  else if (original.matches(".figure-footer")) replaceFooter(copy, original);
  else if (original.matches("figure.arrow-table")) copy.replaceWith(printedTable(original) ?? copy);
  else if (original.matches("script, video, audio, iframe, object")) copy.remove();
}

/** Of a figure's footer, print keeps the source that no caption gives. */
function replaceFooter(copy: Element, original: Element): void {
  const source = original.querySelector(".figure-source-line")?.textContent ?? "";
  const line = document.createElement("p");
  line.className = "citation";
  line.textContent = source;
  if (source === "" || original.hasAttribute("data-captioned")) copy.remove();
  else copy.replaceWith(line);
}

function replaceInput(copy: Element, { type, checked, value, form }: HTMLInputElement): void {
  if (pressed.has(type)) copy.remove();
  else if (type === "checkbox" || type === "radio") {
    // A check box that selects a row of a table is left out: all rows are printed.
    const cell = copy.closest(":is(td,th)");
    if (cell) (cell.children.length === 1 && cell.textContent?.trim() === "" ? cell : copy).remove();
    else copy.replaceWith(type === "radio" ? (checked ? "◉ " : "○ ") : checked ? "☑ " : "☐ ");
  } else if (type === "range" && form?.querySelector('input[type="number"]')) copy.remove();
  else copy.replaceWith(writtenOf(value));
}

function writtenOf(text: string): HTMLElement {
  const value = document.createElement("span");
  value.className = "printed-value";
  value.textContent = text;
  return value;
}

/** A canvas, or an image from a blob that only this frame can read, is replaced by an image with its data. */
function replacePicture(copy: Element, original: HTMLCanvasElement | HTMLImageElement): void {
  if (original instanceof HTMLImageElement && !original.src.startsWith("blob:")) return;
  try {
    const image = document.createElement("img");
    image.src = original instanceof HTMLCanvasElement ? original.toDataURL() : drawn(original).toDataURL();
    image.width = original.clientWidth || original.width;
    image.alt = original.getAttribute("alt") ?? original.getAttribute("aria-label") ?? "";
    copy.replaceWith(image);
  } catch {
    // A canvas that contains cross-origin data cannot be read.
    copy.remove();
  }
}

function drawn(image: HTMLImageElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return canvas;
}
