/** A blob URL for a classic program given as text: module workers do not work in an opaque origin. */
export function programAddress(program: string): string {
  return URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
}

/** Starts a worker with a classic program given as text. */
export function openProgram(program: string): Worker {
  const address = programAddress(program);
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  return worker;
}
