import { z } from "zod";
import { isMessage, type Message, type Sentence } from "../message/message.ts";
import { writeMessage } from "../message/write.ts";
import { ratio } from "./unit.ts";

/** Fields of results about how they were computed, the same for all tools. */

/**
 * A text for a person: a tool returns a message, and callers of the tool get its English text. Where a result comes back as an input it
 * is that text; what is neither is refused.
 */
export const sentenceOut = z.preprocess((said: Sentence) => (isMessage(said) ? writeMessage(said) : said), z.string());

/** The same of a function that always gives a message, never the text of another. */
export const messageOut = sentenceOut as unknown as z.ZodType<string, Message>;

/** How the systems were solved. */
export const methodOut = sentenceOut.meta({ provenance: "method" });

/** The same of a function that always gives a message. */
export const methodMessageOut = methodOut as unknown as z.ZodType<string, Message>;

/** The relative residual of the solved system. */
export const residualOut = ratio.meta({ provenance: "residual" });

export const iterationsOut = ratio.meta({ provenance: "iterations" });

/** The unit of a whole result. */
export const unitOut = z.string().meta({ provenance: "unit" });

/** The metric of CO2 equivalents; empty for a mass. */
export const metricOut = z.string().meta({ provenance: "metric" });

/** Notes on a result. */
export const notesOut = z.array(sentenceOut).meta({ provenance: "notes" });

/** The same of a function that always gives messages. */
export const messagesOut = notesOut as unknown as z.ZodType<string[], Message[]>;
