import { type TeamOrder, teamMember } from "../../../lib/numeric/team-member.ts";

/** A further thread of the numeric kernels: it first receives the compiled module, then orders. */
let follow: ((order: TeamOrder) => void) | null = null;

self.onmessage = ({ data }: MessageEvent<WebAssembly.Module | TeamOrder>) => {
  if (follow) return follow(data as TeamOrder);
  follow = teamMember(data as WebAssembly.Module);
  self.postMessage("ready");
};
