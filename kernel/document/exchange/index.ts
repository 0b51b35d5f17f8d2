export { notesOfExport } from "./export-notes.ts";
export { exportJupyter, importJupyter } from "./jupyter.ts";
export { exportMarkdown, importMarkdown } from "./markdown.ts";
export { exportModule } from "./module.ts";
export { importOlderModule } from "./older-module.ts";
export { importQuarto } from "./quarto.ts";
export { exportQuarto } from "./quarto-export.ts";
