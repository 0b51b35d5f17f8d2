import { z } from "zod";
import type { Sentence } from "../message/message.ts";
import { writeMessage } from "../message/write.ts";
import { ratio } from "./unit.ts";

/** What results say of how they were reached, in the same fields everywhere. */

/** What is said to a person: a tool gives it as a message, whoever calls the tool gets its English text. */
export const sentenceOut = z.preprocess((said: Sentence) => writeMessage(said), z.string());

/** How the systems were solved. */
export const methodOut = sentenceOut.meta({ provenance: "method" });

/** How far what was solved is from its equation. */
export const residualOut = ratio.meta({ provenance: "residual" });

export const iterationsOut = ratio.meta({ provenance: "iterations" });

/** The unit of a whole result. */
export const unitOut = z.string().meta({ provenance: "unit" });

/** The metric by which gases were weighed; empty where it is a mass. */
export const metricOut = z.string().meta({ provenance: "metric" });

/** What should be known of a result, in sentences. */
export const notesOut = z.array(sentenceOut).meta({ provenance: "notes" });
