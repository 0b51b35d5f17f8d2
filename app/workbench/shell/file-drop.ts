/** Takes files that are dropped anywhere on the page outside of the notebook's frame, and shows while they are dragged that it does. */
export class FileDrop {
  readonly #host: Element;
  readonly #onFiles: (files: readonly File[]) => void;

  /** @param host gets the class `over` while files are dragged over the page */
  constructor(host: Element, onFiles: (files: readonly File[]) => void) {
    this.#host = host;
    this.#onFiles = onFiles;
    for (const type of ["dragover", "dragleave", "drop"] as const) window.addEventListener(type, this.#onDrag);
  }

  #onDrag = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.#host.classList.toggle("over", event.type === "dragover");
    if (event.type === "drop") this.#onFiles([...event.dataTransfer.files]);
  };
}
