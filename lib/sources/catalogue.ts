import { CHATWOOT } from "./chatwoot.ts";
import type { SourceDescriptor } from "./descriptor.ts";
import { PUSH } from "./push.ts";

/** Every vendor that can be connected, and our own format. */
export const DESCRIPTORS: readonly SourceDescriptor[] = [CHATWOOT, PUSH];

/** Null for sources that are not connected: files and the demo. */
export const descriptorOf = (kind: string): SourceDescriptor | null =>
  DESCRIPTORS.find((one) => one.kind === kind) ?? null;
