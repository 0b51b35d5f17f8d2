import { readRowsByColumns } from "../../lib/files/arrow/arrow-rows.ts";
import { expose } from "../boundary/endpoint.ts";
import { trustCells } from "../markup/trusted-types.ts";
import { type DrawApi, drawRequests } from "./draw-api.ts";
import { DrawService } from "./draw-service.ts";

trustCells();
readRowsByColumns();

// The program of a draw worker. It is built into one classic script, because the frame has an opaque origin.
expose<DrawApi>(new DrawService(), globalThis, drawRequests);
