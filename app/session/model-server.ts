import { z } from "zod";
import { OpenAiProvider } from "../../kernel/dialogue/model/openai-provider.ts";
import { tokenOfPage } from "./notebook-files.ts";

const listed = z.object({ data: z.array(z.object({ id: z.string().max(200) })).max(100) });

/** The models that the page's server forwards to; none if it forwards to none, or there is no such server. */
export async function serverModels(): Promise<readonly string[]> {
  if (tokenOfPage() === "") return [];
  try {
    const response = await fetch(addressOf("models"), { headers: headers() });
    return response.ok ? listed.parse(await response.json()).data.map(({ id }) => id) : [];
  } catch {
    return [];
  }
}

/** A model behind the page's server, which has its key. */
export function serverModel(model: string): OpenAiProvider {
  return new OpenAiProvider({
    base: addressOf("").href,
    model,
    name: "server",
    headers: headers(),
    fetch: (address, request) => fetch(address, request),
  });
}

function addressOf(path: string): URL {
  return new URL(`llm/v1/${path}`, document.baseURI);
}

function headers(): Record<string, string> {
  return { "X-Yuheng-Token": tokenOfPage() };
}
