import { messageOf } from "../../lib/message/fault.ts";
import { transfer } from "../boundary/endpoint.ts";
import type { DrawAnswer, DrawApi } from "./draw-api.ts";
import { DrawEngine } from "./draw-engine.ts";
import { NotSampled } from "./not-sampled.ts";
import { unpack } from "./wire.ts";

/** The worker's side: evaluates a plan, then ranges of its draws. */
export class DrawService implements DrawApi {
  #engine!: DrawEngine;

  open(...[plan, callService]: Parameters<DrawApi["open"]>): ReturnType<DrawApi["open"]> {
    return answer(() => {
      this.#engine = new DrawEngine(plan, async (request) => unpack(await callService(request)));
      return this.#engine.open();
    });
  }

  rows(...[rows]: Parameters<DrawApi["rows"]>): ReturnType<DrawApi["rows"]> {
    return answer(async () => this.#engine.rows(rows));
  }
}

/** A refusal is sent as an answer, because it has more fields than an error that crosses the boundary. */
async function answer<T>(draw: () => Promise<T>): Promise<DrawAnswer<T>> {
  try {
    const given = await draw();
    return given instanceof Float64Array ? transfer({ given }, [given.buffer]) : { given };
  } catch (error) {
    const { obstacle, instead } = error instanceof NotSampled ? error : { obstacle: "failed" as const, instead: [] };
    return { refused: { obstacle, reason: messageOf(error), instead } };
  }
}
