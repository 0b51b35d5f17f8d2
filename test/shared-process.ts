import {
  BaseSequencer,
  ForksPoolWorker,
  type PoolOptions,
  type PoolRunnerInitializer,
  type PoolTask,
  type TestSpecification,
  type WorkerRequest,
} from "vitest/node";
import { isAlone } from "./alone.ts";

/** A process that runs one file after another, unless one of them must be alone. */
class SharedProcess extends ForksPoolWorker {
  override readonly name = "shared";
  #isAlone = false;

  override send(message: WorkerRequest): void {
    if (message.type === "run" || message.type === "collect") this.#isAlone = hasAlone(message);
    super.send(message);
  }

  canReuse(task: PoolTask): boolean {
    return !this.#isAlone && !hasAlone(task);
  }
}

function hasAlone({ context }: Pick<PoolTask, "context">): boolean {
  return context.files.some(({ filepath }) => isAlone(filepath));
}

/** Half of a test file's time is the loading of what it imports: files that can share a process do. */
export const sharedProcesses: PoolRunnerInitializer = {
  name: "shared",
  createPoolWorker: (options: PoolOptions) => new SharedProcess(options),
};

/** Those that are alone, the longest among them, come first: vitest keeps a process only for the very next file. */
export class AloneFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(specifications);
    return [true, false].flatMap((first) => sorted.filter(({ moduleId }) => isAlone(moduleId) === first));
  }
}
