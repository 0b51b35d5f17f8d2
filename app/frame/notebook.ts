import type { Remote } from "../../kernel/boundary/endpoint.ts";
import { NotebookModules } from "../../kernel/module/notebook-modules.ts";
import { NotebookImports } from "../../kernel/notebook/imported-notebook.ts";
import { Kernel, type KernelHost } from "../../kernel/notebook/kernel.ts";
import { ViewValues } from "../../kernel/notebook/view-values.ts";
import { setFigureHost } from "../../kernel/output/figure/figure-words.ts";
import type { OutputStyle } from "../../kernel/output/output.ts";
import { unitsIn } from "../../kernel/output/units.ts";
import { tick } from "../../kernel/runtime/tick.ts";
import type { FrameApi, FrameSession, FrameSettings, PageApi } from "../../kernel/sandbox/protocol.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { PageClient } from "../../kernel/services/page-client.ts";
import { functionPool } from "../../kernel/stdlib/compute.ts";
import { library, modules } from "../../kernel/stdlib/library.ts";
import { ReaderLanguage } from "../../kernel/stdlib/reader-language.ts";
import { openProgram } from "../../kernel/workers/program-worker.ts";
import type { ReadRows } from "../../lib/account/inventory/activity-sheet.ts";
import { isCellAction } from "../actions/cell-actions.ts";
import { isSlideAction } from "../actions/slide-actions.ts";
import { say } from "../language/speech.ts";
import { activitySheetBy } from "./activity-sheet.ts";
import { Appearance } from "./appearance.ts";
import { assertionElement } from "./assertion.ts";
import { CellColumn } from "./cell-column.ts";
import { CellReporter } from "./cell-reporter.ts";
import { CellRuns } from "./cell-runs.ts";
import { CellTexts } from "./cell-texts.ts";
import { type CellContext, CellView } from "./cell-view.ts";
import { clockOf } from "./clock.ts";
import type { CodeMode } from "./code-mode.ts";
import { CellCommands } from "./commands.ts";
import { DocumentCopy } from "./document-copy.ts";
import { DocumentSync } from "./document-sync.ts";
import { DrawWorkers } from "./draw-workers.ts";
import { reportDroppedFiles, reportPastedTable } from "./dropped-files.ts";
import { AnswerCells } from "./exercise/answer-cells.ts";
import { ExerciseController } from "./exercise/exercise-controller.ts";
import { expectedHeight } from "./expected-height.ts";
import { FigureFooters } from "./figure/figure-footers.ts";
import { followFileLinks } from "./file-links.ts";
import { dispatchSubmissions } from "./form-submission.ts";
import { FrameChance } from "./frame-chance.ts";
import { FrameKeys } from "./frame-keys.ts";
import { FrameOutputs } from "./frame-outputs.ts";
import { functionProgram } from "./function-program.ts";
import { GhostCells } from "./ghost-cells.ts";
import { chartsFrom, dialogueFrom, formsFrom, moduleFrom, searchFrom, sheetsFrom } from "./later-modules.ts";
import { ListSearch } from "./list-search.ts";
import { Navigation } from "./navigation.ts";
import { OwnData } from "./own-data.ts";
import { Proofs } from "./proofs.ts";
import { Provenance } from "./provenance.ts";
import { PublishedOutputs } from "./published-outputs.ts";
import { Retries } from "./retries.ts";
import { SlideShow } from "./slides/slide-show.ts";
import { Sources } from "./sources.ts";
import { relabelTables, tableElement } from "./table/grid.ts";
import { reportUncaught } from "./uncaught.ts";
import { FrameScenarios } from "./uncertainty/frame-scenarios.ts";
import { UncertaintySheets } from "./uncertainty/sheets.ts";
import { ValueReports } from "./value-reports.ts";
import { widthOf } from "./width.ts";

/**
 * Opens a notebook in the frame: the composition root, which builds its parts, connects them and starts the first run. Returns the
 * methods that the page may call.
 */
export function openNotebook(
  session: FrameSession,
  page: Remote<PageApi>,
  onEnter: (cell: number) => void,
  codeMode: CodeMode,
): FrameApi {
  const { catalogue, files } = session;
  const appearance = new Appearance(session.settings);
  const language = new ReaderLanguage(session.settings.language);
  const chance = new FrameChance(session.chance);
  const copy = new DocumentCopy(page.document.edit);
  copy.load(session.cells);

  // The kernel and its events. It runs nothing before all parts exist.
  const client = new PageClient(page.services, (name) => catalogue.some((entry) => entry.name === name));
  const values = new ViewValues((cell, name, value, initial) => copy.choose(cell, name, value, initial));
  const activitySheet = activitySheetBy({
    load: sheetsFrom(page.programs.sheets),
    read: (asked) => client.lookUp("account.read", asked) as Promise<ReadRows>,
  });
  const draws = new DrawWorkers(page.programs.draws);
  const functions = functionPool(() => openProgram(functionProgram));
  const host: KernelHost = {
    page: client,
    catalogue,
    files,
    values,
    language,
    // A built page contains the texts in all languages, and a proof repeats all that was built.
    allLanguages: session.published !== undefined || session.recorded === true,
    modules: new NotebookModules(modules, {
      page: client,
      get chance() {
        return chance.current;
      },
    }),
    functions,
    library: {
      ...library({
        width: () => session.width ?? widthOf(column.element)(),
        now: clockOf(() => chance.current),
        fixedWidth: session.width,
        language,
        catalogue,
        loadCharts: chartsFrom(page.programs.charts),
        loadForms: formsFrom(page.programs.forms),
        loadGraphviz: moduleFrom(page.programs.graphviz),
        loadSqlite: moduleFrom(page.programs.sqlite),
      }),
      activitySheet: () => activitySheet,
      exercise: () => exercises.exercise,
    },
    get chance() {
      return chance.current;
    },
    now: () => performance.now(),
    entering: onEnter,
    ...(session.loopDeadline === undefined ? {} : { loopDeadline: session.loopDeadline }),
    openDrawWorker: () => draws.open(),
    loadDialogue: dialogueFrom(page.programs.dialogue),
    importNotebook: (run, specifier, names) => imports.import(run, specifier, names),
    elementOf: (cell) => column.viewOf(cell)?.element,
    traced: (run, value) => provenance.linkTo(run.cell, value),
    showAssertion: assertionElement,
    state: (cell, state) => {
      const view = column.viewOf(cell);
      if (view) view.state = state;
      reporter.touch(cell);
      retries.update(cell, state);
    },
    value: (name) => {
      valueReports.changed(name);
      exercises.changed(name);
    },
    begin: (run) => {
      proofs?.recorder.begin(run.cell);
      column.viewOf(run.cell)?.begin();
    },
    display: (run, value, replace) => {
      proofs?.recorder.display(run.cell, value, replace);
      column.viewOf(run.cell)?.show(run, value, replace);
    },
    end: (run) => {
      column.viewOf(run.cell)?.end(run);
      if (!run.valid) return;
      reporter.ran(run.cell, client.stepsOf(run));
      uncertainty.ran(run.cell);
      figures.ran(run.cell);
    },
  };
  const imports = new NotebookImports(host, {
    changed: (cell, names) => kernel.flow.run([cell], { kind: "input", names }),
    failedLate: (cell, error) => kernel.failLate(cell, error),
  });
  const kernel = new Kernel(host);
  const retries = new Retries((cell, cause) => void kernel.flow.run([cell], cause));
  const valueReports = new ValueReports((name) => kernel.flow.valueOf(name), page.cells.values);

  // The column of cells and the commands on it.
  const column: CellColumn = new CellColumn(
    (cell) => new CellView(cell, context),
    (cell) => {
      uncertainty.close(cell);
      kernel.forget(cell);
    },
  );
  const sources = new Sources(catalogue, page.services);
  document.body.append(column.element, sources.element);
  const reporter = new CellReporter(copy, column, kernel, sources, page.cells);
  const provenance = new Provenance(copy, kernel, reporter, page.provenance);
  provenance.listen(column.element);
  const runs = new CellRuns(kernel, copy, reporter, session.suspended);
  const texts = new CellTexts(copy, column, runs, reporter);
  const commands: CellCommands = new CellCommands(
    copy,
    column,
    runs,
    page.provenance.show,
    page.reader.quote,
    (dialog) => page.reader.action(dialog),
    (cell) => uncertainty.toggle(cell),
    () => appearance.reading,
  );
  const navigation = new Navigation(column, commands, appearance);
  const ghosts = new GhostCells(column, copy);
  const reveal = (cell: number) => navigation.reveal(cell);
  const uncertainty = new UncertaintySheets({ kernel, chance, copy, column, reporter, catalogue, reveal });
  const figures = new FigureFooters({
    title: () => document.title || session.title,
    catalogue,
    kernel,
    provenance,
    uncertainty,
    save: (file) => page.reader.save(file),
    showTrail: session.published ? null : (cell) => provenance.show(cell),
  });
  const lookUp = (request: object) => client.lookUp("data.query", request);
  // Outputs that are held against published ones have nothing beside what their cells display.
  const search = session.recorded ? null : new ListSearch(searchFrom(page.programs.search), lookUp, say);
  const slides = new SlideShow(copy, column, page.slides);
  const keys = new FrameKeys(appearance, slides, commands, page.reader);
  const answers = new AnswerCells(copy, kernel, runs, texts);
  const exercises = new ExerciseController(copy, answers, page);
  const proofs = session.recorded ? new Proofs(catalogue, copy, kernel, reporter, client) : null;
  reportUncaught((error) => {
    const foreign = imports.uncaught(error) ? null : kernel.uncaught(error);
    if (foreign) page.cells.uncaught(foreign);
  });
  dispatchSubmissions();
  followFileLinks((file) => void page.reader.save(file));
  reportDroppedFiles(page.reader);
  const addData = session.published ? null : () => page.reader.action("add-data");
  if (addData) reportPastedTable(page.reader);

  const context: CellContext = {
    appearance,
    isPublished: session.published !== undefined,
    addData,
    copy,
    kernel,
    answers,
    commands,
    runs,
    texts,
    keys,
    navigation,
    uncertainty,
    languages: kernel,
    figures,
    search,
    style: styleOf(catalogue),
    makeCode: codeMode({
      appearance,
      catalogue,
      copy,
      runs,
      navigation,
      answers,
      typing: page.typing,
      publication: session.published,
    }),
  };

  let published: PublishedOutputs | null = null;
  const settings = {
    apply: (wanted: FrameSettings) => {
      appearance.apply(wanted);
      if (wanted.language !== language.tag) {
        language.switch(wanted.language);
        kernel.update(copy.cells, new Set());
      }
      published?.speak(wanted.language);
      kernel.flow.lazy = wanted.lazy;
      column.refresh();
      ghosts.refresh();
      uncertainty.refresh();
      figures.refresh();
      search?.refresh(column.element);
      relabelTables(column.element);
      sources.refresh();
      slides.present(wanted.presentation ?? null);
    },
  };

  // All parts exist: the first run starts.
  settings.apply(session.settings);
  column.arrange(copy.cells);
  commands.settle([], false);
  for (const cell of copy.cells) values.take(cell);
  published = session.published ? new PublishedOutputs(session.published, { copy, column, kernel, page }) : null;
  for (const { id, steps } of session.published?.cells ?? []) reporter.ran(id, steps);
  kernel.update(copy.cells, "all", { dormant: published?.dormant });
  // As the page was built: without the code, and without the texts of other languages, before anything is painted.
  if (published) column.refresh();
  else {
    column.reserve(session.heights, session.settings.language, (cell, width) =>
      expectedHeight(cell, kernel.compiledOf(cell.id), width),
    );
  }
  published?.wakeChanged();
  published?.speak(session.settings.language);
  runs.pauseAsWritten();
  for (const { id } of copy.cells) reporter.touch(id);
  void untilSettled(kernel, published).then(() => {
    column.settled = true;
    performance.mark("yuheng:settled");
    void page.cells.settled();
  });

  return {
    document: new DocumentSync({ copy, chance, values, column, kernel, runs, reporter, commands, uncertainty, ghosts }),
    cells: {
      run: (cells) => runs.run(cells),
      interrupt: (cell) => runs.interrupt(cell),
      pause: (cell, paused) => runs.pause(cell, paused),
      mend: (mend) => texts.mend(mend),
      find: (search, at) => column.showMatches(search, at),
      reveal,
      propose: (wanted) => ghosts.show(wanted),
      chosen: () => commands.chosen,
    },
    actions: {
      perform: (action) => {
        if (isCellAction(action)) commands.do(action);
        else if (isSlideAction(action)) slides.do(action);
        else if (action === "clear-outputs") column.clear();
      },
    },
    settings,
    exercise: exercises,
    data: new OwnData({ catalogue, files, copy, kernel, runs }),
    uncertainty: new FrameScenarios(kernel.sampling),
    outputs: new FrameOutputs(column, sources, proofs, (name) => kernel.flow.valueOf(name)),
    frame: { ping: () => performance.now() },
  };
}

function styleOf(catalogue: readonly DatasetEntry[]): OutputStyle {
  const unitOf = unitsIn(catalogue);
  setFigureHost({ write: say, unitOf });
  return { table: tableElement, unitOf };
}

/** Resolves when the first run has ended. */
async function untilSettled(kernel: Kernel, published: PublishedOutputs | null): Promise<void> {
  if (published) {
    // After two ticks of the event loop all cells without pending inputs have started.
    await tick();
    await tick();
    published.measure();
  }
  await kernel.flow.settled();
}
