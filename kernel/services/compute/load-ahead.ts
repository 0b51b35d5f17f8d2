import type { Library } from "./library.ts";
import { loadDecoder } from "./read-dataset.ts";

/** Loads the code of a tool, of the resources that it runs on, and of the decoder of datasets if it reads any. */
export async function loadAhead(name: string, { findTool, findResource, kinds }: Library): Promise<void> {
  const tool = await findTool(name);
  const places = Object.values(tool?.overResources?.places ?? {}).map(({ resource }) => resource);
  const views = [...kinds.values()].filter((kind) => kind.tool === name).map((kind) => kind.name);
  const resources = new Set([...places, ...views]);
  const readsDatasets = resources.size > 0 || (tool?.datasets ?? []).length > 0;
  await Promise.all([readsDatasets && loadDecoder(), ...[...resources].map(findResource)]);
}
