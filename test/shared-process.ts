import {
  BaseSequencer,
  ForksPoolWorker,
  type PoolOptions,
  type PoolRunnerInitializer,
  type PoolTask,
  type TestSpecification,
  type WorkerRequest,
} from "vitest/node";
import { type ProcessGroup, processGroupOf } from "./process-groups.ts";

/** A process that runs one file after another, of those that share theirs with each other. */
class SharedProcess extends ForksPoolWorker {
  override readonly name = "shared";
  #group: ProcessGroup | null = null;

  override send(message: WorkerRequest): void {
    if (message.type === "run" || message.type === "collect") this.#group = processGroupIn(message);
    super.send(message);
  }

  canReuse(task: PoolTask): boolean {
    return this.#group !== "alone" && processGroupIn(task) === this.#group;
  }
}

/** The group of the files of a task, which are one file at a time. */
function processGroupIn({ context }: Pick<PoolTask, "context">): ProcessGroup {
  const [first = "alone", ...others] = new Set(context.files.map(({ filepath }) => processGroupOf(filepath)));
  return others.length > 0 ? "alone" : first;
}

/** Half of a test file's time is the loading of what it imports: files that can share a process do. */
export const sharedProcesses: PoolRunnerInitializer = {
  name: "shared",
  createPoolWorker: (options: PoolOptions) => new SharedProcess(options),
};

/** The longest are among those that are alone; and vitest keeps a process only for the very next file. */
const order: readonly ProcessGroup[] = ["alone", "document", "plain"];

/** Files of one group follow one another. */
export class ByProcessGroup extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(specifications);
    return order.flatMap((group) => sorted.filter(({ moduleId }) => processGroupOf(moduleId) === group));
  }
}
