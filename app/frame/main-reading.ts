import { readingMode } from "./reading-mode.ts";
import { startFrame } from "./start.ts";

/** The frame's program in a published page: without editors. */
startFrame(readingMode);
