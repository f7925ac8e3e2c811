import { chatwootSource } from "./chatwoot.ts";
import type { SourceDescriptor } from "./descriptor.ts";
import { pushSource } from "./push.ts";

/** Every vendor that can be connected, and our own format. */
export const DESCRIPTORS: readonly SourceDescriptor[] = [chatwootSource, pushSource];

/** Null for sources that are not connected: files and the demo. */
export const descriptorOf = (kind: string): SourceDescriptor | null =>
  DESCRIPTORS.find((one) => one.kind === kind) ?? null;
