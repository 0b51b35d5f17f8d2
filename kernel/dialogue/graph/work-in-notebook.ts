import { isQuestion, type PhaseWork } from "../../../lib/agents/agent.ts";
import type { AgentHost } from "../../../lib/dialogue/host.ts";
import { reportOperations } from "./agent-operations.ts";
import { NotebookLog, type Place } from "./notebook-log.ts";
import { reportText } from "./report-text.ts";
import { type AgentOptions, runAgent, type Stop } from "./run-agent.ts";

/**
 * Lets an agent of a notebook work from where its cells say that it stands, and writes its report below them when it has one. Rejects
 * as `runAgent` does; what is in the notebook by then stays.
 */
export async function workInNotebook<Request>(
  place: Place<Request>,
  host: AgentHost,
  options: AgentOptions = {},
  log: NotebookLog<Request> = new NotebookLog(place),
): Promise<Stop<Request>> {
  const { agent, document, instance } = place;
  const stop = await runAgent(agent, log, host, options);
  if (stop.move.kind !== "report") return stop;
  const text = reportText(agent.report(stop.state), instance, worksOf(place, stop), stop.state.results);
  const operations = reportOperations(document.notebook, instance, text);
  if (operations.length > 0) document.perform(operations);
  return stop;
}

/** The work of all phases, as their states make it. */
function worksOf<Request>({ agent }: Place<Request>, { state }: Stop<Request>): PhaseWork[] {
  return agent.phases.flatMap((phase) => {
    const work = phase.work(state);
    return isQuestion(work) ? [] : [work];
  });
}
