import type { z } from "zod";
import type { BoundaryError } from "../../kernel/boundary/boundary-error.ts";
import { expose, wrap } from "../../kernel/boundary/endpoint.ts";
import type { MethodName, Reader } from "../../kernel/boundary/rule.ts";
import { frameAnswers } from "../../kernel/sandbox/frame-answers.ts";
import { pageRequests } from "../../kernel/sandbox/page-requests.ts";
import type { FrameApi, PageApi } from "../../kernel/sandbox/protocol.ts";
import { faultIn } from "../unit/sandbox/plain-value.ts";
import { mutate } from "./hostile.ts";
import type { Random } from "./random.ts";
import { valueFor } from "./schema-values.ts";
import { Broken, type Target } from "./target.ts";

/** What a cell may say to the page through the port of its frame: whole messages, with arguments much like the right ones. */
interface Message {
  readonly data: unknown;
}

type Listen = (event: Message) => void;

/** An end of a port of which the other is this file. */
class Wire {
  readonly said: unknown[] = [];
  #listen: Listen = () => {};

  readonly endpoint = {
    postMessage: (message: unknown) => void this.said.push(message),
    addEventListener: (_: string, listen: unknown) => {
      this.#listen = listen as Listen;
    },
    removeEventListener: () => {},
  };

  tell(data: unknown): void {
    this.#listen({ data });
  }
}

/** Handed on as they come: to the writer of literals, and to the schema of a tool. */
const handedOn: ReadonlySet<string> = new Set(["services.query 1", "services.compute 1"]);

const methods = Object.keys(pageRequests) as MethodName<PageApi>[];

/** An interface of which each method, by its name on the wire, calls one function. */
function nested<Api>(names: readonly string[], call: (name: string, values: unknown[]) => void): Api {
  const api: Record<string, Record<string, unknown>> = {};
  for (const name of names) {
    const [feature, method] = name.split(".") as [string, string];
    api[feature] ??= {};
    api[feature][method] = (...values: unknown[]) => call(name, values);
  }
  return api as Api;
}

const requestTargets: readonly Target<unknown>[] = methods.map((method) => ({
  name: `message:${method}`,
  generate: (random) => messageFor(method, random),
  async run(message) {
    const taken: [string, unknown[]][] = [];
    const refused: BoundaryError[] = [];
    const page = nested<PageApi>(methods, (name, values) => void taken.push([name, values]));
    const wire = new Wire();
    expose(page, wire.endpoint, pageRequests, (error) => refused.push(error));
    wire.tell(withPorts(structuredClone(message)));
    for (const [name, values] of taken) {
      for (const [i, value] of values.entries()) {
        if (typeof value === "function" || handedOn.has(`${name} ${i}`)) continue;
        if (name === "reader.save" && isFile(value)) continue;
        const fault = faultIn(value);
        if (fault) throw new Broken(`${name} was given ${fault} as argument ${i + 1}`);
      }
    }
    if (taken.length > 1) throw new Broken("One message was two calls");
    const { path } = (message ?? {}) as { path?: unknown };
    const isDeclared = Array.isArray(path) && path.length === 1 && methods.includes(path[0]);
    if (taken.length > 0 && !isDeclared) throw new Broken(`${JSON.stringify(path)} was called`);
    return taken.length > 0 ? "value" : "sentence";
  },
}));

/** The bytes of a file are bytes; what stands beside them is plain. */
function isFile(value: unknown): boolean {
  const { bytes, ...rest } = value as { bytes?: unknown };
  return bytes instanceof Uint8Array && faultIn(rest) === "";
}

function messageFor(method: MethodName<PageApi>, random: Random): unknown {
  const rule = pageRequests[method];
  const values = rule.map((each) => ("parse" in each ? raw(valueFor(each as unknown as z.ZodType, random)) : portTo()));
  const path = random.chance(0.2) ? random.pick(pathsBeside(method)) : [method];
  const message = { id: "1", type: "APPLY", path, argumentList: values };
  return random.chance(0.3) ? message : mutate(message, random);
}

/** Paths that are much like a method's name, and no method's. */
function pathsBeside(method: string): string[][] {
  const [feature, own] = method.split(".") as [string, string];
  const inherited = ["__proto__", "constructor", "call", "bind", "toString"];
  return [
    [feature],
    [own],
    [feature, own],
    [method, own],
    ["", method],
    [`${method}.`],
    ...inherited.flatMap((name) => [
      [name],
      [method, name],
      [feature, name],
      [`${feature}.${name}`],
      [`${name}.${own}`],
      [feature, own, name],
    ]),
  ];
}

/** A function as comlink hands it over, whose port is put in when the message is said. */
const portTo = () => ({ type: "HANDLER", name: "proxy", value: "port" });

function withPorts(message: unknown): unknown {
  const { argumentList } = (message ?? {}) as { argumentList?: unknown };
  for (const each of Array.isArray(argumentList) ? argumentList : []) {
    if (each?.name === "proxy" && each.value === "port") each.value = new MessageChannel().port1;
  }
  return message;
}

const raw = (value: unknown) => ({ type: "RAW", value });

type Answering = Record<string, () => Promise<unknown>>;

const answerTargets: readonly Target<unknown>[] = (Object.keys(frameAnswers) as MethodName<FrameApi>[]).map(
  (method) => ({
    name: `answer:${method}`,
    generate: (random) => {
      const reader: Reader = frameAnswers[method];
      const answer = { id: "", ...raw(valueFor(reader as unknown as z.ZodType, random)) };
      const changed = (random.chance(0.3) ? answer : mutate(answer, random)) as Record<string, unknown>;
      return random.chance(0.8) ? changed : { ...changed, type: "HANDLER", name: random.pick(["throw", "proxy", "x"]) };
    },
    async run(answer) {
      const wire = new Wire();
      const [feature, own] = method.split(".") as [string, string];
      const api = wrap<FrameApi>(wire.endpoint, frameAnswers) as unknown as Record<string, Answering>;
      const answered = api[feature]![own]!();
      const { id } = wire.said[0] as { id: string };
      // The id is what the cell has seen: an answer to nothing is dropped, and the call waits.
      wire.tell(structuredClone({ ...(answer as object), id }));
      try {
        const fault = faultIn(await answered);
        if (fault) throw new Broken(`${method} answered ${fault}`);
        return "value";
      } catch (error) {
        if (error instanceof Broken) throw error;
        const { name, message } = error as Error;
        if (error instanceof Error && faultIn({ name, message }) === "") return "sentence";
        throw new Broken(`${method} rejected with no error`, { cause: error });
      }
    },
  }),
);

export const messageTargets: readonly Target[] = [...requestTargets, ...answerTargets] as readonly Target[];
