import { NotebookElement } from "./notebook-element.ts";

// Two pages of one site may both bring the script.
if (!customElements.get("yuheng-notebook")) customElements.define("yuheng-notebook", NotebookElement);
