import * as z from "zod/mini";
import { listener, type Requests } from "../boundary/rule.ts";
import { fileForms } from "../services/file-content.ts";
import { LONGEST_ADDRESS } from "./followed-address.ts";
import type { FramePlace, PageApi, SavedFile, SlidePosition } from "./protocol.ts";
import { frameEdit } from "./schema/edit.ts";
import { languageRequest } from "./schema/language-request.ts";
import { cellId, count, list, name, source, text, whole } from "./schema/plain.ts";
import { cellError, cellIds, cellReports, valueReports } from "./schema/report.ts";
import { studyEvent } from "./schema/study-event.ts";

const slidePosition = z.object({ slide: count, slides: count }) satisfies z.ZodMiniType<SlidePosition>;

/** Most bytes of a file that a notebook may save: far more than a figure or its data need. */
const MAX_SAVED_BYTES = 500_000_000;

const savedFile = z.object({
  name: text(500),
  type: z.catch(z.string().check(z.regex(/^[\w.+-]+\/[\w.+-]+(?:;charset=[\w-]+)?$/i)), ""),
  bytes: z.custom<Uint8Array<ArrayBuffer>>(
    (value) => value instanceof Uint8Array && value.byteLength <= MAX_SAVED_BYTES,
  ),
}) satisfies z.ZodMiniType<SavedFile>;

const pixels = z.number().check(z.gte(-10_000_000), z.lte(10_000_000));

const framePlace = z.object({
  left: pixels,
  top: pixels,
  width: pixels,
  height: pixels,
}) satisfies z.ZodMiniType<FramePlace>;

/** The number of a call, by which the frame can cancel it. */
const call = count;

/** A text that is not empty. */
const given = (text: z.ZodMiniString) => text.check(z.minLength(1));

/** The readers with which the page validates the frame's calls. The sender is not trusted: a cell controls its realm. */
export const pageRequests: Requests<PageApi> = {
  "document.edit": [frameEdit, count],
  "cells.report": [cellReports, cellIds],
  "cells.values": [valueReports],
  "cells.entering": [cellId],
  "cells.uncaught": [cellError],
  "cells.settled": [],
  // Parameters without an SQL literal are rejected when the literals are written; inputs of tools by the tool's schema.
  "services.query": [given(source), list(z.unknown(), 100_000), call, listener],
  "services.compute": [given(name), z.unknown(), call, listener],
  "services.dataset": [given(name), call, listener],
  "services.file": [given(whole(300)), z.enum(fileForms), call, listener],
  "services.describe": [list(given(name), 1_000)],
  "services.notebook": [given(name), call, listener],
  "services.cancel": [call],
  "typing.ask": [languageRequest],
  "programs.draws": [],
  "programs.charts": [],
  "programs.graphviz": [],
  "programs.sqlite": [],
  "programs.dialogue": [],
  "programs.search": [],
  "programs.forms": [],
  "programs.sheets": [],
  "exercise.note": [studyEvent],
  "provenance.show": [cellId],
  "slides.presented": [slidePosition],
  "reader.action": [name],
  "reader.quote": [cellId],
  // Cut just beyond the limit: the page tells the reader that the address is too long.
  "reader.follow": [text(LONGEST_ADDRESS + 1)],
  "reader.save": [savedFile],
  "reader.dragged": [list(framePlace, 100)],
  "reader.dropped": [list(text(300), 100)],
  "reader.pasted": [],
  "frame.height": [z.number().check(z.gte(0), z.lte(10_000_000))],
};
