import { type TeamCommand, teamMember } from "../../../lib/numeric/team-member.ts";

/** A further thread of the numeric kernels: it first receives the compiled module, then commands. */
let follow: ((command: TeamCommand) => void) | null = null;

self.onmessage = ({ data }: MessageEvent<WebAssembly.Module | TeamCommand>) => {
  if (follow) return follow(data as TeamCommand);
  follow = teamMember(data as WebAssembly.Module);
  self.postMessage("ready");
};
