import type { Run } from "../runtime/run.ts";
import { consumptionOf, type ToolPage, toolsOf } from "./consumption.ts";
import { type Room, rooms } from "./room-names.ts";

/** Every room, for one run: what it asks for belongs to the trail of that run. */
export function roomsOf(page: ToolPage, run: Run): Record<Room, unknown> {
  const all = rooms.map((room) => [room, room === "consumption" ? consumptionOf(page, run) : toolsOf(room, page, run)]);
  return Object.fromEntries(all) as Record<Room, unknown>;
}
