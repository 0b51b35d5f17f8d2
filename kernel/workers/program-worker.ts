/** Where a worker finds a classic program that is at hand as text: module workers fail in an opaque origin. */
export function programAddress(program: string): string {
  return URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
}

/** A worker of a classic program that is at hand as text. */
export function openProgram(program: string): Worker {
  const address = programAddress(program);
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  return worker;
}
