import { messages } from "../../lib/message/message.ts";
import { writeDuration, writeNumber } from "./figures.ts";
import { say } from "./speech.ts";

const texts = messages("frame.working", {
  left: { en: "about {duration} left", zh: "约剩 {duration}" },
});

/** How long a run lasts before its work is told where its result will be, so that short runs do not flicker. */
export const WORKING_AFTER_MS = 1000;

/** The least part of the work, and of time in milliseconds, from which the rest is foretold. */
const LEAST_FRACTION = 0.05;
const LEAST_TIME_MS = 2000;

/** How long a run will still take by its pace so far; null while that says little. */
export function timeLeft(elapsed: number, fraction: number | null): number | null {
  if (fraction === null || fraction < LEAST_FRACTION || elapsed < LEAST_TIME_MS) return null;
  return (elapsed / Math.min(fraction, 1)) * (1 - Math.min(fraction, 1));
}

/** How much of a run is done, how long it has taken and how long it will still take. */
export function workFacts(elapsed: number, fraction: number | null): string {
  const left = timeLeft(elapsed, fraction);
  return [
    ...(fraction === null ? [] : [writeNumber(fraction, { style: "percent", maximumFractionDigits: 0 })]),
    writeDuration(elapsed),
    ...(left === null ? [] : [say(texts.left({ duration: writeDuration(left) }))]),
  ].join(" · ");
}
