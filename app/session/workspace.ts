import { importText } from "../../kernel/document/exchange/text.ts";
import { summaryOf } from "../../kernel/document/summary.ts";
import { versionOfText } from "../../kernel/document/text-version.ts";
import { countExercises } from "../../kernel/lesson/cells.ts";
import { countSolved, noStudy, type Study } from "../../kernel/lesson/study.ts";
import { messageOf } from "../../lib/message/fault.ts";
import { speech } from "../language/speech.ts";
import { emptyNotebook, NotebookDocument } from "../live/notebook-document.ts";
import { archivedFiles } from "./archived-files.ts";
import { copyAttachments } from "./attachments.ts";
import type { LessonInfo, NotebookInfo, Workspace } from "./contract.ts";
import { duplicate } from "./duplicate.ts";
import { storedFigure } from "./figures.ts";
import { makeFirstFigure } from "./first-figure.ts";
import { moveToProject } from "./move-to-project.ts";
import { freeName, writeNew } from "./new-name.ts";
import type { NotebookFile } from "./notebook-file.ts";
import { besideHost, openFiles } from "./notebook-files.ts";
import { inOrder } from "./notebook-order.ts";
import { addOwnFile } from "./own-files.ts";
import { projectOf } from "./project.ts";
import { openServices } from "./services.ts";
import { allStudies } from "./studies.ts";

/** The available notebooks and the catalogue of data. */
export async function openWorkspace(): Promise<Workspace> {
  const files = await openFiles();
  const { datasets } = openServices();
  const texts = new Map<string, string>();
  return {
    writable: files.writable,
    async list() {
      const [all, studies] = await Promise.all([files.list(), allStudies()]);
      for (const { name, text } of all) texts.set(name, text);
      const apart = all.some(({ example }) => example);
      return inOrder(all.map((file) => infoOf(file, studies.get(file.name) ?? noStudy, apart)));
    },
    // Where nothing can be written beside the others, a new notebook is kept in the browser, like a file that is opened.
    create: (title, text = emptyNotebook(title), project = null) =>
      files.writable ? writeNew(files, title, text, project) : addOwnFile(freeName(title, new Set()), text, null),
    async duplicate({ name, document, cells, attachments }, project) {
      const hasFiles = (await archivedFiles(cells, attachments)).length > 0;
      const copy = await duplicate(files, name, document.text, hasFiles, project);
      const copied = copyAttachments({ name, cells, attachments }, copy, besideHost(copy));
      return { name: copy, problem: await copied.then(() => null, messageOf) };
    },
    move: (session, project) => moveToProject(files, session, project),
    async import({ fileName, text, handle }) {
      const imported = await importText(fileName, text);
      const stem = fileName.replace(/\.\w+$/, "");
      // A file that is a notebook is opened in place; one converted from another format is new.
      const opened = handle && imported.same;
      if (opened || !files.writable) {
        const name = await addOwnFile(freeName(stem, new Set()), imported.text, opened ? handle : null);
        return { name, notes: imported.notes };
      }
      return { name: await writeNew(files, stem, imported.text), notes: imported.notes };
    },
    figure: async (name) => (await storedFigure(name)) ?? previewOf(name, texts.get(name)),
    makeFigure: makeFirstFigure,
    catalogue: () => datasets.entries(),
  };
}

/** The picture that ships with a notebook of this text; its list is loaded with the first one. */
async function previewOf(name: string, text: string | undefined): Promise<string | null> {
  if (text === undefined) return null;
  const { shippedPreview } = await import("./shipped-previews.ts");
  return shippedPreview(name, versionOfText(text), speech.language);
}

function infoOf({ name, text, modified, example = false }: NotebookFile, study: Study, apart: boolean): NotebookInfo {
  const document = new NotebookDocument(text);
  const order = Number(document.notebook.attributes["data-order"] ?? Number.NaN);
  return {
    name,
    project: projectOf(name),
    example: apart ? example : null,
    // The page's language may change while the list is shown.
    get title() {
      return document.titleIn(speech.language) || name;
    },
    get summary() {
      return summaryOf(document.cells, speech.language);
    },
    modified,
    order: Number.isNaN(order) ? null : order,
    topic: document.notebook.attributes["data-topic"] || null,
    lesson: lessonOf(document, study),
  };
}

function lessonOf({ cells, notebook: { attributes } }: NotebookDocument, study: Study): LessonInfo | null {
  const id = attributes["data-lesson"];
  if (id === undefined) return null;
  const minutes = Number(attributes["data-minutes"] ?? Number.NaN);
  return {
    minutes: Number.isNaN(minutes) ? null : minutes,
    solved: countSolved(study),
    all: countExercises(cells),
  };
}
