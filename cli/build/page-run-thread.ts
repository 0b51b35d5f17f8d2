import { dirname, join } from "node:path";
import { type NodeServices, openNodeServices } from "../../kernel/headless/node-services.ts";
import { readRegularText } from "../../kernel/headless/regular-file.ts";
import type { KernelBuilds } from "../../lib/numeric/load-kernels.ts";
import { answerRequests } from "../run/answer-requests.ts";
import type { Versions } from "./installed-versions.ts";
import { type RunNotebook, runForPage, type SourceNotebook } from "./run-for-page.ts";

/** What every run of one build shares. */
export interface PageRunSettings {
  /** The folder of the shipped datasets. */
  readonly datasets: string;
  readonly builds: KernelBuilds;
  readonly versions: Versions;
  readonly language: string;
  readonly timeout?: number;
  /** The notebooks of the build, which import one another; others are read beside the first. */
  readonly sources: readonly SourceNotebook[];
}

/** One run for a page, as it is sent to the thread. */
export interface PageRunRequest {
  readonly source: SourceNotebook;
  readonly settings: PageRunSettings;
}

/** What the thread says beside the run: the cell that runs, by its place. */
export interface PageRunMessage {
  readonly type: "progress";
  readonly place: number;
}

let services: NodeServices | undefined;

answerRequests<PageRunRequest, RunNotebook, PageRunMessage>(({ source, settings }, post) => {
  const { datasets, builds, versions, language, timeout, sources } = settings;
  const notebook = async (name: string) => {
    const known = sources.find((each) => each.name === name);
    if (known) return known.text;
    return readRegularText(join(dirname(sources[0]!.path), `${name}.html`));
  };
  // Those of the first request: all runs of a build share tables and the database.
  services ??= openNodeServices({ datasets, notebook, builds, reproducible: true });
  return runForPage(source, {
    services,
    versions,
    language,
    notebook,
    ...(timeout === undefined ? {} : { timeout }),
    began: () => post({ type: "began", file: source.path }),
    progress: ({ place, state }) => {
      if (state.status === "running") post({ type: "progress", place });
    },
  });
});
