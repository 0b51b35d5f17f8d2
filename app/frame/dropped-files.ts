/**
 * Reports the names of files that are dropped on the notebook. Where a cell takes files itself, in an input or by listeners of its
 * own, they are left to it. Without this the browser would open a dropped file in place of the page.
 */
export function reportDroppedFiles(report: (names: string[]) => void): void {
  document.addEventListener("dragover", (event) => {
    if (isForCell(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
  });
  document.addEventListener("drop", (event) => {
    if (isForCell(event)) return;
    event.preventDefault();
    report([...(event.dataTransfer?.files ?? [])].map(({ name }) => name));
  });
}

function isForCell(event: DragEvent): boolean {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return true;
  return event.composedPath().some((target) => target instanceof HTMLInputElement && target.type === "file");
}
