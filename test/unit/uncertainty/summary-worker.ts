// One worker of the test that workers change no bit: it summarises the blocks it is given and posts the summary back.
import { parentPort, workerData } from "node:worker_threads";
import { summarise } from "../../../lib/uncertainty/propagation/draw-summary.ts";
import { runOf, type Share } from "./summary-share.ts";

const { total, edges, from, end } = workerData as Share;
parentPort!.postMessage(summarise(runOf(total), edges, from, end));
