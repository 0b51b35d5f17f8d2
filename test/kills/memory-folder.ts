import { accessSync, constants } from "node:fs";
import { tmpdir } from "node:os";

/**
 * Where folders of tests that write thousands of times lie: in memory where the system has such a place. What a killed process wrote
 * is there afterwards as on a disk, and the tests do not wait for the disk.
 */
export function memoryFolder(): string {
  try {
    accessSync("/dev/shm", constants.W_OK);
    return "/dev/shm";
  } catch {
    return tmpdir();
  }
}
