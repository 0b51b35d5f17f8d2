import { expect, it } from "vitest";
import { expose } from "../../../kernel/boundary/endpoint.ts";
import { tableFileRequests } from "../../../kernel/table-file/table-file-requests.ts";
import { TableFileService } from "../../../kernel/table-file/table-file-service.ts";
import type { WorkerLike } from "../../../kernel/workers/running-worker.ts";
import { tableFiles } from "../../../lib/files/table/table-files.ts";
import { bytesOf } from "../lib/files/reading.ts";

it("A worker that does not end with a file is ended, and the next file has another", async () => {
  const ended: string[] = [];
  let started = 0;
  const create = (): WorkerLike => {
    const { port1, port2 } = new MessageChannel();
    const number = ++started;
    // The first never answers, as one that goes round in circles.
    if (number > 1) expose(tableFiles, port2, tableFileRequests);
    port1.start();
    port2.start();
    return Object.assign(port1, {
      terminate: () => {
        ended.push(`worker ${number}`);
        port1.close();
      },
    }) as unknown as WorkerLike;
  };
  await expect(new TableFileService(create, 1).find("endless.csv", bytesOf("a\n1\n"))).rejects.toMatchObject({
    name: "TableFileError",
    message: "endless.csv: reading it did not end in time and was stopped. Is the file damaged, or very large?",
  });
  expect(ended).toEqual(["worker 1"]);
  const service = new TableFileService(create);
  expect((await service.find("some.csv", bytesOf("a,b\n1,2\n")))[0]!.rows).toBe(1);
  service.stop();
  expect(ended).toEqual(["worker 1", "worker 2"]);
});
