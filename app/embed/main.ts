import { NotebookElement } from "./notebook-element.ts";

// The script may be loaded twice.
if (!customElements.get("yuheng-notebook")) customElements.define("yuheng-notebook", NotebookElement);
