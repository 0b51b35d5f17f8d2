import { startFrame } from "./start.ts";
import { writingDesk } from "./writing-desk.ts";

/** The frame's program in the workbench. */
startFrame(writingDesk);
