import { LoggerWithoutDebug, Wllama } from "@wllama/wllama";
import wasm from "@wllama/wllama/esm/wasm/wllama.wasm?url";
import { Fault, messageOf } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { type ModelEvent, modelRequest } from "./model-messages.ts";

const texts = messages("session.modelWorker", {
  noVocabulary: {
    en: "the file is broken, or of a kind that is not known here",
    zh: "文件已损坏，或属于此处不支持的类型",
  },
  noModel: { en: "no model is loaded", zh: "尚未载入模型" },
});

/**
 * Runs a language model of the reader's disk: llama.cpp as WebAssembly, from this page's own files. It reads the file that it is given
 * and asks for nothing else. One question is answered at a time.
 */
let model: Promise<Wllama> | null = null;
let asked: { readonly id: number; readonly abort: AbortController } | null = null;

/** The longest view with its answer, in tokens. */
const CONTEXT = 16_384;
const MOST_TOKENS = 1024;

const send = (event: ModelEvent) => self.postMessage(event);

self.onmessage = async ({ data }: MessageEvent<unknown>) => {
  const request = modelRequest.parse(data);
  switch (request.kind) {
    case "load":
      model = load(request.file);
      return model.then(
        () => send({ kind: "loaded" }),
        (error: unknown) => send({ kind: "failed", id: 0, reason: messageOf(error) }),
      );
    case "stop":
      if (asked?.id === request.id) asked.abort.abort();
      return;
    case "ask":
      return answer(request);
  }
};

async function load(file: File): Promise<Wllama> {
  const wllama = new Wllama(
    { default: new URL(wasm, self.location.href).href },
    { logger: LoggerWithoutDebug, suppressNativeLog: true },
  );
  // Browsers that need other programs would have them fetched from elsewhere.
  wllama.setCompat(null);
  // One thread, without the graphics card: the same in every browser, and the page stays quick.
  await wllama.loadModel([file], {
    n_ctx: CONTEXT,
    n_threads: 1,
    n_gpu_layers: 0,
    n_parallel: 1,
    seed: 1,
    warmup: false,
  });
  // A file that cannot be read is no error of the program's: it has a model without a word then.
  if (!(wllama.getModelMetadata().hparams.nVocab > 0)) throw new Fault(texts.noVocabulary());
  return wllama;
}

async function answer({ id, messages, schema }: Extract<ReturnType<typeof modelRequest.parse>, { kind: "ask" }>) {
  const abort = new AbortController();
  asked = { id, abort };
  try {
    if (!model) throw new Fault(texts.noModel());
    const stream = await (await model).createChatCompletion({
      messages: [...messages],
      stream: true,
      temperature: 0,
      max_tokens: MOST_TOKENS,
      // llama.cpp makes a grammar of it: only texts that fit can be sampled.
      response_format: { type: "json_schema", json_schema: { name: "answer", schema } },
      abortSignal: abort.signal,
    });
    for await (const { choices } of stream) {
      const text = choices[0]?.delta.content;
      if (text) send({ kind: "piece", id, text });
    }
    send({ kind: "done", id });
  } catch (error) {
    send({ kind: "failed", id, reason: messageOf(error) });
  }
}
