import * as z from "zod/mini";
import { type Answers, trusted } from "../boundary/rule.ts";
import type { FunctionApi } from "./function-api.ts";

/** What a function gives back is the author's own; it is copied, and that is all that it can be. */
export const functionAnswers: Answers<FunctionApi> = { run: trusted };

/** Reads how far a function says that it is. */
export const functionProgress = z.object({ fraction: z.nullable(z.number()), message: z.optional(z.string()) });
