export { exportJupyter, importJupyter } from "./jupyter.ts";
export { exportMarkdown, importMarkdown } from "./markdown.ts";
export { exportModule } from "./module.ts";
