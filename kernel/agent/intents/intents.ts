import type { Intent } from "../intent.ts";
import { absentIntent } from "./absent.ts";
import { aboutIntent } from "./about.ts";
import { seriesIntent } from "./series/series.ts";

/** Every kind of question, in the order in which they are tried: the more special before the more general. */
export const intents: readonly Intent[] = [absentIntent, seriesIntent, aboutIntent];
