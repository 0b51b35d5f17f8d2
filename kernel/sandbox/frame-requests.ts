import { type Requests, trusted } from "../boundary/rule.ts";
import type { FrameApi } from "./protocol.ts";

/** The frame's methods that the page may call. The page is trusted, so that the frame's program needs no schemas. */
export const frameRequests: Requests<FrameApi> = {
  "document.sync": [trusted, trusted, trusted, trusted, trusted],
  "document.sendText": [trusted],
  "cells.run": [trusted],
  "cells.interrupt": [trusted],
  "cells.pause": [trusted, trusted],
  "cells.reveal": [trusted],
  "cells.find": [trusted, trusted],
  "cells.mend": [trusted],
  "cells.propose": [trusted],
  "cells.chosen": [],
  "actions.perform": [trusted],
  "settings.apply": [trusted],
  "exercise.studied": [trusted],
  "data.changed": [trusted, trusted, trusted],
  "uncertainty.situation": [],
  "uncertainty.compare": [trusted, trusted],
  "uncertainty.stopComparing": [],
  "outputs.figure": [],
  "outputs.printed": [],
  "outputs.heights": [],
  "outputs.proofs": [],
  "outputs.hashes": [trusted],
  "outputs.values": [trusted],
  "outputs.previews": [trusted],
  "outputs.texts": [],
  "frame.ping": [],
};
