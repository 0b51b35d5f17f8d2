import * as z from "zod/mini";
import type { Answers } from "../wall/rule.ts";
import type { FrameApi } from "./protocol.ts";
import { markup, outputs, printed, proofs } from "./schema/outputs.ts";
import { compared, situation } from "./schema/uncertainty.ts";

/** For what is only done: whatever comes back is not looked at. */
const done = z.pipe(
  z.unknown(),
  z.transform(() => undefined),
);

/** How the page reads what the frame answers. */
export const frameAnswers: Answers<FrameApi> = {
  open: done,
  sync: done,
  settings: done,
  run: done,
  interrupt: done,
  pause: done,
  reveal: done,
  command: done,
  find: done,
  mend: done,
  studied: done,
  situation,
  compare: compared,
  stopComparing: done,
  ping: z.number(),
  figure: z.nullable(markup),
  outputs,
  printed,
  proofs,
};
