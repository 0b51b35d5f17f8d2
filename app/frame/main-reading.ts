import { readingDesk } from "./reading-desk.ts";
import { startFrame } from "./start.ts";

/** The frame's program in a published page: without editors. */
startFrame(readingDesk);
