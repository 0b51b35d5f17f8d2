import * as z from "zod/mini";
import type { Answers } from "../boundary/rule.ts";
import type { FrameApi } from "./protocol.ts";
import { hashes, heights, markup, previews, printed, proofs, texts, values } from "./schema/outputs.ts";
import { cellId } from "./schema/plain.ts";
import { compared, situation } from "./schema/uncertainty.ts";

/** For methods without an answer: any returned value is ignored. */
const done = z.pipe(
  z.unknown(),
  z.transform(() => undefined),
);

/** The readers with which the page validates the frame's answers. */
export const frameAnswers: Answers<FrameApi> = {
  "document.sync": done,
  "document.sendText": done,
  "cells.run": done,
  "cells.interrupt": done,
  "cells.pause": done,
  "cells.reveal": done,
  "cells.find": done,
  "cells.mend": done,
  "cells.propose": done,
  "cells.chosen": z.nullable(cellId),
  "actions.perform": done,
  "settings.apply": done,
  "exercise.studied": done,
  "data.changed": done,
  "uncertainty.situation": situation,
  "uncertainty.compare": compared,
  "uncertainty.stopComparing": done,
  "outputs.figure": z.nullable(markup),
  "outputs.printed": printed,
  "outputs.heights": heights,
  "outputs.proofs": proofs,
  "outputs.hashes": hashes,
  "outputs.values": values,
  "outputs.previews": previews,
  "outputs.texts": texts,
  "frame.ping": z.number(),
};
