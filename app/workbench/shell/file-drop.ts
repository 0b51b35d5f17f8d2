import type { DropLayer } from "./drop-layer.ts";

/** Takes files that are dropped anywhere on the page, and shows while they are dragged that it does. */
export class FileDrop {
  readonly #host: Element;
  readonly #layer: DropLayer;
  readonly #onFiles: (files: readonly File[]) => void;

  /**
   * @param host gets the class `over` while files are dragged over the page
   * @param layer lies over the notebook's frame while files are dragged there
   */
  constructor(host: Element, layer: DropLayer, onFiles: (files: readonly File[]) => void) {
    this.#host = host;
    this.#layer = layer;
    this.#onFiles = onFiles;
    for (const type of ["dragover", "dragleave", "drop"] as const) window.addEventListener(type, this.#onDrag);
  }

  #onDrag = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.#host.classList.toggle("over", event.type === "dragover");
    if (event.type === "dragover") this.#layer.stay();
    if (event.type !== "drop") return;
    this.#layer.leave();
    this.#onFiles([...event.dataTransfer.files]);
  };
}
