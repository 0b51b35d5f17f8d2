import * as z from "zod/mini";
import { readMessage, readSentence } from "./fault-form.ts";

/** Reads a message that another realm said. */
export const message = read(readMessage);

/** Reads a message, or the words of a stranger. */
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
