import { type CrewOrder, crewMember } from "../../../lib/numeric/crew-member.ts";

/** A further thread of the numeric kernels: first comes the compiled module, then orders. */
let obey: ((order: CrewOrder) => void) | null = null;

self.onmessage = ({ data }: MessageEvent<WebAssembly.Module | CrewOrder>) => {
  if (obey) return obey(data as CrewOrder);
  obey = crewMember(data as WebAssembly.Module);
  self.postMessage("ready");
};
