import { stillTable } from "../table/grid.ts";

/** Inputs that are pressed rather than filled in: they say nothing on paper. */
const pressed = new Set(["button", "submit", "reset", "image", "hidden", "file", "password"]);

/** What something shows at this moment, as HTML text without anything that takes a keyboard or a mouse: for paper. */
export function printSnapshot(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  const originals = element.querySelectorAll("*");
  // Both lists stand in the order of the document, so that each copy finds its original before any is replaced.
  const pairs = [...copy.querySelectorAll("*")].map((each, i) => [each, originals[i]!] as const);
  for (const [each, original] of pairs) still(each, original);
  return copy.innerHTML;
}

function still(copy: Element, original: Element): void {
  if (original instanceof HTMLInputElement) replaceInput(copy, original);
  else if (original instanceof HTMLSelectElement) {
    copy.replaceWith(writtenOf([...original.selectedOptions].map(({ text }) => text.trim()).join(", ")));
  } else if (original instanceof HTMLTextAreaElement) copy.replaceWith(writtenOf(original.value));
  else if (original instanceof HTMLButtonElement) {
    // The head of a column is a button that says what stands below it.
    if (original.closest("th")) copy.replaceWith(...copy.childNodes);
    else copy.remove();
  } else if (original instanceof HTMLCanvasElement || original instanceof HTMLImageElement)
    replacePicture(copy, original);
  else if (original instanceof HTMLDetailsElement) copy.setAttribute("open", "");
  else if (original.matches("figure.arrow-table")) copy.replaceWith(stillTable(original) ?? copy);
  else if (original.matches("script, video, audio, iframe, object")) copy.remove();
}

function replaceInput(copy: Element, { type, checked, value, form }: HTMLInputElement): void {
  if (pressed.has(type)) copy.remove();
  else if (type === "checkbox" || type === "radio") {
    // A mark before a row of a table chooses the row; on paper all rows are there.
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

/** A picture that only this frame can see is taken along as its bytes. */
function replacePicture(copy: Element, original: HTMLCanvasElement | HTMLImageElement): void {
  if (original instanceof HTMLImageElement && !original.src.startsWith("blob:")) return;
  try {
    const image = document.createElement("img");
    image.src = original instanceof HTMLCanvasElement ? original.toDataURL() : drawn(original).toDataURL();
    image.width = original.clientWidth || original.width;
    image.alt = original.getAttribute("alt") ?? original.getAttribute("aria-label") ?? "";
    copy.replaceWith(image);
  } catch {
    // A canvas that took in something foreign gives nothing away.
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
