import * as z from "zod/mini";
import { readMessage, readSentence } from "./serialized-fault.ts";

/** A schema for messages received from another realm. */
export const message = read(readMessage);

/** A schema for a message, or a plain text of third-party code. */
export const sentence = read(readSentence);

function read<T>(reader: (given: unknown) => T) {
  return z.pipe(
    z.unknown(),
    z.transform((given, context): T => {
      try {
        return reader(given);
      } catch (error) {
        context.issues.push({ code: "custom", message: (error as Error).message, input: given });
        return z.NEVER;
      }
    }),
  );
}
