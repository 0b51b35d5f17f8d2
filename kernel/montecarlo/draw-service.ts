import { saidOf } from "../../lib/message/fault.ts";
import { transfer } from "../boundary/endpoint.ts";
import type { DrawApi, Drawn } from "./draw-api.ts";
import { DrawEngine } from "./draw-engine.ts";
import { NotSampled } from "./not-sampled.ts";
import type { Ask } from "./questions.ts";

/** The worker's side: evaluates a plan, and then row after row of it. */
export class DrawService implements DrawApi {
  #engine!: DrawEngine;
  #ask!: Ask;

  open(...[plan, ask]: Parameters<DrawApi["open"]>): ReturnType<DrawApi["open"]> {
    this.#ask = ask;
    return drawn(() => {
      this.#engine = new DrawEngine(plan, (question) => this.#ask(question));
      return this.#engine.open();
    });
  }

  rows(...[rows, ask]: Parameters<DrawApi["rows"]>): ReturnType<DrawApi["rows"]> {
    this.#ask = ask;
    return drawn(async () => this.#engine.rows(rows));
  }
}

/** A refusal is an answer: it says more than an error carries through a wall. */
async function drawn<T>(draw: () => Promise<T>): Promise<Drawn<T>> {
  try {
    const given = await draw();
    return given instanceof Float64Array ? transfer({ given }, [given.buffer]) : { given };
  } catch (error) {
    const { obstacle, instead } = error instanceof NotSampled ? error : { obstacle: "failed" as const, instead: [] };
    return { refused: { obstacle, reason: saidOf(error), instead } };
  }
}
