import { type Requests, trusted } from "../wall/rule.ts";
import type { FrameApi } from "./protocol.ts";

/** What the page may ask of the frame. The page is trusted: the frame's program has no schemas to carry. */
export const frameRequests: Requests<FrameApi> = {
  open: [trusted],
  sync: [trusted, trusted, trusted, trusted],
  settings: [trusted],
  run: [trusted],
  interrupt: [trusted],
  pause: [trusted, trusted],
  reveal: [trusted],
  command: [trusted],
  find: [trusted, trusted],
  mend: [trusted],
  studied: [trusted],
  situation: [],
  compare: [trusted, trusted],
  stopComparing: [],
  ping: [],
  figure: [],
  outputs: [],
  printed: [],
  proofs: [],
};
