import { editingMode } from "./editing-mode.ts";
import { startFrame } from "./start.ts";

/** The frame's program in the workbench. */
startFrame(editingMode);
