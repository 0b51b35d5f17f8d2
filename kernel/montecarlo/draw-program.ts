import { expose } from "../boundary/endpoint.ts";
import { trustCells } from "../sandbox/trusted-types.ts";
import { readRowsByColumns } from "../services/arrow-rows.ts";
import { type DrawApi, drawRequests } from "./draw-api.ts";
import { DrawService } from "./draw-service.ts";

trustCells();
readRowsByColumns();

// The program of a draw worker. It is built into one classic script, because the frame has an opaque origin.
expose<DrawApi>(new DrawService(), globalThis, drawRequests);
