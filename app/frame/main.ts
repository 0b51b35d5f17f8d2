import type { CodeMode } from "./code-mode.ts";
import { CellEditor } from "./editor.ts";
import { startFrame } from "./start.ts";
import { CellHelp } from "./typing/cell-help.ts";
import { LanguageHelp } from "./typing/help.ts";

/** Code in editors, with the help of the language service. */
const editingMode: CodeMode = (parts) => {
  const help = new LanguageHelp(parts);
  return ({ id, source, kind }, label, host) =>
    new CellEditor(source, kind, label, { ...host, help: new CellHelp(help, id) });
};

/** The frame's program in the workbench. */
startFrame(editingMode);
