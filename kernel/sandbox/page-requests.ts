import * as z from "zod/mini";
import { type Requests, told } from "../boundary/rule.ts";
import type { PageApi, SavedFile, SlidePosition } from "./protocol.ts";
import { frameEdit } from "./schema/edit.ts";
import { languageRequest } from "./schema/language-request.ts";
import { cellId, count, list, name, source, text } from "./schema/plain.ts";
import { cellIds, cellReports, valueReports } from "./schema/report.ts";
import { studyEvent } from "./schema/study-event.ts";

const slidePosition = z.object({ slide: count, slides: count }) satisfies z.ZodMiniType<SlidePosition>;

const savedFile = z.object({
  name: text(500),
  type: z.catch(z.string().check(z.regex(/^[\w.+-]+\/[\w.+-]+(?:;charset=[\w-]+)?$/i)), ""),
  bytes: z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
}) satisfies z.ZodMiniType<SavedFile>;

/** The number that a frame gives a call, to cancel it by. */
const call = count;

/** How the page reads what the frame asks of it. Behind the port may be anybody: a cell owns its realm. */
export const pageRequests: Requests<PageApi> = {
  "document.edit": [frameEdit, count],
  "cells.report": [cellReports, cellIds],
  "cells.values": [valueReports],
  "cells.entering": [cellId],
  "cells.settled": [],
  // A value that SQL has no literal for is refused where it is written as one; an input, by the schema of its tool.
  "services.query": [source, list(z.unknown(), 100_000), call, told],
  "services.compute": [name, z.unknown(), call, told],
  "services.dataset": [name, call, told],
  "services.describe": [list(name, 1_000)],
  "services.notebook": [name, call, told],
  "services.cancel": [call],
  "typing.ask": [languageRequest],
  "uncertainty.drawProgram": [],
  "exercise.note": [studyEvent],
  "provenance.show": [cellId],
  "slides.presented": [slidePosition],
  "reader.action": [name],
  "reader.follow": [z.string().check(z.maxLength(10_000))],
  "reader.save": [savedFile],
  "frame.height": [z.number().check(z.gte(0), z.lte(10_000_000))],
};
